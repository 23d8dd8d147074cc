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
