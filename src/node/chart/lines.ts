/** Charts over time: lines. */
import * as Plot from '@observablehq/plot'
import { type ChartPlan, tickText } from '../../core/chart/index.ts'
import { endMarks, lineEndsOf } from './line-ends.ts'
import { namesAlong } from './names.ts'
import {
  type ChartLabel,
  type DrawnChart,
  INK,
  labels,
  type MarkLook,
  picture,
  QUIET,
  type Room,
  rules,
  scaleOf,
  spots,
} from './paper.ts'

/** Where the lines of a chart run. Lengths are px. */
interface LineLayout {
  readonly plan: ChartPlan
  readonly room: Room
  /** From the first tick to the end of the rules. */
  readonly left: number
  readonly right: number
  readonly bottom: number
  /** A row by its time, and an amount. */
  readonly place: (row: number) => number
  readonly y: (amount: number) => number
}

/** Draws lines, each with its name at its end. No line leads over a time that is left out. */
export function drawLines(plan: ChartPlan, room: Room, name: string): DrawnChart {
  const { width, size, small, measure } = room
  const { scale, unit, series } = plan
  const height = room.height ?? Math.min(460, Math.max(260, width * 0.52))
  const ticks = scale.ticks.map((tick) => ({ tick, text: tickText(tick, unit) }))
  const left = Math.max(...ticks.map(({ text }) => measure(text, small, 400))) + size * 0.6
  const ends = lineEndsOf(plan, room, height)
  const [top, bottom] = [size, height - size * 2]
  const times = timesOf(plan)
  const [first = 0, last = 1] = [times[0], times.at(-1)]
  const to = width - ends.right
  const x = scaleOf([first, last === first ? first + 1 : last], [left + size * 0.5, to])
  const y = scaleOf([scale.low, scale.high], [bottom, top])
  const place = (row: number): number => x(times[row] ?? 0)
  const layout: LineLayout = { plan, room, left, right: to + size * 0.3, bottom, place, y }
  const { leaders, words } = endMarks(ends, size, {
    ...{ place, y, top: top - size, bottom: bottom + size * 0.4 },
    strokeOf: (at) => strokeOf(plan, at),
  })
  return picture(
    [
      ...gridOf(ticks, layout),
      ...namesOf(layout),
      ...leaders,
      ...series.flatMap((_, at) => lineOf(at, layout)),
      ...words,
    ],
    { width, height, name },
  )
}

/** Where rows stand in time: those that are no times stand evenly. */
function timesOf({ rows, times }: ChartPlan): readonly number[] {
  return times ?? rows.map((_, index) => index)
}

/** Thin rules with the amounts that they stand for, and the line of nought. */
function gridOf(
  ticks: readonly { readonly tick: number; readonly text: string }[],
  { plan, room, left, right, y }: LineLayout,
): readonly Plot.Markish[] {
  const { size, small } = room
  const rule = (amount: number) => ({ x1: left, x2: right, y1: y(amount), y2: y(amount) })
  return [
    rules(ticks.map(({ tick }) => rule(tick))),
    ...(plan.scale.low <= 0 ? [rules([rule(0)], INK, 1.5)] : []),
    ...labels(
      ticks.map(
        ({ tick, text }): ChartLabel => ({
          ...{ x: left - size * 0.4, y: y(tick), text, size: small, fill: QUIET, anchor: 'end' },
        }),
      ),
    ),
  ]
}

/** The names of times below the lines, as many as have room. */
function namesOf({ plan, room, bottom, place }: LineLayout): readonly Plot.Markish[] {
  const { size, small } = room
  const names = namesAlong(
    plan.rows.map((text, row) => ({ text, x: place(row) })),
    { ...room, size: small },
  )
  const look = { size: small, fill: QUIET, anchor: 'middle', line: 'top' } as const
  return labels(names.map(({ text, x }) => ({ x, y: bottom + size * 0.6, text, ...look })))
}

/** One line with its range and its points. */
function lineOf(
  at: number,
  { plan, room: { size }, place, y }: LineLayout,
): readonly Plot.Markish[] {
  const { series, named } = plan
  const usual = STROKES[at % STROKES.length] ?? { stroke: INK }
  const isStrong = named.series.length === 0 || named.series.includes(at)
  const stroke = strokeOf(plan, at)
  const look: MarkLook = { fill: stroke, words: INK }
  const points = (series[at]?.values ?? []).map((value, row) => ({
    ...{ x: place(row), y: value && y(value.value), low: value?.low, high: value?.high },
  }))
  const broken = brokenAtGaps(points, timesOf(plan))
  const known = broken.filter(
    (point): point is typeof point & { y: number } => point.y !== undefined,
  )
  const bands = broken.map(({ x, low, high }) => ({
    x,
    y1: low === undefined ? undefined : y(low),
    y2: high === undefined ? undefined : y(high),
  }))
  return [
    ...(known.some(({ low }) => low !== undefined)
      ? [Plot.areaY(bands, { x: 'x', y1: 'y1', y2: 'y2', fill: stroke, fillOpacity: 0.2 })]
      : []),
    Plot.lineY(broken, {
      ...{ x: 'x', y: 'y', stroke, strokeWidth: isStrong ? size * 0.17 : size * 0.12 },
      ...(usual.dash ? { strokeDasharray: usual.dash } : {}),
      strokeLinejoin: 'round' as const,
    }),
    ...(known.length <= MANY ? [spots(known, look, at, size * 0.32)] : []),
  ]
}

interface LinePoint {
  readonly x: number
  readonly y: number | undefined
  readonly low: number | undefined
  readonly high: number | undefined
}

/** Points, with one that is not there in front of each that a gap in time parts from the one before. */
function brokenAtGaps(
  points: readonly LinePoint[],
  times: readonly number[],
): readonly LinePoint[] {
  const steps = times.slice(1).map((time, index) => time - (times[index] ?? time))
  const step = Math.min(...steps)
  return points.flatMap((point, row) =>
    (steps[row - 1] ?? step) > step * 1.5
      ? [{ x: point.x, y: undefined, low: undefined, high: undefined }, point]
      : [point],
  )
}

/** The looks of lines: their colours stand out from paper, and dashes and signs tell them apart without colours. */
const STROKES: readonly { readonly stroke: string; readonly dash?: string }[] = [
  { stroke: 'var(--chart-1)' },
  { stroke: 'var(--chart-3)' },
  { stroke: INK, dash: '9 5' },
  { stroke: 'var(--chart-1)', dash: '2 5' },
]

/** What the headline names stands out; all others then are quiet, and differ by their dashes. */
function strokeOf({ named }: ChartPlan, at: number): string {
  if (named.series.includes(at)) return 'var(--chart-focus)'
  return named.series.length > 0 ? 'var(--chart-1)' : (STROKES[at % STROKES.length]?.stroke ?? INK)
}

/** With more points, their signs would hide the line. */
const MANY = 24
