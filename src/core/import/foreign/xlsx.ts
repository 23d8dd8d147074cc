/** Reads sheets of Excel: a section for each sheet, and a table for each part of it between empty rows. */
import { tableHtml } from './csv.ts'
import type { DocumentComment, ForeignDocument } from './document.ts'
import { escapeHtml, sentenceOf } from './html-text.ts'
import { MOST_PARTS, RefusedDocument } from './refused.ts'
import { type FormatOf, readFormats, shownNumber } from './xlsx-numbers.ts'
import {
  allBelow,
  attributeOf,
  childOf,
  childrenOf,
  nameOf,
  partPath,
  readXml,
  relationsOf,
  textIn,
  type Xml,
} from './xml.ts'

type Part = (path: string) => string | undefined

/** A sheet without its looks: cells by row, at their columns. */
type Grid = readonly (readonly string[])[]

/** Reads an `.xlsx`. @throws RefusedDocument where it is none */
export function readXlsx(part: Part, name: string): ForeignDocument {
  const main = [...relationsOf(part('_rels/.rels')).values()].find(
    ({ type }) => type === 'officeDocument',
  )
  const path = partPath('', main?.target ?? 'xl/workbook.xml')
  const text = part(path)
  if (text === undefined) throw new RefusedDocument('it has no sheets in it')
  const book = readXml(text)
  const relations = relationsOf(part(path.replace(/([^/]+)$/, '_rels/$1.rels')))
  const related = (type: string): Xml | undefined => {
    const target = [...relations.values()].find((each) => each.type === type)?.target
    const found = target === undefined ? undefined : part(partPath(path, target))
    return found === undefined ? undefined : readXml(found)
  }
  const is1904 = /^(?:1|true)$/.test(
    attributeOf(childOf(book, 'workbookPr') ?? book, 'date1904') ?? '',
  )
  const reading: Reading = {
    shared: childrenOf(related('sharedStrings'), 'si').map(stringOf),
    formatOf: readFormats(related('styles'), is1904),
    notTaken: [],
    readAs: [],
    comments: [],
    left: MOST_PARTS,
  }
  const sheets = allBelow(childOf(book, 'sheets'), 'sheet')
  const html = sheets.map((sheet) => {
    const target = relations.get(attributeOf(sheet, 'r:id') ?? '')?.target
    const title = attributeOf(sheet, 'name') ?? ''
    const isOnly = sheets.length === 1 && /^(?:sheet|table|tabelle|feuil)\s*1$/i.test(title)
    const called = isOnly ? sentenceOf(name) : title
    const sheetPath = target === undefined ? '' : partPath(path, target)
    const grid = readSheet(part, sheetPath, called, reading)
    if (!grid || grid.every((row) => row.length === 0)) return ''
    const made = `<h2>${escapeHtml(called)}</h2>${blocksOf(grid)}`
    if (!/hidden/i.test(attributeOf(sheet, 'state') ?? '')) return made
    reading.readAs.push(
      `the sheet "${title}", which is hidden: it stays inside, for the team alone`,
    )
    return `<x-internal why="A hidden sheet">${made}</x-internal>`
  })
  const { notTaken, readAs, comments } = reading
  return {
    html: html.join(''),
    comments,
    notTaken,
    readAs,
  }
}

interface Reading {
  readonly shared: readonly string[]
  readonly formatOf: FormatOf
  readonly notTaken: string[]
  readonly readAs: string[]
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

function readSheet(part: Part, path: string, called: string, reading: Reading): Grid | undefined {
  const text = part(path)
  if (text === undefined) {
    reading.notTaken.push(`the sheet "${called}", which is not in the file`)
    return undefined
  }
  const root = readXml(text)
  const hidden = hiddenColumns(root)
  const grid: string[][] = []
  const words = new Map<string, string>()
  let left = 0
  for (const row of childrenOf(childOf(root, 'sheetData') ?? root, 'row')) {
    const cells: string[] = []
    const isHidden = /^(?:1|true)$/.test(attributeOf(row, 'hidden') ?? '')
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
    const shown = Array.from(cells, (cell) => cell ?? '')
    words.set(String(number), shown.filter(Boolean).join(' '))
    if (shown.length === 0) continue
    // Empty rows are told apart, and not counted: a file may name the last of a million.
    if (number > grid.length + 1 && grid.length > 0 && grid.at(-1)?.length !== 0) grid.push([])
    grid.push(shown)
  }
  if (left > 0) reading.notTaken.push(`cells in hidden rows and columns of "${called}": ${left}`)
  readComments(part, path, { called, words, reading })
  return grid
}

function hiddenColumns(root: Xml): (column: number) => boolean {
  const ranges = allBelow(childOf(root, 'cols'), 'col')
    .filter((each) => /^(?:1|true)$/.test(attributeOf(each, 'hidden') ?? ''))
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

/**
 * Parts of a sheet between empty rows: a line alone is a paragraph, others are tables. What stands in
 * the columns of the table above goes on with it.
 */
function blocksOf(grid: Grid): string {
  const blocks: { readonly rows: (readonly string[])[]; columns: readonly number[] }[] = []
  let isNew = true
  for (const row of grid) {
    const used = row.flatMap((cell, column) => (cell === '' ? [] : [column]))
    const last = blocks.at(-1)
    const isTable = last !== undefined && last.rows.length > 1 && used.length > 1
    if (used.length === 0) isNew = true
    else if (
      last &&
      (!isNew || (isTable && used.every((column) => last.columns.includes(column))))
    ) {
      last.rows.push(row)
      last.columns = [...new Set([...last.columns, ...used])].toSorted((a, b) => a - b)
    } else blocks.push({ rows: [row], columns: used })
    if (used.length > 0) isNew = false
  }
  return blocks
    .map(({ rows, columns }) => {
      const [first = []] = rows
      if (rows.length === 1 && columns.length === 1)
        return `<p>${escapeHtml(first.find((cell) => cell !== '') ?? '')}</p>`
      return tableHtml(rows.map((row) => columns.map((column) => row[column] ?? '')))
    })
    .join('')
}

/** Notes on cells; those of threads are said again as old notes, which are left out then. */
function readComments(
  part: Part,
  path: string,
  {
    called,
    words,
    reading,
  }: { called: string; words: ReadonlyMap<string, string>; reading: Reading },
): void {
  const relations = [...relationsOf(part(path.replace(/([^/]+)$/, '_rels/$1.rels'))).values()]
  const textOf = (type: string): Xml | undefined => {
    const target = relations.find((each) => each.type === type)?.target
    const found = target === undefined ? undefined : part(partPath(path, target))
    return found === undefined ? undefined : readXml(found)
  }
  const threads = textOf('threadedComment')
  const notes = threads ?? textOf('comments')
  const authors = allBelow(childOf(notes, 'authors'), 'author').map(textIn)
  const people = part('xl/persons/person.xml')
  const persons = new Map(
    (people === undefined ? [] : allBelow(readXml(people), 'person')).map(
      (each) => [attributeOf(each, 'id'), attributeOf(each, 'displayName')] as const,
    ),
  )
  for (const comment of allBelow(notes, 'comment', 'threadedComment')) {
    const said = childOf(comment, 'text')
    const plain = said ? allBelow(said, 't').map(textIn).join('') || textIn(said) : ''
    const by =
      authors[Number(attributeOf(comment, 'authorId'))] ??
      persons.get(attributeOf(comment, 'personId'))
    const row = /(?<!\d)\d+$/.exec(attributeOf(comment, 'ref') ?? '')?.[0] ?? ''
    const on = /^\d{4}-\d{2}-\d{2}/.exec(attributeOf(comment, 'dT') ?? '')?.[0]
    if (plain.trim() === '') continue
    reading.comments.push({
      words: plain.replace(/\s+/g, ' ').trim(),
      block: words.get(row) ?? '',
      headings: [called],
      bookmarks: [],
      ...(by ? { by } : {}),
      ...(on === undefined ? {} : { on }),
    })
  }
}
