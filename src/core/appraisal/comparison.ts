/** What the options of a case cost and bring, side by side, in words: all outputs lay the same out. */
import type { ChartPlan } from '../chart/index.ts'
import { formatNumber, formatRange } from '../estimates/format.ts'
import type { LedgerEntry } from '../estimates/ledger.ts'
import { againstOf } from '../graph/against.ts'
import type { Graph } from '../graph/index.ts'
import type { Checkable } from '../model/assembled.ts'
import type { BenefitType } from '../model/estimated.ts'
import { withinSentence } from '../model/kinds.ts'
import { formatDate } from '../text/dates.ts'
import { joined, type LinkedText } from '../text/linked-text.ts'
import { chanceWords, flowsChart, moneyWords, tornadoChart, valuesChart } from './charts.ts'
import { sentenceOf } from './estimate-words.ts'
import { ledgerOf } from './index.ts'
import type { Ledger, OptionAppraisal } from './plan.ts'
import { type SwitchingValue, unitOfInput } from './sensitivity.ts'
import { NOT_IN_MONEY, SUM_NAMES } from './sum-names.ts'

/** One option among the others. */
export interface ComparedOption {
  readonly key: string
  readonly id: string
  /** `Option 2`, and what it is: `One place to book`. */
  readonly name: string
  readonly title: string
  /** `Preferred`, `Business as usual`, `Do minimum`, `Discounted`. */
  readonly marks: readonly string[]
  readonly isPreferred: boolean
  /** Absent where nothing is counted. */
  readonly told?: OptionAppraisal['told']
  /** `£0`, where nothing is counted because it is as it was: what the others are measured against. */
  readonly baseline?: string
  /** What stands in place of sums that are not there: `Not appraised`, `Not published`. */
  readonly untold: string
  /** In how many it is best: `71 of 100 trials`; absent where it was not tried. */
  readonly chance?: string
  readonly chanceOfBest?: number
  /** Set while nothing says that the confidence of all that is counted is more than low. */
  readonly isInitial: boolean
  /** Why it goes on or not, what it meets, its benefits by kind, what is not in money, what was added. */
  readonly notes: readonly OptionNote[]
}

interface OptionNote {
  readonly term: string
  readonly words: readonly LinkedText[]
}

/** At which value of a number the case turns. */
interface Turn {
  /** `Option 3 costs more than it brings` */
  readonly then: string
  /** `below 1.1 million calls` */
  readonly at: string
  /** `EST1 says 2 to 3 million calls`, and whether that includes the value. */
  readonly says: readonly LinkedText[]
}

/** The options of a case, appraised. */
export interface OptionComparison {
  readonly ledger: Ledger
  /** In the order of the case. */
  readonly options: readonly ComparedOption[]
  /** Of which years, in which money, by which rates. */
  readonly basis: string
  /** What a range means. */
  readonly likelihood: string
  /** How they compare, what the preferred one costs and brings by year, and what moves that most. */
  readonly charts: Readonly<Partial<Record<'values' | 'flows' | 'tornado', ChartPlan>>>
  /** Why nothing is told of what matters most, where nothing is. */
  readonly unmoved: string
  /** The nearest first. */
  readonly turns: readonly Turn[]
}

/** What is said in place of sums: of an option that has none, and of one whose sums stay inside. */
const NOT_APPRAISED = 'Not appraised'
export const NOT_PUBLISHED = 'Not published'
/** Of an option whose sums are told without what stays inside. */
export const SUMS_IN_PART = 'Sums in part'
const NOT_WHOLE = 'some of what it costs or brings is not for everyone'
/** What is said of the option that the others are measured against. */
export const BASELINE = 'What the others are measured against'
/** The names of the columns of the comparison. */
export const COLUMNS = {
  option: 'Option',
  costs: 'Costs',
  benefits: 'Benefits',
  npsv: SUM_NAMES.npsv,
  bcr: 'Benefit-cost ratio',
  chance: 'Is best in',
} as const

/** The cells of an option behind its name, each on one line. */
export function cellsOf({ told, baseline, untold, chance }: ComparedOption): readonly string[] {
  const values = (['costs', 'benefits', 'npsv', 'bcr'] as const).map((name) => {
    const value = told?.[name]
    if (!value) return name === 'npsv' ? (baseline ?? untold) : '–'
    return value.likelihood ? `${value.central} (${value.range})` : value.central
  })
  return [...values, chance ?? '–']
}

/** The comparison; `undefined` where no option was appraised. */
export function comparisonOf(
  whole: Pick<Checkable, 'graph' | 'settings'>,
): OptionComparison | undefined {
  const ledger = ledgerOf(whole)
  if (!ledger?.options.some(({ told }) => told)) return undefined
  return {
    ledger,
    options: ledger.options.map((option) => compared(option, ledger, whole.graph)),
    basis: basisOf(ledger),
    likelihood: `Ranges are ${ledger.basis.likelihood}`,
    charts: chartsOf(ledger),
    unmoved: unmovedOf(ledger),
    turns: turnsOf(ledger),
  }
}

function chartsOf(ledger: Ledger): OptionComparison['charts'] {
  const preferred = ledger.options.find(({ key }) => key === ledger.preferred)
  const [values, tornado] = [valuesChart(ledger), tornadoChart(ledger)]
  const flows = preferred && flowsChart(ledger, preferred)
  return {
    ...(values ? { values } : {}),
    ...(flows ? { flows } : {}),
    ...(tornado ? { tornado } : {}),
  }
}

function unmovedOf({ options, preferred }: Ledger): string {
  const option = options.find(({ key }) => key === preferred)
  if (option?.hidden)
    return `What moves the value of ${withinSentence(option.name)} is not published.`
  if (!option?.npsv) return 'No option is preferred that was appraised.'
  return 'No number of the preferred option has a range, so nothing moves its value.'
}

/** `Present values of 2026 to 2036, £ in 2026 prices, by Green Book 2026 (5 February 2026)`. */
function basisOf(ledger: Ledger): string {
  const { base, until, rates } = ledger.basis
  const by = `by ${rates.name} (${formatDate(rates.date)})`
  const isPart = ledger.options.some(({ hidden }) => hidden === 'parts')
  const part = isPart ? ', without what is not for everyone' : ''
  return `Present values of ${base} to ${until}, ${moneyWords(ledger)}, ${by}${part}`
}

function compared(option: OptionAppraisal, ledger: Ledger, graph: Graph): ComparedOption {
  const { key, id, name, told, hidden, chanceOfBest: chance } = option
  const title = titleOfOption(option.text)
  const entries = ledger.estimates.filter((entry) => option.counted.includes(entry.key))
  return {
    ...{ key, id, name },
    title,
    marks: marksOf(option, ledger).filter((mark) => mark.toLowerCase() !== title.toLowerCase()),
    isPreferred: option.isPreferred === true,
    ...(told ? { told } : {}),
    untold: hidden ? NOT_PUBLISHED : NOT_APPRAISED,
    ...(!told && option.isBusinessAsUsual && !hidden
      ? { baseline: formatNumber(0, ledger.basis.currency, 2) }
      : {}),
    ...(chance === undefined ? {} : { chance: chanceWords(chance), chanceOfBest: chance }),
    isInitial: entries.some(({ isInitial }) => isInitial),
    notes: notesOf(option, ledger, graph),
  }
}

// Matches "(preferred) " before an option's words or behind them, and "(CSF1, 1b)" among them.
const RE_BRACKETS =
  /\s*\((?:[A-Z]{0,4}-?\d+[a-z]?|draft:|[,;]|\s)+\)|^\s*\([^()]*\)\s*|\s*\((?:the )?(?:preferred|recommended|business as usual|bau|do (?:nothing|(?:the )?minimum))(?: option)?\)/gi

/** What an option is, without brackets: its first sentence. */
export function titleOfOption(text: string): string {
  const words = text.replace(RE_BRACKETS, '').trim()
  return (words.split(/(?<=[.!?])\s/)[0] ?? words).replace(/[.!?:]$/, '')
}

function marksOf(
  option: OptionAppraisal,
  { preferred, isPreferredGuessed }: Ledger,
): readonly string[] {
  const { isPreferred, isBusinessAsUsual, isDoMinimum, fate, hidden } = option
  return [
    ...(isPreferred ? ['Preferred'] : []),
    // The team has yet to say which it prefers.
    ...(isPreferredGuessed && option.key === preferred ? ['Highest value'] : []),
    ...(isBusinessAsUsual ? ['Business as usual'] : []),
    ...(isDoMinimum ? ['Do minimum'] : []),
    ...(fate === 'discounted' ? ['Discounted'] : []),
    ...(fate === 'carried forward' && !isPreferred ? ['Carried forward'] : []),
    ...(hidden === 'parts' ? [SUMS_IN_PART] : []),
  ]
}

const BENEFITS: Readonly<Record<BenefitType | 'other', string>> = {
  'cash-releasing': 'Cash-releasing benefits',
  'non-cash-releasing': 'Non-cash-releasing benefits',
  'to society': 'Benefits to society',
  disbenefit: 'Disbenefits',
  other: 'Benefits whose kind is not said',
}

function notesOf(
  option: OptionAppraisal,
  { estimates }: Ledger,
  graph: Graph,
): readonly OptionNote[] {
  const { items } = graph
  const { because, fate, meets, told, uncounted, optimism, hidden } = option
  const linked = (keys: readonly string[]) =>
    joined<LinkedText>(
      keys.flatMap((key) => {
        const item = items.get(key)
        return item ? [[{ text: item.id, to: { key } }]] : []
      }),
      { text: ', ' },
    )
  const byType = Object.entries(told?.byType ?? {}).map(
    ([type, { central, range, likelihood }]): OptionNote => ({
      term: BENEFITS[type as BenefitType], // a key of it
      words: [{ text: likelihood ? `${central}, ${range}` : central }],
    }),
  )
  const others = estimates.filter(({ key }) => uncounted.includes(key))
  const note = (term: string, words: readonly LinkedText[]) =>
    words.length > 0 ? [{ term, words }] : []
  const sentences = (all: readonly LedgerEntry[]) => joined(all.map(sentenceOf), { text: '; ' })
  return [
    ...(hidden === 'sums' ? note(NOT_PUBLISHED, [{ text: `since ${NOT_WHOLE}` }]) : []),
    ...(hidden === 'parts' ? note(SUMS_IN_PART, [{ text: `since ${NOT_WHOLE}` }]) : []),
    ...(because
      ? note(fate === 'discounted' ? 'Discounted' : 'Goes on', [{ text: `because ${because}` }])
      : []),
    ...note('Meets', linked(meets)),
    ...byType,
    ...note(NOT_IN_MONEY, sentences(others.filter(isUnmonetised))),
    ...note('Not counted', sentences(others.filter((entry) => !isUnmonetised(entry)))),
    ...(optimism ? note('Added for optimism', [{ text: optimismWords(optimism) }]) : []),
    ...note('Against it', linked(againstOf(option.key, graph).map(({ key }) => key))),
  ]
}

/** A benefit that is not in money: what comes to nothing is not counted, and no benefit yet. */
function isUnmonetised({ flow, isMoney, value }: LedgerEntry): boolean {
  return flow === 'benefit' && !isMoney && value !== undefined
}

/** `20% to building and 10% to running, as software: two of five teams like ours went over by a fifth` */
function optimismWords(optimism: NonNullable<OptionAppraisal['optimism']>): string {
  const { works, running, reason } = optimism
  const share = (of: number) => formatNumber(of, { over: [], under: [] }, 2)
  const added = [
    ...(works > 0 ? [`${share(works)} to what is paid once`] : []),
    ...(running > 0 ? [`${share(running)} to what is paid each year`] : []),
  ]
  const of = optimism.class ? `, as projects of ${optimism.class} need` : ''
  return `${added.join(' and ') || 'nothing'}${of}${reason ? `. ${reason.replace(/\.$/, '')}` : ''}`
}

/** So many are told of either sort where there is little room. */
const MOST_TURNS = 2

/**
 * The nearest values at which the preferred option is no longer the best, or is worth nothing: at most
 * `most` of either sort. `[]` where nothing was appraised.
 */
export function turnsOf(ledger: Ledger, most = MOST_TURNS): readonly Turn[] {
  const preferred = ledger.options.find(({ key }) => key === ledger.preferred)
  if (!preferred?.npsv) return []
  const isWorth = preferred.npsv.central >= 0
  const nearest = (['rank', 'nil'] as const).flatMap((sort) => {
    const own = ledger.switching.filter(({ turns }) => turns === sort)
    // Of one number, the nearest value counts.
    const isFirst = ({ estimate, input }: SwitchingValue, index: number) =>
      own.findIndex((one) => one.estimate === estimate && one.input === input) === index
    return own.filter(isFirst).slice(0, most)
  })
  return nearest.flatMap((turn): readonly Turn[] => {
    const entry = ledger.estimates.find(({ key }) => key === turn.estimate)
    if (!entry) return []
    const other = ledger.options.find(({ key }) => key === turn.other)
    const isBetter = (preferred.npsv?.central ?? 0) >= (other?.npsv?.central ?? 0)
    const [first, second] = isBetter ? [other, preferred] : [preferred, other]
    const then =
      turn.turns === 'nil'
        ? `${preferred.name} ${isWorth ? 'costs more than it brings' : 'brings more than it costs'}`
        : `${first?.name} is worth more than ${withinSentence(second?.name ?? '')}`
    return [
      {
        then,
        at: `${turn.value < turn.central ? 'below' : 'above'} ${turn.told}`,
        says: [
          { text: entry.id, to: { key: entry.key } },
          { text: ` says ${inputWords(entry, turn)}${turn.isLikely ? ', which includes it' : ''}` },
        ],
      },
    ]
  })
}

/** `Option 3 costs more than it brings below 1.1 million calls.` */
export function turnSentence({ then, at }: Turn): string {
  return `${then} ${at}.`
}

function inputWords(entry: LedgerEntry, { input, central }: SwitchingValue): string {
  const { low = central, high = central, digits = 2 } = entry.inputs[input] ?? {}
  return formatRange(low, high, unitOfInput({ entry, input }), Math.max(2, digits))
}
