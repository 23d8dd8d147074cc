/** Whether the page fits on its paper, and in which size; styles in handouts/_one-page set the same. */

import type { Readers } from '../model/audience.ts'
import type { Place } from '../model/case.ts'
import { heightOfPaper, type PaperName, widthOfPaper } from '../model/paper.ts'
import { cautionsOf, editionWords, PART } from '../publish/page-margins.ts'
import { shortAddress } from '../publish/qr-code.ts'
import type { Settings } from '../settings/case-yaml.ts'
import { linesOf, type Measure } from '../text/measure.ts'
import { bandsOf } from './index.ts'
import type { OnePage, OnePageLine, OnePagePart } from './part.ts'

/**
 * Sizes of words, pt, and how many pieces of evidence are shown with them. Evidence is left out
 * before words get smaller, down to one piece for each part.
 */
const LADDER = [
  { size: 12, most: 3 },
  { size: 12, most: 2 },
  { size: 12, most: 1 },
  { size: 11.5, most: 1 },
  { size: 11, most: 1 },
  { size: 10.5, most: 1 },
  { size: 10, most: 1 },
] as const

export type SizeStep = (typeof LADDER)[number]

/** What stands at the foot beside the QR code. */
export interface Foot {
  readonly caveat?: string | undefined
  /** `Version 0.3, 14 March 2020`. */
  readonly state?: string | undefined
  readonly address?: string | undefined
}

/** How the page is set. */
export interface SheetFit {
  readonly step: SizeStep
  /** Lines too many at the last step, at least 1; absent where it fits. */
  readonly over?: number
}

/** What takes most lines at a step. */
export interface Longest {
  /** As a sentence names it: `success factors`. */
  readonly name: string
  readonly lines: number
  readonly place: Place
}

const PT = 4 / 3
const MM = 96 / 25.4

/** Lengths in px, as the style sheet sets them in mm and pt. */
const MARGINS = { inline: 32 * MM, block: 24 * MM } as const
/** Left free below, so that one line more does not make a second page. */
const SPARE = 7 * MM
/** The width of the line at the side. */
const THREAD = 10 * MM
const GUTTER = 9 * MM
/** Said behind the title of a route. */
export const OF_A_PART = `: ${PART.charAt(0).toLowerCase()}${PART.slice(1)}`
const TITLE = { size: 20 * PT, leading: 1.15, weight: 700 } as const
const ROUTE = { size: 12 * PT, leading: 1.35, weight: 450 } as const
const ASK = { size: 15 * PT, leading: 1.25, weight: 700, padding: 10 * MM } as const
const HEADING = 13 * PT * 1.2 + 1 * MM
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
export interface On {
  readonly paper: PaperName
  readonly measure: Measure
}

/** The largest step that fits. Where none does, the last step, and how many lines are too many. */
export function fitSheet(page: OnePage, foot: Foot, on: On): SheetFit {
  const room = heightOfPaper(on.paper) * MM - MARGINS.block - SPARE
  const step = LADDER.find((one) => heightOf(page, foot, { ...on, step: one }) <= room)
  if (step) return { step }
  const last = LADDER[LADDER.length - 1] as SizeStep // the ladder has steps
  const px = heightOf(page, foot, { ...on, step: last }) - room
  return { step: last, over: Math.max(1, Math.ceil(px / lineOf(last))) }
}

/** The words at the foot of a case in one state. */
export function footOf(read: State): Foot {
  return {
    caveat: cautionsOf(read).join('. ') || undefined,
    state: editionWords(read) || undefined,
    address: read.settings.address,
  }
}

interface State {
  readonly audience?: Readers['audience']
  readonly settings: Settings
  readonly version?: string
  /** ISO dates. */
  readonly dates: { readonly published?: string | undefined; readonly updated?: string | undefined }
}

/** The page with as much evidence as a step has room for. */
export function atStep(page: OnePage, { most }: SizeStep): OnePage {
  const cut = (part: OnePagePart): OnePagePart => ({ ...part, lines: part.lines.slice(0, most) })
  return { ...page, strongest: cut(page.strongest), weakest: cut(page.weakest) }
}

interface Set extends On {
  readonly step: SizeStep
}

/** The room for words across the sheet. */
function widthOf({ paper }: On): number {
  return widthOfPaper(paper) * MM - MARGINS.inline - THREAD
}

/** The width for words in one of two parts side by side. */
function columnOf(on: On): number {
  return (widthOf(on) - GUTTER) / 2
}

function heightOf(whole: OnePage, foot: Foot, set: Set): number {
  const page = atStep(whole, set.step)
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

function askHeight({ lead, gap }: OnePagePart, set: Set): number {
  const { size, leading, weight, padding } = ASK
  const width = (widthOf(set) - padding) * SAFE
  const lines = linesOf(set.measure, lead ?? gap ?? '', { size, weight, width })
  return HEADING + lines * size * leading
}

function partHeight(part: OnePagePart, width: number, set: Set): number {
  const { lead, stands, lines, more, gap } = part
  const size = set.step.size * PT
  const text = (words: string | undefined, px = size, room = width) =>
    words === undefined ? 0 : textHeight(words, { px, width: room }, set)
  const own = text(gap) + (gap ? 2 * MM : 0) + text(lead, stands ? size * 1.1 : size)
  const below = (gap || lead ? size * BELOW : 0) + text(more, QUIET)
  if (gap) return HEADING + own + below
  return (
    HEADING + own + below + (part.paired ? pairsHeight(lines, set) : linesHeight(lines, width, set))
  )
}

function linesHeight(lines: readonly OnePageLine[], width: number, set: Set): number {
  return lines.reduce((sum, line) => sum + lineHeight(line, width, set), 0)
}

/** Two lines side by side take as much as the longer one. */
function pairsHeight(lines: readonly OnePageLine[], set: Set): number {
  const heights = lines.map((line) => lineHeight(line, columnOf(set), set))
  return heights.reduce(
    (sum, height, index) =>
      index % 2 === 0 ? sum + Math.max(height, heights[index + 1] ?? 0) : sum,
    0,
  )
}

function lineHeight({ name, text, below = [] }: OnePageLine, width: number, set: Set): number {
  const px = set.step.size * PT
  const words = name === undefined ? text : `${name} ${text}`
  const quiet = below.map((one) => (one.colour ? `MM ${one.words}` : one.words)).join(' ')
  const own = textHeight(words, { px, width: name === undefined ? width - px * 1.2 : width }, set)
  return own + textHeight(quiet, { px: QUIET, width }, set) + px * BELOW
}

function textHeight(
  words: string,
  { px, width }: { readonly px: number; readonly width: number },
  { measure }: Set,
): number {
  return linesOf(measure, words, { size: px, weight: 400, width: width * SAFE }) * px * LEADING
}

/** Words at both ends of a line, or one below the other beside the code. */
function footHeight({ caveat, state, address }: Foot, set: Set): number {
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
function lineOf({ size }: SizeStep): number {
  return size * PT * LEADING
}

/** The longest part, where shortening helps most. The number of pieces of evidence is small already. */
export function longestOf(page: OnePage, { step }: SheetFit, on: On): Longest {
  const set = { ...on, step }
  const heightOf = (part: OnePagePart, width: number) =>
    part.omitted ? 0 : partHeight(part, width, set)
  const [wide, narrow] = [widthOf(on), columnOf(on)]
  const parts = [
    { name: 'what we ask', part: page.ask, height: askHeight(page.ask, set) },
    { name: 'the problem', part: page.problem, height: heightOf(page.problem, wide) },
    { name: 'objectives', part: page.objectives, height: heightOf(page.objectives, narrow) },
    { name: 'success factors', part: page.factors, height: heightOf(page.factors, narrow) },
    { name: 'options', part: page.options, height: heightOf(page.options, wide) },
  ] as const
  const [first] = parts
  const { name, part, height } = parts.reduce<(typeof parts)[number]>(
    (most, one) => (one.height > most.height ? one : most),
    first,
  )
  const lines = Math.round((height - HEADING) / lineOf(step))
  return { name, lines, place: part.place ?? { file: 'case.yaml' } }
}
