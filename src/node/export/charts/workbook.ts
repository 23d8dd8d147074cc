/** The workbook of a chart, in which its numbers are edited. */
import { letterOf } from '../../../core/appraisal/workbook/cells.ts'
import type { About } from '../office.ts'
import { workbookOf } from '../workbook.ts'
import { columnsOf, type OfficeSheet } from './sheet.ts'

/** The name of its only sheet. */
const SHEET = 'Chart'

/** The bytes of an `.xlsx` with the names in its first column and a column for each series. */
export function chartWorkbook(sheet: OfficeSheet, about: About): Promise<Uint8Array> {
  const columns = columnsOf(sheet)
  const header = [{}, ...columns.map(({ name }) => ({ value: name }))]
  const rows = sheet.rows.map((name, row) => [
    { value: name },
    ...columns.map(({ numbers }) => ({ value: numbers[row] })),
  ])
  return workbookOf([{ name: SHEET, widths: [], rows: [header, ...rows] }], about)
}

/** `B2:B5` of the column at a place, from 0, of the numbers. */
export function rangeOf(column: number, rows: number): string {
  const letter = letterOf(column + 1)
  return `${SHEET}!$${letter}$2:$${letter}$${rows + 1}`
}

/** The cell that names a column. */
export function nameCell(column: number): string {
  return `${SHEET}!$${letterOf(column + 1)}$1`
}

/** Where the names of the rows stand. */
export function namesRange(rows: number): string {
  return `${SHEET}!$A$2:$A$${rows + 1}`
}
