/** How strong items are, from their labels and from front matter. */

import type { Item, Strength } from '../model/case.ts'
import { has, isLike, type KindTable } from '../model/kinds.ts'
import type { Document, ItemBlock } from '../syntax/conventions/index.ts'
import { readStrength, type StrengthText } from '../syntax/conventions/strength.ts'

/** What an item says of its strength: its label wins over its id in front matter, that over the file. */
export function strengthOf(
  item: Item,
  block: ItemBlock,
  { files, kinds }: { readonly files: ReadonlyMap<string, Document>; readonly kinds: KindTable },
): Strength | undefined {
  if (!has(item.kind, 'rated', kinds)) return undefined
  const ofFile = files.get(item.place.file)?.strength
  const given: readonly (StrengthText | undefined)[] =
    typeof ofFile === 'string'
      ? [isLike(item.kind, 'evidence', kinds) ? readStrength(ofFile) : undefined, block.strength]
      : [readStrength(ofFile?.[item.id] ?? ''), block.strength]
  const strength: Strength = Object.assign({}, ...given.map((one) => one?.strength))
  return Object.keys(strength).length > 0 ? strength : undefined
}
