/** Labels as long as their picture has room for. */
import { type Branch, type Leaf, leavesIn } from './branch.ts'
import { boxText, linesOf, mostLines } from './label.ts'
import { BOXES, type BoxWidth, boxRoom, INDENT } from './mermaid.ts'
import type { DiagramColumn } from './shape.ts'
import type { Limit } from './split.ts'

/** Height of a line of words, and of a box around them with the gap below it, px. */
const LINE = 27
const AROUND = 32

/** A row, of which a limit counts how many one above the other have room: a box of two lines. */
const ROW = AROUND + 2 * LINE

/** What one picture shows, and how wide its boxes are. */
export interface RoomyPart {
  readonly branches: readonly Branch[]
  readonly width: BoxWidth
}

/**
 * The same branches; in columns of few boxes, these say their texts whole. Boxes have the width at which the
 * fewest are cut, and these the least; where none is, the usual one, unless the whole is clearly larger at another.
 */
export function withRoomyLabels(
  branches: readonly Branch[],
  { rows, widths, room }: Limit,
  code: readonly string[],
): RoomyPart {
  const able = widths.filter((width) => width !== 'below' || isTree(branches))
  const [usual, ...others] = able.map((width) => {
    const set = relabelled(branches, { rows, width, code })
    return {
      branches: set,
      width,
      cut: cutLabels(set),
      scale: room ? scaleIn(room, set, width) : 1,
    }
  }) as [Way, ...Way[]] // a limit has one width or more
  const isBetter = (one: Way, best: Way): boolean =>
    one.cut === best.cut
      ? one.cut > 0
        ? BOXES[one.width].line > BOXES[best.width].line
        : one.scale > LARGER * best.scale
      : one.cut < best.cut
  return others.reduce((best, one) => (isBetter(one, best) ? one : best), usual)
}

/** Whether every box has a place below another: none is below two, and each other one holds some. */
function isTree(branches: readonly Branch[]): boolean {
  const joined = branches.flatMap((branch) => branch.joined)
  const keys = new Set(joined.map(({ node }) => node.key))
  return (
    keys.size === joined.length &&
    branches.every(({ leaf }) => leaf?.node.column === 'left') &&
    joined.every(({ node }) => node.column === 'right')
  )
}

interface Way extends RoomyPart {
  readonly cut: number
  readonly scale: number
}

/** So much larger is seen. */
const LARGER = 1.1

/** How large the whole is in a room, of its intrinsic size. */
function scaleIn(
  room: { readonly width: number; readonly height: number },
  branches: readonly Branch[],
  width: BoxWidth,
): number {
  const columns = [...Map.groupBy(leavesIn(branches), ({ node }) => node.column)]
  const heights = columns.map(([column, stack]) => labelsHeight(stack, boxRoom(width, column).line))
  if (width === 'below') {
    const high = heights.reduce((sum, own) => sum + own, 0)
    return Math.min(room.width / (BOXES.below.wrap + SIDES + INDENT), room.height / high)
  }
  const height = Math.max(...heights)
  const wide = columns.reduce(
    (sum, [column]) => sum + boxRoom(width, column).wrap + SIDES,
    (columns.length - 1) * BOXES[width].gap,
  )
  return Math.min(room.width / wide, room.height / height)
}

/** To both sides of the words of a box, px. */
const SIDES = 44

/** The height of labels as they are cut. */
function labelsHeight(leaves: readonly Leaf[], line: number): number {
  const boxes = new Map(leaves.map(({ node }) => [node.key, node]))
  return [...boxes.values()].reduce(
    (sum, { id, label }) =>
      sum + AROUND + LINE * linesOf({ id, text: label.slice(id.length) }, { lines: MOST, line }),
    0,
  )
}

/** More lines no box has. */
const MOST = 8

/** How many boxes do not say their texts whole. */
export function cutLabels(branches: readonly Branch[]): number {
  const cut = leavesIn(branches).filter(
    ({ node, text }) => node.label.endsWith('…') && !text.endsWith('…'),
  )
  return new Set(cut.map(({ node }) => node.key)).size
}

interface Setting extends Pick<Limit, 'rows'> {
  readonly width: BoxWidth
  readonly code: readonly string[]
}

function relabelled(
  branches: readonly Branch[],
  { rows, width, code }: Setting,
): readonly Branch[] {
  const leaves = new Map(leavesIn(branches).map((leaf) => [leaf.node.key, leaf]))
  const lineOf = (column: DiagramColumn): number => boxRoom(width, column).line
  const lines = new Map(
    [...Map.groupBy(leaves.values(), ({ node }) => node.column)].map(([column, stack]) => [
      column,
      mostLines((lines) => heightOf(stack, { lines, line: lineOf(column) }) <= rows * ROW),
    ]),
  )
  const relabel = <T extends Leaf>(leaf: T): T => {
    const { node, text } = leaf
    const room = { lines: lines.get(node.column) ?? 1, line: lineOf(node.column) }
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
