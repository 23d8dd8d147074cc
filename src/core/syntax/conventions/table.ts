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
  const numeric = numericColumns(cellsOf(node))
  return (node.children ?? []).map((row, index) => {
    const cells = (row.children ?? []).map((cell, column) => {
      const header = isHeader(cell, index) ? 'column' : undefined
      // Numbers stand below numbers, unless their author sets them otherwise.
      const align = node.align?.[column] ?? (numeric[column] ? 'right' : undefined)
      const pad = (align === 'right' && numeric[column]?.pads[index - 1]) || undefined
      return element('Cell', { header, align, pad }, cell.children ?? [])
    })
    const held = items.filter((one) => one.row === index)
    const [item, also] = held.map((one) => one.at)
    const columns = held.flatMap(({ column }) => column ?? []).join(' ') || undefined
    return element('Row', { at, n: String(index), item, also, columns }, cells)
  })
}

/** A cell without words names no column. */
function isHeader(cell: Node, row: number): boolean {
  return row === 0 && textOf(cell).trim() !== ''
}
