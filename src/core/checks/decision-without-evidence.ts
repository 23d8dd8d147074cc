/** Decisions that nothing supports. */

import { shorten } from '../text/phrases.ts'
import type { Check } from './shared/check.ts'

/**
 * Reason: the case stands on its decisions, and a decision on its evidence. Decisions by judgement
 * are fine: then say so, as evidence.
 *
 * Wrong: `Decision 4: We ran a session.` with nothing after it.
 *
 * Right: `Evidence 4a: Three teams asked for it.` below it, or `Evidence 2a: See above`.
 */
export const decisionWithoutEvidence: Check = {
  id: 'decision-without-evidence',
  severity: 'warning',
  rule: 'Every decision has evidence, its own or used again, so that sponsors can see why.',
  run: ({ graph }) => {
    const supported = new Set(
      graph.case.links.filter(({ role }) => role === 'supports').map(({ to }) => to),
    )
    return graph.case.items
      .filter(({ kind, key }) => kind === 'decision' && !supported.has(key))
      .map(({ id, text, place }) => ({
        message: `Unexpected decision ${id} without evidence ("${shorten(text)}"), expected "Evidence ${id}a: …" below it`,
        place,
      }))
  },
}
