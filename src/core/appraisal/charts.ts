/** The charts of the economic case, which all outputs draw, and their numbers as a table. */
import type { ChartPlan, Quantity } from '../chart/index.ts'
import { niceScale } from '../chart/scale.ts'
import { formatNumber, shownIn } from '../estimates/format.ts'
import type { LedgerEntry } from '../estimates/ledger.ts'
import { type Unit, unitWords } from '../estimates/unit.ts'
import { withinSentence } from '../model/kinds.ts'
import { listed } from '../text/listed.ts'
import { withoutOpenNumber } from '../text/phrases.ts'
import type { Ledger, OptionAppraisal } from './plan.ts'
import { SUM_NAMES } from './sum-names.ts'

/** More bars than these say little: the widest are shown. */
export const MOST_BARS = 8
/** Of the widest bar; a narrower one is a line. */
const LEAST_SHARE = 0.02

/** What moves the preferred option's value most; undefined where nothing moves it. */
export function tornadoChart(ledger: Ledger, most = MOST_BARS): ChartPlan | undefined {
  const option = ledger.options.find(({ key }) => key === ledger.preferred)
  const [widest] = ledger.tornado
  const swing = (bar = widest) => (bar ? Math.abs(bar.atHigh - bar.atLow) : 0)
  const bars = ledger.tornado
    .slice(0, most)
    .filter((bar) => swing(bar) >= swing(widest) * LEAST_SHARE)
  if (!widest || !option?.npsv || !option.told) return undefined
  const { currency } = ledger.basis
  const told = (value: number, label: string): Quantity => ({
    ...quantityOf(value, currency),
    label,
  })
  const left = ledger.tornado.length - bars.length
  return planOf('tornado', ledger, {
    headline: `${entryOf(ledger, widest.estimate)?.name ?? ''} moves the value of ${withinSentence(option.name)} most`,
    subtitle: [
      `${SUM_NAMES.npsv}, ${moneyWords(ledger)}: each number of the case at the ends of its range, all others as they are`,
      `the line is at ${option.told.npsv.central}`,
      ...(left > 0
        ? [
            `${left} that ${left === 1 ? 'moves' : 'move'} it less ${left === 1 ? 'is' : 'are'} left out`,
          ]
        : []),
    ].join('; '),
    rows: bars.map((bar) => inputName(entryOf(ledger, bar.estimate), bar.input)),
    series: [
      { name: 'At the low end', values: bars.map(({ atLow, low }) => told(atLow, low)) },
      { name: 'At the high end', values: bars.map(({ atHigh, high }) => told(atHigh, high)) },
    ],
    from: option.npsv.central,
  })
}

/** What an option costs and brings in each year; undefined where nothing is counted. */
export function flowsChart(ledger: Ledger, option: OptionAppraisal): ChartPlan | undefined {
  if (option.years.length === 0) return undefined
  const { currency } = ledger.basis
  const periods = periodsOf(option.years)
  const sum = (years: OptionAppraisal['years'], of: 'costs' | 'benefits') =>
    years.reduce((all, year) => all + year[of], 0)
  const isByYear = periods.length === option.years.length
  return planOf('flows', ledger, {
    headline: overtakes(option),
    subtitle: `${moneyWords(ledger)}, not discounted, ${isByYear ? 'by year' : 'by period'}: benefits above the line, costs below it`,
    rows: periods.map((years) => yearsWords(years[0]?.year, years.at(-1)?.year)),
    series: [
      {
        name: 'Benefits',
        values: periods.map((own) => quantityOf(sum(own, 'benefits'), currency)),
      },
      { name: 'Costs', values: periods.map((own) => quantityOf(-sum(own, 'costs'), currency)) },
    ],
  })
}

/** The value of each option that was appraised, with its range; undefined where there is none. */
export function valuesChart(ledger: Ledger): ChartPlan | undefined {
  const appraised = ledger.options.flatMap(({ npsv, told, ...option }) =>
    npsv && told ? [{ ...option, npsv, told: told.npsv }] : [],
  )
  if (appraised.length === 0) return undefined
  const best = appraised.toSorted((a, b) => (b.chanceOfBest ?? 0) - (a.chanceOfBest ?? 0))[0]
  const chance = best?.chanceOfBest
  return planOf('range', ledger, {
    headline:
      best && chance !== undefined
        ? `${best.name} is best in ${chanceWords(chance)}`
        : 'What each option is worth',
    subtitle: `${SUM_NAMES.npsv}, ${moneyWords(ledger)}, ${ledger.basis.likelihood}, with the central value`,
    rows: appraised.map(
      ({ name, text, isPreferred, hidden }) =>
        `${name}${isPreferred ? ', preferred' : ''}${hidden ? ', in part' : ''}: ${shortened(text)}`,
    ),
    named: {
      rows: appraised.flatMap(({ isPreferred }, row) => (isPreferred ? [row] : [])),
      series: [],
    },
    series: [
      {
        name: SUM_NAMES.npsv,
        values: appraised.map(({ npsv, told }) => withRange(npsv, told, ledger.basis.currency)),
      },
    ],
  })
}

/** What one estimate comes to, with its range; undefined where it has none. */
export function estimateChart(ledger: Ledger, entry: LedgerEntry): ChartPlan | undefined {
  const { value, told, unit } = entry
  if (!value || !told || value.low >= value.high) return undefined
  const shown = shownIn(unit, value.high)
  const { low, high, central } = value
  const scaled = {
    low: low * shown.times,
    high: high * shown.times,
    central: central * shown.times,
  }
  const counted = unitWords(shown.unit)
  return planOf('range', ledger, {
    headline: entry.text,
    subtitle: `${told.likelihood ?? ''}, with the central value`,
    rows: [entry.name],
    series: [{ name: counted, values: [withRange(scaled, told, shown.unit)] }],
    unit: shown.unit,
  })
}

/** The numbers of such a chart, to stand beside it; the first row names the columns. */
export function tableOfChart({ form, rows, series }: ChartPlan): readonly (readonly string[])[] {
  const of = form === 'flows' ? 'Year' : form === 'tornado' ? 'What is varied' : 'What is measured'
  const isRange = form === 'range'
  const cell = (one: Quantity | undefined): string =>
    one === undefined ? '' : one.label ? `${one.label}: ${one.text}` : one.text
  return [
    [of, ...(isRange ? ['Central value', 'Range'] : series.map(({ name }) => name))],
    ...rows.map((name, row) => [
      name,
      ...(isRange
        ? [series[0]?.values[row]?.text ?? '', series[0]?.values[row]?.rangeText ?? '']
        : series.map(({ values }) => cell(values[row]))),
    ]),
  ]
}

/** `71 of 100 trials`, `fewer than 1 in 100 trials`. */
export function chanceWords(chance: number): string {
  if (chance >= 1) return 'all trials'
  if (chance > 0.99) return 'more than 99 of 100 trials'
  if (chance < 0.01) return chance === 0 ? 'no trial' : 'fewer than 1 of 100 trials'
  return `${Math.round(chance * 100)} of 100 trials`
}

/** The words of an estimate in which `…` stands for one of its numbers: `A call costs … (EST2)`. */
function inputName(entry: LedgerEntry | undefined, input: number): string {
  if (!entry) return ''
  const { text = '' } = entry.quantities[input] ?? {}
  const at = text === '' ? -1 : entry.text.indexOf(text)
  const words =
    at < 0
      ? entry.text
      : `${entry.text.slice(0, at).replace(RE_ABOUT, '')}…${entry.text.slice(at + text.length)}`
  return `${shortened(words)} (${entry.id})`
}

const RE_ABOUT = /(?:about|around|roughly|up to|at least|some)\s+$/i

/** So many letters of a name are read beside a bar. */
const LONGEST = 80

/** Its first sentence, or the words of that which have room. */
export function shortened(text: string, longest = LONGEST): string {
  const words = text.replace(/^\([^()]*\)\s*/, '')
  const first = words.split(/(?<=[.!?])\s/)[0]?.replace(/[.!?]$/, '') ?? words
  if (first.length <= longest) return first
  const start = first.slice(0, longest).replace(/\s+\S*$/, '')
  return `${withoutOpenNumber(first, start).replace(/[…,;: ]+$/, '')} …`
}

/** `£ in 2026 prices`. */
export function moneyWords({ basis }: Ledger): string {
  const [name = ''] = basis.currency.over
  return `${name.length > 1 ? name.toUpperCase() : name} in ${priceWords(basis)}`
}

/** `2026 prices`, `prices of 2024 and 2026, which are mixed`. */
export function priceWords({ prices, otherPrices }: Ledger['basis']): string {
  if (!otherPrices) return `${prices} prices`
  const years = [...otherPrices, prices].toSorted()
  return `prices of ${listed(years.map(String))}, which are mixed`
}

type Planned = Pick<ChartPlan, 'headline' | 'subtitle' | 'rows' | 'series' | 'from'> &
  Partial<Pick<ChartPlan, 'named'>> & {
    readonly unit?: Unit
  }

function planOf(
  form: 'tornado' | 'flows' | 'range',
  ledger: Ledger,
  { unit = ledger.basis.currency, named = { rows: [], series: [] }, ...planned }: Planned,
): ChartPlan {
  const numbers = planned.series.flatMap(({ values }) =>
    values.flatMap((one) => (one ? [one.low ?? one.value, one.value, one.high ?? one.value] : [])),
  )
  const ends = [...numbers, ...(planned.from === undefined ? [] : [planned.from])]
  const [name = ''] = unit.over
  return {
    form,
    ...planned,
    unit: name,
    scale: niceScale([Math.min(...ends), Math.max(...ends)], form === 'flows'),
    hasRanges: form === 'range',
    named,
  }
}

function quantityOf(value: number, unit: Unit): Quantity {
  return { value, unit: unitWords(unit), text: value === 0 ? '0' : formatNumber(value, unit, 2) }
}

function withRange(
  { central, low, high }: { readonly central: number; readonly low: number; readonly high: number },
  told: { readonly central: string; readonly range: string },
  unit: Unit,
): Quantity {
  const ends = low < high ? { low, high, rangeText: told.range } : {}
  return { value: central, unit: unitWords(unit), text: told.central, ...ends }
}

function entryOf(ledger: Ledger, key: string): LedgerEntry | undefined {
  return ledger.estimates.find((entry) => entry.key === key)
}

/** With more columns than these, each stands for several years. */
const MOST_COLUMNS = 31

function periodsOf(years: OptionAppraisal['years']): readonly OptionAppraisal['years'][] {
  const size = [1, 5, 10, 20].find((each) => years.length / each <= MOST_COLUMNS) ?? 20
  return Array.from({ length: Math.ceil(years.length / size) }, (_, at) =>
    years.slice(at * size, (at + 1) * size),
  )
}

function yearsWords(from = 0, to = from): string {
  return from === to ? `${from}` : `${from} to ${to}`
}

/** When what it brought is more than what it cost, since its beginning. */
function overtakes({ name, years, hidden }: OptionAppraisal): string {
  if (hidden) return `What ${withinSentence(name)} costs and brings, in part`
  let sum = 0
  let isBehind = false
  for (const { year, costs, benefits } of years) {
    sum += benefits - costs
    if (sum < 0) isBehind = true
    if (sum > 0 && isBehind)
      return `${name} has paid for itself by ${year}, before discounting, by central values`
  }
  if (years.every(({ benefits }) => benefits === 0)) return `What ${withinSentence(name)} costs`
  return isBehind
    ? `${name} has not paid for itself by ${years.at(-1)?.year ?? ''}, by central values`
    : `${name} brings more than it costs from its first year, by central values`
}
