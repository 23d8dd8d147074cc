/** How a box of the case's diagrams and a line between two of them look. */
import type { DiagramColumn } from '../../core/diagram/index.ts'
import { type BuiltInKind, builtInKinds, type KindOutline, rowOf } from '../../core/model/kinds.ts'
import { escapeXml } from '../../core/text/xml.ts'
import { tokens } from '../theme/tokens.ts'

/** A box whose words are wrapped and measured. */
export interface MeasuredBox {
  /** Its name in the Mermaid text: `n3`. */
  readonly name: string
  /** The built-in kind that it looks like. */
  readonly kind: BuiltInKind | 'gap'
  readonly column: DiagramColumn
  /** `#decision-3` */
  readonly href?: string
  readonly lines: readonly string[]
  /** Width of the longest line, px. */
  readonly textWidth: number
}

/** A line between two boxes. */
export interface DiagramLine {
  /** Names of the boxes on its left and right. */
  readonly ends: readonly [left: string, right: string]
  readonly isDraft: boolean
}

/** A box in its place. All in px at the intrinsic size. */
export interface Box extends MeasuredBox {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Height of a line of words, px. */
export const LINE = 27

/** Between a box's outline and its words, px. */
export const PADDING = { block: 9, inline: 22 } as const

/** Of a line that turns, px. */
const CORNER = 12

/** How far a font's baseline stands below the middle of a line, px. */
const BASELINE = 7.5

/**
 * A quiet curve from the right side of one box to the left side of another, or down from its foot where that stands
 * below; `''` without both.
 */
export function drawEdge({ ends, isDraft }: DiagramLine, boxes: ReadonlyMap<string, Box>): string {
  const [left, right] = ends.map((end) => boxes.get(end))
  if (!left || !right) return ''
  const [start, end] = [at(left, left.width), at(right, outlineOf(right) === 'bar' ? 2 : 0)]
  const bend = (end.x - start.x) / 2
  const down = left.x + CORNER * 2
  const isBelow = right.y >= left.y + left.height && end.x < start.x
  const line = isBelow
    ? `M${down} ${round(left.y + left.height)}V${round(end.y - CORNER)}Q${down} ${end.y} ${down + CORNER} ${end.y}H${end.x}`
    : `M${start.x} ${start.y}C${start.x + bend} ${start.y} ${end.x - bend} ${end.y} ${end.x} ${end.y}`
  const dashes = isDraft ? ' stroke-dasharray="8 6"' : ''
  // By the names of its ends a style sheet finds the lines of a box that is pointed at.
  return `<path class="edge${isDraft ? ' draft' : ''} ${ends.join(' ')}" d="${line}"${dashes}/>`
}

function at({ x, y, height }: Box, across: number): { readonly x: number; readonly y: number } {
  return { x: round(x + across), y: round(y + height / 2) }
}

/** The outline of its kind and its words, as a link where it has one. */
export function drawBox(box: Box): string {
  const { lines, kind, href, x, y, height } = box
  const first = y + height / 2 - (lines.length * LINE) / 2 + LINE / 2 + BASELINE
  const rows = lines.map((line, index) => {
    const place = `x="${round(x + PADDING.inline)}" y="${round(first + index * LINE)}"`
    return `<tspan ${place}>${index === 0 && kind !== 'gap' ? withId(line) : escapeXml(line)}</tspan>`
  })
  // Between rows stands a space, which isn't seen but read aloud.
  const text = `<text fill="${tokens.ink}" stroke="none">${rows.join(' ')}</text>`
  const group = `<g class="box kind-${kind}">${OUTLINES[outlineOf(box)](box)}${text}</g>`
  return href === undefined
    ? group
    : `<a href="${escapeXml(href)}" class="${box.name}">${group}</a>`
}

/** The id in the kind's hue, apart from the words. */
function withId(line: string): string {
  const [id = '', ...words] = line.split(' ')
  const rest = words.length > 0 ? ` ${escapeXml(words.join(' '))}` : ''
  return `<tspan class="drawing-id" font-weight="700">${escapeXml(id)}</tspan>${rest}`
}

/** Colour is never alone: each kind has an outline of its own, and so has what is missing. */
const OUTLINES: Readonly<Record<KindOutline | 'gap', (box: Box) => string>> = {
  pill: (box) => rect(box, Math.min(box.height / 2, 32)),
  square: (box) => rect(box, 3),
  rounded: (box) => rect(box, 12),
  gap: (box) => rect(box, 4, ' stroke-dasharray="3 5"'),
  hexagon: ({ x, y, width, height }) => {
    const point = 14
    const middle = round(y + height / 2)
    return `<path class="shape" d="M${x} ${middle}L${x + point} ${round(y)}H${x + width - point}L${x + width} ${middle}L${x + width - point} ${round(y + height)}H${x + point}Z"/>`
  },
  bar: ({ x, y, width, height }) =>
    `<rect class="hit" x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" stroke="none"/><rect class="bar" x="${round(x)}" y="${round(y + 4)}" width="6" height="${round(height - 8)}" fill="${tokens.evidence}" stroke="none"/>`,
}

/** The class of a box is the built-in kind that it looks like, or `gap`. */
function outlineOf({ kind }: Box): KindOutline | 'gap' {
  return kind === 'gap' ? 'gap' : rowOf(kind, builtInKinds).outline
}

function rect({ x, y, width, height }: Box, radius: number, more = ''): string {
  return `<rect class="shape" x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" rx="${radius}"${more}/>`
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
