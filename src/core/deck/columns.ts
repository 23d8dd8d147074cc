/** Blocks side by side: how large they fit. */
import {
  allBlocks,
  type Block,
  type Column,
  type ElementBlock,
} from '../syntax/conventions/index.ts'
import type { Measure } from '../text/measure.ts'
import { canvas, heightOf, keepsWords } from './canvas.ts'
import { headHeight } from './fit.ts'
import { blockPiece } from './piece.ts'
import type { Slide } from './slide.ts'
import { belowHead } from './type-scale.ts'

/** Sizes of words in columns, px; what is still too high at the last one the browser reports. */
const SIZES = [50, 46, 42, 40, 38, 36, 34, 32, 30, 28] as const
/** Up to this size, px, a long word may be broken. */
const LARGE = 36
/** As layouts/columns.css sets them, px. */
const ABOVE = 44
const GAP = 64

/** The slide of `<Columns>`. */
export function columnsSlide(block: ElementBlock, slide: Slide, measure: Measure): Slide {
  const columns = block.columns ?? []
  const count = Math.max(1, columns.length)
  const width = (canvas.width - GAP * (count - 1)) / count
  const room = canvas.height - headHeight(measure, slide) - ABOVE
  // Large words are not broken.
  const keeps = (size: number): boolean =>
    size <= LARGE ||
    columns.every(({ blocks }) => keepsAll(measure, blocks, { size, width: width - size * 1.2 }))
  const height = (size: number): number =>
    Math.max(0, ...columns.map((column) => columnHeight(measure, column, { size, width })))
  const bodySize = belowHead(SIZES, slide).find((size) => height(size) <= room && keeps(size)) ?? 28
  return { ...slide, body: [blockPiece(block.at, block.words.text)], bodySize }
}

/** Height of blocks one below the other; of pictures and diagrams nothing is known, they take the rest. */
export function blocksHeight(
  measure: Measure,
  blocks: readonly Block[],
  set: { readonly size: number; readonly width: number },
): number {
  return blocks.reduce((sum, block) => sum + blockHeight(measure, block, set), 0)
}

/** Whether no word of some blocks is broken. */
function keepsAll(
  measure: Measure,
  blocks: readonly Block[],
  set: { readonly size: number; readonly width: number },
): boolean {
  return [...allBlocks(blocks)].every(
    (block) => !('words' in block) || keepsWords(measure, block.words.text, { ...set, as: 'body' }),
  )
}

function columnHeight(
  measure: Measure,
  { label, blocks }: Column,
  set: { readonly size: number; readonly width: number },
): number {
  const rule = label === undefined ? 0 : 20
  return rule + blocksHeight(measure, blocks, set)
}

function blockHeight(
  measure: Measure,
  block: Block,
  { size, width }: { readonly size: number; readonly width: number },
): number {
  const text = (words: string, inner = width): number =>
    heightOf(measure, words, { size, width: inner, as: 'body' })
  const below = size * 0.6
  if (block.type === 'list') {
    const entries = block.entries.map(({ words }) => text(words.text, width - size * 1.2))
    return entries.reduce((sum, entry) => sum + entry + size * 0.4, below)
  }
  if (block.type === 'element')
    return block.blocks.length > 0
      ? blocksHeight(measure, block.blocks, { size, width })
      : text(block.words.text) + below
  if (block.type === 'code') return block.words.text.split('\n').length * size * 1.2 + 64
  return 'words' in block ? text(block.words.text) + below : 0
}
