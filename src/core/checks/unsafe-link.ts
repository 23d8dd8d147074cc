/** Links that run something, or that lead to the writer's own disk. */
import { SAFE_SCHEMES } from '../addresses/safe.ts'
import { distance, nearest } from '../text/nearest.ts'
import { shorten } from '../text/phrases.ts'
import type { Check } from './shared/check.ts'

export const unsafeLink: Check = ({ documents }) =>
  documents.flatMap(({ unsafe = [] }) =>
    unsafe.map(({ url, scheme, place }) => ({
      message: `Unexpected link to "${shorten(url)}", expected ${expectedFor(scheme)}`,
      place,
    })),
  )

/** How far a misspelt scheme may be from the right one: `htps`. */
const NEAR = 2

function expectedFor(scheme: string): string {
  const [near = ''] = nearest(scheme, SAFE_SCHEMES, 1)
  const misspelt = distance(scheme, near) <= NEAR
  const right = misspelt ? `${near}:` : 'https:, mailto:, tel:'
  return `${right} or a place of the case such as #key-decisions: its words stand without a link`
}
