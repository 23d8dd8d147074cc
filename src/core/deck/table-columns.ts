/** Which columns of a wide table stand on a slide. */
import { MONTHS } from '../text/dates.ts'

/** A table of up to so many columns is shown whole. */
const MOST = 6
/** Of a wider one, so many are shown. */
const SHOWN = 4

/** What a column is about, and how much that says to an audience; the first that its header names counts. */
const SAYS: readonly (readonly [RegExp, number])[] = [
  [/\b(?:risk|issue|assumption|requirement|need|decision|action|benefit|option|measure)s?\b/, 9],
  [/\b(?:title|name|description|summary|what|outcome)s?\b/, 8],
  [/\b(?:mitigation|response|target|baseline|impact)s?\b/, 7],
  [/\b(?:score|rating)s?\b|\bpriorit(?:y|ies)\b/, 6],
  [/\b(?:likelihood|probability|owner|status|state|who|due|when|date|cost|start|end|begin)s?\b/, 5],
  [/\b(?:note|comment|remark|source|link|version|created|updated|author)s?\b/, 1],
]
const OTHERWISE = 3

/** A target says little without where it starts, by when, and who owns it: a table of both keeps as many as have room. */
const RE_BASELINE = /\bbaselines?\b/i

/** What the words around a table name. */
const NAMED = 9.5
/** What a column gains that holds the largest number of each row: the peak is what such a table shows. */
const PEAK = 3

/**
 * Places of the columns to show, from 0, in their order; undefined where all of them have room.
 *
 * @param said what the headline and the sentences beside the table say
 */
export function columnsToShow(
  rows: readonly (readonly string[])[],
  said = '',
): readonly number[] | undefined {
  const [header = [], ...body] = rows
  if (header.length <= MOST) return undefined
  const peaks = body.flatMap(peakOf)
  const ranked = header.map((name, column) => {
    const cells = body.map((row) => row[column] ?? '')
    const own = worthOf(name, { cells, isFirst: column === 0 })
    const named = column > 0 && own > 0 && isNamed(name, said) ? NAMED : 0
    const peak = peaks.filter((at) => at === column).length / Math.max(1, peaks.length)
    return { column, worth: Math.max(own + PEAK * peak, named) }
  })
  return ranked
    .toSorted((a, b) => b.worth - a.worth)
    .slice(0, header.some((name) => RE_BASELINE.test(name)) ? MOST : SHOWN)
    .map(({ column }) => column)
    .toSorted((a, b) => a - b)
}

// Matches "1,240", "£94.5", "-3": the number of a cell that is one.
const RE_NUMBER = /^[^\p{L}\d]{0,3}(\d[\d,]*(?:\.\d+)?)[^\p{L}\d]{0,3}$/u

/** Where the largest number of a row stands, behind its name; `[]` where it has none. */
function peakOf(row: readonly string[]): readonly number[] {
  const numbers = row.map((cell, column) => {
    const [, digits] = (column > 0 && RE_NUMBER.exec(cell.trim())) || []
    return digits === undefined ? Number.NEGATIVE_INFINITY : Number(digits.replaceAll(',', ''))
  })
  const most = Math.max(...numbers)
  return Number.isFinite(most) ? [numbers.indexOf(most)] : []
}

/** Whether words name a column: "in March" that of "Mar" or "March". */
function isNamed(name: string, said: string): boolean {
  const words = name.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []
  const others = new Set(said.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu))
  const isSaid = (word: string) =>
    others.has(word) ||
    MONTHS.some((month) => same(month, word) && [...others].some((one) => same(month, one)))
  return words.length > 0 && words.every(isSaid)
}

/** Whether a word is the name of a month, or its first three letters. */
function same(month: string, word: string): boolean {
  return [month.toLowerCase(), month.slice(0, 3).toLowerCase()].includes(word)
}

/** The same rows with these columns alone. */
export function withColumns(
  rows: readonly (readonly string[])[],
  columns: readonly number[] | undefined,
): readonly (readonly string[])[] {
  return columns ? rows.map((row) => columns.map((column) => row[column] ?? '')) : rows
}

/** The first column names the row. An empty one, and one that says the same in each row, says little. */
function worthOf(
  name: string,
  { cells, isFirst }: { readonly cells: readonly string[]; readonly isFirst: boolean },
): number {
  const filled = cells.filter((cell) => cell.trim() !== '')
  if (filled.length === 0) return -1
  if (isFirst) return 10
  const says = SAYS.find(([words]) => words.test(name.toLowerCase()))?.[1] ?? OTHERWISE
  const differs = new Set(filled).size > 1 ? 1 : 0.3
  return says * differs * (filled.length / Math.max(1, cells.length))
}
