/** Labels as long as their picture has room for. */
import { type Branch, type Leaf, leavesIn } from './branch.ts'
import { boxText, linesOf, mostLines } from './label.ts'
import type { Limit } from './split.ts'

/** Height of a line of words, and of a box around them with the gap below it, px. */
const LINE = 27
const AROUND = 32

/** A row, of which a limit counts how many one above the other have room: a box of two lines. */
const ROW = AROUND + 2 * LINE

/** The same branches; in columns of few boxes, these say their texts whole. */
export function withRoomyLabels(branches: readonly Branch[], { rows }: Limit): readonly Branch[] {
  const leaves = new Map(leavesIn(branches).map((leaf) => [leaf.node.key, leaf]))
  const lines = new Map(
    [...Map.groupBy(leaves.values(), ({ node }) => node.column)].map(([column, stack]) => [
      column,
      mostLines((most) => heightOf(stack, most) <= rows * ROW),
    ]),
  )
  const relabel = <T extends Leaf>(leaf: T): T => {
    const { node, text } = leaf
    const label = boxText({ id: node.id, text }, lines.get(node.column))
    return { ...leaf, node: { ...node, label } }
  }
  return branches.map(({ leaf, joined }) => ({
    ...(leaf && { leaf: relabel(leaf) }),
    joined: joined.map(relabel),
  }))
}

function heightOf(leaves: readonly Leaf[], lines: number): number {
  return leaves.reduce(
    (sum, { node, text }) => sum + AROUND + LINE * linesOf({ id: node.id, text }, lines),
    0,
  )
}
