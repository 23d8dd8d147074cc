/** Decisions that nobody confirmed since their evidence changed. */
import { changedEvidenceWords, lastEvidenceChanges } from '../changes/stale-sentence.ts'
import type { Check } from './shared/check.ts'

/** When evidence changed comes from git; without git nothing is reported. */
export const staleDecision: Check = ({ graph, outside }) =>
  (outside.stale ?? []).flatMap((stale) => {
    const decision = graph.items.get(stale.decision)
    if (!decision) return []
    const changes = lastEvidenceChanges(stale)
    const day = changes.at(-1)?.date.slice(0, 10)
    const related = changes.flatMap(({ what, evidence }) => {
      const place = what === 'removed' ? undefined : graph.items.get(evidence.key)?.place
      return place ? [place] : []
    })
    return [
      {
        message: `Unexpected decision ${decision.id} as it was before ${changedEvidenceWords(stale)}, expected the team to affirm it: change its words, or write the day under affirmed in case.yaml: "${decision.id}: ${day}" or later`,
        place: decision.place,
        ...(related.length > 0 ? { related } : {}),
      },
    ]
  })
