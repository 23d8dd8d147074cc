/** Where an offset of a text stands. */

import type { Place } from '../model/case.ts'
import type { Source } from '../model/source.ts'

/** @param index 0-based, in UTF-16 units */
export function placeAt(index: number, { file, text }: Source): Place {
  const before = text.slice(0, index).split(/\r\n|\n|\r/)
  return { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}
