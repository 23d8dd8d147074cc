/** Success factors that measure nothing the case sets out to do. */

import { shorten } from '../text/phrases.ts'
import type { Check } from './shared/check.ts'

/**
 * Reason: a measure without an objective is work that nobody asked for.
 *
 * Wrong: `- Users aren't getting stuck` under "Critical Success Factors".
 *
 * Right: `- Users aren't getting stuck (O1)`, or `(draft: O1)` until the team confirms it.
 */
export const successFactorWithoutObjective: Check = {
  id: 'success-factor-without-objective',
  severity: 'warning',
  rule: 'Every success factor measures an objective, so that it is clear why it matters.',
  run: ({ graph }) => {
    const measuring = new Set(
      graph.case.links.filter(({ role }) => role === 'measures').map(({ from }) => from),
    )
    return graph.case.items
      .filter(({ kind, key }) => kind === 'success-factor' && !measuring.has(key))
      .map(({ id, text, place }) => ({
        message: `Unexpected success factor ${id} without objective ("${shorten(text)}"), expected the objective that it measures in brackets: "(O1)"`,
        place,
      }))
  },
}
