/** Two definitions of one id. */
import type { Item } from '../model/case.ts'
import { isLike, type KindTable } from '../model/kinds.ts'
import { nameInText, spell } from '../text/phrases.ts'
import type { Check } from './shared/check.ts'
import { freeId } from './shared/free-id.ts'

export const duplicateId: Check = ({ graph }) =>
  graph.duplicates.map(({ item, first }) => ({
    message: `Unexpected second definition of ${nameInText(item, graph.kinds)}, expected ${nameInText({ kind: item.kind, id: freeId(item, graph) }, graph.kinds)}${again(item, graph.kinds)}: ${item.id} is defined at ${spell(first.place)}`,
    place: item.place,
    related: [first.place],
  }))

function again({ kind }: Item, kinds: KindTable): string {
  return isLike(kind, 'evidence', kinds) ? ' or the words "See above"' : ''
}
