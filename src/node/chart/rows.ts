/** Charts whose rows stand one below the other: bars, stacked bars, ranges and dots. */
import type { ChartPlan, Quantity } from '../../core/chart/index.ts'
import { tickText } from '../../core/chart/index.ts'
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

/** A page of up to this width has names above their rows, px. */
const NARROW = 420

/** Of the width, what names may take; and how many rows are many. */
const NAMES = 0.34
const MANY = 8

/** Draws the rows of a plan. */
export function drawRows(plan: ChartPlan, room: Room, name: string): DrawnChart {
  const set = layOut(plan, room)
  const { form } = plan
  const isUpright = form === 'lines' || form === 'columns' || form === 'flows'
  const marks = FORMS[isUpright ? 'bars' : form](plan, set)
  const drawn = picture([...marks, ...labels(set.names)], {
    ...{ width: room.width, height: set.height, name },
  })
  return set.isTooWide ? { ...drawn, isTooWide: true } : drawn
}

interface Lane {
  readonly row: number
  readonly series: number
  /** The middle. */
  readonly y: number
}

interface Set extends Room {
  readonly height: number
  /** Thickness of a mark. */
  readonly thick: number
  readonly lanes: readonly Lane[]
  readonly names: readonly ChartLabel[]
  readonly x: (value: number) => number
  readonly isTooWide: boolean
  /** Whether a part of a row has no room for its number: then an axis says how long it is. */
  readonly isUnsaid: boolean
  readonly left: number
  /** Where the rows begin and end. */
  readonly top: number
  readonly bottom: number
}

/** Whether each series has a line of its own in a row. */
function isGrouped({ form, series }: ChartPlan): boolean {
  return (form === 'bars' || form === 'columns') && series.length > 1
}

function layOut(plan: ChartPlan, room: Room): Set {
  const { width, size, small, measure } = room
  const { rows, series, form } = plan
  const grouped = isGrouped(plan)
  const isNarrow = isNarrowIn(room)
  const bold = { size, measure, bold: true }
  const widest = Math.max(
    ...rows.map((row) => measure(row, size, 700)),
    ...(grouped && !isNarrow ? series.map((one) => measure(one.name, small, 400)) : []),
  )
  // Names that wrap make rows higher: where there are many, they have more of the width.
  const share = rows.length > MANY ? 0.46 : NAMES
  const column = isNarrow ? 0 : Math.min(widest + size * 0.2, width * share)
  const left = isNarrow ? 0 : column + size * 0.8
  const words = rows.map((row) => wrap(row, isNarrow ? width : column, bold))
  const lanesIn = grouped ? series.length : 1
  const head = headOf(plan, room)
  const isUnsaid = form === 'stacked bars' && hasUnsaidParts(plan, { ...room, left })
  const foot = hasAxis(plan) || isUnsaid ? size * 1.9 : 0
  // On a phone, a range and its words do not share a line.
  const said = rows.map((_, row) => {
    const value = series[0]?.values[row]
    return isNarrow && form === 'range' && value
      ? wrap(wordsOf(value, ', '), width, { ...bold, size: small })
      : []
  })
  const linesOf = (row: number) => (words[row] ?? []).length + (said[row] ?? []).length
  const natural = (scale: number): number[] =>
    words.map((_, row) => {
      const named = linesOf(row) * size * LEADING
      const bars = lanesIn * size * THICK * scale + (lanesIn - 1) * size * 0.3
      const above = isNarrow || grouped ? named + size * 0.25 : 0
      return above + Math.max(bars, isNarrow || grouped ? 0 : named) + size * GAP * scale
    })
  const all = (scale: number): number => natural(scale).reduce((sum, each) => sum + each, 0)
  const free = (room.height ?? 0) - head - foot
  const ladder = [...SCALES, ...(room.isTight ? TIGHT : [])]
  const fitting = ladder.find((each) => all(each) <= free) ?? ladder.at(-1) ?? 1
  const scale = room.height === undefined ? 1 : fitting
  const heights = natural(scale)
  const thick = size * THICK * scale
  const lanes: Lane[] = []
  const names: ChartLabel[] = []
  let y = head
  for (const [row, lines] of words.entries()) {
    const own = heights[row] ?? 0
    const named = linesOf(row) * size * LEADING
    const isAbove = isNarrow || grouped
    const above = isAbove ? named + size * 0.25 : 0
    const middle = y + above + (own - above - size * GAP * scale) / 2
    const text = lines.join('\n')
    if (isAbove) {
      names.push({ x: 0, y, text, size, bold: true, line: 'top' })
      const below = y + lines.length * size * LEADING
      names.push({ x: 0, y: below, text: (said[row] ?? []).join('\n'), size: small, line: 'top' })
    } else names.push({ x: 0, y: middle, text, size, bold: true })
    for (let at = 0; at < lanesIn; at += 1) {
      const lane = grouped ? y + above + thick / 2 + at * (thick + size * 0.3) : middle
      lanes.push({ row, series: at, y: lane })
      if (grouped && !isNarrow)
        names.push({ x: 0, y: lane, text: series[at]?.name ?? '', size: small, fill: QUIET })
    }
    y += own
  }
  const bottom = y - size * GAP * scale
  const ends =
    form === 'stacked bars'
      ? []
      : lanes.flatMap(({ row, series: at }) =>
          endsOf(plan, row, at, grouped).map((end) =>
            (said[row] ?? []).length > 0 ? { ...end, words: '' } : end,
          ),
        )
  return {
    ...room,
    ...{
      height: bottom + foot + size * 0.3,
      thick,
      lanes,
      names,
      left,
      top: head,
      bottom,
      isUnsaid,
    },
    ...fitted(plan, ends, { ...room, left }),
  }
}

/** Whether names stand above their rows. */
function isNarrowIn({ width, isStacked }: Pick<Room, 'width' | 'isStacked'>): boolean {
  return width <= NARROW || isStacked === true
}

/** How far rows stand apart where there is room, and where there is none. */
const SCALES = [2.6, 2.3, 2.1, 1.9, 1.7, 1.5, 1.3, 1.15, 1]
const TIGHT = [0.85, 0.7, 0.55, 0.4]

/** A bar, and what stands between two rows, by the size of letters. */
const THICK = 1.45
const GAP = 0.85

/** Amounts with the words behind them, for which there must be room. */
interface End {
  readonly from: number
  readonly to: number
  readonly words: string
  /** Those before it. */
  readonly before?: string
}

function endsOf(
  { series, form }: ChartPlan,
  row: number,
  at: number,
  grouped: boolean,
): readonly End[] {
  const own =
    grouped || series.length === 1
      ? [series[at]?.values[row]]
      : series.map(({ values }) => values[row])
  const known = own.flatMap((value) => value ?? [])
  if (known.length === 0) return []
  const from = Math.min(...known.map(({ value, low }) => low ?? value))
  const to = Math.max(...known.map(({ value, high }) => high ?? value))
  if (form === 'tornado') {
    const [before, words] = known
      .toSorted((one, other) => one.value - other.value)
      .map(({ label = '' }) => label)
    return [{ from, to, words: words ?? '', before: before ?? '' }]
  }
  const words =
    known.length === 1 && (grouped || series.length === 1)
      ? known.map((one) => wordsOf(one)).join('')
      : form === 'dots' && series.length === 2
        ? (known.at(-1)?.text ?? '')
        : ''
  return [{ from, to, words }]
}

/** A scale in which every mark has room for its words behind it, or before it where it is below nought. */
function fitted(
  { scale, form }: ChartPlan,
  ends: readonly End[],
  { left, ...room }: Room & { left: number },
): Pick<Set, 'x' | 'isTooWide'> {
  const { width, size, measure } = room
  const gap = size * 0.8
  const [letters, weight] = form === 'tornado' && isNarrowIn(room) ? [room.small, 400] : [size, 700]
  const widthOf = (words: string): number => measure(words, letters, weight) + gap
  const isClose = form !== 'range' && form !== 'dots' && form !== 'tornado'
  const low = isClose ? Math.min(0, ...ends.map(({ from }) => from)) : scale.low
  const high = isClose
    ? Math.max(
        0,
        scale.low === 0 && form === 'stacked bars' ? scale.high : 0,
        ...ends.map(({ to }) => to),
      )
    : scale.high
  const span = high - low || 1
  // Both margins depend on the scale, which depends on them.
  let [from, to] = [left, width]
  for (let round = 0; round < 12; round += 1) {
    const place = (value: number): number => from + ((value - low) / span) * (to - from)
    const over = Math.max(
      0,
      ...ends.map((end) =>
        end.to > 0 || !isClose ? place(end.to) + widthOf(end.words) - width : 0,
      ),
    )
    const under = Math.max(
      0,
      ...ends.map((end) =>
        isClose && end.to <= 0 && end.from < 0
          ? left - (place(end.from) - widthOf(end.words))
          : left - (place(end.from) - (end.before ? widthOf(end.before) : 0)),
      ),
    )
    if (over < 0.5 && under < 0.5) break
    to -= over
    from += under
  }
  // A mark has to be seen beside its words.
  const least = size * 3
  return {
    x: scaleOf([low, high], [from, Math.max(to, from + size)]),
    isTooWide: to - from < least,
  }
}

/** Letters beside the bars of a tornado, which have words on both sides. */
function besideSize(room: Room): number {
  return isNarrowIn(room) ? room.small : room.size
}

/** A number as it stands beside its mark. */
function wordsOf({ text, rangeText, isRange }: Quantity, between = ' '): string {
  return isRange || rangeText === undefined ? text : `${text}${between}${rangeText}`
}

/** The number bold, its range quiet behind it. */
function valueLabels(
  value: Quantity,
  x: number,
  y: number,
  { size, small, measure }: Room,
): readonly ChartLabel[] {
  const { text, rangeText, isRange } = value
  const first: ChartLabel = { x, y, text, size, bold: true }
  if (isRange || rangeText === undefined) return [first]
  const behind = x + measure(text, size, 700) + size * 0.35
  return [first, { x: behind, y, text: rangeText, size: small, fill: QUIET }]
}

type DrawForm = (plan: ChartPlan, set: Set) => ReturnType<typeof boxes>

const FORMS: Readonly<Record<'bars' | 'stacked bars' | 'range' | 'dots' | 'tornado', DrawForm>> = {
  bars: (plan, set) => {
    const { x, lanes, thick, size, small } = set
    const own = lanes.map((lane) => ({
      ...lane,
      value: plan.series[lane.series]?.values[lane.row],
    }))
    const bars = own.flatMap(({ row, series, y, value }): readonly ChartBar[] => {
      if (!value) return []
      const [x1, x2] = [x(Math.min(0, value.value)), x(Math.max(0, value.value))]
      return [{ x1, x2, y1: y - thick / 2, y2: y + thick / 2, look: lookIn(plan, row, series) }]
    })
    const words = own.flatMap(({ y, series, value }): readonly ChartLabel[] => {
      const named = isNarrowIn(set) && isGrouped(plan) ? `${plan.series[series]?.name} ` : ''
      if (!value)
        return [{ x: x(0) + size * 0.4, y, text: `${named}${NOTHING}`, size: small, fill: QUIET }]
      const end =
        value.value < 0
          ? Math.min(value.value, value.low ?? 0)
          : Math.max(value.value, value.high ?? 0)
      if (value.value < 0)
        return [
          { x: x(end) - size * 0.4, y, text: wordsOf(value), size, bold: true, anchor: 'end' },
        ]
      return valueLabels(value, x(end) + size * 0.4, y, set)
    })
    return [
      ...boxes(bars),
      ...keyOf(plan, set),
      zero(set),
      ...whiskers(rangesOf(own, x), thick * 0.22),
      ...labels(words),
    ]
  },
  'stacked bars': (plan, set) => {
    const { x, lanes, thick, small } = set
    const parts = lanes.flatMap(({ row, y }) => {
      let sum = 0
      return plan.series.flatMap(({ values }, series) => {
        const value = values[row]
        if (!value) return []
        const from = sum
        sum += value.value
        const look = lookOf(series)
        return [
          {
            x1: x(from) + 1,
            x2: Math.max(x(from) + 1, x(sum) - 1),
            y1: y - thick / 2,
            y2: y + thick / 2,
            look,
            value,
            y,
          },
        ]
      })
    })
    const words = parts.flatMap(({ x1, x2, y, look, value }): readonly ChartLabel[] =>
      isSaidIn(x2 - x1, value, set)
        ? [
            {
              x: (x1 + x2) / 2,
              y,
              text: value.text,
              size: small,
              bold: true,
              fill: look.words,
              anchor: 'middle',
            },
          ]
        : [],
    )
    const axis = set.isUnsaid ? grid(plan, set) : []
    return [...axis, ...boxes(parts), ...keyOf(plan, set), ...labels(words)]
  },
  range: (plan, set) => {
    const { x, lanes, thick, size } = set
    const own = lanes.map((lane) => ({ ...lane, value: plan.series[0]?.values[lane.row] }))
    const bars = own.flatMap(({ row, y, value }): readonly ChartBar[] => {
      if (value?.low === undefined || value.high === undefined) return []
      const half = thick * 0.28
      return [
        {
          x1: x(value.low),
          x2: x(value.high),
          y1: y - half,
          y2: y + half,
          look: lookIn(plan, row, 0),
        },
      ]
    })
    const middles = own.flatMap(({ y, value }) =>
      value && !value.isRange ? [{ x1: x(value.value), x2: x(value.value), y1: y, y2: y }] : [],
    )
    const words = own.flatMap(({ y, value }) =>
      value && !isNarrowIn(set)
        ? valueLabels(value, x(value.high ?? value.value) + size * 0.5, y, set)
        : [],
    )
    return [
      ...grid(plan, set),
      ...boxes(bars),
      ...whiskers(middles, thick * 0.42),
      ...labels(words),
    ]
  },
  tornado: (plan, set) => {
    const { x, lanes, thick, size } = set
    const from = x(plan.from ?? 0)
    // The farther one first, in case both lie on one side.
    const sides = lanes.flatMap(({ row, y }) =>
      plan.series
        .flatMap(({ values }, series) => {
          const value = values[row]
          return value ? [{ series, y, value, at: x(value.value) }] : []
        })
        .sort((one, other) => Math.abs(other.at - from) - Math.abs(one.at - from)),
    )
    const bars = sides.map(({ series, y, at }): ChartBar => {
      const [x1, x2] = [Math.min(from, at), Math.max(from, at)]
      return { x1, x2, y1: y - thick / 2, y2: y + thick / 2, look: lookOf(series) }
    })
    const words = lanes.flatMap((lane): readonly ChartLabel[] => {
      const own = sides.filter(({ y }) => y === lane.y).toSorted((one, other) => one.at - other.at)
      return own.map(({ y, value, at }, index): ChartLabel => {
        const isLeft = index < own.length - 1
        const [place, anchor] = isLeft ? [Math.min(at, from), 'end'] : [Math.max(at, from), 'start']
        const beside = place + (isLeft ? -0.4 : 0.4) * size
        const text = value.label ?? value.text
        return { x: beside, y, text, size: besideSize(set), anchor: anchor as 'end' }
      })
    })
    return [
      ...grid(plan, set),
      ...boxes(bars),
      zero(set, plan.from),
      ...keyOf(plan, set),
      ...labels(words),
    ]
  },
  dots: (plan, set) => {
    const { x, lanes, thick, size, small } = set
    const own = lanes.map(({ row, y }) => ({
      y,
      row,
      values: plan.series.map(({ values }) => values[row]),
    }))
    const known = own.map((one) => ({ ...one, values: one.values.flatMap((value) => value ?? []) }))
    const between = known.flatMap(({ y, values }) => {
      const places = values.map(({ value }) => x(value))
      return places.length > 1
        ? [{ x1: Math.min(...places), x2: Math.max(...places), y1: y, y2: y }]
        : []
    })
    const points = plan.series.map((_, index) => {
      const data = own.flatMap(({ y, values }) =>
        values[index] ? [{ x: x(values[index].value), y }] : [],
      )
      return spots(
        data,
        plan.series.length === 1 ? lookOf(0) : lookOf(index),
        index,
        Math.min(thick * 0.36, size * 0.55),
      )
    })
    const ranges = rangesOf(
      own.flatMap(({ y, values }) => values.map((value) => ({ y, value }))),
      x,
    )
    const words = known.flatMap(({ y, values }): readonly ChartLabel[] => {
      const [first, last] = [...values].sort((a, b) => a.value - b.value)
      if (!first || plan.series.length > 2) return []
      if (!last) return valueLabels(first, x(first.high ?? first.value) + size * 0.7, y, set)
      const left = {
        x: x(first.value) - size * 0.7,
        y,
        text: first.text,
        size: small,
        bold: true,
        anchor: 'end' as const,
      }
      return [left, { x: x(last.value) + size * 0.7, y, text: last.text, size: small, bold: true }]
    })
    return [
      ...grid(plan, set),
      rules(between, QUIET, 2),
      ...whiskers(ranges, thick * 0.18),
      ...points,
      ...keyOf(plan, set),
      ...labels(words),
    ]
  },
}

/** Said where no number is known. */
const NOTHING = 'no figure'

function lookIn({ series, named }: ChartPlan, row: number, at: number): MarkLook {
  if (series.length > 1) return lookOf(at)
  if (named.rows.length === 0) return lookOf(0)
  return named.rows.includes(row) ? FOCUS : REST
}

function rangesOf(
  own: readonly { readonly y: number; readonly value: Quantity | undefined }[],
  x: (value: number) => number,
) {
  return own.flatMap(({ y, value }) =>
    value?.low === undefined || value.high === undefined
      ? []
      : [{ x1: x(value.low), x2: x(value.high), y1: y, y2: y }],
  )
}

/** The line from which lengths begin; names that stand above their rows are not crossed by it. */
function zero(set: Set, from = 0) {
  const { x, top, bottom, size, lanes, thick } = set
  const [x1, x2] = [x(from), x(from)]
  const spans = !isNarrowIn(set)
    ? [{ y1: top - size * 0.1, y2: bottom + size * 0.1 }]
    : lanes.map(({ y }) => ({ y1: y - thick / 2 - 2, y2: y + thick / 2 + 2 }))
  return rules(
    spans.map((span) => ({ x1, x2, ...span })),
    INK,
    1.5,
  )
}

function hasAxis({ form }: ChartPlan): boolean {
  return form === 'range' || form === 'dots' || form === 'tornado'
}

/** Whether a part of a row has room for its number. */
function isSaidIn(
  width: number,
  { text }: Quantity,
  { size, small, measure }: Pick<Room, 'size' | 'small' | 'measure'>,
): boolean {
  return measure(text, small, 700) + size * 0.3 <= width
}

function hasUnsaidParts(
  { series, scale }: ChartPlan,
  { left, ...room }: Room & { readonly left: number },
): boolean {
  const perUnit = (room.width - left) / (scale.high || 1)
  return series.some(({ values }) =>
    values.some((one) => one && one.value > 0 && !isSaidIn(one.value * perUnit - 2, one, room)),
  )
}

/** Lines behind the marks, each with its number below. */
function grid({ scale, unit }: ChartPlan, set: Set) {
  const { x, top, bottom, size, small, width, left, measure } = set
  const texts = scale.ticks.map((tick) => tickText(tick, unit))
  const widest = Math.max(...texts.map((text) => measure(text, small, 400))) + size
  const every = Math.max(
    1,
    Math.ceil((widest * (scale.ticks.length - 1)) / Math.max(1, x(scale.high) - x(scale.low))),
  )
  const shown = scale.ticks.flatMap((tick, index) =>
    index % every === 0 ? [{ tick, text: texts[index] ?? '' }] : [],
  )
  return [
    rules(
      shown.map(({ tick }) => ({ x1: x(tick), x2: x(tick), y1: top, y2: bottom + size * 0.3 })),
    ),
    ...labels(
      shown.map(({ tick, text }): ChartLabel => {
        const half = measure(text, small, 400) / 2
        const place = Math.min(width - half, Math.max(left === 0 ? half : 0, x(tick)))
        return {
          x: place,
          y: bottom + size * 0.6,
          text,
          size: small,
          fill: QUIET,
          anchor: 'middle',
          line: 'top',
        }
      }),
    ),
  ]
}

/** Room above the rows for the names of series. */
function headOf(plan: ChartPlan, room: Room): number {
  const { size } = room
  if (!hasKey(plan, room)) return size * 0.2
  return keyLines(plan, room).length * size * 1.5 + size * 0.5
}

function hasKey(plan: ChartPlan, room: Room): boolean {
  // Beside each bar stands what it is, where there is room.
  return plan.series.length > 1 && (!isGrouped(plan) || isNarrowIn(room))
}

/** The names of series beside their marks, in the order in which these stand. */
function keyOf(plan: ChartPlan, set: Set) {
  if (!hasKey(plan, set)) return []
  const { size, small } = set
  const lines = keyLines(plan, set)
  const placed = lines.flatMap((line, n) =>
    line.map((one) => ({ ...one, y: size * (0.75 + 1.5 * n) })),
  )
  const marks =
    plan.form === 'dots'
      ? placed.map(({ series, x, y }) =>
          spots([{ x: x + size * 0.4, y }], lookOf(series), series, size * 0.42),
        )
      : boxes(
          placed.map(({ series, x, y }) => ({
            x1: x,
            x2: x + size * 0.85,
            y1: y - size * 0.42,
            y2: y + size * 0.42,
            look: lookOf(series),
          })),
        )
  return [
    ...marks,
    ...labels(placed.map(({ name, x, y }) => ({ x: x + size * 1.15, y, text: name, size: small }))),
  ]
}

function keyLines({ series }: ChartPlan, { width, size, small, measure }: Omit<Room, 'height'>) {
  const lines: { name: string; series: number; x: number }[][] = [[]]
  let x = 0
  for (const [index, { name }] of series.entries()) {
    const own = measure(name, small, 400) + size * 1.15
    if (x > 0 && x + own > width) {
      lines.push([])
      x = 0
    }
    lines.at(-1)?.push({ name, series: index, x })
    x += own + size * 1.4
  }
  return lines
}
