/** Public text that cites what stays inside. */
import { kinds } from '../kinds.ts'
import type { Check } from './check.ts'

/**
 * Reason: readers outside find no decision 4 behind `(4)`, and learn that there is one.
 *
 * Wrong: `We wait (4).` in public text, where decision 4 is written `Decision 4 (internal): …`.
 *
 * Right: `We wait (3).`; or the sentence inside too: `<Internal>We wait (4).</Internal>`.
 */
export const citesInternal: Check = {
  id: 'cites-internal',
  severity: 'error',
  rule: 'Public text cites only what everyone can read.',
  run: ({ inside }) =>
    inside.citations.map(({ id, kind, citation }) => ({
      message: `Unexpected citation of ${kinds[kind].label.toLowerCase()} ${id} in public text, expected none, since it stays inside: cite something else, or put this into <Internal> too`,
      place: citation.place,
    })),
}
