/** The workbook of a chart, in which its numbers are edited. */
import { el, escapeXml, XML } from '../../../core/text/xml.ts'
import { pack } from '../office.ts'
import { columnsOf, type OfficeSheet } from './sheet.ts'

/** The name of its only sheet. */
const SHEET = 'Chart'

const FORMATS = 'http://schemas.openxmlformats.org'
const MAIN = `${FORMATS}/spreadsheetml/2006/main`
const RELATIONS = `${FORMATS}/officeDocument/2006/relationships`
const OFFICE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** The bytes of an `.xlsx` with the names in its first column and a column for each series. */
export function workbookOf(sheet: OfficeSheet): Uint8Array {
  const columns = columnsOf(sheet)
  const header = rowXml(1, ['', ...columns.map(({ name }) => name)])
  const rows = sheet.rows.map((name, row) =>
    rowXml(row + 2, [name, ...columns.map(({ numbers }) => numbers[row])]),
  )
  const parts: Readonly<Record<string, string>> = {
    '[Content_Types].xml': el(
      'Types',
      { xmlns: `${FORMATS}/package/2006/content-types` },
      el('Default', { Extension: 'rels', ContentType: RELS_TYPE }),
      el('Default', { Extension: 'xml', ContentType: 'application/xml' }),
      el('Override', { PartName: '/xl/workbook.xml', ContentType: `${OFFICE}.sheet.main+xml` }),
      el('Override', {
        PartName: '/xl/worksheets/sheet1.xml',
        ContentType: `${OFFICE}.worksheet+xml`,
      }),
    ),
    '_rels/.rels': relationXml('officeDocument', 'xl/workbook.xml'),
    'xl/_rels/workbook.xml.rels': relationXml('worksheet', 'worksheets/sheet1.xml'),
    'xl/workbook.xml': el(
      'workbook',
      { xmlns: MAIN, 'xmlns:r': RELATIONS },
      el('sheets', {}, el('sheet', { name: SHEET, sheetId: 1, 'r:id': 'rId1' })),
    ),
    'xl/worksheets/sheet1.xml': el(
      'worksheet',
      { xmlns: MAIN },
      el('sheetData', {}, header, ...rows),
    ),
  }
  return pack(new Map(Object.entries(parts).map(([path, xml]) => [path, XML + xml])))
}

const RELS_TYPE = 'application/vnd.openxmlformats-package.relationships+xml'

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

/** A chart has few columns: one letter is enough. */
function letterOf(column: number): string {
  return String.fromCharCode(65 + column)
}

function rowXml(row: number, cells: readonly (string | number | undefined)[]): string {
  const shown = cells.map((cell, column) => {
    const r = `${letterOf(column)}${row}`
    if (cell === undefined || cell === '') return ''
    if (typeof cell === 'number') return el('c', { r }, el('v', {}, String(cell)))
    // Inline, so that no word of an author is taken for a formula.
    return el('c', { r, t: 'inlineStr' }, el('is', {}, el('t', {}, escapeXml(cell))))
  })
  return el('row', { r: row }, ...shown)
}

function relationXml(type: string, target: string): string {
  return el(
    'Relationships',
    { xmlns: `${FORMATS}/package/2006/relationships` },
    el('Relationship', { Id: 'rId1', Type: `${RELATIONS}/${type}`, Target: target }),
  )
}
