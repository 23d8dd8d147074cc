/** Sizes and continuations of tables. */
import { wordsOfLine } from '../text/breaks.ts'
import type { Measure } from '../text/measure.ts'
import { canvas, heightOf, highest, larger, memoised, sum, type } from './canvas.ts'
import { continued, headHeight, SMALLEST } from './fit.ts'
import type { Piece } from './piece.ts'
import type { Slide } from './slide.ts'
import { belowHead, withHead } from './type-scale.ts'

/** How much more of the canvas larger text takes, for which columns must be wide enough. */
const LARGER = (larger.text * canvas.width) / larger.width

/** Of the names of columns; layouts/table.css sets the same. */
const HEADER_WEIGHT = 700

/** Between columns, of the size, and at least 24 px; layouts/table.css sets the same. */
const BETWEEN = 0.8

/** How much larger words stand on an upright canvas, up to 60 px; layouts/table.css sets the same. */
export const UPRIGHT = 1.12

/** More columns than these are many. */
const MANY = 6

/** As layouts/ledger.css sets it. */
const CLOSE = 44

/** Sets a table's rows; the header row comes again on each part. */
export function fitTable(
  measure: Measure,
  slide: Slide,
  rows: readonly (readonly string[])[],
): readonly Slide[] {
  return withHead(measure, slide, (set) => fitBelow(measure, set, rows))
}

function fitBelow(
  measure: Measure,
  slide: Slide,
  rows: readonly (readonly string[])[],
): readonly Slide[] {
  const room = canvas.height - headHeight(measure, slide) - 44 - (slide.close ? CLOSE : 0)
  const header = rows[0] ?? []
  // The rows of a slide are a table alone, whose columns are as wide as these rows ask.
  const height =
    ({ size, between }: TableSetting) =>
    (part: readonly Row[]) => {
      const set = [header, ...part.map(({ row }) => row)]
      const widths = columnWidths(measure, set, size)
      const heights = set.map((row, index) =>
        rowHeight(measure, row, { size, widths, between, as: index === 0 ? 'columns' : 'body' }),
      )
      return sum(heights)
    }
  const all = slide.body.slice(1).map((piece, index) => ({ piece, row: rows[index + 1] ?? [] }))
  const sizes = [...(all.length < 3 ? [80, 74, 66, 60, 52] : []), 46, 42, 38, 36]
  const large = belowHead(sizes, slide).filter((size) => keepsCells(measure, rows, size))
  // Of a table of many numbers no size may be too wide; of another, words give way.
  const isNumbers = header.length > MANY && hasRoomForNumbers(measure, rows)
  const isKept = ({ size }: Pick<TableSetting, 'size'>): boolean =>
    !isNumbers || keepsCells(measure, rows, size * UPRIGHT)
  const whole = [...large, ...SIZES, ...(isNumbers ? [26, 24] : [])]
    .filter((size) => isKept({ size }))
    .map((size) => ({ size, between: BETWEEN_ROWS }))
    .find((set) => height(set)(all) <= room)
  if (whole) return [{ ...slide, bodySize: whole.size }]
  const runs = memoised((set: TableSetting) => evenly(all, room, height(set)))
  // The largest words that need the fewest slides: a table is read across its rows.
  const close = CLOSE_SETTINGS.filter(isKept)
  const fewest = Math.min(...close.map((set) => runs(set).length))
  const set = close.find((one) => runs(one).length === fewest) ?? SMALLEST_SET
  const [names] = slide.body
  return continued(
    { ...slide, bodySize: set.size, ...(set.between === TIGHT && { tight: true }) },
    runs(set).map((run) => [...(names ? [names] : []), ...run.map(({ piece }) => piece)]),
  )
}

// Matches "1,830", "£2.10", "-18 %", "n/a", "": what stands in a narrow column of numbers.
const RE_SHORT = /^(?:[^\p{L}]{0,8}|n\/a)$/u

/** Whether a table of many columns is a name and short numbers, each with room in one line: then none is left out. */
export function hasRoomForNumbers(measure: Measure, rows: readonly (readonly string[])[]): boolean {
  const [header = [], ...body] = rows
  if (body.some((row) => row.slice(1).some((cell) => !RE_SHORT.test(cell.trim())))) return false
  const size = SMALLEST_SET.size * UPRIGHT
  const widths = header.map((_, column) =>
    highest(rows.map((row) => measure(row[column] ?? '', size, HEADER_WEIGHT))),
  )
  const between = Math.max(24, size * BETWEEN * LARGER) * header.length
  return sum(widths) * LARGER + between <= canvas.width
}

/** How the rows of a table are set: size of words, and what stands between the words of two rows, px. */
interface TableSetting {
  readonly size: number
  readonly between: number
}

const SIZES = [32, 30, SMALLEST]

/** As layouts/table.css sets them, px: between rows, and between those of a table that is tight. */
const BETWEEN_ROWS = 22
const TIGHT = 10

const SMALLEST_SET: TableSetting = { size: 22, between: TIGHT }
/** Of tables that one slide does not hold, the largest first. */
const CLOSE_SETTINGS: readonly TableSetting[] = [
  { size: SMALLEST, between: BETWEEN_ROWS },
  { size: 26, between: BETWEEN_ROWS },
  { size: 26, between: TIGHT },
  { size: 24, between: BETWEEN_ROWS },
  { size: 24, between: TIGHT },
  SMALLEST_SET,
]

/** Whether words are large and yet whole: next to each other the longest of all columns have room. */
function keepsCells(measure: Measure, rows: readonly (readonly string[])[], size: number): boolean {
  const widths = columnWidths(measure, rows, size)
  return rows.every((row) =>
    row.every((text, column) =>
      wordsOfLine(text)
        // Widths are whole px.
        .every((word) => measure(word, size, HEADER_WEIGHT) * LARGER < (widths[column] ?? 0) + 1),
    ),
  )
}

interface Row {
  readonly piece: Piece
  readonly row: readonly string[]
}

/** The fewest runs that fit the room, of even height: they read better than a full one and a remainder. */
function evenly(
  rows: readonly Row[],
  room: number,
  height: (part: readonly Row[]) => number,
): readonly (readonly Row[])[] {
  const fewest = fill(rows, room, height)
  const tallest = highest(rows.map((row) => height([row])))
  const share = sum(fewest.map(height)) / fewest.length
  const even = fill(rows, Math.min(room, share + (tallest - height([])) / 2), height)
  return even.length === fewest.length ? even : fewest
}

/** As few runs of rows as fit the room, each a table of its own. */
function fill(
  rows: readonly Row[],
  room: number,
  height: (part: readonly Row[]) => number,
): readonly (readonly Row[])[] {
  const runs: Row[][] = []
  for (const row of rows) {
    const last = runs.at(-1)
    if (last && height([...last, row]) <= room) last.push(row)
    else runs.push([row])
  }
  return runs
}

function rowHeight(
  measure: Measure,
  row: readonly string[],
  {
    size,
    widths,
    between,
    as,
  }: TableSetting & { readonly widths: readonly number[]; readonly as: 'body' | 'columns' },
): number {
  const cells = row.map((cell, column) =>
    heightOf(measure, cell, { size, width: widths[column] ?? canvas.width, as }),
  )
  return Math.max(...cells, size * 1.28) + between
}

/**
 * Room for each column's words, as browsers share it: where there is enough, by what the widest cells
 * ask for; else each has its longest word and a share of what is left.
 */
function columnWidths(
  measure: Measure,
  rows: readonly (readonly string[])[],
  size: number,
): readonly number[] {
  // A spread of very many rows has no room on the stack.
  const most = (of: (row: readonly string[], index: number) => number): number =>
    rows.reduce((found, row, index) => Math.max(found, of(row, index)), 1)
  const count = most((row) => row.length)
  const widest = (textsOf: (cell: string) => readonly string[]): readonly number[] =>
    Array.from({ length: count }, (_, column) =>
      most((row, index) => {
        const weight = index === 0 ? HEADER_WEIGHT : type.body.weight
        const widths = textsOf(row[column] ?? '').map((text) => measure(text, size, weight))
        return highest(widths) * LARGER
      }),
    )
  const room = canvas.width - Math.max(24, size * BETWEEN * LARGER) * count
  const asked = widest((cell) => [cell])
  if (sum(asked) <= room) return asked.map((width) => Math.floor((width / sum(asked)) * room))
  const least = widest((cell) => wordsOfLine(cell))
  const share = Math.max(0, room - sum(least)) / Math.max(1, sum(asked) - sum(least))
  return asked.map((width, column) => {
    const own = least[column] ?? 0
    return Math.floor(own + (width - own) * share)
  })
}
