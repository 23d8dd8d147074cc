/** Charts over time: columns. */
import type { ChartPlan } from '../../core/chart/index.ts'
import { keyOf } from './names.ts'
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
  whiskers,
  wrap,
} from './paper.ts'

/** Where the columns of a chart stand. Lengths are px. */
interface ColumnLayout {
  readonly plan: ChartPlan
  readonly room: Room
  /** The lines of the name below each row. */
  readonly words: readonly (readonly string[])[]
  /** From the middle of one row to that of the next, and from one column of a row to the next. */
  readonly pitch: number
  readonly column: number
}

/** A column, by its row and its series; without a value where the table has none. */
interface PlacedColumn {
  readonly row: number
  readonly at: number
  readonly x: number
  readonly value: ChartPlan['series'][number]['values'][number]
}

/** Draws columns; undefined where a name or a number is wider than its column. */
export function drawColumns(plan: ChartPlan, room: Room, name: string): DrawnChart | undefined {
  const { width, size, measure } = room
  const { rows, series, scale } = plan
  const pitch = width / rows.length
  const words = rows.map((row) => wrap(row, pitch - size * 0.5, { size, measure }))
  const column = Math.min((pitch * 0.72) / series.length, size * 4.5)
  const layout: ColumnLayout = { plan, room, words, pitch, column }
  if (isTooWide(layout)) return undefined
  const key = series.length > 1 ? size * 2.1 : 0
  const foot = Math.max(...words.map((lines) => lines.length)) * size * LEADING + size * 0.7
  const height = room.height ?? Math.min(440, Math.max(240, width * 0.5))
  const bottom = height - foot - (scale.low < 0 ? size * 1.6 : 0)
  const y = scaleOf(amountsIn(plan), [bottom, key + size * 1.9])
  const places = placesOf(layout)
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
  const numbers = places.map((one) => numberOf(one, y, size))
  const names = words.map(
    (lines, row): ChartLabel => ({
      ...{ x: pitch * (row + 0.5), y: height - foot + size * 0.4, text: lines.join('\n'), size },
      ...{ anchor: 'middle', line: 'top' },
    }),
  )
  return picture(
    [
      ...boxes(bars),
      rules([{ x1: 0, x2: width, y1: y(0), y2: y(0) }], INK, 1.5),
      ...whiskers(spans, Math.min(half * 0.4, 8)),
      ...labels([...numbers, ...names]),
      ...(key > 0 ? keyOf(plan, room) : []),
    ],
    { width, height, name },
  )
}

/** Whether a name takes too many lines, or a name or a number is wider than its column. */
function isTooWide({ plan, room, words, pitch, column }: ColumnLayout): boolean {
  const { size, measure } = room
  const isWide = (text: string, weight: number, most: number): boolean =>
    measure(text, size, weight) > most
  const most = plan.series.length > 1 ? column * 1.05 : pitch - size * 0.2
  return (
    words.some(
      (lines) => lines.length > 3 || lines.some((line) => isWide(line, 400, pitch - size * 0.3)),
    ) ||
    plan.series.some(({ values }) => values.some((value) => value && isWide(value.text, 700, most)))
  )
}

/** The least and the most of all amounts and their ranges; nought is always among them. */
function amountsIn({ series }: ChartPlan): readonly [least: number, most: number] {
  const values = series.flatMap((one) => one.values)
  return [
    Math.min(0, ...values.map((value) => value?.low ?? value?.value ?? 0)),
    Math.max(0, ...values.map((value) => value?.high ?? value?.value ?? 0)),
  ]
}

function placesOf({ plan, pitch, column }: ColumnLayout): readonly PlacedColumn[] {
  const { rows, series } = plan
  return rows.flatMap((_, row) =>
    series.map(({ values }, at) => {
      const x = pitch * (row + 0.5) + (at - (series.length - 1) / 2) * column
      return { row, at, x, value: values[row] }
    }),
  )
}

/** The number at the end of a column, outside of it and of its range. */
function numberOf(
  { x, value }: PlacedColumn,
  y: (amount: number) => number,
  size: number,
): ChartLabel {
  const place = { x, size, anchor: 'middle' } as const
  if (!value) return { ...place, y: y(0) - size * 0.4, text: '–', fill: QUIET, line: 'bottom' }
  const isLess = value.value < 0
  const end = isLess
    ? Math.min(value.value, value.low ?? 0)
    : Math.max(value.value, value.high ?? 0)
  return {
    ...place,
    y: y(end) + (isLess ? size * 0.3 : -size * 0.3),
    text: value.text,
    bold: true,
    line: isLess ? 'top' : 'bottom',
  }
}

function lookIn({ series, named }: ChartPlan, row: number, at: number): MarkLook {
  if (series.length > 1) return lookOf(at)
  if (named.rows.length === 0) return lookOf(0)
  return named.rows.includes(row) ? FOCUS : REST
}
