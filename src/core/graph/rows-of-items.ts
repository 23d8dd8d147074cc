/** Rows of tables that say more of an item which is written out elsewhere. */
import { keyOf } from '../model/ids.ts'
import type { KindTable } from '../model/kinds.ts'
import type { ItemBlock } from '../syntax/conventions/index.ts'
import { foldLetters } from '../text/letters.ts'

/**
 * The block of which a row says more: one that defines the same id in words like its own, the nearest first;
 * itself for a row that only names what is defined elsewhere. `undefined` for what defines an item.
 */
export function writtenElsewhere(
  blocks: readonly ItemBlock[],
  kinds: KindTable,
): (block: ItemBlock) => ItemBlock | undefined {
  const byKey = new Map<string, Map<string, ItemBlock>>()
  const byWords = new Map<string, ItemBlock>()
  const written = blocks.filter(({ refers, reuse }) => !refers && !reuse)
  for (const block of written.toSorted((one, other) => rank(one) - rank(other))) {
    if (block.id === undefined) continue
    const key = keyOf(block.kind, block.id, kinds)
    const known = byKey.get(key) ?? new Map<string, ItemBlock>()
    if (known.has(block.place.file)) continue
    byWords.set(`${block.kind} ${foldLetters(block.words.text)}`, block)
    byKey.set(key, known.set(block.place.file, block))
  }
  return (block) => {
    if (block.how !== 'row') return undefined
    if (block.id === undefined) return byWords.get(`${block.kind} ${foldLetters(block.words.text)}`)
    if (block.refers) return block
    const known = byKey.get(keyOf(block.kind, block.id, kinds)) ?? new Map<string, ItemBlock>()
    const own = known.get(block.place.file)
    const all = [...known.values()]
    const before =
      own === block ? all.slice(0, all.indexOf(block)) : [...(own ? [own] : []), ...all]
    return before.find((one) => isAlike(foldLetters(block.words.text), foldLetters(one.words.text)))
  }
}

/** What is written out comes before what a row says of it. */
function rank({ how }: ItemBlock): number {
  return how === 'row' ? 1 : 0
}

function isAlike(one: string, other: string): boolean {
  return one === '' || other.startsWith(one) || (other !== '' && one.startsWith(other))
}
