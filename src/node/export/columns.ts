/** How wide the columns of a table are. */
import { type Table, wordsOf } from './text.ts'

/** Letters for which the narrowest column has room. */
const FEWEST = 6

/**
 * Shares a width, in any unit, among the columns of a table. Long columns get more, but not in
 * proportion: short ones must not break their words.
 */
export function shareWidth(rows: Table['rows'], width: number): readonly number[] {
  const columns = Math.max(1, ...rows.map((row) => row.length))
  const weights = Array.from({ length: columns }, (_, column) => {
    const longest = Math.max(...rows.map((row) => wordsOf(row[column] ?? []).length))
    return Math.sqrt(Math.max(FEWEST, longest))
  })
  const sum = weights.reduce((all, weight) => all + weight, 0)
  return weights.map((weight) => (weight / sum) * width)
}
