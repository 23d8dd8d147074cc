/** Reads sheets of OpenDocument: a section for each, as those of Excel are. */
import type { DocumentComment, ForeignDocument, ReadPart } from '../document.ts'
import type { EmbeddedPictures } from '../embedded-pictures.ts'
import { sheetsHtml } from '../grid.ts'
import { MOST_PARTS, RefusedDocument } from '../refused.ts'
import { allBelow, attributeOf, childrenOf, nameOf, type Xml } from '../xml.ts'
import { openOdf } from './odf-parts.ts'
import { wordsIn } from './odt-words.ts'

/** Reads an `.ods`. @throws RefusedDocument where it is none */
export function readOds(part: ReadPart, pictures: EmbeddedPictures, name: string): ForeignDocument {
  const { root, body, reader, around } = openOdf(part, 'spreadsheet', pictures)
  const notTaken: string[] = []
  const hiddenStyles = new Set(
    allBelow(root, 'style')
      .filter((style) =>
        childrenOf(style, 'table-properties').some(
          (each) => attributeOf(each, 'display') === 'false',
        ),
      )
      .map((style) => attributeOf(style, 'name')),
  )
  let left = MOST_PARTS
  const take = (cells: number): void => {
    left -= cells
    if (left < 0) throw new RefusedDocument(`it has more than ${MOST_PARTS} cells`)
  }
  const sheets = childrenOf(body, 'table').map((table) => {
    const title = attributeOf(table, 'name') ?? ''
    const hidden = hiddenColumns(table)
    let unseen = 0
    const grid: string[][] = []
    for (const row of rowsOf(table)) {
      const isHidden = isCollapsed(row)
      const cells: string[] = []
      let column = 0
      for (const cell of childrenOf(row, 'table-cell', 'covered-table-cell')) {
        const words = wordsOfCell(cell)
        for (const note of childrenOf(cell, 'annotation')) reader.review.annotation(note)
        reader.review.tell({ block: words, headings: [title], bookmarks: [] })
        const times = repeated(cell, 'number-columns-repeated')
        if (words !== '') {
          take(times * repeated(row, 'number-rows-repeated') + column - cells.length)
          for (let at = column; at < column + times; at += 1) {
            if (isHidden || hidden(at)) unseen += 1
            else cells[at] = words
          }
        }
        column += times
      }
      const shown = Array.from(cells, (cell) => cell ?? '')
      // Empty rows are told apart, and not counted: a file may name the last of a million.
      const rows = shown.length === 0 ? 1 : repeated(row, 'number-rows-repeated')
      for (let time = 0; time < rows; time += 1) grid.push(shown)
    }
    if (unseen > 0) notTaken.push(`cells in hidden rows and columns of "${title}": ${unseen}`)
    const isHidden = hiddenStyles.has(attributeOf(table, 'style-name'))
    return { title, grid, isHidden }
  })
  const comments: readonly DocumentComment[] = reader.review.comments
  const drawn = allBelow(body, 'shapes').map((each) => wordsIn(each).replace(/\s+/g, ' ').trim())
  for (const words of drawn.filter(Boolean)) notTaken.push(`words in a shape: "${words}"`)
  if (allBelow(body, 'object').length > 0)
    notTaken.push('charts and parts of other programs: copy them as pictures')
  return { ...sheetsHtml(sheets, name), comments, around, notTaken }
}

/** As the sheet shows it: its lines, or the value where a program wrote no words. */
function wordsOfCell(cell: Xml): string {
  const lines = childrenOf(cell, 'p').map((each) => wordsIn(each).trim())
  if (lines.length > 0) return lines.join('\n').trim()
  return attributeOf(cell, 'office:value') ?? attributeOf(cell, 'office:string-value') ?? ''
}

/** How many times in a row something stands there; a file could name any number. */
function repeated(node: Xml, name: string): number {
  return Math.max(1, Math.min(MOST_PARTS, Number(attributeOf(node, name) ?? '1') || 1))
}

function isCollapsed(node: Xml): boolean {
  return /^(?:collapse|filter)$/.test(attributeOf(node, 'visibility') ?? '')
}

function hiddenColumns(table: Xml): (column: number) => boolean {
  const hidden: (readonly [number, number])[] = []
  let column = 0
  for (const each of allBelow(table, 'table-column')) {
    const end = column + repeated(each, 'number-columns-repeated')
    if (isCollapsed(each)) hidden.push([column, end])
    column = end
  }
  return (at) => hidden.some(([from, end]) => at >= from && at < end)
}

/** The rows of a sheet, also those in groups. */
function rowsOf(node: Xml): readonly Xml[] {
  return childrenOf(
    node,
    ...['table-row', 'table-header-rows', 'table-row-group', 'table-rows'],
  ).flatMap((each) => (nameOf(each) === 'table-row' ? [each] : rowsOf(each)))
}
