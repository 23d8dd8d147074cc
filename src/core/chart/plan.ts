/** What a chart shows, and how far it may: all outputs draw the same plan. */
import { type ChartFault, faultsIn } from './faults.ts'
import { type Asked, type ChartForm, formNames, formOf } from './forms.ts'
import type { Quantity } from './quantity.ts'
import { niceScale, type Scale } from './scale.ts'
import { allValues, type ChartTable, type Series } from './table.ts'
import { unitOf, unitsOf } from './units.ts'

/**
 * What is drawn of a case's sums, besides what authors may ask for. `tornado`: two bars a row, from one
 * value to either side. `flows`: columns by year, what comes above the line, what goes below it.
 */
type SumsForm = 'tornado' | 'flows'

/** A chart as planned. */
export interface ChartPlan {
  readonly form: ChartForm | SumsForm
  /** What it shows, in words: the sentence before it; `''` where none stands there. */
  readonly headline: string
  /** What is measured and in which unit; `''` where nothing says so. */
  readonly subtitle: string
  readonly rows: readonly string[]
  /** Where the rows stand in time; absent where they are no times. */
  readonly times?: readonly number[]
  readonly series: readonly Series[]
  /** What all numbers count in: `£`, `%`. */
  readonly unit: string
  readonly scale: Scale
  /** Where bars begin, if not at nought. */
  readonly from?: number
  readonly hasRanges: boolean
  /** Rows, or lines, that the headline names, from 0; `[]` where it names none. */
  readonly named: { readonly rows: readonly number[]; readonly series: readonly number[] }
}

/** A plan where the chart can be drawn, and what is said of it to its author. */
export interface PlannedChart {
  readonly plan?: ChartPlan
  readonly faults: readonly ChartFault[]
}

/** Plans one chart. */
export function planChart(
  table: ChartTable | undefined,
  asked: Asked,
  headline: string,
): PlannedChart {
  const form = 'unknown' in asked ? undefined : (asked.form ?? (table ? usualForm(table) : 'bars'))
  const faults = faultsIn(table, form ?? asked)
  if (!table || !form || faults.some(({ isDrawn }) => !isDrawn)) return { faults }
  const values = allValues(table.series)
  const unit = isMultiple(table) ? '' : (unitsOf(table)[0] ?? '')
  const scale = niceScale(ends(values, form, table), formOf(form).fromZero === true)
  const hasRanges = values.some(({ low }) => low !== undefined)
  const { rows, times } = table
  const { series, measure } = namedApart(table)
  return {
    faults,
    plan: {
      form,
      headline: headline.replace(/[:.]\s*$/, ''),
      subtitle: subtitleOf({ ...table, series }, { form, hasRanges, scale, measure }),
      rows,
      ...(times ? { times } : {}),
      series,
      unit,
      scale,
      hasRanges,
      named: {
        rows: namedIn(headline, rows),
        series: namedIn(
          headline,
          series.map(({ name }) => name),
        ),
      },
    },
  }
}

/** What opens the numbers behind a chart. */
export const NUMBERS_AS_TABLE = 'The numbers as a table'

/** What a chart says, in one sentence, for those who do not see it. */
export function chartInWords({ form, headline, subtitle, rows, series }: ChartPlan): string {
  const about = [headline, subtitle].filter((words) => words !== '').join('. ')
  const several = series.length > 1 ? `: ${series.map(({ name }) => name).join(', ')}` : ''
  const first = rows[0] ?? ''
  const last = rows.at(-1) ?? ''
  const as = form === 'flows' ? 'columns' : form
  if (rows.length === 1)
    return [about, `Chart as ${as}`, first].filter((one) => one !== '').join('. ')
  const kind = `Chart as ${as} of ${rows.length} rows, ${first} to ${last}${several}`
  return about === '' ? kind : `${about}. ${kind}`
}

// Matches "Chart as stacked bars of 3 rows", "Costs fall. Chart as bars. North".
const RE_IN_WORDS = /(?:^|\. )Chart as ([a-z ]+?)(?: of \d+ rows,|\.|$)/

/** The form of a chart that was told in words; undefined for other words, and for what no author asks for. */
export function formInWords(words: string): ChartForm | undefined {
  const told = RE_IN_WORDS.exec(words)?.[1]
  return formNames.find((form) => form === told)
}

/** What suits a table whose author names no form. */
function usualForm({ times, rows, series }: ChartTable): ChartForm {
  const values = allValues(series)
  if (times) return rows.length > 4 || series.length > 1 ? 'lines' : 'columns'
  if (series.length === 1) return values.every(({ isRange }) => isRange) ? 'range' : 'bars'
  const isWhole = rows.every((_, row) => {
    const sum = series.reduce((all, { values }) => all + (values[row]?.value ?? 0), 0)
    return Math.abs(sum - 100) <= 1.5
  })
  if (isWhole && values.every(({ unit }) => unit === '%' || unit === '')) return 'stacked bars'
  return series.length <= formOf('bars').series ? 'bars' : 'dots'
}

/** The least and the most that is drawn. */
function ends(
  values: readonly Quantity[],
  form: ChartForm,
  { rows, series }: ChartTable,
): readonly [number, number] {
  if (form === 'stacked bars')
    return [0, Math.max(...rows.map((_, row) => sumOf(series.map((one) => one.values[row]))))]
  return [
    Math.min(...values.map(({ value, low }) => low ?? value)),
    Math.max(...values.map(({ value, high }) => high ?? value)),
  ]
}

function sumOf(values: readonly (Quantity | undefined)[]): number {
  return values.reduce((sum, one) => sum + (one?.value ?? 0), 0)
}

interface Said {
  readonly form: ChartForm
  readonly hasRanges: boolean
  readonly scale: Scale
  /** What all series count, where their names say it alike. */
  readonly measure: string
}

/** The measure with its unit, as the column is called, and what lines and the axis are. Cells say their units. */
function subtitleOf(
  { series, ...table }: ChartTable,
  { form, hasRanges, scale, measure: said }: Said,
): string {
  const measure = series.length === 1 ? (series[0]?.name ?? '') : said || acrossOf(table)
  const ranges = hasRanges && form !== 'range' ? RANGES[form] : ''
  const axis = scale.low > 0 ? `the scale starts at ${scale.low.toLocaleString('en-GB')}` : ''
  const all = [measure, ranges, axis].filter((part) => part !== '').join('; ')
  return all.charAt(0).toUpperCase() + all.slice(1)
}

// Matches "£000 a year", "Cost, £m", "Cost (£ million)": bare numbers in such a column are no pounds.
const RE_MULTIPLE = /[£$€]\s?(?:000s?|k|m|mn|bn|million|billion|thousand)\b/i

/** Whether bare numbers count in a multiple of the unit: `£500` on the axis would then be false. */
function isMultiple({ series, of, isTurned }: ChartTable): boolean {
  const names = [...series.map(({ name }) => name), ...(isTurned ? [of] : [])]
  const isBare = allValues(series).every((value) => value.unit === '')
  return isBare && names.some((name) => RE_MULTIPLE.test(name))
}

/** What all columns of a turned table count, as the cell above their rows says. */
function acrossOf({ of, isTurned }: Pick<ChartTable, 'of' | 'isTurned'>): string {
  return isTurned && unitOf(of) !== '' ? of : ''
}

// Matches "Staff, £000 a year", "Staff (£000 a year)": a name, and what it counts.
const RE_NAMED = /^(?<own>.*[^,(\s])\s*(?:,\s+(?<behind>[^,()]+)|\((?<within>[^()]+)\))$/

/** Series by their own names, and what all of them count, which is then said once. */
function namedApart(table: ChartTable): Pick<ChartTable, 'series'> & { readonly measure: string } {
  const { series } = table
  const parts = series.map(({ name }) => RE_NAMED.exec(name.trim())?.groups)
  const measures = new Set(parts.map((part) => (part?.behind ?? part?.within ?? '').trim()))
  const names = parts.map((part) => part?.own ?? '')
  const [measure = ''] = measures
  const isShared = series.length > 1 && measures.size === 1 && measure !== ''
  if (!isShared || new Set(names).size < names.length || acrossOf(table) !== '')
    return { series, measure: '' }
  return {
    series: series.map((one, index) => ({ ...one, name: names[index] ?? one.name })),
    measure,
  }
}

const RANGES: Readonly<Partial<Record<ChartForm, string>>> = {
  bars: 'thin lines show from where to where it may lie',
  columns: 'thin lines show from where to where it may lie',
  dots: 'thin lines show from where to where it may lie',
  lines: 'bands show from where to where it may lie',
}

/** Which of some names a headline says; none where it says most of them, since all are then alike. */
function namedIn(headline: string, names: readonly string[]): readonly number[] {
  const words = ` ${headline.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `
  const said = names.flatMap((name, index) => {
    const own = name
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
    return own !== '' && words.includes(` ${own} `) ? [index] : []
  })
  return said.length * 2 <= names.length ? said : []
}
