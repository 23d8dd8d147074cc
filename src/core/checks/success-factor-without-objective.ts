/** Success factors that measure no objective. */

import { itemsLike } from '../graph/items.ts'
import { nameInText, shorten } from '../text/phrases.ts'
import type { Check } from './shared/check.ts'

export const successFactorWithoutObjective: Check = ({ graph }) => {
  const measuring = new Set(
    graph.case.links.filter(({ role }) => role === 'measures').map(({ from }) => from),
  )
  return itemsLike('success-factor', graph)
    .filter(({ key }) => !measuring.has(key))
    .map((item) => ({
      message: `Unexpected ${nameInText(item, graph.kinds)} without objective ("${shorten(item.text)}"), expected the objective that it measures in brackets: "(O1)"`,
      place: item.place,
    }))
}
