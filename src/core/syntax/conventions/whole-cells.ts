/** Cells whose code holds a line: the engine cuts `` `sort | uniq` `` in two, and its writer does not. */
import { slicerOf } from '../slice.ts'
import type { Node } from '../tree.ts'

/** The tree in which code of a row with too many cells is one piece; other rows stay as they are. */
export function withWholeCells(tree: Node, text: string): Node {
  const slice = slicerOf(text)
  const written: Written = (node) =>
    node?.position ? slice(node.position.start, node.position.end) : ''
  const whole = (node: Node): Node => {
    if (!node.children) return node
    const columns = node.children[0]?.children?.length ?? 0
    const mend = node.type === 'table' ? (row: Node) => wholeRow(row, columns, written) : whole
    return { ...node, children: node.children.map(mend) }
  }
  return /`[^`\n]*\|/.test(text) ? whole(tree) : tree
}

type Written = (node: Pick<Node, 'position'> | undefined) => string

function wholeRow(row: Node, columns: number, written: Written): Node {
  let cells = row.children ?? []
  for (let next = joined(cells, written); cells.length > columns && next; ) {
    cells = next
    next = joined(cells, written)
  }
  return { ...row, children: cells }
}

/** The cells with the first code that goes on in another one joined; `undefined` where none does. */
function joined(cells: readonly Node[], written: Written): readonly Node[] | undefined {
  for (const [first, cell] of cells.entries()) {
    for (const opening of ticksIn(cell, written)) {
      for (const [more, other] of cells.slice(first + 1).entries()) {
        const closing = ticksIn(other, written).find(({ ticks }) => ticks === opening.ticks)
        if (!closing) continue
        const position = opening.end && closing.start && { start: opening.end, end: closing.start }
        const code = written({ position }).replaceAll('\\|', '|')
        const value = /^ .*[^ ].* $/.test(code) ? code.slice(1, -1) : code
        const children = [...opening.before, { type: 'inlineCode', value }, ...closing.behind]
        const whole = { ...cell, children, position: spanOf(cell, other) }
        return [...cells.slice(0, first), whole, ...cells.slice(first + more + 2)]
      }
    }
  }
  return undefined
}

/** Backticks of a cell that close nothing in it, with what stands on each side of them. */
function ticksIn({ children = [] }: Node, written: Written) {
  return children.flatMap((node, at) => {
    const { type, value = '', position } = node
    // Where a sign is escaped, nobody can count.
    if (type !== 'text' || !position || written(node) !== value) return []
    const { line, column } = position.start
    return [...value.matchAll(/`+/g)].map(({ 0: ticks, index }) => {
      const end = index + ticks.length
      const head = { type: 'text', value: value.slice(0, index), position }
      const tail = { type: 'text', value: value.slice(end), position }
      return {
        ticks,
        start: { line, column: column + index },
        end: { line, column: column + end },
        before: [...children.slice(0, at), ...(head.value ? [head] : [])],
        behind: [...(tail.value ? [tail] : []), ...children.slice(at + 1)],
      }
    })
  })
}

function spanOf(first: Node, last: Node): Node['position'] {
  return first.position && last.position
    ? { start: first.position.start, end: last.position.end }
    : undefined
}
