/** Decisions that rest on one piece of evidence. */
import { itemsLike } from '../graph/items.ts'
import { stepsOf } from '../graph/reasoning.ts'
import { isNumber, numberOf } from '../model/ids.ts'
import { isLike } from '../model/kinds.ts'
import { nameInText } from '../text/phrases.ts'
import type { Check } from './shared/check.ts'
import { evidenceFor } from './shared/evidence-for.ts'
import { freeId } from './shared/free-id.ts'

export const singleSource: Check = ({ graph }) => {
  const below = Map.groupBy(stepsOf(graph.case.links), ({ claim }) => claim)
  return itemsLike('decision', graph).flatMap((item) => {
    const { key, id, place } = item
    const grounds = new Set(below.get(key)?.map(({ ground }) => ground))
    const [only, ...others] = [...grounds].flatMap((ground) => {
      const one = graph.items.get(ground)
      return one && isLike(one.kind, 'evidence', graph.kinds) ? [one] : []
    })
    if (!only || others.length > 0) return []
    const next = freeId({ kind: 'evidence', id: `${id}a` }, graph)
    const again = numberOf(only.id) === id ? '' : ' of its own'
    const name = nameInText(item, graph.kinds)
    const more = isNumber(id)
      ? `another${again}: "Evidence ${next}: …", or one used again, "Evidence …: See above"`
      : `more ${evidenceFor(item, next)}`
    return [
      {
        message: `Unexpected ${name} with a single source, ${nameInText(only, graph.kinds)}, expected ${more}`,
        place,
        related: [only.place],
      },
    ]
  })
}
