/** The slides of one block, by its kind. */
import type {
  Block,
  DiagramBlock,
  ElementBlock,
  QuoteBlock,
  TableBlock,
} from '../syntax/conventions/index.ts'
import type { Measure } from '../text/measure.ts'
import { countWords } from '../text/sentences.ts'
import { fitCode } from './code.ts'
import { columnsSlide } from './columns.ts'
import { comparesRows, fitComparison } from './comparison.ts'
import { itemSlides } from './decision.ts'
import { continued, fitList, fitSentences, fitTable, statementSize } from './fit.ts'
import { blockPiece, type Piece, sentencePieces, textPiece } from './piece.ts'
import { entryPieces, type Planning } from './planning.ts'
import type { Layout, Slide } from './slide.ts'

/** A sentence after a list of up to this many words may stay at its foot. */
const CLOSING_WORDS = 8

/** What a block's slide is made from, beside the block. */
export interface Setting {
  /** The slide with its headline, still without a body. */
  readonly head: Slide
  readonly after?: Block
  /** The layout that an author asked for, which suits the block. */
  readonly asked?: Layout
}

/** The slides of one block; `[]` where it is for the speaker or the page. */
export function blockSlides(
  block: Block,
  { head, after, asked }: Setting,
  planning: Planning,
): readonly Slide[] {
  const { measure } = planning
  switch (block.type) {
    case 'item':
      return itemSlides(block, planning)
    case 'list': {
      const body = block.entries.flatMap((entry, index) =>
        entryPieces(entry, planning).map((piece) =>
          block.ordered ? { ...piece, number: index + 1 } : piece,
        ),
      )
      return body.length === 0 ? [] : fitList(measure, { ...head, body, ...closing(after) })
    }
    case 'quote':
      return quoteSlides(block, { head, ...(asked ? { asked } : {}) }, measure)
    case 'table':
      return tableSlides(block, { head, ...(asked ? { asked } : {}) }, measure)
    case 'figure': {
      const body = [blockPiece(block.at, block.words.text || block.alternative)]
      if (asked === 'figure') return [{ ...head, layout: 'figure', body, bodySize: 28 }]
      return [{ ...head, kicker: quietHead(head), layout: 'image', body, bodySize: 28 }]
    }
    case 'code':
      return fitCode(
        measure,
        { ...head, layout: 'figure' },
        { at: block.at, text: block.words.text },
      )
    case 'diagram':
      return diagramSlides(block, head, measure)
    case 'element':
      return elementSlides(block, { head, ...(asked ? { asked } : {}) }, measure)
    default:
      return []
  }
}

function tableSlides(
  block: TableBlock,
  { head, asked }: Setting,
  measure: Measure,
): readonly Slide[] {
  const { at, rows } = block
  const body = rows.map((row, index) => ({
    type: 'row' as const,
    at,
    n: index,
    text: row.join(' · '),
  }))
  const slide: Slide = { ...head, layout: 'table', body }
  const compares = asked ? asked === 'comparison' : comparesRows(rows)
  const compared = compares ? fitComparison(measure, slide, rows) : undefined
  return compared ? [compared] : fitTable(measure, slide, rows)
}

function quoteSlides(
  block: QuoteBlock,
  { head, asked = 'quote' }: Setting,
  measure: Measure,
): readonly Slide[] {
  const body = block.flows
    ? sentencePieces(block.at, block.words.sentences).map((piece, index) =>
        block.opens.includes(index + 1) ? { ...piece, opens: true as const } : piece,
      )
    : [blockPiece(block.at, block.words.text)]
  const close = block.by ? { close: textPiece(block.by.text.replace(/^\s*[—–-]\s*/, '')) } : {}
  const kicker = quietHead(head)
  return fitSentences(measure, { ...head, kicker, layout: asked, body, ...close }, 'statement')
}

/** A slide for each picture that the author's diagram takes. */
function diagramSlides(
  { at, text }: DiagramBlock,
  head: Slide,
  measure: Measure,
): readonly Slide[] {
  const count = measure.pictures?.(text) ?? 1
  const slide: Slide = { ...head, layout: 'diagram', body: [blockPiece(at, 'Diagram')] }
  const pictures = Array.from({ length: count }, (_, index) => [
    { type: 'picture' as const, at, n: index + 1, text: 'Diagram' },
  ])
  return continued(slide, count > 1 ? pictures : [])
}

function elementSlides(
  block: ElementBlock,
  { head, asked }: Setting,
  measure: Measure,
): readonly Slide[] {
  const { name, words, attributes } = block
  const body = [blockPiece(block.at, words.text)]
  if (name === 'Statement' || name === 'Quote') {
    const layout = asked ?? (name === 'Quote' ? 'quote' : 'statement')
    const close = attributes.by === undefined ? {} : { close: textPiece(attributes.by) }
    const bodySize = statementSize(measure, words.text)
    return [{ ...head, kicker: quietHead(head), layout, body, bodySize, ...close }]
  }
  if (name === 'Diagram') return [{ ...head, layout: 'diagram', body }]
  return name === 'Columns'
    ? [columnsSlide(block, { head, ...(asked ? { asked } : {}) }, measure)]
    : []
}

/** What stands small above the large words: the headline that another layout would have. */
function quietHead(head: Slide): string {
  return head.head?.text ?? head.title
}

/** A short sentence after a list stays at its foot: "These things cost money." */
function closing(after: Block | undefined): { readonly close?: Piece } {
  const [close] = after?.type === 'prose' ? sentencePieces(after.at, after.words.sentences) : []
  return close && countWords(close.text) <= CLOSING_WORDS ? { close } : {}
}
