/** The slide of a chart: the sentence before it is the headline, where its source is from stands below. */
import { type ChartPlan, chartInWords, chartOf } from '../chart/index.ts'
import { type Block, type ElementBlock, isChart } from '../syntax/conventions/index.ts'
import type { Measure } from '../text/measure.ts'
import { countWords } from '../text/sentences.ts'
import { canvas, heightOf } from './canvas.ts'
import { headHeight, headSize } from './fit.ts'
import { blockPiece, type Origin } from './piece.ts'
import type { Slide } from './slide.ts'

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

/**
 * The height that its slide leaves a chart below the headline and what it measures, px of the canvas.
 * @param slide absent for a chart that stands beside other blocks
 */
export function chartRoom(
  { chart = {} }: Pick<ElementBlock, 'chart'>,
  { subtitle }: ChartPlan,
  { slide, measure }: { readonly slide: Slide | undefined; readonly measure: Measure },
): number {
  const small = (text = '', size = 22): number =>
    text === '' ? 0 : heightOf(measure, text, { size, width: canvas.width, as: 'body' })
  const above = slide ? headHeight(measure, slide) : BESIDE
  const source = small(chart.source?.words.text ?? slide?.close?.text, 20)
  const below = source > 0 ? source + 8 : 0
  return Math.floor(canvas.height - above - small(subtitle) - below - MARGINS)
}

/** What stands beside other blocks has about so much above it. */
const BESIDE = 160

/** The slides on which charts stand alone, by the places of these. */
export function slidesOfCharts(slides: readonly Slide[]): ReadonlyMap<string, Slide> {
  const all = slides.flatMap(function withBelow(slide): readonly Slide[] {
    return [slide, ...[...slide.below, ...(slide.leftOut ?? [])].flatMap(withBelow)]
  })
  return new Map(
    all.flatMap((slide) => {
      const [first] = slide.body
      return first?.type === 'block' ? [[first.at, slide] as const] : []
    }),
  )
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
