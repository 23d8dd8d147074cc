/** Charts over time: columns and lines. */

import * as Plot from '@observablehq/plot'
import { type ChartPlan, tickText } from '../../core/chart/index.ts'
import {
  boxes,
  type ChartBar,
  type ChartLabel,
  type DrawnChart,
  FOCUS,
  INK,
  LEADING,
  labels,
  lookOf,
  type MarkLook,
  picture,
  QUIET,
  REST,
  type Room,
  rules,
  scaleOf,
  spots,
  whiskers,
  wrap,
} from './paper.ts'

/** Draws columns; undefined where a name or a number is wider than its column. */
export function drawColumns(plan: ChartPlan, room: Room, name: string): DrawnChart | undefined {
  const { width, size, measure } = room
  const { rows, series, scale } = plan
  const pitch = width / rows.length
  const words = rows.map((row) => wrap(row, pitch - size * 0.5, { size, measure }))
  const isWide = (text: string, weight: number, most: number): boolean =>
    measure(text, size, weight) > most
  const values = series.flatMap((one) => one.values)
  const column = Math.min((pitch * 0.72) / series.length, size * 4.5)
  const tooWide =
    words.some(
      (lines) => lines.length > 3 || lines.some((line) => isWide(line, 400, pitch - size * 0.3)),
    ) ||
    values.some(
      (value) =>
        value && isWide(value.text, 700, series.length > 1 ? column * 1.05 : pitch - size * 0.2),
    )
  if (tooWide) return undefined
  const key = series.length > 1 ? size * 2.1 : 0
  const foot = Math.max(...words.map((lines) => lines.length)) * size * LEADING + size * 0.7
  const height = room.height ?? Math.min(440, Math.max(240, width * 0.5))
  const top = key + size * 1.9
  const bottom = height - foot - (scale.low < 0 ? size * 1.6 : 0)
  const most = Math.max(0, ...values.map((value) => value?.high ?? value?.value ?? 0))
  const least = Math.min(0, ...values.map((value) => value?.low ?? value?.value ?? 0))
  const y = scaleOf([least, most], [bottom, top])
  const places = rows.flatMap((_, row) =>
    series.map(({ values: own }, at) => {
      const x = pitch * (row + 0.5) + (at - (series.length - 1) / 2) * column
      return { row, at, x, value: own[row] }
    }),
  )
  const half = column * (series.length > 1 ? 0.46 : 0.5)
  const bars = places.flatMap(({ row, at, x, value }): readonly ChartBar[] => {
    if (!value) return []
    const [y1, y2] = [y(Math.max(0, value.value)), y(Math.min(0, value.value))]
    return [{ x1: x - half, x2: x + half, y1, y2, look: lookIn(plan, row, at) }]
  })
  const spans = places.flatMap(({ x, value }) =>
    value?.low === undefined || value.high === undefined
      ? []
      : [{ x1: x, x2: x, y1: y(value.low), y2: y(value.high) }],
  )
  const texts = places.map(({ x, value }): ChartLabel => {
    if (!value)
      return {
        x,
        y: y(0) - size * 0.4,
        text: '–',
        size,
        fill: QUIET,
        anchor: 'middle',
        line: 'bottom',
      }
    const isLess = value.value < 0
    const end = isLess
      ? Math.min(value.value, value.low ?? 0)
      : Math.max(value.value, value.high ?? 0)
    const at = y(end) + (isLess ? size * 0.3 : -size * 0.3)
    return {
      x,
      y: at,
      text: value.text,
      size,
      bold: true,
      anchor: 'middle',
      line: isLess ? 'top' : 'bottom',
    }
  })
  const names = words.map((lines, row): ChartLabel => {
    return {
      x: pitch * (row + 0.5),
      y: height - foot + size * 0.4,
      text: lines.join('\n'),
      size,
      anchor: 'middle',
      line: 'top',
    }
  })
  return picture(
    [
      ...boxes(bars),
      rules([{ x1: 0, x2: width, y1: y(0), y2: y(0) }], INK, 1.5),
      ...whiskers(spans, Math.min(half * 0.4, 8)),
      ...labels([...texts, ...names]),
      ...(key > 0 ? keyOf(plan, room) : []),
    ],
    { width, height, name },
  )
}

function lookIn({ series, named }: ChartPlan, row: number, at: number): MarkLook {
  if (series.length > 1) return lookOf(at)
  if (named.rows.length === 0) return lookOf(0)
  return named.rows.includes(row) ? FOCUS : REST
}

/** The names of series beside their marks, in one line. */
export function keyOf({ series }: ChartPlan, { size, small, measure }: Room) {
  let x = 0
  const placed = series.map(({ name }, at) => {
    const own = x
    x += measure(name, small, 400) + size * 2.4
    return { name, at, x: own }
  })
  const y = size * 0.75
  return [
    ...boxes(
      placed.map((one) => ({
        x1: one.x,
        x2: one.x + size * 0.85,
        y1: y - size * 0.42,
        y2: y + size * 0.42,
        look: lookOf(one.at),
      })),
    ),
    ...labels(placed.map((one) => ({ x: one.x + size * 1.15, y, text: one.name, size: small }))),
  ]
}

/** Lines: their colours stand out from paper, and dashes and signs tell them apart without colours. */
const STROKES: readonly { readonly stroke: string; readonly dash?: string }[] = [
  { stroke: 'var(--chart-1)' },
  { stroke: 'var(--chart-3)' },
  { stroke: INK, dash: '9 5' },
  { stroke: 'var(--chart-1)', dash: '2 5' },
]

/** Draws lines, each with its name at its end. No line leads over a time that is left out. */
export function drawLines(plan: ChartPlan, room: Room, name: string): DrawnChart {
  const { width, size, small, measure } = room
  const { rows, series, scale, unit, times = rows.map((_, index) => index) } = plan
  const height = room.height ?? Math.min(460, Math.max(260, width * 0.52))
  const ticks = scale.ticks.map((tick) => ({ tick, text: tickText(tick, unit) }))
  const left = Math.max(...ticks.map(({ text }) => measure(text, small, 400))) + size * 0.6
  const most = width * (series.length > 1 ? 0.3 : 0.22)
  const ends = series.map(({ name: own, values }, at) => {
    const last = values.findLast((value) => value !== undefined)
    const lines = series.length > 1 ? wrap(own, most, { size, measure, bold: true }) : []
    // The number stands behind a name that leaves room for it, else below.
    const behind = lines.length === 1 ? measure(`${own} `, size, 700) : 0
    const isOneLine = behind > 0 && behind + measure(last?.text ?? '', size, 700) <= most
    return {
      ...{ at, last, lines, row: values.lastIndexOf(last) },
      behind: isOneLine ? behind : 0,
      height: (isOneLine ? 1 : lines.length + 1) * size * LEADING,
    }
  })
  // Close ends push their names apart: thin lines lead from each to its own.
  const isCrowded = crowds(
    ends.flatMap(({ last: value, height: own }) => (value ? [{ value: value.value, own }] : [])),
    (scale.high - scale.low) / Math.max(1, height - size * 3),
  )
  const lead = isCrowded ? size * 1.3 : 0
  const endName = measure(rows.at(-1) ?? '', small, 400) / 2
  const right =
    Math.max(
      endName,
      ...ends.flatMap(({ last, lines, behind }) =>
        [...lines, last ? last.text : ''].map((line) => behind + measure(line, size, 700)),
      ),
    ) +
    size * 0.9 +
    lead
  const [top, bottom] = [size, height - size * 2]
  const [first = 0, last = 1] = [times[0], times.at(-1)]
  const x = scaleOf([first, last === first ? first + 1 : last], [left + size * 0.5, width - right])
  const y = scaleOf([scale.low, scale.high], [bottom, top])
  const place = (row: number): number => x(times[row] ?? 0)
  const steps = times.slice(1).map((time, index) => time - (times[index] ?? time))
  const step = Math.min(...steps)
  const names = namesAlong(
    rows.map((text, row) => ({ text, x: place(row) })),
    { ...room, size: small },
  )
  const marks = series.flatMap(({ values }, at) => {
    const isNamed = plan.named.series.length > 0
    const usual = STROKES[at % STROKES.length] ?? { stroke: INK }
    const isFocus = plan.named.series.includes(at)
    const stroke = strokeOf(plan, at)
    const look: MarkLook = { fill: stroke, words: INK }
    const points = values.map((value, row) => ({
      x: place(row),
      y: value && y(value.value),
      low: value?.low,
      high: value?.high,
    }))
    // A gap in time is a point that is not there.
    const broken = points.flatMap((point, row) =>
      (steps[row - 1] ?? step) > step * 1.5
        ? [{ x: point.x, y: undefined, low: undefined, high: undefined }, point]
        : [point],
    )
    const known = broken.filter(
      (point): point is typeof point & { y: number } => point.y !== undefined,
    )
    const bands = broken.map(({ x: at_, low, high }) => ({
      x: at_,
      y1: low === undefined ? undefined : y(low),
      y2: high === undefined ? undefined : y(high),
    }))
    return [
      ...(known.some(({ low }) => low !== undefined)
        ? [Plot.areaY(bands, { x: 'x', y1: 'y1', y2: 'y2', fill: stroke, fillOpacity: 0.2 })]
        : []),
      Plot.lineY(broken, {
        x: 'x',
        y: 'y',
        stroke,
        strokeWidth: isFocus || !isNamed ? size * 0.17 : size * 0.12,
        ...(usual.dash ? { strokeDasharray: usual.dash } : {}),
        strokeLinejoin: 'round' as const,
      }),
      ...(known.length <= MANY ? [spots(known, look, at, size * 0.32)] : []),
    ]
  })
  const placed = apart(
    ends.flatMap(({ last: value, ...end }) =>
      value ? [{ ...end, value, y: y(value.value), from: y(value.value) }] : [],
    ),
    top - size,
    bottom + size * 0.4,
  )
  const leaders = isCrowded
    ? placed.map(({ row, y: to, from }) => ({
        ...{ x1: place(row) + size * 0.5, x2: place(row) + size * 0.6 + lead, y1: from, y2: to },
      }))
    : []
  const endLabels = placed.flatMap(
    ({ at: series, value, lines, row, y: middle, height: own, behind }): readonly ChartLabel[] => {
      const at = place(row) + size * 0.7 + lead
      const above = middle - own / 2
      return [
        ...(lines.length > 0
          ? [
              {
                x: at,
                y: above,
                text: lines.join('\n'),
                size,
                bold: true,
                fill: strokeOf(plan, series),
                line: 'top' as const,
              },
            ]
          : []),
        {
          x: at + behind,
          y: behind > 0 ? above : above + lines.length * size * LEADING,
          text: value.text,
          size,
          bold: lines.length === 0,
          fill: lines.length === 0 ? INK : QUIET,
          line: 'top' as const,
        },
      ]
    },
  )
  return picture(
    [
      rules(
        ticks.map(({ tick }) => ({
          x1: left,
          x2: width - right + size * 0.3,
          y1: y(tick),
          y2: y(tick),
        })),
      ),
      ...(scale.low <= 0
        ? [rules([{ x1: left, x2: width - right + size * 0.3, y1: y(0), y2: y(0) }], INK, 1.5)]
        : []),
      ...labels(
        ticks.map(
          ({ tick, text }): ChartLabel => ({
            x: left - size * 0.4,
            y: y(tick),
            text,
            size: small,
            fill: QUIET,
            anchor: 'end',
          }),
        ),
      ),
      ...labels(
        names.map(
          ({ text, x: at }): ChartLabel => ({
            x: at,
            y: bottom + size * 0.6,
            text,
            size: small,
            fill: QUIET,
            anchor: 'middle',
            line: 'top',
          }),
        ),
      ),
      ...(leaders.length > 0 ? [rules(leaders, QUIET)] : []),
      ...marks,
      ...labels(endLabels),
    ],
    { width, height, name },
  )
}

/** What the headline names stands out; all others then are quiet, and differ by their dashes. */
function strokeOf({ named }: ChartPlan, at: number): string {
  if (named.series.includes(at)) return 'var(--chart-focus)'
  return named.series.length > 0 ? 'var(--chart-1)' : (STROKES[at % STROKES.length]?.stroke ?? INK)
}

/** With more points, their signs would hide the line. */
const MANY = 24

interface NameAt {
  readonly text: string
  readonly x: number
}

/** As many names as have room, evenly chosen, the last one among them. */
export function namesAlong(
  names: readonly NameAt[],
  { size, measure, width }: Room,
): readonly NameAt[] {
  const widest = Math.max(...names.map(({ text }) => measure(text, size, 400))) + size * 0.9
  const [first, last] = [names[0], names.at(-1)]
  const span = (last?.x ?? width) - (first?.x ?? 0)
  const every = Math.max(1, Math.ceil((widest * (names.length - 1)) / Math.max(1, span)))
  return names.filter((_, index) => (names.length - 1 - index) % every === 0)
}

/** Whether labels that stand where their lines end would stand on each other; `perPx` of the scale is a px high. */
function crowds(
  ends: readonly { readonly value: number; readonly own: number }[],
  perPx: number,
): boolean {
  const sorted = ends.toSorted((a, b) => a.value - b.value)
  return sorted.some(({ value, own }, index) => {
    const next = sorted[index + 1]
    return next !== undefined && (next.value - value) / perPx < (own + next.own) / 2
  })
}

/** The same, moved so that none stands on another: what is crowded spreads from its middle, within the bounds. */
function apart<Placed extends { readonly y: number; readonly height: number }>(
  placed: readonly Placed[],
  top: number,
  bottom: number,
): readonly Placed[] {
  const heightOf = (group: readonly Placed[]): number =>
    group.reduce((sum, { height }) => sum + height, 0)
  /** The top of a group: its labels lie around the middle of where they would be. */
  const topOf = (group: readonly Placed[]): number => {
    const middle = group.reduce((sum, { y }) => sum + y, 0) / group.length
    const own = heightOf(group)
    return Math.max(top, Math.min(middle - own / 2, bottom - own))
  }
  const groups: Placed[][] = []
  for (const one of placed.toSorted((a, b) => a.y - b.y)) {
    groups.push([one])
    for (;;) {
      const [before, last] = groups.slice(-2)
      if (!before || !last || topOf(before) + heightOf(before) <= topOf(last)) break
      groups.splice(-2, 2, [...before, ...last])
    }
  }
  return groups.flatMap((group) => {
    let above = topOf(group)
    return group.map((one) => {
      const y = above + one.height / 2
      above += one.height
      return { ...one, y }
    })
  })
}
