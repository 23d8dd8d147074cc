/** The faults of charts that authors typed, and where they stand. */
import { type ChartFault, chartOf } from '../../chart/index.ts'
import type { Checkable } from '../../model/assembled.ts'
import type { Place } from '../../model/case.ts'
import type { Found } from '../../model/finding.ts'
import { allBlocks, type ElementBlock, isChart } from '../../syntax/conventions/index.ts'

/** The faults of all charts that are meant, each at its place. */
export function chartFaults(
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
