/** Two definitions of one id. */
import type { Graph } from '../graph/index.ts'
import { numberOf } from '../graph/items.ts'
import { type Kind, kinds } from '../kinds.ts'
import type { Item } from '../model.ts'
import type { Check } from './check.ts'
import { spell } from './phrase.ts'

/**
 * Reason: a citation of an id that means two things proves neither.
 *
 * Wrong: `Evidence 3a: Users are stuck.` and later `Evidence 3a: Offices are full.`
 *
 * Right: `Evidence 3b: Offices are full.`, or `Evidence 3a: See above` to use the first one again.
 */
export const duplicateId: Check = {
  id: 'duplicate-id',
  severity: 'error',
  rule: 'An id is defined once, so that a citation means one thing.',
  run: ({ graph }) =>
    graph.duplicates.map(({ item, first }) => ({
      message: `Unexpected second definition of ${nameOf(item.kind, item.id)}, expected ${nameOf(item.kind, freeId(item, graph))}${again(item)}: ${item.id} is defined at ${spell(first.place)}`,
      place: item.place,
      related: [first.place],
    })),
}

function nameOf(kind: Kind, id: string): string {
  return `${kinds[kind].label.toLowerCase()} ${id}`
}

function again({ kind }: Item): string {
  return kind === 'evidence' ? ' or the words "See above"' : ''
}

/** The next id of the kind that nothing has: `3c` after 3a and 3b, `7` after decision 6. */
function freeId({ kind, id }: Item, graph: Graph): string {
  const has = (other: string): boolean => graph.items.has(`${kind}-${other}`)
  if (kind !== 'evidence') {
    const numbers = graph.case.items
      .filter((item) => item.kind === kind)
      .map(({ key }) => Number(key.slice(kind.length + 1)))
    return `${kinds[kind].prefix}${numbers.reduce((most, number) => Math.max(most, number), 0) + 1}`
  }
  const letters = [...'abcdefghijklmnopqrstuvwxyz']
  return `${numberOf(id)}${letters.find((letter) => !has(numberOf(id) + letter)) ?? 'aa'}`
}
