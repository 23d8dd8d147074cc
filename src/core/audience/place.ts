/** Where an offset of a text stands. */

import type { Place } from '../model/case.ts'
import type { Source } from '../model/source.ts'

/** @param index 0-based, in UTF-16 units */
export function placeAt(index: number, { file, text }: Source): Place {
  const before = text.slice(0, index).split(/\r\n|\n|\r/)
  return { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}

/** As `placeAt`, for many places of one text: its lines are counted once. */
export function placesAt({ file, text }: Source): (index: number) => Place {
  const starts = [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map((end) => end.index + end[0].length)]
  return (index) => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((starts[middle] ?? 0) <= index) low = middle
      else high = middle - 1
    }
    return { file, line: low + 1, column: index - (starts[low] ?? 0) + 1 }
  }
}
