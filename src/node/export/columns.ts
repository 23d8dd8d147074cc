/** How wide the columns of a table are. */
import { sum } from '../../core/deck/canvas.ts'
import { type Table, wordsOf } from './text.ts'

/** Width of a letter of its size, also in bold and where a wide font stands in. */
const LETTER = 0.7

/** Letters of the longest word that has to stay whole. */
const LONGEST = 20

/** What a table has to share, in one unit. */
interface TableRoom {
  readonly width: number
  /** Beside the words of each cell. */
  readonly beside: number
}

/** The first of these sizes at which every word has room in its column; the last one where none has. */
export function sizeWithRoom<Size extends number>(
  { rows }: Pick<Table, 'rows'>,
  { width, beside }: TableRoom,
  sizes: readonly [Size, ...Size[]],
): Size {
  const needs = (size: Size) =>
    sum(leastOf(rows).map((letters) => letters * LETTER * size + beside))
  return sizes.find((size) => needs(size) <= width) ?? (sizes.at(-1) as Size) // there is one
}

/**
 * Shares a width among the columns of a table: each has its longest word, and long ones more of what is
 * left, but not in proportion.
 * @param size of the letters, in the unit of the room
 */
export function shareWidth(
  { rows }: Pick<Table, 'rows'>,
  { width, beside }: TableRoom,
  size: number,
): readonly number[] {
  const least = leastOf(rows).map((letters) => letters * LETTER * size + beside)
  const left = width - sum(least)
  if (left < 0) return least.map((each) => (each / sum(least)) * width)
  const more = lettersOf(rows, (words) => [words]).map((letters, at) =>
    Math.sqrt(Math.max(0, letters * LETTER * size + beside - (least[at] ?? 0))),
  )
  const all = sum(more)
  return least.map((each, at) => each + (all > 0 ? (more[at] ?? 0) / all : 1 / least.length) * left)
}

/** Letters of the longest word of each column. */
function leastOf(rows: Table['rows']): readonly number[] {
  return lettersOf(rows, (words) => words.split(/\s+/)).map((each) => Math.min(LONGEST, each))
}

/** Letters of the longest part of each column's cells. */
function lettersOf(
  rows: Table['rows'],
  partsOf: (words: string) => readonly string[],
): readonly number[] {
  return Array.from({ length: Math.max(1, ...rows.map((row) => row.length)) }, (_, at) =>
    Math.max(
      1,
      ...rows.flatMap((row) => partsOf(wordsOf(row[at] ?? [])).map(({ length }) => length + 0.5)),
    ),
  )
}
