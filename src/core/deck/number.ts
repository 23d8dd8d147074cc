/** The figure of a sentence that stands alone, as the picture of its slide. The words stay whole and in order. */
import { figuresIn } from '../text/figures.ts'
import type { Measure } from '../text/measure.ts'
import { shareIn } from '../text/numbers.ts'
import { atAnySize, canvas, heightOf, larger } from './canvas.ts'
import { traitsOf } from './layouts.ts'
import type { Slide, SlideNumber } from './slide.ts'

/** As layouts/amount.css sets it, px. */
const FIGURES = [290, 250, 200, 160, 136, 112] as const
const WORDS = [54, 48, 42, 36] as const
/** What follows the figure on its line, of its size. */
const UNIT = 0.38
const BAR = 96
const KICKER = 64
const GAPS = 40
/** A longer figure is read, and not seen. */
const MOST_LETTERS = 24

// Matches "about " and "more than " before a figure, the figure, and what it counts.
const RE_PARTS = /^(?<about>[^\d£€$]*?)(?<figure>[£€$]?\d[\d.,]*(?:\s?%|bn\b|m\b|k\b)?)(?<unit>.*)$/
const RE_ABOUT =
  /^(?:about|around|nearly|almost|roughly|over|under|up to|at least|more than|less than|fewer than)\s+/i
// Matches "37% to 12%", which are two.
const RE_RANGE = /\d\D*(?:\bto\b|–)/
// Matches the signs of a formula, whose numbers are part of it.
const RE_SUM = /[=<>≤≥√∑]/
// Matches " a year" behind a figure.
const RE_TIME = /^ (?:a|per|each|every) (?:day|week|month|year)\b/

/** The same slide, or one whose single figure is its picture. */
export function withNumber(slide: Slide, measure: Measure): Slide {
  const [piece, ...others] = slide.body
  if (!traitsOf(slide.layout).figures || !piece || others.length > 0) return slide
  const { text } = piece
  if (RE_SUM.test(text)) return slide
  const [found, ...more] = figuresIn(text)
  if (!found || more.length > 0 || RE_RANGE.test(found.words)) return slide
  const parts = partsOf(text.slice(found.index, found.index + found.length))
  const start = found.index + parts.about.length
  const time = RE_TIME.exec(text.slice(found.index + found.length))?.[0] ?? ''
  const [figure, unit] = [parts.figure, parts.unit + time]
  if (figure.length + unit.length > MOST_LETTERS) return slide
  const before = text.slice(0, start).trim()
  const after = text.slice(start + figure.length + unit.length).trim()
  const share = shareOf(figure + parts.unit)
  for (const size of FIGURES) {
    const wide = measure(figure, size, 800) + measure(unit, size * UNIT, 500)
    if (wide * larger.text > larger.width) continue
    const high = atAnySize({ size, width: canvas.width }, (set) => set.size)
    const room = canvas.height - KICKER - GAPS - high - (share === undefined ? 0 : BAR)
    const height = (text: string, size: number): number =>
      heightOf(measure, text, { size, width: 960, as: 'statement' })
    const bodySize = WORDS.find((words) => height(before, words) + height(after, words) <= room)
    if (!bodySize) continue
    const number: SlideNumber = { figure, unit, size, ...(share === undefined ? {} : { share }) }
    return { ...slide, layout: 'amount', bodySize, number }
  }
  return slide
}

function partsOf(words: string): { about: string; figure: string; unit: string } {
  const { about = '', figure = words, unit = '' } = RE_PARTS.exec(words)?.groups ?? {}
  if (figure !== words) return { about, figure, unit }
  const prefix = RE_ABOUT.exec(words)?.[0] ?? ''
  return { about: prefix, figure: words.slice(prefix.length), unit: '' }
}

/** A part of a whole, from 0 to 1; undefined where a figure is none. */
function shareOf(words: string): number | undefined {
  const share = words.endsWith('%')
    ? Number(words.slice(0, -1).trim() || Number.NaN) / 100
    : shareIn(words)
  return share !== undefined && share > 0 && share <= 1 ? share : undefined
}
