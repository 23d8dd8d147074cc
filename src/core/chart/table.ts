/** The numbers behind a chart, read from the table, the list or the words that are there. */
import { type Cell, isQuantity, isYear, type Quantity, readCell } from './quantity.ts'
import { timesOf } from './times.ts'

/** What one line, or the bars of one look, show. */
export interface Series {
  /** `''` where there is one alone and nothing names it. */
  readonly name: string
  /** By row; undefined where no number is known. */
  readonly values: readonly (Quantity | undefined)[]
}

/** Numbers in rows, each with a name. */
export interface ChartTable {
  /** What the rows are: the name of the first column. */
  readonly of: string
  readonly rows: readonly string[]
  /** Where the rows stand in time, where they are times. */
  readonly times?: readonly number[]
  readonly series: readonly Series[]
  /** Cells that should be a number and are words, with their places: row and column from 0. */
  readonly words: readonly {
    readonly text: string
    readonly row: number
    readonly column: number
  }[]
  readonly missing: number
  /** Set where its times are written side by side: `of` is then what is measured. */
  readonly isTurned?: true
}

/** Reads a table by its cells; the first row names the columns. Undefined where no column is of numbers. */
export function readChartTable(cells: readonly (readonly string[])[]): ChartTable | undefined {
  const [header = [], ...body] = cells
  const named = body.filter((row) => row.some((cell) => cell.trim() !== ''))
  const read = named.map((row) => row.map(readCell))
  // A column of years, such as when each row is due, is not compared.
  const isOfYears = (column: number): boolean => named.every((row) => isYear(row[column] ?? ''))
  const columns = header
    .map((_, column) => column)
    .filter((column) => isOfNumbers(named, column) && !isOfYears(column))
  const numbers = columns.filter((column) => column > 0)
  if (numbers.length === 0) return undefined
  const rows = named.map((row) => (row[0] ?? '').trim())
  const of = (header[0] ?? '').trim()
  const words = numbers.flatMap((column) =>
    read.flatMap((row, index) =>
      (row[column] ?? 'missing') === 'words'
        ? [{ text: (named[index]?.[column] ?? '').trim(), row: index + 1, column }]
        : [],
    ),
  )
  const series = withRanges(
    numbers.map((column) => ({
      name: (header[column] ?? '').trim(),
      values: read.map((row) => numberIn(row[column])),
    })),
  )
  const missing = numbers.reduce(
    (count, column) =>
      count + read.filter((row) => (row[column] ?? 'missing') === 'missing').length,
    0,
  )
  return turned({ of, rows, ...timed(rows), series, words, missing })
}

/** Reads the lines of a list, `North 6` and `Harbour: 4`; undefined unless each ends in a number. */
export function readChartLines(lines: readonly string[]): ChartTable | undefined {
  const parts = lines.map(splitLine)
  if (parts.length === 0 || parts.some((part) => part === undefined)) return undefined
  return readChartTable([['', ''], ...parts.flatMap((part) => (part ? [part] : []))])
}

// Matches "North 6", "Harbour: £1.2m", "Valley – 3 to 5 days", "Two letters (1) 4%".
const RE_LINE =
  /^(.*?[^\s:–—=-])\s*(?::|\s[-–—=]|=|\s)\s*((?:(?:about|around)\s)?[-−+]?[£$€]?[-−]?\.?\d.*|n\/a|unknown|[-–—])$/i

function splitLine(line: string): readonly [string, string] | undefined {
  // The longest number that ends the line: the name may have digits too.
  for (const [, name = '', number = ''] of startsOf(line.trim())) {
    if (readCell(number) !== 'words') return [name, number]
  }
  return undefined
}

/** Every way to cut a line into a name and what may be a number, the longest number first. */
function* startsOf(line: string): Generator<readonly string[]> {
  if (line.length > LONGEST) return
  for (const { index } of line.matchAll(/[\s:=]/g)) {
    const name = line.slice(0, index).replace(/[\s:–—=-]+$/, '')
    const number = line.slice(index + 1).replace(/^[\s:=–—]+(?=[^\s])/, '')
    if (name !== '' && RE_LINE.test(`${name} ${number}`)) yield [line, name, number]
  }
}

/** Longer lines are sentences. */
const LONGEST = 160

/** Every number of some series. */
export function allValues(series: readonly Series[]): readonly Quantity[] {
  return series.flatMap(({ values }) => values.flatMap((value) => value ?? []))
}

function numberIn(cell: Cell | undefined): Quantity | undefined {
  return isQuantity(cell) ? cell : undefined
}

/** Digits set as another country sets them, "1.204.500,5", which nobody can read for sure. */
export const RE_FOREIGN =
  /^[£$€]?\s?[-−]?(?:\d{1,3}(?:[.'’]\d{3}){2,}(?:,\d+)?|\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:['’]\d{3})+|\d+(?:,\d+)+)\s?[%£$€]?$/

/** Whether a column holds numbers: more of them than of words. What has digits alone is meant to be one. */
function isOfNumbers(rows: readonly (readonly string[])[], column: number): boolean {
  const texts = rows.map((row) => (row[column] ?? '').trim())
  const cells = texts.map(readCell)
  const numbers = texts.filter(
    (text, row) => isQuantity(cells[row]) || RE_FOREIGN.test(text),
  ).length
  const words = cells.filter((cell, row) => cell === 'words' && !RE_FOREIGN.test(texts[row] ?? ''))
  return numbers > 0 && numbers >= words.length
}

// Matches "Low", "Lower bound", "Cost (high)", and "From" and "To" alone.
const RE_LOW = /\b(?:low(?:er|est)?|min(?:imum)?)\b|^from$/i
const RE_HIGH = /\b(?:high(?:er|est)?|upper|max(?:imum)?)\b|^to$/i

/** Columns named for the ends of a range make one series with the column between them, or alone. */
function withRanges(series: readonly Series[]): readonly Series[] {
  const low = series.find(({ name }) => RE_LOW.test(name) && !RE_HIGH.test(name))
  const high = series.find(({ name }) => RE_HIGH.test(name) && !RE_LOW.test(name))
  const others = series.filter((one) => one !== low && one !== high)
  if (!low || !high || others.length > 1) return series
  const [middle] = others
  const name =
    middle?.name ??
    low.name
      .replace(RE_LOW, '')
      .replace(/[\s(),:–-]+$/, '')
      .trim()
  return [
    {
      name,
      values: low.values.map((from, index) => {
        const to = high.values[index]
        const own = middle?.values[index]
        if (!from || !to || from.value > to.value) return own
        const rangeText = `${from.text} to ${to.text}`
        const ends = { low: from.value, high: to.value, rangeText }
        if (own) return { ...own, ...ends }
        const value = (from.value + to.value) / 2
        return { ...from, ...ends, value, isRange: true as const, text: rangeText }
      }),
    },
  ]
}

function timed(rows: readonly string[]): { readonly times?: readonly number[] } {
  const times = timesOf(rows)
  return times ? { times } : {}
}

/** A table whose columns are times has these as rows: time runs along, whichever way it is written. */
function turned(table: ChartTable): ChartTable {
  const { rows, series, times } = table
  const names = series.map(({ name }) => name)
  const across = timesOf(names)
  if (times || !across || series.length < 2) return table
  return {
    ...table,
    isTurned: true,
    rows: names,
    times: across,
    series: rows.map((name, row) => ({ name, values: series.map(({ values }) => values[row]) })),
  }
}
