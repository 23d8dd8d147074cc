/** What stands at the head of a section's slide. */
import { type Block, warns } from '../syntax/conventions/index.ts'
import type { Measure } from '../text/measure.ts'
import { countWords } from '../text/sentences.ts'
import { headSize } from './fit.ts'
import { type Piece, sentencePieces, textPiece } from './piece.ts'
import type { Run } from './runs.ts'
import { newSlide, type Slide } from './slide.ts'
import { addressOf } from './slide-addresses.ts'

/** A lead-in of up to this many words is a headline. */
const LEAD_IN_WORDS = 14

/** The headline: a lead-in with the section's name above it, else the section's name. */
export function headOf(
  { section }: Pick<Run, 'section'>,
  before: Block | undefined,
  measure: Measure,
): Slide {
  const name = section?.title ?? ''
  const id = addressOf(section?.key ?? 'opening')
  const within = section ? { section: section.key } : {}
  const warning = before && warningIn(before)
  if (warning && !isHeadline(before)) {
    return newSlide({
      id,
      layout: 'list',
      title: warning.text.replace(/:\s*$/, ''),
      kicker: name,
      head: warning,
      headSize: headSize(measure, warning.text),
      ...within,
    })
  }
  if (before?.type !== 'lead-in' || !isHeadline(before)) {
    return newSlide({
      id,
      layout: 'list',
      title: name,
      headSize: headSize(measure, name),
      ...within,
    })
  }
  const { text } = before.words
  return newSlide({
    id,
    layout: 'list',
    title: text.replace(/:\s*$/, ''),
    kicker: name,
    head: { type: 'lead-in', at: before.at, text },
    headSize: headSize(measure, text),
    ...within,
  })
}

/** The first sentence of a paragraph that warns of something, which is never the speaker's alone. */
export function warningIn(block: Block): Piece | undefined {
  if ((block.type !== 'prose' && block.type !== 'lead-in') || !warns(block.node)) return undefined
  const [first] = sentencePieces(block.at, block.words.sentences)
  return first && (block.type === 'prose' ? first : textPiece(first.text))
}

/** Whether a lead-in is short enough to be a headline. */
export function isHeadline(block: Block): boolean {
  return block.type === 'lead-in' && countWords(block.words.text) <= LEAD_IN_WORDS
}
