/** Decisions that rest on one piece of evidence. */
import { numberOf } from '../graph/items.ts'
import { stepsOf } from '../graph/reasoning.ts'
import type { Check } from './shared/check.ts'
import { freeId } from './shared/free-id.ts'

/**
 * Reason: a single source is the weak link that a sponsor attacks first.
 *
 * Wrong: `Decision 3: …` with `Evidence 3a: …` and nothing else.
 *
 * Right: `Evidence 3b: …` as well, or evidence of another decision, used again: `Evidence 1a: See
 * above`, or cited: `Decision 3: … (1a)`.
 */
export const singleSource: Check = {
  id: 'single-source',
  severity: 'advice',
  rule: 'A decision rests on more than one piece of evidence, so that it does not fall with it.',
  run: ({ graph }) => {
    const below = Map.groupBy(stepsOf(graph.case.links), ({ claim }) => claim)
    return graph.case.items.flatMap(({ key, kind, id, place }) => {
      const grounds = new Set(below.get(key)?.map(({ ground }) => ground))
      const evidence = [...grounds].flatMap((ground) => {
        const item = graph.items.get(ground)
        return item?.kind === 'evidence' ? [item] : []
      })
      const [only, ...others] = evidence
      if (kind !== 'decision' || !only || others.length > 0) return []
      const next = freeId({ kind: 'evidence', id: `${id}a` }, graph)
      const again = numberOf(only.id) === id ? '' : ' of its own'
      return [
        {
          message: `Unexpected decision ${id} with a single source, evidence ${only.id}, expected another${again}: "Evidence ${next}: …", or one used again, "Evidence …: See above"`,
          place,
          related: [only.place],
        },
      ]
    })
  },
}
