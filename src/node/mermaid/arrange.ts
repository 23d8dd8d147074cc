/** Sets the boxes that Mermaid has wrapped and measured in columns, with quiet curved lines. */
import { LABEL_SIZE } from '../../core/diagram/index.ts'
import { BOXES } from '../../core/diagram/mermaid.ts'
import { tokens } from '../theme/tokens.ts'
import {
  type Box,
  drawBox,
  drawEdge,
  LINE,
  PADDING,
  type TracedEdge,
  type TracedNode,
} from './box.ts'
import { svgElement } from './svg.ts'

/** What is read of Mermaid's drawing of a diagram of the case. */
export interface Traced {
  readonly title: string
  readonly description: string
  readonly nodes: readonly TracedNode[]
  readonly edges: readonly TracedEdge[]
  /** Between columns, px. */
  readonly gap?: number
}

/** A drawing and its intrinsic size in px. */
interface Arranged {
  readonly svg: string
  readonly width: number
  readonly height: number
  readonly labelSize: number
}

const COLUMNS = ['left', 'middle', 'right'] as const
const KIND_FIRST = ['left', 'middle', 'right', 'node', 'default', 'clickable', 'undefined']

/** Between boxes, and around all of them for half a line's width; px at the intrinsic size. */
const GAP = { row: 14, column: BOXES.usual.gap } as const
const EDGE = 2

/** Sets columns from left to right. Where no box is shared, joined boxes stand side by side. */
export function arrange(traced: Traced): Arranged {
  const boxes = placeBoxes(traced)
  const width = Math.ceil(Math.max(0, ...boxes.map((box) => box.x + box.width)) + EDGE)
  const height = Math.ceil(Math.max(0, ...boxes.map((box) => box.y + box.height)) + EDGE)
  const byName = new Map(boxes.map((box) => [box.node.name, box]))
  const edges = traced.edges.map((edge) => drawEdge(edge, byName)).join('')
  const inner = `<g class="edges">${edges}</g>${boxes.map(drawBox).join('')}`
  const looks = [
    ['fill', 'none'],
    ['stroke', tokens.quiet],
    ['stroke-width', '2.5'],
    ['font-size', String(LABEL_SIZE)],
  ] as const
  const linked = traced.nodes.some(({ href }) => href !== undefined)
  const { title, description } = traced
  const frame = { title, description, linked, width, height, viewBox: `0 0 ${width} ${height}` }
  const svg = svgElement({ ...frame, classes: 'drawing drawing-of-case', looks, inner })
  return { svg, width, height, labelSize: LABEL_SIZE }
}

function placeBoxes({ nodes, edges, gap = GAP.column }: Traced): readonly Box[] {
  const ordered = nodes.toSorted((a, b) => a.place - b.place)
  const used = COLUMNS.filter((column) => nodes.some(({ classes }) => classes.includes(column)))
  const inColumn = used.map((column) => ordered.filter(({ classes }) => classes.includes(column)))
  const bands = inColumn.length === 2 ? bandsOf(inColumn, edges) : undefined
  const ys = bands ? placeInBands(bands) : placeEvenly(inColumn)
  let x = EDGE
  return inColumn.flatMap((column) => {
    const width =
      Math.ceil(Math.max(...column.map(({ textWidth }) => textWidth))) + 2 * PADDING.inline
    const boxes = column.map((node) => ({
      node,
      kind: kindOf(node),
      x,
      y: ys.get(node.name) ?? EDGE,
      width,
      height: heightOf(node),
    }))
    x += width + gap
    return boxes
  })
}

interface Band {
  readonly lefts: readonly TracedNode[]
  readonly rights: readonly TracedNode[]
}

/** Each box on the left with its boxes on the right; undefined where one on the right is shared. */
function bandsOf(
  [lefts = [], rights = []]: readonly (readonly TracedNode[])[],
  edges: readonly TracedEdge[],
): readonly Band[] | undefined {
  const ends = edges.map(({ name }) => name.split('_'))
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

/** Every column as tall as the tallest, with even space around its boxes. */
function placeEvenly(columns: readonly (readonly TracedNode[])[]): ReadonlyMap<string, number> {
  const ys = new Map<string, number>()
  const height = Math.max(...columns.map(stackHeight))
  for (const column of columns) {
    const space = (height - stackHeight(column)) / column.length
    stack(column, EDGE + space / 2, GAP.row + space, ys)
  }
  return ys
}

function stack(
  nodes: readonly TracedNode[],
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

function stackHeight(nodes: readonly TracedNode[]): number {
  return nodes.reduce((sum, node) => sum + heightOf(node) + GAP.row, -GAP.row)
}

function heightOf({ lines }: TracedNode): number {
  return Math.max(1, lines.length) * LINE + 2 * PADDING.block
}

/** As the Mermaid text names it: what is no kind has no outline, and throws where it is drawn. */
function kindOf({ classes }: TracedNode): Box['kind'] {
  return classes.find((name) => !KIND_FIRST.includes(name)) as Box['kind']
}
