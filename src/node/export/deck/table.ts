/** Tables of slides: native ones, with columns as wide as their words ask. */
import type PptxGenJS from 'pptxgenjs'
import { heightOf } from '../../../core/deck/canvas.ts'
import type { Measure } from '../../../core/text/measure.ts'
import { shareWidth } from '../columns.ts'
import { colour } from '../palette.ts'
import { type Table, wordsOf } from '../text.ts'
import type { Box } from './layouts.ts'
import { type RunLook, textProps } from './runs.ts'

/** px. */
const SIZES = [28, 26, 24, 22, 20, 18, 16, 14]
const PAD = { above: 8, beside: 12 }
/** px an inch. */
const INCH = 96

/** Rows and options as the library takes them. */
export function tableProps(
  { rows }: Table,
  {
    stage,
    measure,
    look,
  }: { readonly stage: Box; readonly measure: Measure; readonly look: RunLook },
): { readonly rows: PptxGenJS.TableRow[]; readonly options: PptxGenJS.TableProps } {
  const widths = shareWidth(rows, stage.w)
  const words = rows.map((row) => row.map(wordsOf))
  const height = (size: number): number =>
    words.reduce((sum, row) => sum + rowHeight(row, { size, widths, measure }), 0)
  const size = SIZES.find((size) => height(size) <= stage.h) ?? (SIZES.at(-1) as number)
  const line = (name: string) =>
    ({ type: 'solid', pt: 1.5, color: colour(look.palette, name) }) as const
  const none = { type: 'none' } as const
  return {
    rows: rows.map((row, index) =>
      widths.map((_, column) => ({
        text: textProps([{ type: 'paragraph', runs: row[column] ?? [{ text: '' }], level: 0 }], {
          ...look,
          size,
        }),
        options: {
          ...(index === 0 ? { bold: true } : {}),
          border: [none, none, line(index === 0 ? 'ink' : 'rule'), none],
        },
      })),
    ),
    options: {
      x: stage.x / INCH,
      y: stage.y / INCH,
      w: stage.w / INCH,
      colW: widths.map((width) => width / INCH),
      rowH: words.map((row) => rowHeight(row, { size, widths, measure }) / INCH),
      margin: [PAD.above * 0.75, PAD.beside * 0.75, PAD.above * 0.75, 0],
      valign: 'top',
      fontSize: size * 0.75,
      color: colour(look.palette, 'ink'),
    },
  }
}

function rowHeight(
  row: readonly string[],
  set: { readonly size: number; readonly widths: readonly number[]; readonly measure: Measure },
): number {
  const { size, widths, measure } = set
  const cells = row.map((text, column) => {
    const width = ((widths[column] ?? 0) - PAD.beside) / 1.06
    return heightOf(measure, text || ' ', { size, width, as: 'body' })
  })
  return Math.max(size * 1.28, ...cells) + 2 * PAD.above
}
