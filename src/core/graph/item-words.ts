/** The words of an item: its own, and those of the blocks in it. */
import type { ItemBlock, Words } from '../syntax/conventions/index.ts'
import { leaveOut } from '../text/leave-out.ts'

/** The item's words with those of the blocks in it, on one line; items inside have their own. */
export function textOf(block: ItemBlock, isLeftOut: (at: string) => boolean): string {
  return wordsIn(block)
    .map(({ text, citations }) => {
      const out = citations.filter(({ at }) => isLeftOut(at))
      return leaveOut(
        text,
        out.map(({ raw }) => raw),
      )
    })
    .map((text) => (block.record ? sentenceOf(text) : text))
    .join(' ')
    .trim()
}

/** Parts of a record have names without a full stop, which would run into what they say. */
function sentenceOf(text: string): string {
  return /[\p{L}\p{N})]$/u.test(text) ? `${text}.` : text
}

/** The addresses to which an item's words lead. */
export function addressesOf(block: ItemBlock): readonly string[] {
  return [...new Set(wordsIn(block).flatMap(({ addresses }) => addresses))]
}

/** The item's own words and those of the blocks in it. */
function wordsIn(block: ItemBlock): readonly Words[] {
  const inner = block.blocks.flatMap((child) => {
    if (child.type === 'item' || child.type === 'table') return []
    if (child.type === 'quote') return child.by ? [child.words, speakerOf(child.by)] : [child.words]
    if ('words' in child) return [child.words]
    if (child.type !== 'list') return []
    return child.entries.flatMap((entry) => (entry.type === 'entry' ? [entry.words] : []))
  })
  return [block.words, ...inner]
}

/** Who said it, behind a dash, however that was typed. */
function speakerOf(by: Words): Words {
  return { ...by, text: `— ${by.text.replace(/^\s*[—–-]\s*/, '')}` }
}
