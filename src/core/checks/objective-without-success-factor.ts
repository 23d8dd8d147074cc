/** Objectives of which nobody could say whether they are met. */

import { itemsLike } from '../graph/items.ts'
import { nameInText, shorten } from '../text/phrases.ts'
import type { Check } from './shared/check.ts'

export const objectiveWithoutSuccessFactor: Check = ({ graph }) => {
  const measured = new Set(
    graph.case.links.filter(({ role }) => role === 'measures').map(({ to }) => to),
  )
  return itemsLike('objective', graph)
    .filter(({ key }) => !measured.has(key))
    .map((item) => ({
      message: `Unexpected ${nameInText(item, graph.kinds)} without success factor ("${shorten(item.text)}"), expected a success factor that cites it: "… (${item.id})"`,
      place: item.place,
    }))
}
