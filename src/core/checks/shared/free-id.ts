/** The next id that nothing has, for what has to be numbered anew. */
import type { Graph } from '../../graph/index.ts'
import { numberOf } from '../../graph/items.ts'
import type { Item } from '../../model/case.ts'
import { keyOf, rowOf } from '../../model/kinds.ts'

/** `3c` after 3a and 3b, `7` after decision 6. */
export function freeId({ kind, id }: Pick<Item, 'kind' | 'id'>, graph: Graph): string {
  const has = (other: string): boolean => graph.items.has(keyOf(kind, other, graph.kinds))
  if (kind !== 'evidence') {
    const numbers = graph.case.items
      .filter((item) => item.kind === kind)
      .map(({ key }) => Number(key.slice(kind.length + 1)))
    return `${rowOf(kind, graph.kinds).prefix}${numbers.reduce((most, number) => Math.max(most, number), 0) + 1}`
  }
  const letters = [...'abcdefghijklmnopqrstuvwxyz']
  return `${numberOf(id)}${letters.find((letter) => !has(numberOf(id) + letter)) ?? 'aa'}`
}
