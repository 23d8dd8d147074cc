/** Objectives that nobody could tell were met. */

import { shorten } from '../text/phrases.ts'
import type { Check } from './shared/check.ts'

/**
 * Reason: "How will we know it worked?" is asked of every objective.
 *
 * Wrong: an objective that no success factor cites.
 *
 * Right: `- Users aren't repeating themselves (O1)`, or `(draft: O1)` until the team confirms it.
 */
export const objectiveWithoutSuccessFactor: Check = {
  id: 'objective-without-success-factor',
  severity: 'warning',
  rule: 'Every objective is measured by a success factor, so that success can be told.',
  run: ({ graph }) => {
    const measured = new Set(
      graph.case.links.filter(({ role }) => role === 'measures').map(({ to }) => to),
    )
    return graph.case.items
      .filter(({ kind, key }) => kind === 'objective' && !measured.has(key))
      .map(({ id, text, place }) => ({
        message: `Unexpected objective ${id} without success factor ("${shorten(text)}"), expected a success factor that cites it: "… (${id})"`,
        place,
      }))
  },
}
