/** Charts that are not drawn, so that their table stands alone, and those that are drawn with a gap. */
import { type ChartFault, chartOf } from '../chart/index.ts'
import type { Checkable } from '../model/assembled.ts'
import type { Place } from '../model/case.ts'
import type { Found } from '../model/finding.ts'
import { allBlocks, chartMarkIn, type ElementBlock, isChart } from '../syntax/conventions/index.ts'
import type { Check } from './shared/check.ts'
import { passagesOf, placeIn } from './shared/passage.ts'

/** Charts that are not drawn. */
export const chartNotDrawn: Check = (checked) => [
  ...faultsOf(checked, ({ isDrawn }) => !isDrawn),
  ...marksAlone(checked),
]

/** Charts that are drawn, and lack something. */
export const chartWithGaps: Check = (checked) =>
  faultsOf(checked, ({ isDrawn, isOrder }) => isDrawn && !isOrder)

/** Bars that another order would make easier to compare. */
export const unsortedBars: Check = (checked) => faultsOf(checked, ({ isOrder }) => isOrder === true)

function faultsOf(
  { documents }: Checkable,
  isMeant: (fault: ChartFault) => boolean,
): readonly Found[] {
  return (
    documents
      .flatMap(({ blocks }) => [...allBlocks(blocks)])
      .filter(isChart)
      // A table that is not there is an error of its own.
      .filter(({ attributes, chart }) => attributes['from'] === undefined || chart?.data)
      .flatMap((block) =>
        chartOf(block)
          .faults.filter(isMeant)
          .map((fault) => ({
            message: fault.message,
            mend: fault.mend,
            place: placeOf(fault, block),
          })),
      )
  )
}

/** A row of a table stands below its header and the line of dashes. */
function placeOf({ row }: ChartFault, { chart, place, attributes }: ElementBlock): Place {
  const { data } = chart ?? {}
  const isHere = data?.type === 'table' && attributes['from'] === undefined
  if (row === undefined || !isHere) return data?.place ?? place
  const { line, file } = data.place
  return line === undefined ? data.place : { file, line: line + row + 1, column: 1 }
}

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
