/** Benefits that serve no objective. */
import { itemsLike } from '../graph/items.ts'
import type { Item } from '../model/case.ts'
import { meaningOf } from '../model/kinds.ts'
import { countInText, nameInText, shorten } from '../text/phrases.ts'
import type { Check } from './shared/check.ts'
import { eachOrAll } from './shared/each-or-all.ts'
import { withoutLink } from './shared/without-link.ts'

/** Says nothing in a case without objectives. Where no benefit serves an objective, it says so once. */
export const benefitWithoutObjective: Check = ({ graph }) => {
  const { kinds } = graph
  // A disbenefit serves none.
  const serves = ({ kind }: Item) => meaningOf(kind, 'objective', kinds) === 'serves'
  const benefits = itemsLike('benefit', graph).filter(serves)
  if (itemsLike('objective', graph).length === 0) return []
  const idle = withoutLink({ kind: 'benefit', end: 'from', role: 'serves' }, graph).filter(serves)
  return eachOrAll(idle, benefits, {
    one: (item) =>
      `Unexpected ${nameInText(item, graph.kinds)} without objective ("${shorten(item.text)}"), expected the objective that it serves in brackets: "… (O1)"`,
    all: () =>
      `Unexpected ${countInText(benefits, graph.kinds)} without an objective, expected in each the objective that it serves in brackets: "… (O1)"`,
  })
}
