/** Charts that are not drawn, so that their table stands alone, and those that are drawn with a gap. */
import { type ChartFault, chartOf } from '../chart/index.ts'
import type { Checkable } from '../model/assembled.ts'
import type { Place } from '../model/case.ts'
import type { Found } from '../model/finding.ts'
import { allBlocks, type ElementBlock, isChart, isChartMark } from '../syntax/conventions/index.ts'
import type { Check } from './shared/check.ts'

/** Charts that are not drawn. */
export const chartNotDrawn: Check = (checked) => [
  ...faultsOf(checked, false),
  ...marksAlone(checked),
]

/** Charts that are drawn, and lack something. */
export const chartWithGaps: Check = (checked) => faultsOf(checked, true)

function faultsOf({ documents }: Checkable, isDrawn: boolean): readonly Found[] {
  return documents
    .flatMap(({ blocks }) => [...allBlocks(blocks)])
    .filter(isChart)
    .flatMap((block) =>
      chartOf(block)
        .faults.filter((fault) => fault.isDrawn === isDrawn)
        .map((fault) => ({
          message: fault.message,
          mend: fault.mend,
          place: placeOf(fault, block),
        })),
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

/** `(as bars)` where no table, no list and no line of numbers stands before it. */
function marksAlone({ documents }: Checkable): readonly Found[] {
  return documents
    .flatMap(({ blocks }) => [...allBlocks(blocks)])
    .filter((block) => block.type === 'prose' && isChartMark(block.words.text))
    .map(({ place }) => ({
      message:
        'Unexpected name of a chart behind nothing that it can draw, expected a table, a list or a line of numbers right before it',
      mend: 'Put these words right below the table that they mean, in a line of their own, outside of any list',
      place,
    }))
}
