/** A line in bold that opens a part: it is the headline of what follows it, as a lead-in is. */
import type { Block, ProseBlock, WordsBlock } from '../syntax/conventions/index.ts'
import { type Node, textOf, walk } from '../syntax/tree.ts'
import { countWords } from '../text/sentences.ts'

/** A longer line is no headline. */
const MOST_WORDS = 14

/** What has a headline of its own. */
const LED_TO: ReadonlySet<Block['type']> = new Set(['list', 'quote', 'table', 'code', 'figure'])

/** The same blocks, in which such a line before a list, a table, a quote or code is a lead-in. */
export function withBoldLeadIns(blocks: readonly Block[]): readonly Block[] {
  return blocks.map((block, index): Block => {
    const next = blocks[index + 1]
    if (!next || !LED_TO.has(next.type) || !isBoldLine(block)) return block
    const { at, place, node, words } = block
    return { type: 'lead-in', at, place, node, words } satisfies WordsBlock
  })
}

/** Whether a block is such a line. */
export function isBoldLine(block: Block | undefined): block is ProseBlock {
  if (block?.type !== 'prose') return false
  const text = block.words.text.trim()
  if (text === '' || text.includes('\n') || countWords(text) > MOST_WORDS) return false
  // A sentence is said, and opens nothing.
  if (/[.!]["'”’]?$/.test(text)) return false
  return [...walk(block.node)].some((node) => isBold(node) && plain(textOf(node)) === plain(text))
}

function isBold({ type, name }: Node): boolean {
  return type === 'strong' || name === 'strong' || name === 'b'
}

function plain(text: string): string {
  return text.replace(/[\s:]+$/, '').trim()
}
