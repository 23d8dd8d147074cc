/** Tables, lists and line breaks that are typed as HTML, read like those of Markdown: every output knows these. */
import { attributeOf, inParagraphs, type Node } from './tree.ts'

/** The tree in which they are tables and lists; what stands in a table is left as it is where no cell could hold it. */
export function withHtmlBlocks(node: Node): Node {
  const { children } = node
  return children ? { ...node, children: children.flatMap(asMarkdown) } : node
}

function asMarkdown(node: Node): readonly Node[] {
  // Its words stand on two lines, which no reader may take for one word.
  if (node.name === 'br') return [{ type: 'break', position: node.position }]
  const inner = withHtmlBlocks(node)
  if (node.name === 'table') return tableOf(inner) ?? [inner]
  return [node.name === 'ul' || node.name === 'ol' ? listOf(inner) : inner]
}

function listOf(node: Node): Node {
  const { position, children = [], name } = node
  const entries = children.filter((one) => one.name === 'li')
  const start = Number(attributeOf(node, 'start') ?? 1)
  return {
    ...{ type: 'list', position, ordered: name === 'ol', start: name === 'ol' ? start : null },
    children: entries.map((entry) => ({
      ...{ type: 'listItem', position: entry.position, checked: null },
      children: inParagraphs((entry.children ?? []).flatMap(unwrapped)),
    })),
  }
}

/** Its name as a paragraph before it; `undefined` where a cell holds more than words and pictures. */
function tableOf(table: Node): readonly Node[] | undefined {
  const rows = named(table, 'tr').map((row) => cellsIn(row))
  const cells = rows.flat()
  if (cells.length === 0 || !cells.every(({ words }) => words)) return undefined
  const grid: Node[][] = rows.map(() => [])
  rows.forEach((row, at) => {
    for (const { node, words = [], wide, high } of row) {
      const column = firstFree(grid[at] ?? [])
      for (let down = 0; down < Math.min(high, rows.length - at); down += 1)
        for (let across = 0; across < wide; across += 1) {
          const isFirst = down + across === 0
          const line = grid[at + down] ?? []
          line[column + across] = cellOf(node, isFirst ? words : [])
        }
    }
  })
  const width = Math.max(...grid.map(({ length }) => length))
  const lines = named(table, 'tr').map((row, at) => ({
    ...{ type: 'tableRow', position: row.position },
    children: Array.from({ length: width }, (_, column) => grid[at]?.[column] ?? cellOf(row, [])),
  }))
  const captions = named(table, 'caption').flatMap(({ children = [] }) => inParagraphs(children))
  const { position } = table
  return [
    ...captions,
    { type: 'table', position, align: lines[0]?.children.map(() => null) ?? [], children: lines },
  ]
}

function cellOf({ position }: Node, children: readonly Node[]): Node {
  return { type: 'tableCell', position, children }
}

function firstFree(line: readonly (Node | undefined)[]): number {
  const at = Array.from(line).indexOf(undefined)
  return at < 0 ? line.length : at
}

/** The most columns or rows that one cell may take: more would be no table that anybody reads. */
const WIDEST = 50

function cellsIn(row: Node) {
  const span = (cell: Node, name: string) =>
    Math.min(WIDEST, Math.max(1, Number.parseInt(attributeOf(cell, name) ?? '1', 10) || 1))
  return [...named(row, 'th', 'td')].map((node) => ({
    node,
    words: wordsIn(node),
    wide: span(node, 'colspan'),
    high: span(node, 'rowspan'),
  }))
}

/** What stands in a cell, on one line; `undefined` where it holds a list, code or another table. */
function wordsIn({ children = [] }: Node): readonly Node[] | undefined {
  const parts = inParagraphs(children.flatMap(unwrapped))
  if (!parts.every(({ type }) => type === 'paragraph')) return undefined
  return parts.flatMap(({ children: words = [] }, index) =>
    index === 0 ? words : [{ type: 'text', value: ' ' }, ...words],
  )
}

/** `<p>` is a paragraph; spaces between elements are nothing. */
function unwrapped(node: Node): readonly Node[] {
  if (node.type === 'text' && (node.value ?? '').trim() === '' && node.value?.includes('\n'))
    return []
  if (node.name !== 'p' && node.name !== 'div') return [node]
  return inParagraphs((node.children ?? []).flatMap(unwrapped))
}

/** The nearest elements of these names below a node. */
function named(node: Node, ...names: readonly string[]): readonly Node[] {
  return (node.children ?? []).flatMap((child) => {
    if (names.includes(child.name ?? '')) return [child]
    return child.name === 'table' ? [] : named(child, ...names)
  })
}
