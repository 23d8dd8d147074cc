/** Writes the workbooks of spreadsheets: `figures.xlsx`, and that of a chart. */
import type { CellLook, Sheet, SheetCell } from '../../core/appraisal/workbook.ts'
import { letterOf } from '../../core/appraisal/workbook.ts'
import { el, escapeXml, XML } from '../../core/text/xml.ts'
import { pack } from './office.ts'

const FORMATS = 'http://schemas.openxmlformats.org'
const MAIN = `${FORMATS}/spreadsheetml/2006/main`
const RELATIONS = `${FORMATS}/officeDocument/2006/relationships`
const OFFICE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** The bytes of an `.xlsx`. Programs work its formulas out as they open it. */
export function workbookOf(sheets: readonly Sheet[]): Uint8Array {
  const named = sheets.map((sheet, at) => ({
    sheet,
    id: `rId${at + 1}`,
    path: `worksheets/sheet${at + 1}.xml`,
  }))
  const override = (PartName: string, type: string) =>
    el('Override', { PartName, ContentType: `${OFFICE}.${type}+xml` })
  const relation = (Id: string, type: string, Target: string) =>
    el('Relationship', { Id, Type: `${RELATIONS}/${type}`, Target })
  const parts: Readonly<Record<string, string>> = {
    '[Content_Types].xml': el(
      'Types',
      { xmlns: `${FORMATS}/package/2006/content-types` },
      el('Default', { Extension: 'rels', ContentType: RELS_TYPE }),
      el('Default', { Extension: 'xml', ContentType: 'application/xml' }),
      override('/xl/workbook.xml', 'sheet.main'),
      override('/xl/styles.xml', 'styles'),
      ...named.map(({ path }) => override(`/xl/${path}`, 'worksheet')),
    ),
    '_rels/.rels': relationsXml(relation('rId1', 'officeDocument', 'xl/workbook.xml')),
    'xl/_rels/workbook.xml.rels': relationsXml(
      ...named.map(({ id, path }) => relation(id, 'worksheet', path)),
      relation('rIdStyles', 'styles', 'styles.xml'),
    ),
    'xl/workbook.xml': el(
      'workbook',
      { xmlns: MAIN, 'xmlns:r': RELATIONS },
      el(
        'sheets',
        {},
        ...named.map(({ sheet, id }, at) =>
          el('sheet', { name: sheet.name, sheetId: at + 1, 'r:id': id }),
        ),
      ),
      el('calcPr', { calcId: 191029, fullCalcOnLoad: 1 }),
    ),
    'xl/styles.xml': stylesXml(),
    ...Object.fromEntries(named.map(({ sheet, path }) => [`xl/${path}`, sheetXml(sheet)])),
  }
  return pack(new Map(Object.entries(parts).map(([path, xml]) => [path, XML + xml])))
}

const RELS_TYPE = 'application/vnd.openxmlformats-package.relationships+xml'

function relationsXml(...relations: readonly string[]): string {
  return el('Relationships', { xmlns: `${FORMATS}/package/2006/relationships` }, ...relations)
}

function sheetXml({ widths, frozen, rows }: Sheet): string {
  const columns = widths.map((width, at) =>
    el('col', {
      min: at + 1,
      max: at === widths.length - 1 ? 16_384 : at + 1,
      width,
      customWidth: 1,
    }),
  )
  return el(
    'worksheet',
    { xmlns: MAIN },
    frozen ? el('sheetViews', {}, el('sheetView', { workbookViewId: 0 }, paneXml(frozen))) : '',
    columns.length > 0 ? el('cols', {}, ...columns) : '',
    el('sheetData', {}, ...rows.map(rowXml)),
  )
}

function paneXml({ rows, columns }: NonNullable<Sheet['frozen']>): string {
  return el('pane', {
    xSplit: columns,
    ySplit: rows,
    topLeftCell: `${letterOf(columns)}${rows + 1}`,
    activePane: 'bottomRight',
    state: 'frozen',
  })
}

/** A cell holds so many letters, by the format. */
const LONGEST = 32_767

function rowXml(cells: readonly SheetCell[], at: number): string {
  const shown = cells.map(({ value, formula, look }, column) => {
    const r = `${letterOf(column)}${at + 1}`
    const s = look && LOOKS[look].at
    if (formula !== undefined) {
      const isText = typeof value === 'string'
      const known = value === undefined ? '' : el('v', {}, escapeXml(String(value)))
      return el(
        'c',
        { r, s, t: isText ? 'str' : undefined },
        el('f', {}, escapeXml(formula)),
        known,
      )
    }
    if (typeof value === 'number') return el('c', { r, s }, el('v', {}, String(value)))
    if (value === undefined || value === '') return s === undefined ? '' : el('c', { r, s })
    // Inline, so that no word of an author is taken for a formula.
    const words = value.length > LONGEST ? `${value.slice(0, LONGEST - 1)}…` : value
    return el('c', { r, s, t: 'inlineStr' }, el('is', {}, el('t', {}, escapeXml(words))))
  })
  return el('row', { r: at + 1 }, ...shown)
}

/** Fonts: 0 plain, 1 bold, 2 large; fills: 2 of what may be changed; formats by number. */
interface Look {
  readonly at: number
  readonly font?: 1 | 2
  readonly fill?: 2
  readonly border?: 1
  readonly format?: number
  readonly isWrapped?: true
}

const LOOKS: Readonly<Record<CellLook, Look>> = {
  title: { at: 1, font: 2 },
  head: { at: 2, font: 1, border: 1, isWrapped: true },
  wrapped: { at: 3, isWrapped: true },
  input: { at: 4, fill: 2 },
  // 4 is `#,##0.00`, 10 is `0.00%`, by the format.
  money: { at: 5, format: 4 },
  total: { at: 6, format: 4, font: 1 },
  share: { at: 7, format: 10 },
  factor: { at: 8, format: 164 },
}

function stylesXml(): string {
  const font = (sz: number, bold: boolean) =>
    el('font', {}, bold ? '<b/>' : '', el('sz', { val: sz }), el('name', { val: 'Arial' }))
  const fill = (type: string, inside = '') =>
    el('fill', {}, el('patternFill', { patternType: type }, inside))
  const border = (inside: string) =>
    el('border', {}, '<left/><right/><top/>', inside, '<diagonal/>')
  const list = (name: string, ...all: readonly string[]) => el(name, { count: all.length }, ...all)
  const looks: readonly Look[] = [{ at: 0 }, ...Object.values(LOOKS)]
  const formats = looks.map(
    ({ font: fontId = 0, fill: fillId = 0, border: borderId = 0, format = 0, isWrapped }) =>
      el(
        'xf',
        {
          ...{ numFmtId: format, fontId, fillId, borderId, xfId: 0, applyNumberFormat: 1 },
          ...{ applyFont: 1, applyFill: 1, applyBorder: 1, applyAlignment: 1 },
        },
        el('alignment', { vertical: 'top', wrapText: isWrapped ? 1 : undefined }),
      ),
  )
  return el(
    'styleSheet',
    { xmlns: MAIN },
    list('numFmts', el('numFmt', { numFmtId: 164, formatCode: '0.0000' })),
    list('fonts', font(10, false), font(10, true), font(14, true)),
    list(
      'fills',
      fill('none'),
      fill('gray125'),
      fill('solid', '<fgColor rgb="FFFFF4CC"/><bgColor indexed="64"/>'),
    ),
    list(
      'borders',
      border('<bottom/>'),
      border('<bottom style="medium"><color auto="1"/></bottom>'),
    ),
    list('cellStyleXfs', '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'),
    list('cellXfs', ...formats),
  )
}
