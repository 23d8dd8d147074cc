/** How high the parts of the one page are, px; styles in handouts/_one-page set the same. */

import { heightOfPaper, type PaperMargins, type PaperName, widthOfPaper } from '../model/paper.ts'
import { PART } from '../publish/page-margins.ts'
import { shortAddress } from '../publish/qr-code.ts'
import { linesOf, type Measure } from '../text/measure.ts'
import type { SheetFoot } from './foot.ts'
import { bandsOf } from './index.ts'
import type { OnePage, OnePageLine, OnePagePart } from './part.ts'
import type { SmallCharts } from './small-charts.ts'

const PT = 4 / 3
const MM = 96 / 25.4

/** Where no brand says more, mm. */
const MARGINS: PaperMargins = { top: 12, right: 16, bottom: 12, left: 16 }
/** Lengths in px, as the style sheet sets them in mm and pt. Left free below, so that one line more does not make a second page. */
const SPARE = 7 * MM
/** The width of the line at the side. */
const THREAD = 10 * MM
const GUTTER = 9 * MM
/** Said behind the title of a route. */
export const OF_A_PART = `: ${PART.charAt(0).toLowerCase()}${PART.slice(1)}`
const TITLE = { size: 20 * PT, leading: 1.15, weight: 700 } as const
const ROUTE = { size: 12 * PT, leading: 1.35, weight: 450 } as const
const ASK = { size: 15 * PT, leading: 1.25, weight: 700, padding: 10 * MM } as const
/** The heading of a part. */
export const HEADING = 13 * PT * 1.2 + 1 * MM
const BETWEEN = 4.5 * MM
const ASK_PADDING = 7 * MM
const TAG = 12 * PT * 1.4 + 2 * MM
const QUIET = 10 * PT
const LEADING = 1.35
const CODE = 22 * MM
const FOOT_RULE = 3 * MM
/** Space below each line, as a part of its size. */
const BELOW = 0.3
/** Part of the width that is used: names before words are bold, and so a little wider than counted. */
const SAFE = 0.99

/** What a page is measured for. */
export interface SheetContext {
  readonly paper: PaperName
  /** Of the brand. */
  readonly margins?: PaperMargins | undefined
  readonly measure: Measure
}

/** The same in one size of words. */
interface InSize extends SheetContext {
  /** pt. */
  readonly size: number
}

/** The height that there is for words. */
export function roomOf({ paper, margins: { top, bottom } = MARGINS }: SheetContext): number {
  return (heightOfPaper(paper) - top - bottom) * MM - SPARE
}

/** The room for words across the sheet. */
export function widthOf({ paper, margins: { left, right } = MARGINS }: SheetContext): number {
  return (widthOfPaper(paper) - left - right) * MM - THREAD
}

/** The width for words in one of two parts side by side. */
export function columnOf(on: SheetContext): number {
  return (widthOf(on) - GUTTER) / 2
}

/** The height of all that stands on the page. */
export function heightOf(page: OnePage, foot: SheetFoot, set: InSize): number {
  const head = (words: string, { size, leading, weight }: typeof TITLE | typeof ROUTE) =>
    linesOf(set.measure, words, { size, weight, width: widthOf(set) * SAFE }) * size * leading
  const bands = [
    TAG +
      head(page.title, TITLE) +
      (page.route === undefined ? 0 : head(`${page.route}${OF_A_PART}`, ROUTE)),
    ASK_PADDING + askHeight(page.ask, set),
    ...bandsOf(page).map((parts) => {
      const width = parts.length > 1 ? columnOf(set) : widthOf(set)
      return Math.max(...parts.map((part) => partHeight(part, width, set)))
    }),
    footHeight(foot, set),
  ]
  return bands.reduce((sum, band) => sum + band + BETWEEN, -BETWEEN)
}

/** The height of what the case asks. */
export function askHeight({ lead, gap }: OnePagePart, set: InSize): number {
  const { size, leading, weight, padding } = ASK
  const width = (widthOf(set) - padding) * SAFE
  const lines = linesOf(set.measure, lead ?? gap ?? '', { size, weight, width })
  return HEADING + lines * size * leading
}

/** The height of a part that is this wide. */
export function partHeight(part: OnePagePart, width: number, set: InSize): number {
  const { lead, stands, lines, more, gap } = part
  const size = set.size * PT
  const text = (words: string | undefined, px = size, room = width) =>
    words === undefined ? 0 : textHeight(words, { px, width: room }, set)
  const own = text(gap) + (gap ? 2 * MM : 0) + text(lead, stands ? size * 1.1 : size)
  const below = (gap || lead ? size * BELOW : 0) + text(more, QUIET)
  if (gap) return HEADING + own + below
  const listed = part.charts
    ? chartedHeight(part.charts, lines, set)
    : part.paired
      ? pairsHeight(lines, set)
      : linesHeight(lines, width, set)
  return HEADING + own + below + listed
}

/** Of the columns by year, px. */
const COLUMNS = 11 * MM
/** The parts of the width that the words of a bar take, and those of its value. */
const [BAR_WORDS, BAR_VALUE] = [0.52, 0.28]

/** Numbers beside the columns by year, where the case turns below both, and the bars below that. */
function chartedHeight(
  { moves, years }: SmallCharts,
  lines: readonly OnePageLine[],
  set: InSize,
): number {
  const numbers = lines.filter(({ isTurn }) => !isTurn)
  const turns = lines.filter(({ isTurn }) => isTurn)
  const quiet = (words: string, width: number) => textHeight(words, { px: QUIET, width }, set)
  const beside = years
    ? Math.max(linesHeight(numbers, columnOf(set), set), columnsHeight(years.words, set))
    : linesHeight(numbers, widthOf(set), set)
  const bars = (moves?.bars ?? []).map(({ text, told }) =>
    Math.max(quiet(text, widthOf(set) * BAR_WORDS), quiet(told, widthOf(set) * BAR_VALUE)),
  )
  const caption = moves ? quiet(moves.caption, widthOf(set)) : 0
  return (
    beside +
    linesHeight(turns, widthOf(set), set) +
    caption +
    bars.reduce((sum, one) => sum + one, 0)
  )
}

/** The columns, with their words at the side. */
function columnsHeight(words: string, set: InSize): number {
  const width = columnOf(set) * COLUMN_WORDS
  return Math.max(COLUMNS, textHeight(words, { px: QUIET, width }, set)) + set.size * PT * BELOW
}

/** The part of their width that the words beside the columns take. */
const COLUMN_WORDS = 0.63

function linesHeight(lines: readonly OnePageLine[], width: number, set: InSize): number {
  return lines.reduce((sum, line) => sum + lineHeight(line, width, set), 0)
}

/** Two lines side by side take as much as the longer one. */
function pairsHeight(lines: readonly OnePageLine[], set: InSize): number {
  const heights = lines.map((line) => lineHeight(line, columnOf(set), set))
  return heights.reduce(
    (sum, height, index) =>
      index % 2 === 0 ? sum + Math.max(height, heights[index + 1] ?? 0) : sum,
    0,
  )
}

function lineHeight({ name, text, below = [] }: OnePageLine, width: number, set: InSize): number {
  const px = set.size * PT
  const words = name === undefined ? text : `${name} ${text}`
  const quiet = below.map((one) => (one.colour ? `MM ${one.words}` : one.words)).join(' ')
  const own = textHeight(words, { px, width: name === undefined ? width - px * 1.2 : width }, set)
  return own + textHeight(quiet, { px: QUIET, width }, set) + px * BELOW
}

function textHeight(
  words: string,
  { px, width }: { readonly px: number; readonly width: number },
  { measure }: InSize,
): number {
  return linesOf(measure, words, { size: px, weight: 400, width: width * SAFE }) * px * LEADING
}

/** Words at both ends of a line, or one below the other beside the code. */
function footHeight({ caveat, state, address }: SheetFoot, set: InSize): number {
  const half = widthOf(set) / 2
  const width = address === undefined ? half : half - CODE
  const lines = (words: string | undefined) =>
    linesOf(set.measure, words ?? '', { size: QUIET, weight: 450, width })
  const own = [lines(caveat), lines(state)] as const
  if (address === undefined) return FOOT_RULE + Math.max(...own) * QUIET * LEADING
  const beside = Math.max(own[0] + own[1], lines(shortAddress(address))) * QUIET * LEADING
  return FOOT_RULE + Math.max(beside, CODE)
}

/** The height of a line, px. */
export function lineOf({ size }: Pick<InSize, 'size'>): number {
  return size * PT * LEADING
}
