/** Sizes and continuations of tables. */
import type { Measure } from '../text/measure.ts'
import { canvas, firstFit, flow, heightOf, type } from './canvas.ts'
import { continued, headHeight, SMALLEST, sum } from './fit.ts'
import type { Slide } from './slide.ts'

/** Sets a table's rows; the header row comes again on each part. */
export function fitTable(
  measure: Measure,
  slide: Slide,
  rows: readonly (readonly string[])[],
): readonly Slide[] {
  const room = canvas.height - headHeight(measure, slide) - 44
  const rowHeight = (size: number) => {
    const widths = columnWidths(measure, rows, size)
    return (row: readonly string[]) => {
      const cells = row.map((cell, column) =>
        heightOf(measure, cell, { size, width: widths[column] ?? canvas.width, as: 'body' }),
      )
      return Math.max(...cells, size * 1.28) + 22
    }
  }
  const all = (size: number): number => sum(rows.map(rowHeight(size)))
  const size = firstFit([32, 30, SMALLEST], room, all)
  if (all(size) <= room) return [{ ...slide, bodySize: size }]
  const height = rowHeight(size)
  const header = height(rows[0] ?? [])
  const indexed = slide.body.slice(1).map((piece, index) => ({ piece, row: rows[index + 1] ?? [] }))
  const runs = flow(indexed, room - header, ({ row }) => height(row))
  const [head] = slide.body
  return continued(
    { ...slide, bodySize: size },
    runs.map((run) => [...(head ? [head] : []), ...run.map(({ piece }) => piece)]),
  )
}

/** Room for each column's words: the table is as wide as the slide, and shares it by what its widest cells ask for. */
function columnWidths(
  measure: Measure,
  rows: readonly (readonly string[])[],
  size: number,
): readonly number[] {
  // A spread of very many rows has no room on the stack.
  const most = (of: (row: readonly string[]) => number): number =>
    rows.reduce((found, row) => Math.max(found, of(row)), 1)
  const count = most((row) => row.length)
  const asked = Array.from({ length: count }, (_, column) =>
    most((row) => measure(row[column] ?? '', size, type.head.weight)),
  )
  const room = canvas.width - 24 * count
  const all = sum(asked)
  return asked.map((width) => Math.floor((width / all) * room))
}
