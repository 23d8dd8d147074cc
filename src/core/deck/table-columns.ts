/** Which columns of a wide table stand on a slide. */

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
  [/\b(?:likelihood|probability|owner|status|state|who|due|when|date|cost)s?\b/, 5],
  [/\b(?:note|comment|remark|source|link|version|created|updated|author)s?\b/, 1],
]
const OTHERWISE = 3

/** A target says little without where it starts, by when, and who owns it: a table of both keeps as many as have room. */
const RE_BASELINE = /\bbaselines?\b/i

/** Places of the columns to show, from 0, in their order; undefined where all of them have room. */
export function columnsToShow(rows: readonly (readonly string[])[]): readonly number[] | undefined {
  const [header = [], ...body] = rows
  if (header.length <= MOST) return undefined
  const ranked = header.map((name, column) => ({
    column,
    worth: worthOf(name, { cells: body.map((row) => row[column] ?? ''), isFirst: column === 0 }),
  }))
  return ranked
    .toSorted((a, b) => b.worth - a.worth)
    .slice(0, header.some((name) => RE_BASELINE.test(name)) ? MOST : SHOWN)
    .map(({ column }) => column)
    .toSorted((a, b) => a - b)
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
