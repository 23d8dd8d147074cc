/** The slide of a chart: the sentence before it is the headline, where its source is from stands below. */
import { type ChartPlan, chartInWords, chartOf } from '../chart/index.ts'
import { type Block, type ElementBlock, isChart } from '../syntax/conventions/index.ts'
import type { Measure } from '../text/measure.ts'
import { countWords } from '../text/sentences.ts'
import { canvas, heightOf } from './canvas.ts'
import { headHeight, headSize } from './fit.ts'
import { blockPiece, type Origin } from './piece.ts'
import { newSlide, type Slide } from './slide.ts'

/** A longer sentence is the speaker's. */
const HEADLINE_WORDS = 20

const SENTENCE = { type: 'sentence', n: 1 } as const
const LEAD_IN = { type: 'lead-in' } as const

/** One slide; `[]` for a chart that is not drawn. */
export function chartSlides(block: ElementBlock, slide: Slide, measure: Measure): readonly Slide[] {
  const { plan } = chartOf(block)
  if (!plan) return []
  const body = [blockPiece(block.at, chartInWords(plan))]
  const { head } = block.chart ?? {}
  if (!head || !isHeadline(head.words.text)) return [{ ...slide, body }]
  const { at, words } = head
  const title = words.text.replace(/[:.]\s*$/, '')
  const isPlain = words.citations.length + words.addresses.length === 0
  const piece = { ...(head.type === 'prose' ? SENTENCE : LEAD_IN), at, text: title }
  const own = {
    title,
    kicker: slide.kicker ?? slide.title,
    // Without links in it, it needs no full stop either.
    ...(isPlain ? {} : { head: piece }),
    headSize: headSize(measure, title),
  }
  return [{ ...slide, ...own, body }]
}

/** The height that is left for a chart below its headline and what it measures, px of the canvas. */
export function chartRoom(
  { chart = {} }: ElementBlock,
  { subtitle }: ChartPlan,
  measure: Measure,
): number {
  const { head, source } = chart
  const isHead = head !== undefined && isHeadline(head.words.text)
  const title = isHead ? head.words.text : 'A section'
  const slide = newSlide({ id: '', layout: 'chart', title, kicker: isHead ? 'A section' : '' })
  const small = (text: string, size: number): number =>
    text === '' ? 0 : heightOf(measure, text, { size, width: canvas.width, as: 'body' })
  const above = headHeight(measure, { ...slide, headSize: headSize(measure, title) })
  const below = source ? small(source.words.text, 20) + 8 : 0
  return Math.floor(canvas.height - above - small(subtitle, 22) - below - MARGINS)
}

/** Above what it measures, and above the picture; layouts/chart.css sets the same. */
const MARGINS = 10 + 22

/** A chart that is not drawn is the table that it would be drawn from. */
export function shownAs(block: Block): Block {
  const data = isChart(block) && !chartOf(block).plan ? block.chart?.data : undefined
  return data ?? block
}

/** What of a chart the slide has no room for. */
export function notesOfChart({ chart }: ElementBlock): readonly Origin[] {
  const { head } = chart ?? {}
  return head && !isHeadline(head.words.text) ? [{ type: 'block', at: head.at }] : []
}

function isHeadline(text: string): boolean {
  return countWords(text) <= HEADLINE_WORDS
}
