/** Options that nothing tests. */
import { itemsLike } from '../graph/items.ts'
import { refusedIn } from '../graph/ticks.ts'
import { has, type Trait } from '../model/kinds.ts'
import { countInText, nameInText, shorten } from '../text/phrases.ts'
import type { Check } from './shared/check.ts'
import { eachOrAll } from './shared/each-or-all.ts'

/**
 * An option is tested by a link to what it should achieve, or to evidence. Where no option is tested, it says
 * so once.
 */
export const untestedOption: Check = ({ graph, documents }) => {
  const isOne = (key: string, trait: Trait): boolean => {
    const item = graph.items.get(key)
    return item !== undefined && has(item.kind, trait, graph.kinds)
  }
  const linked = graph.case.links.flatMap(({ from, to }) => [
    ...(isOne(to, 'aim') || isOne(to, 'ground') ? [from] : []),
    ...(isOne(from, 'ground') ? [to] : []),
  ])
  const refused = refusedIn(documents, graph.keys)
  const tested = new Set([...linked, ...refused])
  const options = itemsLike('option', graph)
  const untested = options.filter(({ key }) => !tested.has(key))
  return eachOrAll(untested, options, {
    one: (item) =>
      `Unexpected ${nameInText(item, graph.kinds)} that nothing tests ("${shorten(item.text)}"), expected the success factors that it meets or the evidence on it in brackets: "… (CSF1, 3a)"`,
    all: () =>
      `Unexpected ${countInText(options, graph.kinds)} of which none is tested, expected in each the success factors that it meets or the evidence on it in brackets: "… (CSF1, 3a)"`,
  })
}
