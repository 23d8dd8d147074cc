/** Columns of numbers: how they are set, so that places stand below places. */
import { isQuantity, readCell } from '../../chart/quantity.ts'

/** How the cells of a column of numbers are set. */
interface NumericColumn {
  /** By row: what a number lacks behind its last digit, to be as long as the longest; `''` where nothing. */
  readonly pads: readonly string[]
}

// Matches "£1,030.50" and "−4", and its decimal places.
const RE_PLAIN = /^[-−+]?[£$€]?[\d,]+(?:\.(\d+))?$/

/**
 * Which columns hold numbers alone, by their places: undefined for others, and for the first one, which
 * names the rows.
 * @param cells row by row, the first row the header
 */
export function numericColumns(
  cells: readonly (readonly string[])[],
): readonly (NumericColumn | undefined)[] {
  const [header = [], ...body] = cells
  return header.map((_, column) => {
    const texts = body.map((row) => (row[column] ?? '').trim())
    const read = texts.map(readCell)
    const isNumeric = read.filter(isQuantity).length > 1 && !read.includes('words')
    return isNumeric && column > 0 ? { pads: padsOf(texts) } : undefined
  })
}

function padsOf(texts: readonly string[]): readonly string[] {
  const places = texts.map((text) => RE_PLAIN.exec(text)?.[1]?.length ?? 0)
  const isPlain = texts.every((text) => text === '' || RE_PLAIN.test(text))
  const most = places.reduce((longest, own) => Math.max(longest, own), 0)
  return texts.map((text, row) => {
    const own = places[row] ?? 0
    if (!isPlain || text === '' || own === most) return ''
    return `${own === 0 ? '.' : ''}${'0'.repeat(most - own)}`
  })
}
