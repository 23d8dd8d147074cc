/** Links that run something, or that lead into the writer's own machine. */
import { SAFE_SCHEMES } from '../addresses/safe.ts'
import { distance, nearest } from '../text/nearest.ts'
import { shorten } from '../text/phrases.ts'
import type { Check } from './shared/check.ts'

/**
 * Reason: who follows `javascript:` or `data:` runs what somebody else wrote, and `file:` leads into
 * a disk that readers don't have. No output keeps such a link: its words stay as plain text.
 *
 * Wrong: `[The map](javascript:open('map'))`, `[The map](file:///C:/map.pdf)`
 *
 * Right: `[The map](https://example.org/map)`, `[Write to us](mailto:team@example.org)`, `[Why](#why-now)`
 */
export const unsafeLink: Check = {
  id: 'unsafe-link',
  severity: 'error',
  rule: 'A link leads to a web page, a mail or telephone address, or a place of the case.',
  run: ({ documents }) =>
    documents.flatMap(({ unsafe = [] }) =>
      unsafe.map(({ url, scheme, place }) => ({
        message: `Unexpected link to "${shorten(url)}", expected ${expectedFor(scheme)}`,
        place,
      })),
    ),
}

/** How far a misspelt scheme may be from the right one: `htps`. */
const NEAR = 2

function expectedFor(scheme: string): string {
  const [near = ''] = nearest(scheme, SAFE_SCHEMES, 1)
  const misspelt = distance(scheme, near) <= NEAR
  const right = misspelt ? `${near}:` : 'https:, mailto:, tel:'
  return `${right} or a place of the case such as #key-decisions: its words stand without a link`
}
