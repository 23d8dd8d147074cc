/** The blocks that the narrative tells, in order, down to those in others. */
import { type Block, type EntryBlock, isNotesBlock } from '../syntax/conventions/index.ts'

/** Yields these blocks. Slides are left out, which stand in the deck alone, and so are private notes. */
export function* toldBlocks(
  blocks: readonly (Block | EntryBlock)[],
): Generator<Block | EntryBlock, void> {
  for (const block of blocks) {
    if (block.type === 'element' && (isNotesBlock(block) || block.name === 'Slide')) continue
    yield block
    if (block.type === 'list') yield* toldBlocks(block.entries)
    else if ('blocks' in block) yield* toldBlocks(block.blocks)
  }
}
