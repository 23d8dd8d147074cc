/** Sizes and continuations: what of a slide goes onto "2 of 3". Pure, by the font's own metrics. */
import type { Measure } from '../text/measure.ts'
import { canvas, firstFit, flow, heightOf, highest, keepsWords, memoised, sum } from './canvas.ts'
import { cutLong } from './cut.ts'
import { type Piece, paragraphsOf } from './piece.ts'
import type { Slide } from './slide.ts'
import { belowHead, withHead } from './type-scale.ts'

const HEAD_SIZES = [54, 48, 42, 38] as const
const LARGE_SIZES = [
  200, 160, 136, 112, 104, 96, 88, 80, 72, 66, 60, 54, 48, 44, 40, 38, 36, 34, 32,
] as const
const FEW_SIZES = [88, 80, 74, 68] as const
const LIST_SIZES = [64, 60, 56, 54, 50, 46, 42, 40, 37, 34, 32] as const
const CONTINUED_SIZES = [32, 30, 28] as const
const COLUMN_SIZES = [40, 37, 34, 32, 30, 28] as const
const BODY_SIZES = [88, 74, 60, 54, 48, 44, 40, 36, 32, 30] as const
/** Up to this size, px, a long word may be broken. */
const SMALL = 54
/** No body is set smaller, px. */
export const SMALLEST = 28
/** But for entries that would else go onto a second slide. */
const SMALLEST_IN_TWO = 26
/** The longest line of large text; layouts/statement.css sets the same. */
const LARGE_WIDTH = 980
const COLUMN_GAP = 64
/** As many entries stand in two columns. */
const MOST_IN_TWO = 16
/** Size of nested entries, of the entry's. */
const NESTED = 0.85

/** Below each entry, of its size, and where a list is tight; layouts/list.css sets the same. */
const GAP = 0.75
const TIGHT_GAP = 0.4

/** Between the paragraphs of running text, of its size, and how far in the entries of a list stand; layouts/decision.css sets the same. */
const PARAGRAPH_GAP = 0.4
const INDENT = 1.2

/** The ids of items before their words, and the room behind them, of the size; layouts/list.css sets the same. */
const ID = { size: 0.84, behind: 0.5 } as const

/** A slide's height above its body. */
export function headHeight(measure: Measure, slide: Slide): number {
  const kicker = slide.kicker ? 48 : 0
  const text = slide.head?.text ?? slide.title
  return kicker + heightOf(measure, text, { size: slide.headSize, width: canvas.width, as: 'head' })
}

/** A headline's size: as large as three lines allow. */
export function headSize(measure: Measure, text: string): number {
  return firstFit(HEAD_SIZES, 54 * 1.1 * 2.1, (size) =>
    heightOf(measure, text, { size, width: canvas.width, as: 'head' }),
  )
}

/** One sentence alone on a slide. */
export function statementSize(
  measure: Measure,
  text: string,
  room: number = canvas.height - 110,
  width: number = LARGE_WIDTH,
): number {
  return largest(measure, text, { room, width, sizes: LARGE_SIZES })
}

/** The largest size at which large words fit the room, and none of them is broken. */
function largest(
  measure: Measure,
  text: string,
  of: { readonly room: number; readonly width: number; readonly sizes: readonly number[] },
): number {
  const { room, width, sizes } = of
  const whole = sizes.filter(
    (size) => size <= SMALL || keepsWords(measure, text, { size, width, as: 'statement' }),
  )
  return firstFit(whole, room, (size) => heightOf(measure, text, { size, width, as: 'statement' }))
}

/** Sets a list: one column, two columns, or several slides. */
export function fitList(measure: Measure, slide: Slide): readonly Slide[] {
  return withHead(measure, slide, (set) => fitBelow(measure, set))
}

function fitBelow(measure: Measure, slide: Slide): readonly Slide[] {
  const room = roomOf(measure, slide)
  const entryHeight = (size: number, width: number) => {
    const left = width - idWidth(measure, slide.body, size)
    return memoised((piece: Piece) => entryHeightOf(measure, piece, { size, width: left }))
  }
  const half = (canvas.width - COLUMN_GAP) / 2
  // In two columns ids stand in the line.
  const halfHeight = (size: number, gap: number) => (piece: Piece) =>
    entryHeightOf(
      measure,
      { ...piece, text: `${piece.id ?? ''} ${piece.text}`.trim() },
      { size, width: half, gap },
    )
  const column = (size: number): number => total(slide.body, entryHeight(size, canvas.width - 60))
  const sizes = [...(slide.body.length < 3 ? FEW_SIZES : []), ...LIST_SIZES]
  const single = belowHead(sizes, slide).find((size) => column(size) <= room)
  const close = single === undefined ? undefined : closeList(measure, slide, { single, room })
  if (close) return [close]
  if (single) return [{ ...slide, bodySize: single }]
  const first = Math.ceil(slide.body.length / 2)
  /** Entries side by side stand on one line, and so take what the longer one does. */
  const inTwo = (size: number, gap: number): number => {
    const heights = slide.body.map(halfHeight(size, gap))
    return sum(heights.slice(0, first).map((own, row) => Math.max(own, heights[first + row] ?? 0)))
  }
  if (slide.body.length >= 4 && slide.body.length <= MOST_IN_TWO) {
    const double = belowHead(COLUMN_SIZES, slide).find((size) => inTwo(size, GAP) <= room)
    if (double) return [{ ...slide, bodySize: double, firstColumn: first }]
    // A little smaller, entries that belong together stay on one slide.
    for (const bodySize of [SMALLEST, SMALLEST_IN_TWO]) {
      const close = tightly(slide).find(
        (tight) => inTwo(bodySize, TIGHT_GAP) <= roomOf(measure, tight),
      )
      if (close) return [{ ...close, bodySize, firstColumn: first }]
    }
  }
  // The largest size that needs the fewest slides.
  const runs = memoised((size: number) => {
    const height = entryHeight(size, canvas.width - 60)
    return flow(cutLong(slide.body, room, height), room, height)
  })
  const fewest = Math.min(...CONTINUED_SIZES.map((size) => runs(size).length))
  const size = CONTINUED_SIZES.find((size) => runs(size).length === fewest) ?? SMALLEST
  const isOneLeft = fewest === 2 && runs(size).some((run) => run.length === 1)
  const tight = isOneLeft ? tightList(measure, slide) : undefined
  return tight ? [tight] : continued({ ...slide, bodySize: size }, runs(size))
}

/** A list whose nested entries take its height, with less between entries, where that makes its words larger. */
function closeList(
  measure: Measure,
  slide: Slide,
  { single, room }: { readonly single: number; readonly room: number },
): Slide | undefined {
  if (!slide.body.some(({ text }) => text.includes('\n'))) return undefined
  const larger = belowHead(LIST_SIZES, slide).filter((size) => size > single)
  const bodySize = larger.find((size) => {
    const width = canvas.width - 60 - idWidth(measure, slide.body, size)
    const set = { size, width, gap: TIGHT_GAP }
    return total(slide.body, (piece) => entryHeightOf(measure, piece, set)) <= room
  })
  return bodySize === undefined ? undefined : { ...slide, bodySize, tight: true }
}

/** What a list has below its headline, px. */
function roomOf(measure: Measure, slide: Slide): number {
  return canvas.height - headHeight(measure, slide) - 40 - (slide.close ? 72 : 0)
}

/** A list in the smallest words, with less between entries, below smaller and smaller headlines. */
function tightly(slide: Slide): readonly Slide[] {
  return HEAD_SIZES.filter((headSize) => headSize <= slide.headSize).map(
    (headSize): Slide => ({ ...slide, headSize, bodySize: SMALLEST, tight: true }),
  )
}

/** The same list on one slide; undefined where less between entries is not enough. */
function tightList(measure: Measure, slide: Slide): Slide | undefined {
  const width = canvas.width - 60 - idWidth(measure, slide.body, SMALLEST)
  const set = { size: SMALLEST, width, gap: TIGHT_GAP }
  const height = total(slide.body, (piece) => entryHeightOf(measure, piece, set))
  return tightly(slide).find((tight) => height <= roomOf(measure, tight))
}

/** The room for the widest id of a list, with larger text too; 0 where no entry is an item. */
function idWidth(measure: Measure, body: readonly Piece[], size: number): number {
  const ids = body.flatMap(({ id }) => id ?? [])
  const widest = highest(ids.map((id) => measure(id, Math.max(20, size * ID.size), 700)))
  return widest === 0 ? 0 : (widest + size * ID.behind) * 1.15
}

/** An entry's own words, and its nested entries a line or more each, smaller and further in. */
function entryHeightOf(
  measure: Measure,
  piece: Piece,
  { size, width, gap: between = GAP }: { size: number; width: number; gap?: number },
): number {
  const [words = '', ...nested] = piece.text.split('\n')
  const own = withSmallCitations(words, piece.citations, size)
  const lines = nested.map((line) =>
    heightOf(measure, line, {
      size: size * NESTED,
      width: width - size * (piece.depth ?? 1),
      as: 'body',
    }),
  )
  const gap = nested.length > 0 ? size * 0.3 : 0
  return heightOf(measure, own, { size, width, as: 'body' }) + sum(lines) + gap + size * between
}

/** As layouts/list.css sets citations in entries: of the size, and px. */
const CITATION = { share: 0.56, least: 20 } as const

/** Words that take about the width that they have with their citations smaller and unbroken. */
function withSmallCitations(
  words: string,
  citations: readonly string[] = [],
  size: number,
): string {
  // They are a little bolder than the words.
  const share = Math.min(1, 1.1 * Math.max(CITATION.share, CITATION.least / size))
  return citations.reduce(
    (text, raw) =>
      text.replace(raw, () => raw.replaceAll(/\s/g, 'n').slice(0, Math.ceil(raw.length * share))),
    words,
  )
}

/** Sets running text in sentences: evidence, a long quote. */
export function fitSentences(
  measure: Measure,
  slide: Slide,
  as: 'body' | 'statement',
): readonly Slide[] {
  const around =
    as === 'body'
      ? (slide.kicker ? 64 : 0) + (slide.close ? 80 : 0) + (slide.badges ? 110 : 0) + 30
      : (slide.kicker ? 66 : 30) + (slide.close ? 68 : 0)
  const room = canvas.height - around
  const width = as === 'body' ? 960 : LARGE_WIDTH
  const keeps = (size: number): boolean =>
    slide.body.every(({ text }) => keepsWords(measure, text, { size, width, as }))
  const height = (pieces: readonly Piece[], size: number) =>
    runningHeight(measure, pieces, { size, width, as })
  const ladder =
    as === 'body'
      ? BODY_SIZES.filter((size) => size <= 60 || keeps(size))
      : [...LARGE_SIZES.filter((size) => size <= 88), 30]
  const size = firstFit(ladder, room, (size) => height(slide.body, size))
  if (height(slide.body, size) <= room) return [{ ...slide, bodySize: size }]
  // A sentence is measured alone, so each takes up to one line more than it does in the run: safe.
  const alone = (size: number) => (piece: Piece) => height([piece], size) + gapAbove(piece, size)
  const runs = memoised((size: number) => flowRunning(slide.body, room, alone(size)))
  // The largest words that need the fewest slides.
  const bodySize = ladder.find(
    (larger) =>
      runs(larger).length === runs(size).length &&
      runs(larger).every((run) => total(run, alone(larger)) <= room),
  )
  return continued({ ...slide, bodySize: bodySize ?? size }, runs(bodySize ?? size))
}

/** Paragraphs and entries of lists below each other. */
export function runningHeight(
  measure: Measure,
  pieces: readonly Piece[],
  set: { readonly size: number; readonly width: number; readonly as: 'body' | 'statement' },
): number {
  const { size, width } = set
  const heights = paragraphsOf(pieces).map((run, index) => {
    const [first] = run
    const gap = first && index > 0 ? gapAbove(first, size) : 0
    if (first?.type === 'entry')
      return gap + entryHeightOf(measure, first, { size, width: width - size * INDENT, gap: 0 })
    return gap + heightOf(measure, run.map(({ text }) => text).join(' '), set)
  })
  return sum(heights)
}

/** Runs of pieces, where what names a part stays with the first piece of it. */
function flowRunning(
  pieces: readonly Piece[],
  room: number,
  height: (piece: Piece) => number,
): readonly (readonly Piece[])[] {
  const units: Piece[][] = []
  for (const piece of pieces) {
    const last = units.at(-1)
    if (last?.at(-1)?.leads) last.push(piece)
    else units.push([piece])
  }
  return flow(units, room, (unit) => total(unit, height)).map((run) => run.flat())
}

function gapAbove({ startsParagraph }: Piece, size: number): number {
  return startsParagraph ? size * PARAGRAPH_GAP : 0
}

/** Sets a decision with much to say: its headline, the rest small, its evidence as marks at the foot. */
export function fitDecision(measure: Measure, slide: Slide): readonly Slide[] {
  const text = slide.head?.text ?? slide.title
  const head = (size: number): number =>
    heightOf(measure, text, { size, width: Math.min(canvas.width, size * 17), as: 'head' }) + 52
  const height = (pieces: readonly Piece[], size: number) =>
    runningHeight(measure, pieces, { size, width: 940, as: 'body' })
  const body = (size: number): number => (slide.body.length > 0 ? height(slide.body, size) + 32 : 0)
  const room = canvas.height - 90
  for (const bodySize of [32, 30, SMALLEST]) {
    const sizes = [60, 54, 48, 44, 40, ...(bodySize === 32 ? [] : [36])]
    const headSize = sizes.find((size) => head(size) + body(bodySize) <= room)
    if (headSize) return [{ ...slide, headSize, bodySize }]
  }
  // The largest words that need the fewest slides.
  const ways = [
    [44, 30],
    [40, 30],
    [36, SMALLEST],
  ] as const
  const fitting = ways.filter(([headSize]) => head(headSize) <= room)
  const set = (fitting.length > 0 ? fitting : ways.slice(-1)).map(([headSize, bodySize]) => {
    const above = (piece: Piece) => Math.max(10, gapAbove(piece, bodySize))
    const needs = (piece: Piece) => height([piece], bodySize) + above(piece)
    const runs = flowRunning(slide.body, room - head(headSize), needs)
    return continued({ ...slide, headSize, bodySize }, runs)
  })
  return set.reduce((best, other) => (other.length < best.length ? other : best))
}

function total(pieces: readonly Piece[], height: (piece: Piece) => number): number {
  return sum(pieces.map(height))
}

/** One slide a run; only the first keeps the notes and what lies below, only the last its close. */
export function continued(slide: Slide, runs: readonly (readonly Piece[])[]): readonly Slide[] {
  const of = runs.length
  if (of < 2) return [{ ...slide, body: runs[0] ?? slide.body }]
  return runs.map((body, index) => {
    const { close, ...rest } = slide
    return {
      ...rest,
      ...(close && index === of - 1 ? { close } : {}),
      body,
      notes: index === 0 ? slide.notes : [],
      below: index === of - 1 ? slide.below : [],
      part: { n: index + 1, of },
    }
  })
}
