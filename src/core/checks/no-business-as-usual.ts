/** Options that are weighed, none of which is to go on as now. */
import { ledgerOf } from '../appraisal/index.ts'
import { placeOfOption } from '../appraisal/option-words.ts'
import { itemsLike } from '../graph/items.ts'
import { countInText } from '../text/phrases.ts'
import type { Check } from './shared/check.ts'

/**
 * Options without one that goes on as now. Asked where options are weighed: in money, or in a table with the
 * same factors for each.
 */
export const noBusinessAsUsual: Check = (checked) => {
  const { graph } = checked
  const ledger = ledgerOf(checked)
  const isAppraised = ledger?.options.some(({ npsv }) => npsv)
  const all = itemsLike('option', graph)
  const weighed = isAppraised ? all : all.filter(({ key }) => graph.blocks.get(key)?.how === 'row')
  const [first] = weighed
  if (!first || (!isAppraised && weighed.length < 2)) return []
  if (all.some((one) => placeOfOption(one, graph.blocks.get(one.key)).isBusinessAsUsual)) return []
  const message = `Unexpected ${countInText(all, graph.kinds)} without business as usual, expected one that says what happens if nothing is done`
  return [{ message, place: first.place }]
}
