/** Tables of slides: native ones, with columns as wide as their words ask. */
import { heightOf, sum } from '../../../core/deck/canvas.ts'
import { runsFromRight } from '../../../core/text/direction.ts'
import type { Measure } from '../../../core/text/measure.ts'
import { el } from '../../../core/text/xml.ts'
import { shareWidth, sizeWithRoom } from '../columns.ts'
import { line, type Table, wordsOf } from '../text.ts'
import type { Area } from './layouts.ts'
import { paragraphsXml, type SlideRunLook } from './runs.ts'
import { emu, fillOf, transformOf } from './shapes.ts'

/** px. */
const SMALLEST = 14
const SIZES = [28, 26, 24, 22, 20, 18, 16, SMALLEST] as const
const PAD = { above: 8, beside: 12 }

/** A table in its frame on the stage. */
export function tableXml(
  { rows, aligns }: Table,
  { id, stage, measure }: { readonly id: number; readonly stage: Area; readonly measure: Measure },
  look: SlideRunLook,
): string {
  const room = { width: stage.w, beside: PAD.beside }
  const words = rows.map((row) => row.map(wordsOf))
  const heightsAt = (size: number) => {
    const widths = shareWidth({ rows }, room, size)
    return words.map((row) => rowHeight(row, { size, widths, measure }))
  }
  const largest = sizeWithRoom({ rows }, room, SIZES)
  const fitting = SIZES.filter((each) => each <= largest)
  const size = fitting.find((each) => sum(heightsAt(each)) <= stage.h) ?? SMALLEST
  const [heights, widths] = [heightsAt(size), shareWidth({ rows }, room, size)]
  const rowsXml = rows.map((row, index) => {
    const head = index === 0 ? ({ bold: true } as const) : {}
    const cells = widths.map((_, column) => {
      const runs = row[column] ?? [{ text: '' }]
      const align = aligns[column]
      const paragraph = line(runs, align ? { align } : {})
      const text = paragraphsXml([paragraph], { size, ...head }, look)
      return cellXml(text, fillOf(index === 0 ? 'tx1' : 'bg2'))
    })
    return el('a:tr', { h: emu(heights[index] ?? 0) }, ...cells)
  })
  const grid = el('a:tblGrid', {}, ...widths.map((width) => el('a:gridCol', { w: emu(width) })))
  // Where words run from right to left, so do columns.
  const rtl = runsFromRight(words.flat().join(' ')) ? 1 : undefined
  const table = el('a:tbl', {}, el('a:tblPr', { rtl, firstRow: 1 }), grid, ...rowsXml)
  const lock =
    '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/>'
  return el(
    'p:graphicFrame',
    {},
    el('p:nvGraphicFramePr', {}, el('p:cNvPr', { id, name: `Table ${id}` }), lock),
    transformOf({ ...stage, h: sum(heights) }, 'p:xfrm'),
    el('a:graphic', {}, el('a:graphicData', { uri: TABLE }, table)),
  )
}

const TABLE = 'http://schemas.openxmlformats.org/drawingml/2006/table'

/** A cell has a line below, and none at its other sides. */
function cellXml(paragraphs: string, line: string): string {
  const others = ['L', 'R', 'T'].map((side) => `<a:ln${side} w="0"><a:noFill/></a:ln${side}>`)
  const [marT, marR] = [emu(PAD.above), emu(PAD.beside)]
  const properties = { marL: 0, marR, marT, marB: marT, anchor: 't' }
  const text = el('a:txBody', {}, '<a:bodyPr/><a:lstStyle/>', paragraphs)
  return el('a:tc', {}, text, el('a:tcPr', properties, ...others, el('a:lnB', { w: emu(2) }, line)))
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
