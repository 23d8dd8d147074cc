/** A file without the blocks that are not told. */
import {
  allBlocks,
  type Block,
  type Document,
  type ElementBlock,
  type EntryBlock,
} from '../../syntax/conventions/index.ts'
import type { Includes } from './includes.ts'

/** The told blocks of a file, with the citations in them. */
export function cutDocument(document: Document, includes: Includes): Document {
  const blocks = cutBlocks(document.blocks, includes)
  const cited = new Set(
    [...allBlocks(blocks)].flatMap((block) => {
      if (block.type === 'heading') return block.citations.map(({ at }) => at)
      return 'words' in block ? block.words.citations.map(({ at }) => at) : []
    }),
  )
  return { ...document, blocks, citations: document.citations.filter(({ at }) => cited.has(at)) }
}

const OPEN: ReadonlySet<string> = new Set(['Page', 'Step'])

/** Whether a component only says where or how its blocks are shown: each is told by itself. */
export function isOpen(block: Block | EntryBlock): block is ElementBlock {
  return block.type === 'element' && OPEN.has(block.name)
}

function cutBlocks(blocks: readonly Block[], includes: Includes): readonly Block[] {
  return blocks.flatMap((block, index): readonly Block[] => {
    const next = blocks[index + 1]
    if (block.type === 'lead-in' && next && !includes(block)) return includes(next) ? [block] : []
    if (!isOpen(block)) return includes(block) ? [block] : []
    const inner = cutBlocks(block.blocks, includes)
    if (inner.length === 0) return []
    return [{ ...block, blocks: inner, words: { ...block.words, citations: [] } }]
  })
}
