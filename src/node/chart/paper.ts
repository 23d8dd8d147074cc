/** What charts are drawn on: marks by where they stand, set by the charting library as static SVG. */
import * as Plot from '@observablehq/plot'
import { parseHTML } from 'linkedom'
import type { Measure } from '../../core/text/measure.ts'
import { el } from '../../core/text/xml.ts'

/** Room and size of letters, px. */
export interface Room {
  readonly width: number
  /** Marks are set wider apart to fill it; absent where a chart takes what it needs. */
  readonly height?: number
  readonly size: number
  /** Set where nothing smaller is left: rows stand as close as they can. */
  readonly isTight?: true
  /** Set where names stand above their rows, though the picture is wide. */
  readonly isStacked?: true
  /** Of what is less than other words. */
  readonly small: number
  readonly measure: Measure
}

/** A picture of a chart. */
export interface DrawnChart {
  readonly svg: string
  readonly width: number
  readonly height: number
  /** Set where marks and their words need more width than there is. */
  readonly isTooWide?: true
}

/** A stretch of words: lines are cut already. */
export interface ChartLabel {
  readonly x: number
  readonly y: number
  readonly text: string
  readonly size: number
  readonly bold?: boolean
  readonly fill?: string
  readonly anchor?: 'start' | 'middle' | 'end'
  /** Which edge of the words stands at `y`; the middle where absent. */
  readonly line?: 'top' | 'middle' | 'bottom'
}

/** A rectangle. */
export interface ChartBar {
  readonly x1: number
  readonly x2: number
  readonly y1: number
  readonly y2: number
  readonly look: MarkLook
}

/** How a mark is filled, and the line around it. */
export interface MarkLook {
  readonly fill: string
  readonly edge?: string
  /** The colour of words in it. */
  readonly words: string
}

const SOLID = { words: 'var(--paper)' } as const
const TINT = { edge: 'var(--chart-edge)', words: 'var(--ink)' } as const

/** The looks of series, in their order: dark beside light, so that neighbours differ by 3:1 and more. */
export const LOOKS: readonly [MarkLook, ...MarkLook[]] = [
  { fill: 'var(--chart-1)', ...SOLID },
  { fill: 'var(--chart-2)', ...TINT },
  { fill: 'var(--chart-3)', ...SOLID },
  { fill: 'var(--chart-4)', ...TINT },
]

/** The look of what the headline names. */
export const FOCUS: MarkLook = { fill: 'var(--chart-focus)', ...SOLID }
/** The look of what stands beside that. */
export const REST: MarkLook = { fill: 'var(--chart-rest)', ...TINT }

/** The look of a series by its place, from 0. */
export function lookOf(index: number): MarkLook {
  return LOOKS[index % LOOKS.length] ?? LOOKS[0]
}

/** The colour of words that are less than others. */
export const QUIET = 'var(--quiet)'
/** The colour of words. */
export const INK = 'var(--ink)'
const RULE = 'var(--rule)'
const PAPER = 'var(--paper)'

/** Places along one side, by amount. */
export function scaleOf(domain: readonly [number, number], range: readonly [number, number]) {
  const scale = Plot.scale({ x: { type: 'linear', domain: [...domain], range: [...range] } })
  return (value: number): number => Number(scale?.apply(value))
}

/** Rectangles. */
export function boxes(data: readonly ChartBar[]): Plot.Markish[] {
  const looks = [...new Set(data.map(({ look }) => look))]
  return looks.map((look) =>
    Plot.rect(
      data.filter((one) => one.look === look),
      {
        ...{ x1: 'x1', x2: 'x2', y1: 'y1', y2: 'y2', fill: look.fill },
        // The line stands inside, so that its box is no larger than others.
        ...(look.edge ? { stroke: look.edge, strokeWidth: 1.5, inset: 0.75 } : {}),
      },
    ),
  )
}

/** Words, those that look alike together. */
export function labels(data: readonly ChartLabel[]): Plot.Markish[] {
  const by = Map.groupBy(data, ({ size, bold, fill, anchor, line }) =>
    JSON.stringify([size, bold, fill, anchor, line]),
  )
  return [...by.values()].map((alike) => {
    const [first] = alike as [ChartLabel] // a group has one
    return Plot.text(alike, {
      ...{ x: 'x', y: 'y', text: 'text', fontSize: first.size, lineHeight: LEADING },
      ...{ fill: first.fill ?? INK, fontWeight: first.bold ? 700 : 400 },
      ...{ textAnchor: first.anchor ?? 'start', lineAnchor: first.line ?? 'middle' },
    })
  })
}

/** The distance between two lines of words, in sizes of their letters. */
export const LEADING = 1.18

interface Span {
  readonly x1: number
  readonly x2: number
  readonly y1: number
  readonly y2: number
}

/** Thin lines behind the marks. */
export function rules(data: readonly Span[], stroke = RULE, strokeWidth = 1): Plot.Markish {
  return Plot.link(data, { x1: 'x1', x2: 'x2', y1: 'y1', y2: 'y2', stroke, strokeWidth })
}

/** From where to where an amount may lie: a line with ends, on paper of its own over a dark mark. */
export function whiskers(data: readonly Span[], cap: number): Plot.Markish[] {
  const ends = data.flatMap(({ x1, x2, y1, y2 }) => {
    const [dx, dy] = y1 === y2 ? [0, cap] : [cap, 0]
    return [
      { x1, x2, y1, y2 },
      { x1: x1 - dx, x2: x1 + dx, y1: y1 - dy, y2: y1 + dy },
      { x1: x2 - dx, x2: x2 + dx, y1: y2 - dy, y2: y2 + dy },
    ]
  })
  return data.length === 0 ? [] : [rules(ends, PAPER, 5), rules(ends, INK, 2.5)]
}

interface Spot {
  readonly x: number
  readonly y: number
}

/** Points of one look; the sign differs too, where colours do not tell. */
export function spots(
  data: readonly Spot[],
  { fill, edge }: MarkLook,
  sign: number,
  r: number,
): Plot.Markish {
  const stroke = edge ?? PAPER
  return Plot.dot(data, { x: 'x', y: 'y', r, fill, stroke, strokeWidth: 1.5, symbol: signOf(sign) })
}

function signOf(index: number): 'circle' | 'square' | 'diamond' | 'triangle' {
  return (['circle', 'square', 'diamond', 'triangle'] as const)[index % 4] ?? 'circle'
}

/** The marks as one picture, which `name` says in words. */
export function picture(
  marks: readonly Plot.Markish[],
  {
    width,
    height,
    name,
  }: { readonly width: number; readonly height: number; readonly name: string },
): DrawnChart {
  const [w, h] = [Math.ceil(width), Math.ceil(height)]
  const svg = Plot.plot({
    document: page,
    ...{ width: w, height: h, margin: 0, axis: null, clip: false },
    x: { type: 'identity' },
    y: { type: 'identity' },
    marks: [...marks],
  })
  for (const style of svg.querySelectorAll('style')) style.remove()
  for (const one of svg.querySelectorAll('[aria-label]')) one.removeAttribute('aria-label')
  const frame = {
    ...{ xmlns: 'http://www.w3.org/2000/svg', class: 'drawing', viewBox: `0 0 ${w} ${h}` },
    ...{
      width: w,
      height: h,
      preserveAspectRatio: 'xMinYMin meet',
      role: 'img',
      'text-anchor': 'middle',
    },
    'aria-label': name,
  }
  return { svg: el('svg', frame, rounded(svg.innerHTML)), width: w, height: h }
}

const page = parseHTML('<!doctype html><html><body></body></html>').document

/** Hundredths of a px say nothing, and take a third of the bytes. */
function rounded(markup: string): string {
  return markup.replace(
    /(?<=[="(, A-Za-z])-?\d+\.\d{2,}(?=[^<>]*>)/g,
    (n) => `${Math.round(Number(n) * 10) / 10}`,
  )
}

/** Words cut into lines of a width; a word that is wider has a line of its own. */
export function wrap(
  text: string,
  width: number,
  { size, measure, bold }: Pick<Room, 'size' | 'measure'> & { readonly bold?: boolean },
): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/).filter((each) => each !== '')) {
    const last = lines.at(-1)
    const longer = last === undefined ? word : `${last} ${word}`
    if (last !== undefined && measure(longer, size, bold ? 700 : 400) <= width)
      lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}
