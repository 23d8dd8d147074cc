/** Writes the workbooks of spreadsheets: `figures.xlsx`, and that of a chart. */
import { type Cell, type CellStyle, type WriteSheet, writeXlsx } from 'hucre/xlsx'
import type { CellLook, Sheet, SheetCell } from '../../core/appraisal/workbook/cells.ts'
import { RE_FORBIDDEN } from '../../core/text/xml.ts'
import { type About, describe, pack, unpack } from './office.ts'

/**
 * The bytes of an `.xlsx`: the same sheets give the same ones. Programs work its formulas out as they
 * open it; who only reads it has what they came to.
 */
export async function workbookOf(sheets: readonly Sheet[], about: About): Promise<Uint8Array> {
  const bytes = await writeXlsx({
    sheets: sheets.map(sheetOf),
    defaultFont: { name: 'Arial', size: 10 },
    // So that no word of an author is taken for a formula.
    stringMode: 'inline',
  })
  return pack(describe(unpack(bytes), about))
}

function sheetOf({ name, widths, frozen, rows }: Sheet): WriteSheet {
  const most = Math.max(0, ...rows.map((cells) => cells.length))
  const all = rows.flatMap((cells, row) =>
    cells.map((cell, column): [string, Partial<Cell>] => [`${row},${column}`, cellOf(cell)]),
  )
  const width = (at: number) => widths[at] ?? widths.at(-1)
  return {
    name,
    cells: new Map(all),
    ...(widths.length > 0
      ? { columns: Array.from({ length: most }, (_, at) => ({ width: width(at) ?? 10 })) }
      : {}),
    ...(frozen ? { freezePane: frozen } : {}),
    pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, ...ONE_WIDE },
  }
}

/** On paper, all columns stand on one page, and rows on as many as they need. */
const ONE_WIDE = { fitToWidth: 1, fitToHeight: 0 }

/** A cell holds so many letters, by the format. */
const LONGEST = 32_767

function cellOf({ value, formula, look }: SheetCell): Partial<Cell> {
  const style = { ...LOOKS[look ?? 'plain'] }
  if (formula !== undefined) return { formula, formulaResult: value ?? null, style }
  if (typeof value === 'number') return { value, type: 'number', style }
  if (value === undefined || value === '') return { value: null, type: 'empty', style }
  const words = value.replace(RE_FORBIDDEN, '')
  const cut = words.length > LONGEST ? `${words.slice(0, LONGEST - 1)}…` : words
  return { value: cut, type: 'string', style }
}

const TOP = { vertical: 'top' } as const
const BOLD = { name: 'Arial', size: 10, bold: true }

const LOOKS: Readonly<Record<CellLook | 'plain', CellStyle>> = {
  plain: { alignment: TOP },
  title: { alignment: TOP, font: { ...BOLD, size: 14 } },
  head: {
    alignment: { ...TOP, wrapText: true },
    font: BOLD,
    border: { bottom: { style: 'medium' } },
  },
  wrapped: { alignment: { ...TOP, wrapText: true } },
  input: {
    alignment: TOP,
    fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFF4CC' } },
  },
  money: { alignment: TOP, numFmt: '#,##0.00' },
  total: { alignment: TOP, numFmt: '#,##0.00', font: BOLD },
  share: { alignment: TOP, numFmt: '0.00%' },
  factor: { alignment: TOP, numFmt: '0.0000' },
}
