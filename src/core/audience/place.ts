/** Where an offset of a text stands. */

import type { Place } from '../model/case.ts'
import type { Source } from '../model/source.ts'
import { lineAt, lineStarts } from '../text/lines.ts'

/** For many places of one text: its lines are counted once. An index is 0-based, in UTF-16 units. */
export function placesAt({ file, text }: Source): (index: number) => Place {
  const starts = lineStarts(text)
  return (index) => {
    const line = lineAt(starts, index)
    return { file, line: line + 1, column: index - (starts[line] ?? 0) + 1 }
  }
}

/** Whether an index lies in one of these stretches: they come in the order of the text. */
export function within(
  stretches: readonly (readonly [number, number])[],
): (index: number) => boolean {
  const outer: (readonly [number, number])[] = []
  for (const one of stretches) if (one[1] > (outer.at(-1)?.[1] ?? 0)) outer.push(one)
  return (index) => {
    let [low, high] = [0, outer.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((outer[middle]?.[1] ?? 0) > index) high = middle
      else low = middle + 1
    }
    return (outer[low]?.[0] ?? Number.POSITIVE_INFINITY) <= index
  }
}
