/** Charts that are not drawn, so that their table stands alone. */
import type { Checkable } from '../model/assembled.ts'
import type { Found } from '../model/finding.ts'
import { allBlocks, chartMarkIn, isChart } from '../syntax/conventions/index.ts'
import { chartFaults } from './shared/chart-faults.ts'
import type { Check } from './shared/check.ts'
import { passagesOf, placeIn } from './shared/passage.ts'

export const chartNotDrawn: Check = (checked) => [
  ...chartFaults(checked, ({ isDrawn }) => !isDrawn),
  ...marksAlone(checked),
]

/** Characters of the longest name, in its brackets. */
const LONGEST_MARK = 30

/** `(as bars)` that stays a part of what somebody reads: behind words, in a quote, in a heading. */
function marksAlone(checked: Checkable): readonly Found[] {
  const blocks = checked.documents.flatMap((document) => [...allBlocks(document.blocks)])
  const drawn = new Set(blocks.filter(isChart).flatMap((chart) => [...allBlocks([chart])]))
  return passagesOf(checked).flatMap((passage) => {
    const index = drawn.has(passage.block) ? -1 : chartMarkIn(passage.text)
    if (index < 0) return []
    return {
      message:
        'Unexpected name of a chart behind nothing that it can draw, expected a table, a list or a line of numbers right before it',
      mend: 'Put these words right below the table that they mean, in a line of their own, outside of any quote',
      place: placeIn(passage, index, LONGEST_MARK),
    }
  })
}
