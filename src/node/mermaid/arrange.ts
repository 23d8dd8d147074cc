/** Sets boxes whose words are wrapped and measured in columns, with quiet curved lines. */
import { LABEL_SIZE } from '../../core/diagram/index.ts'
import { BOXES, INDENT } from '../../core/diagram/mermaid.ts'
import { columns } from '../../core/diagram/shape.ts'
import { tokens } from '../theme/tokens.ts'
import {
  type Box,
  type DiagramLine,
  drawBox,
  drawEdge,
  LINE,
  type MeasuredBox,
  PADDING,
} from './box.ts'
import { svgElement } from './svg.ts'

/** A diagram of the case whose words are wrapped and measured. */
export interface MeasuredDiagram {
  readonly title: string
  readonly description: string
  readonly edges: readonly DiagramLine[]
  readonly boxes: readonly MeasuredBox[]
  /** Between columns, px. */
  readonly gap?: number
  /** Set where boxes of the right column stand below those of the left. */
  readonly isBelow?: boolean
}

/** A drawing and its intrinsic size in px. */
interface Arranged {
  readonly svg: string
  readonly width: number
  readonly height: number
  readonly labelSize: number
}

/** Between boxes, and around all of them for half a line's width; px at the intrinsic size. */
const GAP = { row: 14, column: BOXES.usual.gap } as const
const EDGE = 2

/** Sets columns from left to right. Where no box is shared, joined boxes stand side by side, or one below the other. */
export function arrange(diagram: MeasuredDiagram): Arranged {
  const boxes = placeBoxes(diagram)
  const width = Math.ceil(Math.max(0, ...boxes.map((box) => box.x + box.width)) + EDGE)
  const height = Math.ceil(Math.max(0, ...boxes.map((box) => box.y + box.height)) + EDGE)
  const byName = new Map(boxes.map((box) => [box.name, box]))
  const edges = diagram.edges.map((edge) => drawEdge(edge, byName)).join('')
  const inner = `<g class="edges">${edges}</g>${boxes.map(drawBox).join('')}`
  const looks = [
    ['fill', 'none'],
    ['stroke', tokens.quiet],
    ['stroke-width', '2.5'],
    ['font-size', String(LABEL_SIZE)],
  ] as const
  const linked = diagram.boxes.some(({ href }) => href !== undefined)
  const { title, description } = diagram
  const frame = { title, description, linked, width, height, viewBox: `0 0 ${width} ${height}` }
  const svg = svgElement({ ...frame, classes: 'drawing drawing-of-case', looks, inner })
  return { svg, width, height, labelSize: LABEL_SIZE }
}

function placeBoxes({ boxes, edges, gap = GAP.column, isBelow }: MeasuredDiagram): readonly Box[] {
  const inColumn = columns
    .map((column) => boxes.filter((box) => box.column === column))
    .filter((column) => column.length > 0)
  const bands = inColumn.length === 2 ? bandsOf(inColumn, edges) : undefined
  const isStacked = isBelow === true && bands !== undefined
  const ys = !bands ? placeEvenly(inColumn) : isStacked ? placeBelow(bands) : placeInBands(bands)
  let x = EDGE
  return inColumn.flatMap((column, index) => {
    if (isStacked) x = EDGE + index * INDENT
    const width =
      Math.ceil(Math.max(...column.map(({ textWidth }) => textWidth))) + 2 * PADDING.inline
    const placed = column.map((box) => ({
      ...box,
      x,
      y: ys.get(box.name) ?? EDGE,
      width,
      height: heightOf(box),
    }))
    x += width + gap
    return placed
  })
}

interface Band {
  readonly lefts: readonly MeasuredBox[]
  readonly rights: readonly MeasuredBox[]
}

/** Each box on the left with its boxes on the right; undefined where one on the right is shared. */
function bandsOf(
  [lefts = [], rights = []]: readonly (readonly MeasuredBox[])[],
  edges: readonly DiagramLine[],
): readonly Band[] | undefined {
  const ends = edges.map((edge) => edge.ends)
  const sharing = Map.groupBy(ends, ([, right]) => right)
  if ([...sharing.values()].some((same) => same.length > 1)) return undefined
  const bands = lefts.map((left) => ({
    lefts: [left],
    rights: rights.filter(({ name }) => ends.some(([a, b]) => a === left.name && b === name)),
  }))
  const alone = rights.filter(({ name }) => !ends.some(([, right]) => right === name))
  return [...bands, ...alone.map((right) => ({ lefts: [], rights: [right] }))]
}

/** Bands below each other; in each, both sides are centred on the same line. */
function placeInBands(bands: readonly Band[]): ReadonlyMap<string, number> {
  const ys = new Map<string, number>()
  let top = EDGE
  for (const { lefts, rights } of bands) {
    const height = Math.max(stackHeight(lefts), stackHeight(rights))
    for (const side of [lefts, rights])
      stack(side, top + (height - stackHeight(side)) / 2, GAP.row, ys)
    top += height + GAP.row
  }
  return ys
}

/** Bands below each other; in each, what is joined to a box stands below it. */
function placeBelow(bands: readonly Band[]): ReadonlyMap<string, number> {
  const ys = new Map<string, number>()
  let top = EDGE
  for (const { lefts, rights } of bands) {
    const all = [...lefts, ...rights]
    stack(all, top, GAP.row, ys)
    top += stackHeight(all) + GAP.row * 2
  }
  return ys
}

/** Every column as tall as the tallest, with even space around its boxes. */
function placeEvenly(columns: readonly (readonly MeasuredBox[])[]): ReadonlyMap<string, number> {
  const ys = new Map<string, number>()
  const height = Math.max(...columns.map(stackHeight))
  for (const column of columns) {
    const space = (height - stackHeight(column)) / column.length
    stack(column, EDGE + space / 2, GAP.row + space, ys)
  }
  return ys
}

function stack(
  nodes: readonly MeasuredBox[],
  from: number,
  gap: number,
  ys: Map<string, number>,
): void {
  let y = from
  for (const node of nodes) {
    ys.set(node.name, y)
    y += heightOf(node) + gap
  }
}

function stackHeight(nodes: readonly MeasuredBox[]): number {
  return nodes.reduce((sum, node) => sum + heightOf(node) + GAP.row, -GAP.row)
}

function heightOf({ lines }: MeasuredBox): number {
  return Math.max(1, lines.length) * LINE + 2 * PADDING.block
}
