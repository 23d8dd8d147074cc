/** Reads sheets of Excel: a section for each sheet, and a table for each part of it between empty rows. */
import type { DocumentComment, ForeignDocument, ReadPart } from '../document.ts'
import { calledOf, type Grid, sheetsHtml } from '../grid.ts'
import { MOST_PARTS, RefusedDocument } from '../refused.ts'
import {
  allBelow,
  attributeOf,
  childOf,
  childrenOf,
  isSet,
  nameOf,
  textIn,
  type Xml,
} from '../xml.ts'
import { openMain, openPart, propertiesOf, relatedXml } from './parts.ts'
import { sheetChanges } from './xlsx-changes.ts'
import { cellComments } from './xlsx-comments.ts'
import { type FormatOf, readFormats, shownNumber } from './xlsx-numbers.ts'

/** Reads an `.xlsx`. @throws RefusedDocument where it is none */
export function readXlsx(part: ReadPart, name: string): ForeignDocument {
  const main = openMain(part, 'xl/workbook.xml', 'no sheets')
  const related = (type: string) => relatedXml(part, main, type)
  const is1904 = isSet(childOf(main.root, 'workbookPr') ?? main.root, 'date1904')
  const reading: Reading = {
    shared: childrenOf(related('sharedStrings'), 'si').map(stringOf),
    formatOf: readFormats(related('styles'), is1904),
    notTaken: [],
    around: [],
    comments: [],
    left: MOST_PARTS,
  }
  const sheets = allBelow(childOf(main.root, 'sheets'), 'sheet')
  const { html, readAs } = sheetsHtml(
    sheets.map((sheet) => {
      const path = main.relations.get(attributeOf(sheet, 'r:id') ?? '')?.target ?? ''
      const title = attributeOf(sheet, 'name') ?? ''
      const called = calledOf(title, sheets.length, name)
      return {
        title,
        grid: readSheet(part, path, called, reading) ?? [],
        isHidden: /hidden/i.test(attributeOf(sheet, 'state') ?? ''),
      }
    }),
    name,
  )
  const { notTaken, comments } = reading
  const named = (sheet: Xml) =>
    [attributeOf(sheet, 'sheetId') ?? '', attributeOf(sheet, 'name') ?? ''] as const
  return {
    html,
    comments,
    changes: sheetChanges(part, main, {
      sheets: new Map(sheets.map(named)),
      wordsOf: (cell) => valueOfCell(cell, reading),
    }),
    around: [...reading.around, ...propertiesOf(part)],
    notTaken,
    readAs,
  }
}

interface Reading {
  readonly shared: readonly string[]
  readonly formatOf: FormatOf
  readonly notTaken: string[]
  /** At the edges of printed sheets. */
  readonly around: string[]
  readonly comments: DocumentComment[]
  /** How many cells there may still be. */
  left: number
}

/** Words of a string, without those that say how it is read aloud. */
function stringOf(element: Xml): string {
  return childrenOf(element, 't', 'r')
    .map((each) => textIn(nameOf(each) === 'r' ? childOf(each, 't') : each))
    .join('')
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
      String.fromCodePoint(Number.parseInt(code, 16)),
    )
}

// Matches what orders how the edge of a sheet looks: "&C", "&14", '&"Arial,Bold"'.
const RE_CODE = /&(?:[A-Z]|\d{1,3}|"[^"]*")/g

function readSheet(
  part: ReadPart,
  path: string,
  called: string,
  reading: Reading,
): Grid | undefined {
  const sheet = openPart(part, path)
  if (!sheet) {
    reading.notTaken.push(`the sheet "${called}", which is not in the file`)
    return undefined
  }
  const { root } = sheet
  const hidden = hiddenColumns(root)
  const edges = childrenOf(childOf(root, 'headerFooter')).map(textIn)
  reading.around.push(...edges.map((words) => words.replace(RE_CODE, ' ')))
  const grid: string[][] = []
  const words = new Map<string, string>()
  let left = 0
  for (const row of childrenOf(childOf(root, 'sheetData') ?? root, 'row')) {
    const cells: string[] = []
    const isHidden = isSet(row, 'hidden')
    let column = -1
    for (const cell of childrenOf(row, 'c')) {
      column = columnOf(attributeOf(cell, 'r')) ?? column + 1
      const value = valueOfCell(cell, reading)
      if (value === '') continue
      reading.left -= 1
      if (reading.left < 0 || column > 20_000)
        throw new RefusedDocument(`it has more than ${MOST_PARTS} cells`)
      if (isHidden || hidden(column)) left += 1
      else cells[column] = value
    }
    const number = Number(attributeOf(row, 'r') ?? grid.length + 1)
    // What is empty in front of a cell takes room too.
    reading.left -= cells.length - Object.keys(cells).length
    if (reading.left < 0) throw new RefusedDocument(`it has more than ${MOST_PARTS} cells`)
    const shown = Array.from(cells, (cell) => cell ?? '')
    words.set(String(number), shown.filter(Boolean).join(' '))
    if (shown.length === 0) continue
    // Empty rows are told apart, and not counted: a file may name the last of a million.
    if (number > grid.length + 1 && grid.length > 0 && grid.at(-1)?.length !== 0) grid.push([])
    grid.push(shown)
  }
  if (left > 0) reading.notTaken.push(`cells in hidden rows and columns of "${called}": ${left}`)
  const block = (row: string): string => words.get(row) ?? ''
  reading.comments.push(...cellComments(part, sheet, { called, block }))
  return grid
}

function hiddenColumns(root: Xml): (column: number) => boolean {
  const ranges = allBelow(childOf(root, 'cols'), 'col')
    .filter((each) => isSet(each, 'hidden'))
    .map(
      (each) =>
        [Number(attributeOf(each, 'min')) - 1, Number(attributeOf(each, 'max')) - 1] as const,
    )
  return (column) => ranges.some(([from, to]) => column >= from && column <= to)
}

/** `B3` → 1. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^([A-Z]{1,3})\d+$/.exec(reference ?? '')?.[1]
  if (letters === undefined) return undefined
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

function valueOfCell(cell: Xml, { shared, formatOf }: Reading): string {
  const type = attributeOf(cell, 't') ?? 'n'
  const value = textIn(childOf(cell, 'v'))
  if (type === 's') return (shared[Number(value)] ?? '').trim()
  if (type === 'inlineStr') {
    const inner = childOf(cell, 'is')
    return inner ? stringOf(inner).trim() : ''
  }
  if (type === 'b') return value === '1' ? 'TRUE' : value === '0' ? 'FALSE' : ''
  if (type !== 'n') return value.trim()
  return value === '' ? '' : shownNumber(value, formatOf(attributeOf(cell, 's')))
}
