/** What the options cost and bring, after their own slides: side by side, by year, what matters most, what turns it. */

import { MOST_BARS, tornadoChart } from '../appraisal/charts.ts'
import {
  BASELINE,
  type ComparedOption,
  comparisonOf,
  type OptionComparison,
  turnSentence,
} from '../appraisal/comparison.ts'
import { appraisalPlace } from '../appraisal/place.ts'
import type { Ledger } from '../appraisal/plan.ts'
import { APPRAISAL, TURNS } from '../appraisal/sum-names.ts'
import type { ChartPlan } from '../chart/index.ts'
import { withinSentence } from '../model/kinds.ts'
import { plainText } from '../text/linked-text.ts'
import type { Measure } from '../text/measure.ts'
import { canvas, heightOf, highest, larger, plainHeight, sum } from './canvas.ts'
import { chartRoom } from './chart-slides.ts'
import { partsOfNumber } from './estimate-slides.ts'
import { headHeight, headSize } from './fit.ts'
import { fitTable } from './fit-table.ts'
import { type Piece, textPiece } from './piece.ts'
import type { Planning } from './planning.ts'
import { newSlide, type Slide, type SlideOption } from './slide.ts'

/** More do not stand side by side: the others are counted. */
const MOST_COLUMNS = 4

/** As layouts/options.css sets it, px. */
const FIGURES = [80, 72, 64, 56, 48, 42, 36] as const
const BODIES = [32, 30, 28, 26, 24, 22] as const
const UNIT = 0.62
const BETWEEN = 16
const PADDING = 16
const KICKER = 20
const CLOSE = 20
const ABOVE = 24

/** The slides, and the key of the section after which they stand; `undefined` where no option was appraised. */
export function appraisalSlides(
  assembled: Planning['assembled'],
  measure: Measure,
): { readonly after: string; readonly slides: readonly Slide[] } | undefined {
  const place = appraisalPlace(assembled)
  const comparison = comparisonOf(assembled)
  if (!place || !comparison) return undefined
  const { charts } = comparison
  const common = { section: place.section.key, narrativeKey: place.key }
  const called = (name: string) => ({ id: `${place.section.key}--${name}`, ...common })
  const close = textPiece(`${comparison.basis}.`)
  const charted = (chart: ChartPlan | undefined, name: string, foot: Partial<Slide> = {}) =>
    chart ? [chartSlide({ ...called(name), ...foot }, chart, measure)] : []
  const values = charted(charts.values, 'values', { close })
  const columns = optionsSlide(comparison, { id: place.key, ...common, close }, measure)
  return {
    after: place.last,
    slides: [
      // Where there is no room for columns, their picture stands in their place.
      ...(columns ? [{ ...columns, below: values }] : values),
      ...charted(charts.flows, 'by-year'),
      ...tornadoSlides(comparison.ledger, { ...called('what-matters-most'), close }, measure),
      ...turnSlides(comparison, called('what-turns-it'), measure),
    ],
  }
}

type Begun = Pick<Slide, 'id'> & Partial<Slide>

function chartSlide(begun: Begun, chart: ChartPlan, measure: Measure): Slide {
  const { headline } = chart
  return newSlide({
    ...begun,
    ...{ layout: 'chart', title: headline, headSize: headSize(measure, headline), chart },
  })
}

/** Of letters of the smallest size: what the key and the numbers below take, and each row, in lines. */
const [SMALLEST, AROUND, APART] = [20, 4.2, 0.34]
/** Of the canvas, what the names of rows take. */
const NAMES = 0.34
const FEWEST_BARS = 3

/** What matters most: as many rows as stand on the slide, whose subtitle counts the others. */
function tornadoSlides(ledger: Ledger, begun: Begun, measure: Measure): readonly Slide[] {
  for (let most = MOST_BARS; most >= FEWEST_BARS; most -= 1) {
    const chart = tornadoChart(ledger, most)
    if (!chart) return []
    const slide = chartSlide(begun, chart, measure)
    const lines = sum(
      chart.rows.map((row) =>
        Math.max(
          1,
          Math.round(
            heightOf(measure, row, { size: SMALLEST, width: canvas.width * NAMES, as: 'head' }) /
              SMALLEST,
          ),
        ),
      ),
    )
    const height = SMALLEST * (AROUND + lines * 1.18 + chart.rows.length * APART)
    if (most === FEWEST_BARS || height <= chartRoom({}, chart, { slide, measure })) return [slide]
  }
  return []
}

/** Options side by side, the preferred one on ink. */
function optionsSlide(
  { options, turns, likelihood }: OptionComparison,
  begun: Begun,
  measure: Measure,
): Slide | undefined {
  const best = bestOf(options)
  const title = best?.chance ? `${best.name} is best in ${best.chance}` : APPRAISAL
  const shown = chosen(options)
  const left = options.length - shown.length
  const more =
    left > 0
      ? ` ${left === 1 ? '1 other option is' : `${left} other options are`} in the narrative.`
      : ''
  const close = textPiece(`${begun.close?.text ?? ''} ${likelihood}.${more}`)
  const slide = newSlide({
    ...begun,
    layout: 'options',
    title,
    headSize: headSize(measure, title),
    close,
  })
  const width = (canvas.width - BETWEEN * (shown.length - 1)) / shown.length - 2 * PADDING
  const [turn] = turns.toReversed()
  const ways = [turn ? turnSentence(turn) : '', ''].map((words) =>
    shown.map((option) => columnOf(option, option.isPreferred ? words : '')),
  )
  const height = (text: string, size: number): number =>
    heightOf(measure, text, { size, width, as: 'body' })
  const foot =
    plainHeight(measure, close.text, { size: CLOSE, width: canvas.width, as: 'body' }) + 8
  const room = canvas.height - headHeight(measure, slide) - ABOVE - 2 * PADDING - foot
  const wide = (width * larger.width) / canvas.width
  for (const columns of ways) {
    for (const size of FIGURES) {
      const set = columns.map(({ figure, unit }) => ({
        figure: measure(figure, size * larger.text, 800),
        unit: measure(unit, size * UNIT * larger.text, 600),
      }))
      if (set.some((one) => Math.max(one.figure, one.unit) > wide)) continue
      const isTwo = set.some((one) => one.figure + one.unit > wide)
      const figures = size * 1.1 + (isTwo ? size * UNIT * 1.2 : 0) + 18
      // Names, numbers and what is said of them stand as high in each.
      const most = (of: (column: SlideOption) => number) => highest(columns.map(of))
      const bodySize = BODIES.find(
        (body) =>
          most(({ kicker }) => height(kicker, KICKER)) +
            most(({ title: name }) => height(name, body) * 1.05) +
            figures +
            most(({ lines }) => sum(lines.map((words) => height(words, body) + 8))) <=
          room,
      )
      if (bodySize) return { ...slide, bodySize, options: { columns, size } }
    }
  }
  return undefined
}

/** The one that is best most often. */
function bestOf(options: readonly ComparedOption[]): ComparedOption | undefined {
  return options.toSorted((one, other) => (other.chanceOfBest ?? 0) - (one.chanceOfBest ?? 0))[0]
}

/** As many as stand side by side: the preferred and the best one, those on the short list, in their order. */
function chosen(options: readonly ComparedOption[]): readonly ComparedOption[] {
  const best = bestOf(options)
  const rank = (one: ComparedOption): number => {
    if (one.isPreferred || one === best) return 0
    return one.marks.includes('Discounted') ? 3 : one.told || one.baseline ? 1 : 2
  }
  const most = options.toSorted((one, other) => rank(one) - rank(other)).slice(0, MOST_COLUMNS)
  return options.filter((one) => most.includes(one))
}

/** Of what is said of an option, what stands in its column. */
const SHOWN: ReadonlySet<string> = new Set(['Meets', 'Against it'])

function columnOf(option: ComparedOption, turn: string): SlideOption {
  const { key, name, title, marks, isPreferred, told, baseline, untold, chance, notes } = option
  const said = notes.filter(({ term }) => SHOWN.has(term))
  // The last says most: `Discounted`, after `Do minimum`.
  const others = marks.filter((mark) => mark !== 'Preferred').slice(-1)
  const value = told?.npsv.central ?? baseline ?? '–'
  return {
    ...{ key, title, isPreferred },
    kicker: [
      isPreferred ? `Preferred: ${withinSentence(name)}` : name,
      ...others.map((one) => one.toLowerCase()),
    ].join(', '),
    ...partsOfNumber(value),
    lines: [
      ...(told?.npsv.likelihood ? [told.npsv.range] : []),
      ...(baseline ? [BASELINE] : told ? [] : [untold]),
      ...(chance ? [`Best in ${chance}`] : []),
      ...said.map(({ term, words }) => `${term} ${plainText(words)}`),
      ...(turn ? [turn] : []),
    ],
  }
}

/** Where the case turns, in rows. */
function turnSlides({ turns }: OptionComparison, begun: Begun, measure: Measure): readonly Slide[] {
  if (turns.length === 0) return []
  const title = TURNS
  const rows: readonly Piece[] = [
    { type: 'text', text: 'What happens', cells: ['At which value', 'What the case says'] },
    ...turns.map(
      ({ then, at, says }): Piece => ({ type: 'text', text: then, cells: [at, plainText(says)] }),
    ),
  ]
  const cells = rows.map(({ text, cells = [] }) => [text, ...cells])
  const slide = newSlide({
    ...begun,
    layout: 'ledger',
    title,
    headSize: headSize(measure, title),
    body: rows,
  })
  return fitTable(measure, slide, cells)
}
