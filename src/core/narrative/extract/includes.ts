/** Which blocks of a case a route tells. */

import type { Chooser } from '../../deck/routes.ts'
import { standsUnder } from '../../graph/links-in-words.ts'
import type { Checkable } from '../../model/assembled.ts'
import type { Item } from '../../model/case.ts'
import type { Route } from '../../settings/routes.ts'
import { allBlocks, type Block, type EntryBlock } from '../../syntax/conventions/index.ts'

/** Whether a block is told in an extract. */
export type Includes = (block: Block | EntryBlock) => boolean

/** A block is told if the route chooses its section, or an item that it is or holds. */
export function includesOf(whole: Checkable, route: Route, isChosen: Chooser): Includes {
  const { graph } = whole
  const isIncludedItem = includesItemOf(whole, route, isChosen)
  const isIncluded = ({ type, at }: Block | EntryBlock): boolean => {
    const around = isChosen({ section: graph.within.get(at) })
    if (type !== 'item') return around
    const reuse = graph.reuses.get(at)
    // "See above" goes with the decision below which it stands.
    const key = reuse ? reuse.decision : graph.keys.get(at)
    const item = graph.items.get(key ?? '')
    return item ? isIncludedItem(item) : around
  }
  return (block) => {
    const inside = allBlocks(block.type === 'entry' ? block.blocks : [block])
    return isIncluded(block) || [...inside].some((one) => one.type === 'item' && isIncluded(one))
  }
}

/** Evidence and the decision above it are told together; where one is named, so are all. */
function includesItemOf(
  { graph }: Checkable,
  { sections = [] }: Route,
  isChosen: Chooser,
): (item: Item) => boolean {
  const above = standsUnder(graph)
  const named = new Set(sections.map((key) => above.get(key) ?? key))
  return ({ key, section }) => {
    const leader = above.get(key) ?? key
    return named.has(leader) || isChosen({ item: leader, section })
  }
}
