/** In a table, readers hear a number with its headers, if the tags say which ones these are. */
import { PDFArray, PDFDict } from 'pdf-lib'
import { asDict, entriesIn, nameIn, numberIn, objectIn } from '../read/objects.ts'
import type { StructureElement } from '../read/tree.ts'
import { failureAt, type PdfFailure, type PdfRule } from './rule.ts'

export const tables: PdfRule = {
  id: 'tables',
  demand: 'Tables hold rows of equal length, with header cells that say what they head',
  source: 'ISO 14289-1, 7.5; Matterhorn 09-004, 15-003',
  needsTags: true,
  run: ({ elements }) => [
    ...elements.filter(({ role }) => role === 'Table').flatMap(tableFaults),
    ...elements.filter(isMisplaced).map(outside),
  ],
}

/** Which tag must be around another. */
const AROUND: Readonly<Record<string, readonly string[]>> = {
  TR: ['Table', 'THead', 'TBody', 'TFoot'],
  TH: ['TR'],
  TD: ['TR'],
  THead: ['Table'],
  TBody: ['Table'],
  TFoot: ['Table'],
}

function isMisplaced({ role, parent }: StructureElement): boolean {
  const expected = AROUND[role]
  return expected !== undefined && !expected.includes(parent?.role ?? '')
}

function outside(element: StructureElement): PdfFailure {
  const { role, parent } = element
  const expected = AROUND[role]?.[0]
  return failureAt(
    element,
    `Unexpected ${role} in ${parent?.role ?? 'no tag'}, expected ${expected}`,
  )
}

function tableFaults(table: StructureElement): readonly PdfFailure[] {
  const groups = table.elements.filter(({ role }) => /^T(?:Head|Body|Foot)$/.test(role))
  const rows = [table, ...groups].flatMap(({ elements }) =>
    elements.filter(({ role }) => role === 'TR'),
  )
  const cells = rows.flatMap(({ elements }) => elements)
  return [
    ...[table, ...groups, ...rows].flatMap(strangersIn),
    ...(cells.some(({ role }) => role === 'TH') ? [] : [failureAt(table, HEADERLESS)]),
    ...cells.filter((cell) => cell.role === 'TH' && !isScoped(cell, cells)).map(unscoped),
    ...unevenRows(rows),
  ]
}

const HEADERLESS =
  'Unexpected table without header cells, expected TH for what heads a column or row'

function unscoped(cell: StructureElement): PdfFailure {
  return failureAt(cell, 'Unexpected header cell without Scope, expected Column, Row or Both')
}

function strangersIn(element: StructureElement): readonly PdfFailure[] {
  const expected = element.role === 'TR' ? RE_CELL : RE_PART
  const strangers = element.elements.filter(({ role }) => !expected.test(role))
  const bare = element.contents.length > 0 ? ['bare content'] : []
  const found = [...new Set(strangers.map(({ role }) => role)), ...bare]
  if (found.length === 0) return []
  const wanted = element.role === 'TR' ? 'cells (TH, TD)' : 'rows (TR)'
  return [
    failureAt(element, `Unexpected ${found.join(', ')} in ${element.role}, expected ${wanted}`),
  ]
}

/** `TD` */
const RE_CELL = /^T[HD]$/

/** `TBody` */
const RE_PART = /^(?:TR|THead|TBody|TFoot|Caption)$/

/** Whether a header has a scope, or other cells name it as their header. */
function isScoped(cell: StructureElement, cells: readonly StructureElement[]): boolean {
  if (attributesOf(cell).some((each) => nameIn(each, 'Scope') !== undefined)) return true
  const id = objectIn(cell.dict, 'ID')?.toString()
  return id !== undefined && cells.some((each) => headersOf(each).includes(id))
}

function headersOf(cell: StructureElement): readonly string[] {
  return attributesOf(cell).flatMap((each) => {
    const headers = objectIn(each, 'Headers')
    return headers instanceof PDFArray ? headers.asArray().map(String) : []
  })
}

function attributesOf({ dict }: StructureElement): readonly PDFDict[] {
  return entriesIn(dict, 'A')
    .map((entry) => asDict(dict.context.lookup(entry)))
    .filter((each) => each instanceof PDFDict)
}

/** Cells may span columns, and rows below. */
function unevenRows(rows: readonly StructureElement[]): readonly PdfFailure[] {
  const widths = rows.map(() => 0)
  for (const [index, row] of rows.entries()) {
    for (const cell of row.elements) {
      const below = Math.min(rows.length, index + spanOf(cell, 'RowSpan'))
      for (let each = index; each < below; each += 1) {
        widths[each] = (widths[each] ?? 0) + spanOf(cell, 'ColSpan')
      }
    }
  }
  const expected = widths[0] ?? 0
  return rows.flatMap((row, index) => {
    const width = widths[index] ?? 0
    if (width === expected) return []
    return [
      failureAt(row, `Unexpected row of ${width} cells, expected ${expected} as in the first`),
    ]
  })
}

function spanOf(cell: StructureElement, key: 'RowSpan' | 'ColSpan'): number {
  const spans = attributesOf(cell).map((each) => numberIn(each, key) ?? 1)
  return Math.max(1, ...spans)
}
