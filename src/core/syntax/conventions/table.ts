/** A table, row by row, so that outputs can set a part of it. */
import { element, type Node, textOf } from '../tree.ts'
import type { TableBlock } from './block.ts'
import { baseOf, type Context, mark } from './context.ts'
import { wordsOf } from './words.ts'

/** Reads a table. */
export function readTable(node: Node, context: Context): TableBlock {
  const base = baseOf(node, context)
  return {
    ...base,
    type: 'table',
    words: wordsOf([node], context.citations),
    node: mark('Table', base.at, rowsOf(node, base.at)),
    rows: (node.children ?? []).map((row) => (row.children ?? []).map(textOf)),
  }
}

function rowsOf(node: Node, at: string): readonly Node[] {
  return (node.children ?? []).map((row, index) => {
    const cells = (row.children ?? []).map((cell) =>
      element(
        'Cell',
        { header: isHeader(cell, index) ? 'column' : undefined },
        cell.children ?? [],
      ),
    )
    return element('Row', { at, n: String(index) }, cells)
  })
}

/** A cell without words names no column. */
function isHeader(cell: Node, row: number): boolean {
  return row === 0 && textOf(cell).trim() !== ''
}
