/** The slides of one block, by its kind. */
import type {
  Block,
  DiagramBlock,
  ElementBlock,
  ProseBlock,
  QuoteBlock,
} from '../syntax/conventions/index.ts'
import type { Measure } from '../text/measure.ts'
import { countWords } from '../text/sentences.ts'
import { canvas } from './canvas.ts'
import { chartSlides, shownAs } from './chart-slides.ts'
import { fitCode } from './code.ts'
import { columnsSlide } from './columns.ts'
import { contentOf, isFormula, STATEMENT_WORDS } from './content.ts'
import { itemSlides } from './decision.ts'
import { estimateSlides } from './estimate-slides.ts'
import { continued, fitList, fitSentences, headHeight, statementSize } from './fit.ts'
import { warningIn } from './head.ts'
import { type Layout, suiting } from './layouts.ts'
import { isOfPictures, pictureSlides } from './picture-slides.ts'
import { blockPiece, type Piece, sentencePieces, textPiece } from './piece.ts'
import { entryPieces, type Planning } from './planning.ts'
import type { Slide } from './slide.ts'
import { tableSlides, tablesBelow, withLayout } from './table-slides.ts'

/** A sentence after a list of up to this many words may stay at its foot. */
const CLOSING_WORDS = 8

/** What a block's slide is made from, beside the block. */
export interface Setting {
  /** The slide with its headline, still without a body. */
  readonly head: Slide
  readonly before?: Block
  readonly after?: Block
  /** The layout that an author asked for, which suits the block. */
  readonly asked?: Layout
}

/** The slides of one block, and of the pictures in it; `[]` where it is for the speaker or the page. */
export function blockSlides(of: Block, setting: Setting, planning: Planning): readonly Slide[] {
  const block = shownAs(of)
  const own = isOfPictures(block) ? [] : ownSlides(block, setting, planning)
  return block.type === 'item' ? own : [...own, ...pictureSlides(block, setting.head, own)]
}

function ownSlides(
  block: Block,
  { head, before, after, asked }: Setting,
  planning: Planning,
): readonly Slide[] {
  const { measure } = planning
  const layout = asked ?? suiting(contentOf(block))[0] ?? head.layout
  const slide = withLayout(head, layout)
  switch (block.type) {
    case 'item':
      return itemSlides(block, planning)
    case 'list': {
      const estimates = estimateSlides(block, slide, planning)
      if (estimates) return estimates
      const body = block.entries.flatMap((entry, index) =>
        entryPieces(entry, planning)
          .filter(({ text }) => text.trim() !== '')
          .map((piece) =>
            block.ordered ? { ...piece, number: index + (block.start ?? 1) } : piece,
          ),
      )
      const list = body.length === 0 ? [] : fitList(measure, { ...slide, body, ...closing(after) })
      return [...list, ...block.entries.flatMap((entry) => tablesBelow(entry, head, planning))]
    }
    case 'quote':
      return block.words.text.trim() === '' ? [] : quoteSlides(block, slide, measure)
    case 'table': {
      const { rows, items = [] } = block
      const isAll = items.length === rows.length - 1
      const estimates = isAll ? estimateSlides({ entries: items }, slide, planning) : undefined
      const said = [before, after]
        .map((one) => (one && 'words' in one ? one.words.text : ''))
        .join(' ')
      return estimates ?? tableSlides(block, slide, { ...planning, said })
    }
    case 'figure': {
      const body = [blockPiece(block.at, block.words.text || block.alternative)]
      return [{ ...slide, body, bodySize: 28 }]
    }
    case 'code':
      return fitCode(measure, slide, { at: block.at, text: block.words.text })
    case 'diagram':
      return diagramSlides(block, slide, measure)
    case 'element':
      return elementSlides(block, slide, measure)
    case 'prose':
      return isFormula(block) ? [formulaSlide(block, { head, before, after }, measure)] : []
    default:
      return []
  }
}

function quoteSlides(block: QuoteBlock, slide: Slide, measure: Measure): readonly Slide[] {
  const body = block.flows
    ? sentencePieces(block.at, block.words.sentences).map((piece, index) =>
        block.paragraphStarts.includes(index + 1)
          ? { ...piece, startsParagraph: true as const }
          : piece,
      )
    : [blockPiece(block.at, block.words.text)]
  const close = block.by ? { close: textPiece(block.by.text) } : {}
  return fitSentences(measure, { ...slide, body, ...close }, 'statement')
}

/** A formula, large, between what leads to it and what its letters mean. */
function formulaSlide(
  { at, words: { text, sentences } }: ProseBlock,
  {
    head,
    before,
    after,
  }: { readonly [Name in 'before' | 'after']: Block | undefined } & Pick<Setting, 'head'>,
  measure: Measure,
): Slide {
  const lead = shortIn(before).at(-1)
  const close = shortIn(after)[0]
  return {
    ...withLayout(head, 'statement'),
    ...{ body: sentencePieces(at, sentences), bodySize: statementSize(measure, text) },
    ...(lead && { lead }),
    ...(close && { close }),
  }
}

/** The sentences of a paragraph beside a formula that have room beside it. */
function shortIn(block: Block | undefined): readonly Piece[] {
  if (block?.type !== 'prose' || isFormula(block)) return []
  return sentencePieces(block.at, block.words.sentences).filter(
    ({ text }) => countWords(text) <= STATEMENT_WORDS,
  )
}

/** A slide for each picture that the author's diagram takes. */
function diagramSlides(
  { at, text }: DiagramBlock,
  slide: Slide,
  measure: Measure,
): readonly Slide[] {
  const height = canvas.height - headHeight(measure, slide) - 12
  const count = measure.pictures?.(text, height) ?? 1
  const pictures = Array.from({ length: count }, (_, index) => [
    { type: 'picture' as const, at, n: index + 1, text: 'Diagram' },
  ])
  const whole = { ...slide, body: [blockPiece(at, 'Diagram')] }
  return continued(whole, count > 1 ? pictures : [])
}

function elementSlides(block: ElementBlock, slide: Slide, measure: Measure): readonly Slide[] {
  const { name, words, attributes } = block
  const body = [blockPiece(block.at, words.text)]
  if (name === 'Statement' || name === 'Quote') {
    const close = attributes.by === undefined ? {} : { close: textPiece(attributes.by) }
    return [{ ...slide, body, bodySize: statementSize(measure, words.text), ...close }]
  }
  if (name === 'Diagram') return [{ ...slide, body }]
  if (name === 'Chart') return chartSlides(block, slide, measure)
  return name === 'Columns' ? [columnsSlide(block, slide, measure)] : []
}

/** A short sentence after a list stays at its foot: "These things cost money." */
function closing(after: Block | undefined): { readonly close?: Piece } {
  const [close] =
    after?.type === 'prose' && !warningIn(after)
      ? sentencePieces(after.at, after.words.sentences)
      : []
  return close && countWords(close.text) <= CLOSING_WORDS ? { close } : {}
}
