/** A line in bold that opens a part: it is the headline of what follows it, as a lead-in is. */
import { type Block, isBoldLine, type WordsBlock } from '../syntax/conventions/index.ts'

/** What has a headline of its own. */
const HEADED: ReadonlySet<Block['type']> = new Set(['list', 'quote', 'table', 'code', 'figure'])

/** The same blocks, in which such a line before a list, a table, a quote or code is a lead-in. */
export function withBoldLeadIns(blocks: readonly Block[]): readonly Block[] {
  return blocks.map((block, index): Block => {
    const next = blocks[index + 1]
    if (!next || !HEADED.has(next.type)) return block
    if (block.type !== 'prose' || !isBoldLine(block.node, block.words.text)) return block
    const { at, place, node, words } = block
    return { type: 'lead-in', at, place, node, words } satisfies WordsBlock
  })
}
