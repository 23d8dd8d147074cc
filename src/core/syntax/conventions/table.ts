/** A table, row by row, so that outputs can set a part of it. */
import { element, type Node, textOf } from '../tree.ts'
import type { ItemBlock, TableBlock } from './block.ts'
import { baseOf, type Context, mark } from './context.ts'
import { numericColumns } from './numeric-columns.ts'
import { itemsOfRows } from './register.ts'
import { wordsOf } from './words.ts'

/** Reads a table. */
export function readTable(node: Node, context: Context): TableBlock {
  const base = baseOf(node, context)
  const items = itemsOfRows(node, context)
  return {
    ...base,
    type: 'table',
    words: wordsOf([node], context.citations),
    ...(items.length > 0 ? { items } : {}),
    node: mark('Table', base.at, rowsOf(node, base.at, items)),
    rows: cellsOf(node),
  }
}

/** Plain text of the cells, row by row. */
export function cellsOf({ children: rows = [] }: Node): readonly (readonly string[])[] {
  return rows.map((row) => (row.children ?? []).map(textOf))
}

function rowsOf(node: Node, at: string, items: readonly ItemBlock[]): readonly Node[] {
  const texts = cellsOf(node)
  const numeric = numericColumns(texts)
  const named = isWide(texts) ? texts[0] : undefined
  return (node.children ?? []).map((row, index) => {
    const cells = (row.children ?? []).map((cell, column) => {
      const header = isHeader(cell, index) ? 'column' : undefined
      // Numbers stand below numbers, unless their author sets them otherwise.
      const align = node.align?.[column] ?? (numeric[column] ? 'right' : undefined)
      const pad = (align === 'right' && numeric[column]?.pads[index - 1]) || undefined
      const of = header === undefined && column > 0 ? named?.[column]?.trim() : undefined
      return element('Cell', { header, align, pad, column: of }, cell.children ?? [])
    })
    const held = items.filter((one) => one.row === index)
    const [item, ...others] = held.map((one) => one.at)
    const also = others.length > 0 ? others.join('\t') : undefined
    const columns = held.flatMap(({ column }) => column ?? []).join(' ') || undefined
    return element('Row', { at, n: String(index), item, also, columns }, cells)
  })
}

/** Letters for which a phone has room beside each other, and those that the space between columns takes. */
const [ROOM, BETWEEN] = [36, 3]
/** Longer words are broken; a cell of many letters is read where a line has some. */
const [LONGEST, MANY, SENTENCE] = [24, 40, 16]

/**
 * Whether a table is wider than a phone, and says of each column but the first what it holds: there a row
 * stands as lines, each with the name of its column.
 */
function isWide(cells: readonly (readonly string[])[]): boolean {
  const [header = []] = cells
  if (header.length < 3 || header.slice(1).some((name) => name.trim() === '')) return false
  const widths = header.map((_, column) =>
    cells.reduce((widest, row) => Math.max(widest, widthOf(row[column] ?? '')), 0),
  )
  return widths.reduce((sum, width) => sum + width + BETWEEN, 0) > ROOM
}

/** The letters for which words need room: those of the longest, and more where there are many. */
function widthOf(words: string): number {
  const least = words.length > MANY ? SENTENCE : 0
  return words
    .split(/\s+/)
    .reduce((longest, word) => Math.max(longest, Math.min(word.length, LONGEST)), least)
}

/** A cell without words names no column. */
function isHeader(cell: Node, row: number): boolean {
  return row === 0 && textOf(cell).trim() !== ''
}
