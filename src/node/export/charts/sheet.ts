/** The numbers of a chart in columns, as its workbook holds them and its parts refer to them. */
import type { ChartPlan, Quantity } from '../../../core/chart/index.ts'
import { withWholeAmounts } from '../text.ts'

/** A column of the workbook. */
interface Column {
  readonly name: string
  /** By row; undefined leaves the cell empty. */
  readonly numbers: readonly (number | undefined)[]
}

/** One of the series, with how far it may lie from its value. */
export interface OfficeSeries {
  readonly value: Column
  readonly below?: Column
  readonly above?: Column
  /** Set where it only holds another one up. */
  readonly isUnseen?: true
  /** Its look, by place; its own place where absent. */
  readonly look?: number
}

/** What an office chart is made of. */
export interface OfficeSheet {
  readonly rows: readonly string[]
  readonly series: readonly OfficeSeries[]
}

/** Puts a plan into columns. Times that are left out get an empty row: these programs know no other gap. */
export function officeSheet(plan: ChartPlan): OfficeSheet {
  const places = placesOf(plan)
  const rows = places.map((row) => (row === undefined ? '' : withWholeAmounts(nameOf(plan, row))))
  if (isOfSpans(plan)) return { rows, series: spansIn(plan) }
  const series = plan.series.flatMap(({ name, values }): readonly OfficeSeries[] => {
    const own = places.map((row) => (row === undefined ? undefined : values[row]))
    const column = (title: string, of: (value: Quantity) => number | undefined): Column => ({
      name: title,
      numbers: own.map((value) => value && of(value)),
    })
    const title = name || 'Value'
    const value = column(title, (one) => one.value)
    if (!own.some((one) => one?.low !== undefined)) return [{ value }]
    const below = column(`${title}: less`, (one) => distance(one.value, one.low))
    const above = column(`${title}: more`, (one) => distance(one.value, one.high))
    return [{ value, below, above }]
  })
  return { rows, series }
}

/** Whether bars begin elsewhere than at nought. */
export function isOfSpans({ form }: ChartPlan): boolean {
  return form === 'range' || form === 'tornado'
}

/** From where to where a bar goes, and its look. */
interface OfficeSpan {
  readonly from: number
  readonly to: number
  readonly look: number
}

/**
 * Spans as stacked bars, the only ones that begin elsewhere. These stack from nought to either side, so a
 * span over nought is two.
 */
function spansIn(plan: ChartPlan): readonly OfficeSeries[] {
  const looks = plan.form === 'range' ? ['Range'] : plan.series.map(({ name }) => name)
  const rows = plan.rows.map((_, row) => spansOf(plan, row))
  const bases = rows.map(
    (spans) =>
      Math.max(0, Math.min(...spans.map(({ from }) => from))) +
      Math.min(0, Math.max(...spans.map(({ to }) => to))),
  )
  const placed = rows.map((spans) => {
    const above = spans
      .filter(({ to }) => to > 0)
      .map((one) => ({ ...one, from: Math.max(0, one.from) }))
    const below = spans
      .filter(({ from }) => from < 0)
      .map((one) => ({ ...one, to: Math.min(0, one.to) }))
    let at = -1
    return [
      ...above.map(({ look, from, to }) => ({ look, size: to - from })),
      ...below.toReversed().map(({ look, from, to }) => ({ look, size: from - to })),
    ].map(({ look, size }) => {
      // The next column of its look.
      at += 1
      while (at % looks.length !== look) at += 1
      return { at, size }
    })
  })
  // One column more than looks: LibreOffice counts the entries of a key from its end, and would leave out another.
  const least = looks.length > 1 ? looks.length + 1 : 1
  const count = Math.max(least, ...placed.flat().map(({ at }) => at + 1))
  const columns = Array.from({ length: count }, (_, at): OfficeSeries => {
    const numbers = placed.map((parts) => {
      const part = parts.find((one) => one.at === at)
      return part && tidy(part.size)
    })
    return { value: { name: looks[at % looks.length] ?? '', numbers }, look: at % looks.length }
  })
  return [{ value: { name: 'From', numbers: bases }, isUnseen: true }, ...columns]
}

/** The spans of a row, from left to right. */
function spansOf({ series, form, from = 0 }: ChartPlan, row: number): readonly OfficeSpan[] {
  const values = series.map(({ values: all }) => all[row])
  if (form === 'range')
    return values.flatMap((one) =>
      one?.low === undefined || one.high === undefined
        ? []
        : [{ from: one.low, to: one.high, look: 0 }],
    )
  // What lies on one side of where bars begin is drawn one behind the other.
  const side = (sign: 1 | -1) => {
    let start = from
    return values
      .flatMap((one, look) =>
        one && (one.value - from) * sign > 0 ? [{ to: one.value, look }] : [],
      )
      .sort((one, other) => (one.to - other.to) * sign)
      .map(({ to, look }) => {
        const begin = start
        start = to
        return { from: Math.min(begin, to), to: Math.max(begin, to), look }
      })
  }
  return [...side(-1).toReversed(), ...side(1)]
}

/** The columns of the workbook, in their order: B, C, … */
export function columnsOf({ series }: OfficeSheet): readonly Column[] {
  return series.flatMap(({ value, below, above }) => [
    value,
    ...(below ? [below] : []),
    ...(above ? [above] : []),
  ])
}

function placesOf({ times, rows }: ChartPlan): readonly (number | undefined)[] {
  if (!times) return rows.map((_, row) => row)
  const steps = times.slice(1).map((at, index) => at - (times[index] ?? at))
  const step = Math.min(...steps)
  return rows.flatMap((_, row) => {
    const left = row === 0 ? 0 : Math.round((steps[row - 1] ?? step) / step) - 1
    return [...Array.from({ length: left }, () => undefined), row]
  })
}

/** Where a thin line would cross a number beside its bar, it stands with the name: `North: 17 (13 to 23)`. */
function nameOf({ rows, series, hasRanges, form }: ChartPlan, row: number): string {
  const name = rows[row] ?? ''
  if (form === 'tornado') {
    // Short, since programs leave out names that have no room.
    const ends = series.flatMap(({ values }) => values[row] ?? [])
    const [least, most] = ends.toSorted((one, other) => one.value - other.value)
    return least && most ? `${name}: ${rangeOf(least.text, most.text)}` : name
  }
  const value = series.length === 1 ? series[0]?.values[row] : undefined
  return hasRanges && value && form !== 'lines' ? `${name}: ${wordsOf(value)}` : name
}

/** `£5.9 to £9.1 million` of "£5.9 million" and "£9.1 million". */
function rangeOf(low: string, high: string): string {
  const scale = / (?:million|billion|trillion)$/.exec(high)?.[0] ?? ''
  return `${scale && low.endsWith(scale) ? low.slice(0, -scale.length) : low} to ${high}`
}

function wordsOf({ text, rangeText, isRange }: Quantity): string {
  return isRange || rangeText === undefined ? text : `${text} (${rangeText})`
}

function distance(value: number, end: number | undefined): number | undefined {
  return end === undefined ? undefined : tidy(Math.abs(end - value))
}

/** Without what subtraction leaves behind the last digit. */
function tidy(number: number): number {
  return Number(number.toPrecision(12))
}
