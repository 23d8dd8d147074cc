/** Evidence that belongs to no decision, and re-uses of evidence that is not there. */
import { itemsLike } from '../graph/items.ts'
import type { Checkable } from '../model/assembled.ts'
import type { Found } from '../model/finding.ts'
import { isNumber, numberOf } from '../model/ids.ts'
import { nearest } from '../text/nearest.ts'
import { nameInText, oneOf } from '../text/phrases.ts'
import type { Check } from './shared/check.ts'

export const orphanEvidence: Check = (checked) => [
  ...withoutDecision(checked),
  ...undefinedReuses(checked),
]

function withoutDecision({ graph }: Checkable): readonly Found[] {
  const ids = graph.case.items.map(({ id }) => id)
  const decisions = ids.filter(isNumber)
  return (
    graph.case.items
      // One that stays inside is the business of `cites-internal`, several that of `ambiguous-citation`.
      .filter(({ id, key }) => numberOf(id) !== '' && !graph.homes.has(key))
      .filter(({ place }) => !graph.unclear.some((one) => one.place === place))
      .map(({ id, place }) => ({
        message: `Unexpected evidence ${id} without decision ${numberOf(id)}, expected evidence of ${nameDecisions(nearest(numberOf(id), decisions))}: write the decision or mend the number`,
        place,
      }))
  )
}

function undefinedReuses({ graph, inside }: Checkable): readonly Found[] {
  const ids = itemsLike('evidence', graph).map(({ id }) => id)
  return [...graph.reuses.values()]
    .filter(({ key }) => key !== '' && !graph.items.has(key) && !inside.names.has(key))
    .map((reuse) => ({
      message: `Unexpected re-use of ${nameInText(reuse, graph.kinds)}, which nothing defines, expected ${oneOf(nearest(reuse.id, ids))}, or its words here`,
      place: reuse.place,
    }))
}

function nameDecisions(ids: readonly string[]): string {
  if (ids.length === 0) return 'a decision'
  return ids.length === 1 ? `decision ${ids[0]}` : `one of the decisions ${ids.join(', ')}`
}
