/** Evidence that the case never uses. */
import { itemsLike } from '../graph/items.ts'
import { isOfEvidence } from '../graph/reasoning.ts'
import { nameInText } from '../text/phrases.ts'
import type { Check } from './shared/check.ts'

export const uncitedEvidence: Check = ({ graph }) => {
  const supporting = graph.case.links.filter(isOfEvidence)
  const used = new Set([...supporting.map(({ from }) => from), ...[...graph.cited.values()].flat()])
  return itemsLike('evidence', graph)
    .filter(({ key }) => !used.has(key))
    .map((item) => ({
      message: `Unexpected ${nameInText(item, graph.kinds)} that nothing uses, expected a decision that it supports or a citation (${item.id})`,
      place: item.place,
    }))
}
