/** Decisions that nobody confirmed since their evidence changed. */
import { lastShocks, shakenWords } from '../changes/say-stale.ts'
import type { Check } from './shared/check.ts'

/**
 * Reason: a decision that was made on other evidence may hold no longer, and a sponsor who compares
 * two weeks will ask.
 *
 * Wrong: evidence 3a is reworded, removed or rated anew, and decision 3 says what it said before.
 *
 * Right: decision 3 is reworded in the same commit or later, or `case.yaml` says on which day the
 * team looked at it again: `affirmed: { 3: 2026-03-14 }`.
 *
 * When evidence changed comes from git's history; without git nothing is reported.
 */
export const staleDecision: Check = {
  id: 'stale-decision',
  severity: 'warning',
  rule: 'A decision was confirmed after its evidence last changed, so that it still stands on it.',
  run: ({ graph, outside }) =>
    (outside.stale ?? []).flatMap((stale) => {
      const decision = graph.items.get(stale.decision)
      if (!decision) return []
      const shocks = lastShocks(stale)
      const day = shocks.at(-1)?.date.slice(0, 10)
      const related = shocks.flatMap(({ what, evidence }) => {
        const place = what === 'removed' ? undefined : graph.items.get(evidence.key)?.place
        return place ? [place] : []
      })
      return [
        {
          message: `Unexpected decision ${decision.id} as it was before ${shakenWords(stale)}, expected the team to affirm it: change its words, or write the day under affirmed in case.yaml: "${decision.id}: ${day}" or later`,
          place: decision.place,
          ...(related.length > 0 ? { related } : {}),
        },
      ]
    }),
}
