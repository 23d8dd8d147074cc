/** Labels as long as their picture has room for. */
import { type Branch, type Leaf, leavesIn } from './branch.ts'
import { boxText, linesOf, mostLines } from './label.ts'
import type { Limit } from './split.ts'

/** Height of a line of words, and of a box around them with the gap below it, px. */
const LINE = 27
const AROUND = 32

/** A row, of which a limit counts how many one above the other have room: a box of two lines. */
const ROW = AROUND + 2 * LINE

/** What one picture shows, and whether its boxes are wide. */
export interface RoomyPart {
  readonly branches: readonly Branch[]
  readonly isWide: boolean
}

/**
 * The same branches; in columns of few boxes, these say their texts whole. Where that cuts one and the picture
 * has room to its sides, boxes are wide.
 */
export function withRoomyLabels(
  branches: readonly Branch[],
  { rows, line: [usual, wide] }: Limit,
  code: readonly string[],
): RoomyPart {
  const inColumns = relabelled(branches, { rows, line: usual, code })
  if (wide === undefined || cutLabels(inColumns) === 0)
    return { branches: inColumns, isWide: false }
  return { branches: relabelled(branches, { rows, line: wide, code }), isWide: true }
}

/** How many boxes do not say their texts whole. */
export function cutLabels(branches: readonly Branch[]): number {
  const cut = leavesIn(branches).filter(
    ({ node, text }) => node.label.endsWith('…') && !text.endsWith('…'),
  )
  return new Set(cut.map(({ node }) => node.key)).size
}

interface Setting extends Pick<Limit, 'rows'> {
  readonly line: number
  readonly code: readonly string[]
}

function relabelled(branches: readonly Branch[], { rows, line, code }: Setting): readonly Branch[] {
  const leaves = new Map(leavesIn(branches).map((leaf) => [leaf.node.key, leaf]))
  const lines = new Map(
    [...Map.groupBy(leaves.values(), ({ node }) => node.column)].map(([column, stack]) => [
      column,
      mostLines((lines) => heightOf(stack, { lines, line }) <= rows * ROW),
    ]),
  )
  const relabel = <T extends Leaf>(leaf: T): T => {
    const { node, text } = leaf
    const room = { lines: lines.get(node.column) ?? 1, line }
    return { ...leaf, node: { ...node, label: boxText({ id: node.id, text, code }, room) } }
  }
  return branches.map(({ leaf, joined }) => ({
    ...(leaf && { leaf: relabel(leaf) }),
    joined: joined.map(relabel),
  }))
}

function heightOf(leaves: readonly Leaf[], room: { lines: number; line: number }): number {
  return leaves.reduce(
    (sum, { node, text }) => sum + AROUND + LINE * linesOf({ id: node.id, text }, room),
    0,
  )
}
