/** What the page of figures says of its basis, of each estimate, of each year, and of what is not in money. */
import { isRestricted, NOT_PUBLIC } from '../audience/access.ts'
import type { ChartPlan } from '../chart/index.ts'
import type { EstimateInput } from '../estimates/distribution.ts'
import { formatNumber } from '../estimates/format.ts'
import type { LedgerEntry } from '../estimates/ledger.ts'
import { itemsLike } from '../graph/items.ts'
import { citedAs } from '../graph/scopes.ts'
import type { Checkable } from '../model/assembled.ts'
import { formatDate } from '../text/dates.ts'
import { joined, type LinkedText } from '../text/linked-text.ts'
import { estimateChart, flowsChart, moneyWords, priceWords } from './charts.ts'
import { NOT_PUBLISHED, titleOfOption } from './comparison.ts'
import { type EstimateWords, estimateWordsOf, sentenceOf } from './estimate-words.ts'
import { ledgerOf } from './index.ts'
import type { Ledger, OptionAppraisal } from './plan.ts'
import { rateSteps } from './rates.ts'
import { IN_SUMS_OF, NET } from './sum-names.ts'

/** A term with what is said of it. */
interface FigureNote {
  readonly term: string
  readonly words: readonly LinkedText[]
}

/** One estimate of the ledger. */
export interface FigureEntry {
  readonly key: string
  /** As it is cited. */
  readonly id: string
  readonly text: string
  readonly worth: EstimateWords
  /** Without words: they stand beside it. */
  readonly chart?: ChartPlan
  /** Its curves and median, the evidence under it, and the sums that it is in. */
  readonly notes: readonly FigureNote[]
  /** Why it comes to nothing. */
  readonly fault?: string
}

/** What an option costs and brings in each year. */
export interface FigureYears {
  readonly key: string
  /** `Option 3: One place to book` */
  readonly name: string
  readonly isPreferred: boolean
  readonly chart?: ChartPlan
  /** `£ million in 2026 prices, central values` */
  readonly counted: string
  readonly head: readonly string[]
  /** The year first; then numbers with the same number of decimals. */
  readonly rows: readonly (readonly string[])[]
  readonly total: readonly string[]
  /** What it comes to by the lower rates, where more than 50 years count: `£6.9 million`. */
  readonly lower?: string
}

/** What an option brings in money, beside what it brings otherwise. */
export interface FigureBenefits {
  readonly name: string
  readonly inMoney: readonly string[]
  readonly otherwise: readonly (readonly LinkedText[])[]
  /** Money that no sum holds: it comes to nothing yet, or says no years. */
  readonly uncounted: readonly (readonly LinkedText[])[]
}

/** The page. */
export interface Figures {
  readonly ledger: Ledger
  /** What the preferred option is worth: absent where none was appraised. */
  readonly lead?: string
  readonly basis: readonly FigureNote[]
  /** In the order of the case. */
  readonly entries: readonly FigureEntry[]
  /** The preferred option first. */
  readonly years: readonly FigureYears[]
  readonly benefits: readonly FigureBenefits[]
  /** Benefits of the case for which no estimate stands. */
  readonly unestimated: readonly (readonly LinkedText[])[]
}

type Whole = Pick<Checkable, 'graph' | 'settings'>

/** The page; `undefined` for a case without estimates. */
export function figuresOf(whole: Whole): Figures | undefined {
  const ledger = ledgerOf(whole)
  if (!ledger) return undefined
  const { options, preferred } = ledger
  const appraised = options.filter(({ told }) => told)
  const first = appraised.toSorted(
    (one, other) => Number(other.key === preferred) - Number(one.key === preferred),
  )
  return {
    ledger,
    ...leadOf(ledger),
    basis: basisOf(ledger),
    entries: ledger.estimates.flatMap((entry) => entryOf(entry, ledger, whole)),
    years: first.map((option) => yearsOf(option, ledger)),
    benefits: options.flatMap((option) => benefitsOf(option, ledger)),
    unestimated: unestimated(whole),
  }
}

/** `Option 3, One place to book, is worth £22 million: £8.2 to £36 million, 8 in 10 likely.` */
function leadOf({ options, preferred, basis, estimates }: Ledger): Pick<Figures, 'lead'> {
  const option = options.find(({ key }) => key === preferred)
  if (!option?.told) return {}
  const { name, text, counted, told, hidden } = option
  const { central, range, likelihood } = told.npsv
  const isInitial = estimates.some((one) => one.isInitial && counted.includes(one.key))
  const worth = `${name}, ${titleOfOption(text)}, comes to a net present social value of ${central} in ${priceWords(basis)}`
  const spread = likelihood ? `: ${range}, ${likelihood}` : ''
  const part = hidden ? ' That is a part: some of what it costs or brings is not for everyone.' : ''
  return { lead: `${worth}${spread}.${part}${isInitial ? ' It rests on initial estimates.' : ''}` }
}

function basisOf({ basis, estimates }: Ledger): readonly FigureNote[] {
  const { base, prices, otherPrices, until, rates, likelihood, samples, generator, range } = basis
  const steps = rateSteps(rates.name).filter(({ from }) => base + from <= until)
  const rateWords = (of: 'rate' | 'health') =>
    steps
      .map(
        ({ from, ...step }) =>
          `${(step[of] * 100).toFixed(2).replace(/0$/, '')}% from year ${from}`,
      )
      .join(', ')
  const health = estimates.some(({ isHealth }) => isHealth)
    ? ` Benefits to health and life, counted in QALYs, are discounted by less: ${rateWords('health')}.`
    : ''
  const note = (term: string, text: string): FigureNote => ({ term, words: [{ text }] })
  return [
    note(
      'Year 0',
      `${base}: what is paid or saved in it is not discounted. Sums are in ${otherPrices ? priceWords(basis) : prices === base ? 'its prices' : `the prices of ${prices}`}.`,
    ),
    note('Years that count', `${base} to ${until}, both of them.`),
    note(
      'Rates',
      `${rates.name}, edition of ${formatDate(rates.date)}: ${rateWords('rate') || 'none'}, in real terms.${health}`,
    ),
    note(
      'A range',
      `is ${likelihood}: of 100 such ranges, about ${range} hold what comes to be. It says how far apart likely values are. Confidence is another thing: how good the analysis is. An estimate is called initial until its confidence is medium or high.`,
    ),
    note(
      'A central value',
      `is what a sum comes to with the middle of each range. Ranges and medians come from ${samples.toLocaleString('en-GB')} samples. So the two differ where ranges are lopsided, and both are named.`,
    ),
    note(
      'Samples',
      `are the same each time, and an estimate that is used twice is the same in both places (${generator}).`,
    ),
    note(
      'These sums',
      'are economic: what all of society pays and gains, in real terms. They are no budget, and are never to be added to one.',
    ),
  ]
}

function entryOf(entry: LedgerEntry, ledger: Ledger, whole: Whole): readonly FigureEntry[] {
  const item = whole.graph.items.get(entry.key)
  const worth = estimateWordsOf(entry.key, whole)
  if (!item || !worth) return []
  const chart = estimateChart(ledger, entry)
  const { told, inputs, evidence, usedBy, unworked } = entry
  const curves = inputs.filter(({ curve }) => curve !== 'fixed')
  const note = (term: string, words: readonly LinkedText[]) =>
    words.length > 0 ? [{ term, words }] : []
  return [
    {
      ...{ key: entry.key, id: citedAs(item), text: entry.text, worth },
      ...(chart ? { chart: withoutWords(chart) } : {}),
      notes: [
        ...(told?.likelihood && told.median !== told.central
          ? note('Median', [{ text: told.median }])
          : []),
        ...(curves.length > 0 ? note('Curve', [{ text: curves.map(curveWords).join('; ') }]) : []),
        ...(entry.isHealth && entry.option
          ? note('Discounted', [{ text: 'by the rates of health and life' }])
          : []),
        ...note('Rests on', linked(evidence, whole)),
        ...note(IN_SUMS_OF, linked(usedBy, whole)),
      ],
      ...(unworked ? { fault: unworked.fault } : {}),
    },
  ]
}

function withoutWords(plan: ChartPlan): ChartPlan {
  const series = plan.series.map(({ name, values }) => ({
    name,
    values: values.map((one) => {
      if (!one) return one
      const { rangeText: _, ...bare } = one
      return { ...bare, text: '' }
    }),
  }))
  return { ...plan, rows: [''], series }
}

function curveWords({ text, curve, isShare }: EstimateInput): string {
  return `${text}: ${curve}${isShare ? ', within 0% and 100%' : ''}`
}

function linked(keys: readonly string[], { graph, settings }: Whole): readonly LinkedText[] {
  return joined(
    keys.flatMap((key): (readonly LinkedText[])[] => {
      const item = graph.items.get(key)
      if (!item) return []
      const isClosed = item.addresses?.some((one) => isRestricted(one, settings.restricted))
      const link = { text: citedAs(item), to: { key } }
      return [isClosed ? [link, { text: ` (${NOT_PUBLIC})` }] : [link]]
    }),
    { text: ', ' },
  )
}

/** So large a number is written in these, with so many decimals that three digits count. */
const SCALES: readonly (readonly [size: number, word: string])[] = [
  [1e9, ' billion'],
  [1e6, ' million'],
  [1e3, ' thousand'],
  [1, ''],
]

function yearsOf(option: OptionAppraisal, ledger: Ledger): FigureYears {
  const { key, name, text, years, npsvAtLowerRates: lower } = option
  const most = Math.max(
    ...years.map(({ costs, benefits }) => Math.max(Math.abs(costs), Math.abs(benefits))),
  )
  const [size, word] = SCALES.find(([each]) => most >= each) ?? [1, '']
  const decimals = size === 1 ? 0 : most / size >= 100 ? 0 : most / size >= 10 ? 1 : 2
  const figure = (value: number) => {
    const rounded = (value / size).toFixed(decimals)
    const plain = Number(rounded) === 0 ? rounded.replace('-', '') : rounded
    const [whole = '', rest] = plain.replace('-', '').split('.')
    const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
    return `${plain.startsWith('-') ? '−' : ''}${grouped}${rest === undefined ? '' : `.${rest}`}`
  }
  const sum = (of: (year: OptionAppraisal['years'][number]) => number) =>
    figure(years.reduce((all, year) => all + of(year), 0))
  const hasHealth = years.some(({ health }) => health)
  const chart = flowsChart(ledger, option)
  const money = moneyWords(ledger)
  return {
    ...{ key, name: `${name}: ${titleOfOption(text)}` },
    isPreferred: key === ledger.preferred,
    ...(chart ? { chart } : {}),
    ...(lower === undefined ? {} : { lower: formatNumber(lower, ledger.basis.currency, 2) }),
    counted: `${money.replace(/^\S+/, (sign) => `${sign}${word}`)}, central values`,
    head: [
      ...['Year', 'Costs', 'Benefits', NET, 'Discount factor'],
      ...(hasHealth ? ['Of these, to health', 'Its factor'] : []),
      'Discounted',
    ],
    rows: years.map(({ year, costs, benefits, factor, health, worth }) => [
      `${year}`,
      ...[costs, benefits, benefits - costs].map(figure),
      factor.toFixed(4),
      ...(health ? [figure(health.benefits), health.factor.toFixed(4)] : []),
      figure(worth),
    ]),
    total: [
      'All years',
      sum(({ costs }) => costs),
      sum(({ benefits }) => benefits),
      sum(({ costs, benefits }) => benefits - costs),
      '',
      ...(hasHealth ? [sum(({ health }) => health?.benefits ?? 0), ''] : []),
      sum(({ worth }) => worth),
    ],
  }
}

function benefitsOf(option: OptionAppraisal, ledger: Ledger): readonly FigureBenefits[] {
  const { name, text, told, uncounted, years, hidden } = option
  const inMoney = Object.entries(told?.byType ?? {}).map(
    ([type, { central, range, likelihood }]) =>
      `${type === 'other' ? 'Of a kind that is not said' : type.charAt(0).toUpperCase() + type.slice(1)}: ${central}${likelihood ? ` (${range})` : ''}`,
  )
  const left = ledger.estimates.filter(({ key }) => uncounted.includes(key))
  if (years.length === 0 && left.length === 0) return []
  const isOtherwise = ({ isMoney, value }: LedgerEntry) => !isMoney && value !== undefined
  return [
    {
      name: `${name}: ${titleOfOption(text)}`,
      inMoney: hidden === 'sums' ? [NOT_PUBLISHED] : inMoney,
      otherwise: left.filter(isOtherwise).map((entry) => withSide(entry, sentenceOf(entry))),
      uncounted: left.filter((entry) => !isOtherwise(entry)).map(sentenceOf),
    },
  ]
}

/** Of what is no money, what costs is called so: it stands beside what it brings. */
function withSide(
  { flow, type }: LedgerEntry,
  words: readonly LinkedText[],
): readonly LinkedText[] {
  const side = flow === 'cost' ? 'A cost: ' : type === 'disbenefit' ? 'A disbenefit: ' : ''
  return side ? [{ text: side }, ...words] : words
}

/** Benefits that cite no estimate, and that none cites. */
function unestimated({ graph }: Whole): readonly (readonly LinkedText[])[] {
  const estimates = graph.estimates
  const joinedTo = new Set(
    graph.case.links.flatMap(({ from, to }) =>
      estimates.has(to) ? [from] : estimates.has(from) ? [to] : [],
    ),
  )
  return itemsLike('benefit', graph)
    .filter(({ key }) => !joinedTo.has(key))
    .map((item) => [{ text: citedAs(item), to: { key: item.key } }, { text: ` ${item.text}` }])
}
