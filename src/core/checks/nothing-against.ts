/** Cases of many claims, against none of which anything speaks. */
import { ledgerOf } from '../appraisal/index.ts'
import { itemsLike } from '../graph/items.ts'
import type { Item } from '../model/case.ts'
import type { Check } from './shared/check.ts'

/** So many decisions and options a case has that claims much: fewer where it weighs options in money. */
const [MUCH, MUCH_WEIGHED] = [12, 3]

/** A case of many claims in which nothing speaks against any of them: nobody believes that. */
export const nothingAgainst: Check = (checked) => {
  const { graph } = checked
  const claims = [...itemsLike('decision', graph), ...itemsLike('option', graph)]
  const isAgainst = graph.case.items.some(({ strength }) => strength?.against)
  const first: Item | undefined = claims[0]
  const isWeighed = (ledgerOf(checked)?.options.length ?? 0) > 0
  if (isAgainst || !first || claims.length < (isWeighed ? MUCH_WEIGHED : MUCH)) return []
  const message = `Unexpected ${claims.length} decisions and options with nothing against them, expected what speaks against one: "Evidence 3b (against): …"`
  return [{ message, place: first.place }]
}
