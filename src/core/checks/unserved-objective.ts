/** Objectives that no benefit serves, where others are served. */

import { itemsLike } from '../graph/items.ts'
import { nameInText, shorten } from '../text/phrases.ts'
import type { Check } from './shared/check.ts'

/** Says nothing until some benefit serves an objective. */
export const unservedObjective: Check = ({ graph }) => {
  const served = new Set(
    graph.case.links.filter(({ role }) => role === 'serves').map(({ to }) => to),
  )
  if (served.size === 0) return []
  return itemsLike('objective', graph)
    .filter(({ key }) => !served.has(key))
    .map((item) => ({
      message: `Unexpected ${nameInText(item, graph.kinds)} that no benefit serves ("${shorten(item.text)}"), expected a benefit that cites it: "… (${item.id})"`,
      place: item.place,
    }))
}
