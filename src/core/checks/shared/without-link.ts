/** Items that no link of a role leads to, or from. */
import type { Graph } from '../../graph/index.ts'
import { itemsLike } from '../../graph/items.ts'
import type { Item } from '../../model/case.ts'
import type { BuiltInKind, Role } from '../../model/kinds.ts'
import { nameInText, shorten } from '../../text/phrases.ts'
import type { Check } from './check.ts'

/** Which items, and at which end of which links they are to stand. */
interface Wanted {
  readonly kind: BuiltInKind
  readonly end: 'from' | 'to'
  readonly role: Role
}

/** The items of a kind that stand at no such end. */
export function withoutLink({ kind, end, role }: Wanted, graph: Graph): readonly Item[] {
  const linked = new Set(graph.case.links.flatMap((link) => (link.role === role ? link[end] : [])))
  return itemsLike(kind, graph).filter(({ key }) => !linked.has(key))
}

/** A check for such items: what each lacks (`without objective`), and what is expected of it. */
export function linkCheck(wanted: Wanted, lacks: string, expected: (item: Item) => string): Check {
  return ({ graph }) =>
    withoutLink(wanted, graph).map((item) => ({
      message: `Unexpected ${nameInText(item, graph.kinds)} ${lacks} ("${shorten(item.text)}"), expected ${expected(item)}`,
      place: item.place,
    }))
}
