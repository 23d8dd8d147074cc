/** The numbers of a chart in columns, as its workbook holds them and its parts refer to them. */
import type { ChartPlan, Quantity } from '../../../core/chart/index.ts'

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
}

/** What an office chart is made of. */
export interface OfficeSheet {
  readonly rows: readonly string[]
  readonly series: readonly OfficeSeries[]
}

/** Puts a plan into columns. Times that are left out get an empty row: these programs know no other gap. */
export function officeSheet(plan: ChartPlan): OfficeSheet {
  const places = placesOf(plan)
  const rows = places.map((row) => (row === undefined ? '' : nameOf(plan, row)))
  const series = plan.series.flatMap(({ name, values }): readonly OfficeSeries[] => {
    const own = places.map((row) => (row === undefined ? undefined : values[row]))
    const column = (title: string, of: (value: Quantity) => number | undefined): Column => ({
      name: title,
      numbers: own.map((value) => value && of(value)),
    })
    const title = name || 'Value'
    if (plan.form === 'range')
      return [
        { value: column('From', ({ low }) => low), isUnseen: true },
        { value: column('Range', ({ low = 0, high = 0 }) => tidy(high - low)) },
      ]
    const value = column(title, (one) => one.value)
    if (!own.some((one) => one?.low !== undefined)) return [{ value }]
    const below = column(`${title}: less`, (one) => distance(one.value, one.low))
    const above = column(`${title}: more`, (one) => distance(one.value, one.high))
    return [{ value, below, above }]
  })
  return { rows, series }
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
  const value = series.length === 1 ? series[0]?.values[row] : undefined
  return hasRanges && value && form !== 'lines' ? `${name}: ${wordsOf(value)}` : name
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
