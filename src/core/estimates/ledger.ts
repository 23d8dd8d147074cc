/** The ledger: each estimate with what it comes to, in which words, and what rests on it. */
import type { Graph } from '../graph/index.ts'
import type { Item, Link, Place } from '../model/case.ts'
import type { BenefitType, Confidence } from '../model/estimated.ts'
import { nameOf } from '../model/ids.ts'
import { has, isLike } from '../model/kinds.ts'
import type { Economics } from '../settings/economics.ts'
import type { EstimateInput } from './distribution.ts'
import { type Expression, estimatesIn } from './expression.ts'
import { formatNumber, formatRange, likelihoodWords } from './format.ts'
import type { SentenceQuantity } from './quantities.ts'
import { isMoney, noUnit, PERIODS, periodOf, type Unit, unitWords } from './unit.ts'
import { isWorked, type Unworked, type WorkedEstimates } from './work-out.ts'

/** One estimate, as plain data. */
export interface LedgerEntry {
  readonly key: string
  readonly id: string
  /** `Estimate 3`. */
  readonly name: string
  readonly text: string
  readonly place: Place
  /** As written: `10% to 30% of EST3`; absent for a number. */
  readonly formula?: string
  /** The sum itself, for sheets; absent where nothing could be read. */
  readonly expression?: Expression
  readonly inputs: readonly EstimateInput[]
  readonly quantities: readonly SentenceQuantity[]
  /** Keys of the estimates in its sum, and of those whose sums it is in. */
  readonly restsOn: readonly string[]
  readonly usedBy: readonly string[]
  /** Keys of the other items on which it rests: evidence, assumptions. */
  readonly evidence: readonly string[]
  /** Key of the option whose it is. */
  readonly option?: string
  readonly flow?: 'cost' | 'benefit'
  readonly type?: BenefitType
  /** Set for a benefit to health or life: so said, or counted in QALYs. */
  readonly isHealth?: true
  /** Its own, or those on which all agree that it rests on. Both in it. */
  readonly years?: { readonly from: number; readonly to: number }
  readonly rhythm?: 'one-off' | 'a year'
  /** For how long it counts, `quarter`, and how many of these a year has; absent for a year or for all. */
  readonly period?: string
  readonly perYear: number
  readonly prices?: number
  readonly isNominal?: true
  /** Its own, or the lowest of what it rests on. */
  readonly confidence?: Confidence
  /** To be called an initial estimate: nothing says that its confidence is more than low. */
  readonly isInitial: boolean
  readonly unit: Unit
  /** `£`, `£ a call`. */
  readonly unitWords: string
  readonly isMoney: boolean
  /** How many digits are told of it. */
  readonly digits: number
  /** What it comes to, unrounded; absent where it comes to nothing. */
  readonly value?: LedgerValue
  /** The same in words; absent where it comes to nothing. */
  readonly told?: ToldValue
  /** Why it comes to nothing. */
  readonly unworked?: Unworked
}

/** Numbers, unrounded: the central value by the sum; median and ends by the samples. */
export interface LedgerValue {
  readonly central: number
  readonly median: number
  readonly low: number
  readonly high: number
}

/** The same in words. */
export interface ToldValue {
  readonly central: string
  readonly median: string
  /** `£13 to £22 million`; the central value where there is no range. */
  readonly range: string
  /** `8 in 10 likely`; absent where there is no range. */
  readonly likelihood?: string
}

/** Values in words, rounded to so many digits. */
export function toldValue(
  { central, median, low, high }: LedgerValue,
  unit: Unit,
  { digits, percent }: { readonly digits: number; readonly percent: number },
): ToldValue {
  const likely = low < high ? { likelihood: likelihoodWords(percent) } : {}
  return {
    central: formatNumber(central, unit, digits),
    median: formatNumber(median, unit, digits),
    range: formatRange(low, high, unit, digits),
    ...likely,
  }
}

/** The entries of all estimates, in the order of the case. */
export function entriesOf(
  graph: Graph,
  worked: WorkedEstimates,
  economics: Economics,
): readonly LedgerEntry[] {
  const made = new Map<string, LedgerEntry>()
  const linksAt = linksByEnd(graph)
  const items = new Map(graph.case.items.map((item) => [item.key, item]))
  const visit = (key: string, open: readonly string[]): LedgerEntry | undefined => {
    const known = made.get(key)
    const item = items.get(key)
    if (known || !item || open.includes(key)) return known
    const read = graph.estimates.get(key)
    const restsOn = read && 'expression' in read ? estimatesIn(read.expression) : []
    const below = restsOn.flatMap((one) => visit(one, [...open, key]) ?? [])
    const entry = entryOf(item, { graph, worked, economics, below, linksAt })
    made.set(key, entry)
    return entry
  }
  for (const key of graph.estimates.keys()) visit(key, [])
  const users = Map.groupBy(
    [...made.values()].flatMap(({ key, restsOn }) => restsOn.map((on) => ({ key, on }))),
    ({ on }) => on,
  )
  return [...graph.estimates.keys()].flatMap((key) => {
    const entry = made.get(key)
    return entry ? { ...entry, usedBy: (users.get(key) ?? []).map((one) => one.key) } : []
  })
}

function linksByEnd({ case: { links }, estimates }: Graph): EntryContext['linksAt'] {
  const byEnd = new Map<string, Link[]>([...estimates.keys()].map((key) => [key, []]))
  for (const link of links) for (const key of [link.from, link.to]) byEnd.get(key)?.push(link)
  return byEnd
}

interface EntryContext {
  readonly graph: Graph
  readonly worked: WorkedEstimates
  readonly economics: Economics
  readonly below: readonly LedgerEntry[]
  /** Links by the keys of both their ends. */
  readonly linksAt: ReadonlyMap<string, readonly Link[]>
}

function entryOf(
  item: Item,
  { graph, worked, economics, below, linksAt }: EntryContext,
): LedgerEntry {
  const read = graph.estimates.get(item.key)
  const isRead = read !== undefined && 'expression' in read
  const said = isRead ? read.estimated : (item.estimated ?? {})
  const result = worked.get(item.key)
  const joined = (linksAt.get(item.key) ?? []).flatMap(({ from, to }) => {
    if (from === item.key) return graph.items.get(to) ?? []
    const other = graph.items.get(from)
    return other && isLike(other.kind, 'option', graph.kinds) ? other : []
  })
  const option = joined.find(({ kind }) => isLike(kind, 'option', graph.kinds))
  const others = joined.filter(
    ({ kind }) => !isLike(kind, 'option', graph.kinds) && !has(kind, 'valued', graph.kinds),
  )
  const { from, to = (economics.base ?? from ?? 0) + economics.horizon } = said.years ?? {}
  const years = from === undefined ? agreed(below.map((one) => one.years)) : { from, to }
  const unit = isWorked(result) ? result.unit : noUnit
  const period = periodOf(unit)
  const isOneYear = said.flow !== undefined && years !== undefined && years.from === years.to
  const rhythm =
    said.rhythm ??
    (period && isMoney(unit) ? ('a year' as const) : undefined) ??
    agreed(below.map((one) => one.rhythm)) ??
    // In one year, once and each year are the same.
    (isOneYear ? ('one-off' as const) : undefined)
  // What is counted in QALYs is of health, also where a price makes money of it.
  const units = isRead ? read.units.flatMap(({ over, under }) => [...over, ...under]) : []
  const isOfHealth =
    said.isHealth === true || units.some((name) => HEALTH.has(name)) || below.some(isHealthy)
  const isHealth = isOfHealth && said.flow !== 'cost'
  const prices = said.prices ?? agreed(below.map((one) => one.prices))
  const confidence = said.confidence ?? lowest(below)
  const common = { percent: economics.range, digits: isWorked(result) ? result.digits : 2 }
  const value = isWorked(result)
    ? (({ central, median, low, high }) => ({ central, median, low, high }))(result)
    : undefined
  return {
    key: item.key,
    id: item.id,
    name: nameOf(item, graph.kinds),
    text: item.text,
    place: item.place,
    ...(isRead && read.formula ? { formula: read.formula } : {}),
    ...(isRead ? { expression: read.expression } : {}),
    inputs: isRead ? read.inputs : [],
    quantities: isRead ? read.quantities : [],
    restsOn: isRead ? estimatesIn(read.expression) : [],
    usedBy: [],
    evidence: [...new Set(others.map(({ key }) => key))],
    ...(option ? { option: option.key } : {}),
    ...(said.flow ? { flow: said.flow } : {}),
    ...(said.type ? { type: said.type } : {}),
    ...(isHealth ? { isHealth } : {}),
    ...(years ? { years } : {}),
    ...(rhythm ? { rhythm } : {}),
    ...(period ? { period } : {}),
    perYear: period ? (PERIODS[period] ?? 1) : 1,
    ...(prices === undefined ? {} : { prices }),
    ...(said.isNominal || below.some((one) => one.isNominal) ? { isNominal: true } : {}),
    ...(confidence ? { confidence } : {}),
    isInitial: confidence === undefined || confidence === 'low',
    unit,
    unitWords: unitWords(unit),
    isMoney: isMoney(unit),
    digits: common.digits,
    ...(value ? { value, told: toldValue(value, unit, common) } : {}),
    ...(result && !isWorked(result) ? { unworked: result } : {}),
  }
}

const HEALTH: ReadonlySet<string> = new Set(['QALY', 'DALY', 'life-year'])

function isHealthy({ isHealth }: LedgerEntry): boolean {
  return isHealth === true
}

/** What all say that say anything; `undefined` where they differ. */
function agreed<Said>(all: readonly (Said | undefined)[]): Said | undefined {
  const said = all.filter((one) => one !== undefined)
  const [first] = said
  return said.every((one) => JSON.stringify(one) === JSON.stringify(first)) ? first : undefined
}

const CONFIDENCES: readonly Confidence[] = ['low', 'medium', 'high']

function lowest(below: readonly LedgerEntry[]): Confidence | undefined {
  if (below.length === 0 || below.some(({ confidence }) => confidence === undefined))
    return undefined
  return CONFIDENCES.find((one) => below.some(({ confidence }) => confidence === one))
}
