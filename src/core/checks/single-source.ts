/** Decisions that rest on one piece of evidence. */
import { numberOf } from '../graph/items.ts'
import { stepsOf } from '../graph/reasoning.ts'
import type { Check } from './shared/check.ts'
import { freeId } from './shared/free-id.ts'

export const singleSource: Check = ({ graph }) => {
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
}
