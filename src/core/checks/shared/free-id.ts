/** The next id that nothing has, for what has to be numbered anew. */
import type { Graph } from '../../graph/index.ts'
import type { Item } from '../../model/case.ts'
import { keyOf, numberOf } from '../../model/ids.ts'
import { rowOf } from '../../model/kinds.ts'

/**
 * `3c` after 3a and 3b, `7` after decision 6.
 *
 * @param taken ids that others are to have
 */
export function freeId(
  { kind, id }: Pick<Item, 'kind' | 'id'>,
  graph: Graph,
  taken: ReadonlySet<string> = new Set(),
): string {
  const has = (other: string): boolean =>
    taken.has(other) || graph.items.has(keyOf(kind, other, graph.kinds))
  const number = numberOf(id)
  if (number === '') {
    const numbers = graph.case.items
      .filter((item) => item.kind === kind)
      .map(({ key }) => Number(key.slice(kind.length + 1)))
    let next = Math.max(0, ...numbers) + 1
    const { prefix } = rowOf(kind, graph.kinds)
    while (taken.has(prefix + next)) next += 1
    return prefix + next
  }
  const letters = [...'abcdefghijklmnopqrstuvwxyz']
  return `${number}${letters.find((letter) => !has(number + letter)) ?? 'aa'}`
}
