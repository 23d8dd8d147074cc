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
  room: TableRoom,
  sizes: readonly [Size, ...Size[]],
): Size {
  const needs = (size: Size) => sum(leastOf(rows).map(widthIn(room, size)))
  return sizes.find((size) => needs(size) <= room.width) ?? (sizes.at(-1) as Size) // there is one
}

/**
 * Shares a width among the columns of a table: each has its longest word, and long ones more of what is
 * left, but not in proportion.
 * @param size of the letters, in the unit of the room
 */
export function shareWidth(
  { rows }: Pick<Table, 'rows'>,
  room: TableRoom,
  size: number,
): readonly number[] {
  const widthOf = widthIn(room, size)
  const least = leastOf(rows).map(widthOf)
  const left = room.width - sum(least)
  if (left < 0) return least.map((each) => (each / sum(least)) * room.width)
  const more = lettersOf(rows, (words) => [words]).map((letters, at) =>
    Math.sqrt(Math.max(0, widthOf(letters) - (least[at] ?? 0))),
  )
  const all = sum(more)
  return least.map((each, at) => each + (all > 0 ? (more[at] ?? 0) / all : 1 / least.length) * left)
}

/** How wide a column with so many letters is. */
function widthIn({ beside }: TableRoom, size: number): (letters: number) => number {
  return (letters) => letters * LETTER * size + beside
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
