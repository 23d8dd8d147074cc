/** Decisions that nothing supports. */

import { itemsLike } from '../graph/items.ts'
import { nameInText, shorten } from '../text/phrases.ts'
import type { Check } from './shared/check.ts'
import { evidenceFor } from './shared/evidence-for.ts'

export const decisionWithoutEvidence: Check = ({ graph }) => {
  const supported = new Set(
    graph.case.links.filter(({ role }) => role === 'supports').map(({ to }) => to),
  )
  return itemsLike('decision', graph)
    .filter(({ key }) => !supported.has(key))
    .map((item) => ({
      message: `Unexpected ${nameInText(item, graph.kinds)} without evidence ("${shorten(item.text)}"), expected ${evidenceFor(item, `${item.id}a`)}`,
      place: item.place,
    }))
}
