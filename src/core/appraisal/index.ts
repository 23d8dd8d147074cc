/** The economic case as one plan: the ledger, each option's appraisal, what matters most, what turns it. */

import { formatNumber, likelihoodWords } from '../estimates/format.ts'
import {
  entriesOf,
  type LedgerEntry,
  type LedgerValue,
  type ToldValue,
  toldValue,
} from '../estimates/ledger.ts'
import { GENERATOR, SAMPLES } from '../estimates/samples.ts'
import { noUnit, type Unit } from '../estimates/unit.ts'
import {
  type LedgerDoubt,
  type Unworked,
  type Worked,
  type WorkedEstimates,
  workOut,
} from '../estimates/work-out.ts'
import { itemsLike } from '../graph/items.ts'
import type { Checkable } from '../model/assembled.ts'
import type { Item } from '../model/case.ts'
import type { BenefitType } from '../model/estimated.ts'
import { nameOf } from '../model/ids.ts'
import type { Economics } from '../settings/economics.ts'
import { type OptionPlace, placeOfOption } from './option-words.ts'
import { type Discounting, sharesOf } from './present-value.ts'
import { discountFactors, rateTables } from './rates.ts'
import {
  type SwitchingValue,
  switchingValuesOf,
  type TornadoBar,
  tornadoOf,
  type WeightedOption,
} from './sensitivity.ts'
import {
  type CountedEntry,
  chancesOfBest,
  isCounted,
  type OptionTotals,
  totalsOf,
  type Uplift,
  weightOf,
} from './totals.ts'

/** What all sums start from, to be said beside them. */
interface Basis {
  /** Year 0, which is not discounted. */
  readonly base: number
  /** The year whose prices all sums have. */
  readonly prices: number
  /** Years of other prices, whose numbers are in these sums as they are; absent where there are none. */
  readonly otherPrices?: readonly number[]
  /** The last year that counts. */
  readonly until: number
  /** How likely a range is, of 100, and in words: `8 in 10 likely`. */
  readonly range: number
  readonly likelihood: string
  /** The table of rates: its name and the ISO date of its edition. */
  readonly rates: { readonly name: string; readonly date: string }
  readonly samples: number
  readonly generator: string
  /** What money is counted in: `£`. */
  readonly currency: Unit
}

/** What an option costs and brings in one year, central values, not discounted. */
interface OptionYear {
  readonly year: number
  readonly factor: number
  /** With what is added for optimism. */
  readonly costs: number
  /** Less disbenefits. */
  readonly benefits: number
  /** Of these, what is of health or life, and its own factor; absent where nothing is. */
  readonly health?: { readonly benefits: number; readonly factor: number }
  /** Benefits less costs, in year 0. */
  readonly worth: number
}

/** One option, appraised. Money in present values. */
export interface OptionAppraisal extends OptionPlace, Partial<OptionTotals> {
  readonly key: string
  readonly id: string
  /** `Option 2`. */
  readonly name: string
  readonly text: string
  /** Keys of the success factors that it meets. */
  readonly meets: readonly string[]
  /** Keys of its estimates that are counted, and of those that are not, nor are in the sum of one that is. */
  readonly counted: readonly string[]
  readonly uncounted: readonly string[]
  /** Set where a part of its sums stays inside: they are not told, or, if the team says so, in part. */
  readonly hidden?: 'sums' | 'parts'
  /** Of its net present value: each estimate that is counted, and by how much. */
  readonly parts: WeightedOption['parts']
  /** From year 0 on; `[]` where nothing is counted. */
  readonly years: readonly OptionYear[]
  readonly optimism?: Uplift & { readonly class?: string; readonly reason?: string }
  /** Totals in words: rounded to two digits or what its inputs bear. */
  readonly told?: Readonly<Record<'costs' | 'benefits' | 'npsv', ToldValue>> & {
    readonly bcr?: ToldValue
    readonly byType: Readonly<Partial<Record<BenefitType | 'other', ToldValue>>>
  }
  /** How often it is best among those that were appraised, of 1. */
  readonly chanceOfBest?: number
  /** The central value by the lower rates, where more than 50 years count. */
  readonly npsvAtLowerRates?: number
}

/** The plan that all outputs lay out. Plain data. */
export interface Ledger {
  readonly basis: Basis
  /** In the order of the case. */
  readonly estimates: readonly LedgerEntry[]
  /** In the order of the case, those without estimates too. */
  readonly options: readonly OptionAppraisal[]
  /** Key of the preferred option: so marked, else the one with the highest central value. */
  readonly preferred?: string
  /** Set where no option is marked. */
  readonly isPreferredGuessed?: true
  /** Set where a part of these sums stays inside, so that nobody outside can say which option is best. */
  readonly isPart?: true
  /** Of the preferred option, the widest first. */
  readonly tornado: readonly TornadoBar[]
  /** Of the preferred option, the nearest first. */
  readonly switching: readonly SwitchingValue[]
}

type Whole = Pick<Checkable, 'graph' | 'settings'>

/** A ledger with what it was made from, for what is made of it again. */
interface MadeLedger {
  readonly ledger: Ledger
  readonly worked: WorkedEstimates
  /** Totals of an option by its key, and of which samples. */
  readonly totals: ReadonlyMap<string, SampledOption>
}

interface SampledOption {
  readonly parts: readonly (Worked | Unworked | undefined)[]
  readonly totals: ReturnType<typeof totalsOf>
}

const known = new WeakMap<Whole['graph'], MadeLedger>()

/** The ledger of a case; `undefined` where it has no estimate. */
export function ledgerOf(whole: Whole): Ledger | undefined {
  return madeOf(whole)?.ledger
}

function madeOf(whole: Whole): MadeLedger | undefined {
  if (whole.graph.estimates.size === 0) return undefined
  const made = known.get(whole.graph) ?? makeLedger(whole)
  known.set(whole.graph, made)
  return made
}

/**
 * The ledger with something taken otherwise: what the sums become where an estimate falls. What the
 * doubt does not reach is not worked out again, and what matters most is left out.
 */
export function ledgerInDoubt(
  whole: Whole,
  doubt: LedgerDoubt,
): Omit<Ledger, 'tornado' | 'switching'> {
  return makeLedger(whole, { doubt, made: madeOf(whole) }).ledger
}

/** The samples of a case: of each option that is compared, and of each estimate. */
export function samplesIn(whole: Whole): {
  readonly options: readonly { readonly key: string; readonly samples: Float64Array }[]
  readonly worked: WorkedEstimates
} {
  const { ledger, worked, totals } = madeOf(whole) ?? nothingMade
  const flat = new Float64Array(SAMPLES)
  const options = ledger.options
    .filter(({ npsv, isBusinessAsUsual }) => npsv || isBusinessAsUsual)
    .map(({ key }) => ({ key, samples: totals.get(key)?.totals.samples ?? flat }))
  return { options, worked }
}

const nothingMade = { ledger: { options: [] }, worked: new Map(), totals: new Map() }

function makeLedger(
  { graph, settings }: Whole,
  {
    doubt,
    made: before,
  }: { readonly doubt?: LedgerDoubt; readonly made?: MadeLedger | undefined } = {},
): MadeLedger {
  const { economics } = settings
  const { hidden } = graph
  const worked = workOut(graph.estimates, economics.range, {
    ...{ ...doubt, known: before?.worked, hidden: hidden.partOf },
  })
  const base = economics.base ?? graph.hidden.firstYear ?? firstYear(graph)
  const entries = entriesOf(graph, worked, { ...economics, base })
  const discounting = discountingOf(economics, base)
  const currency = currencyOf(entries)
  const basis: Basis = {
    base,
    prices: economics.base ?? usualPrices(entries) ?? base,
    until: base + economics.horizon,
    range: economics.range,
    likelihood: likelihoodWords(economics.range),
    rates: rateTables[economics.rates],
    samples: SAMPLES,
    generator: GENERATOR,
    currency,
  }
  const counted = entries.filter(isCounted).filter(({ unit }) => unit.over[0] === currency.over[0])
  const inSums = below(counted, entries)
  const otherPrices = [
    ...new Set(
      entries.flatMap(({ key, prices, restsOn }) =>
        inSums.has(key) && restsOn.length === 0 && prices !== basis.prices ? (prices ?? []) : [],
      ),
    ),
  ]
  const made = itemsLike('option', graph).map((item) => {
    const uplift = upliftOf(item, economics)
    const all = counted.filter(({ option }) => option === item.key)
    const isTold = !hidden.partOf.has(item.key) || economics.partial.includes(item.id)
    const own = isTold ? all : []
    const parts = own.map(({ key }) => worked.get(key))
    const same = before?.totals.get(item.key)
    const isSame =
      same?.parts.length === parts.length && same.parts.every((one, at) => one === parts[at])
    const by = { uplift, discounting, percent: economics.range }
    const totals = own.length === 0 ? undefined : isSame ? same.totals : totalsOf(own, worked, by)
    return { item, uplift, own, all, parts, totals }
  })
  const isPart = hidden.options.length > 0 || made.some(({ item }) => hidden.partOf.has(item.key))
  const places = new Map(
    made.map(({ item }) => [item.key, placeOfOption(item, graph.blocks.get(item.key))]),
  )
  // What is as it was costs and brings nothing more, where nobody says otherwise.
  const rivals = made.filter(
    ({ item, totals }) =>
      totals || (places.get(item.key)?.isBusinessAsUsual && !hidden.partOf.has(item.key)),
  )
  const flat = new Float64Array(SAMPLES)
  const chances = chancesOfBest(rivals.map(({ totals }) => totals?.samples ?? flat))
  const options = made.map(({ item, uplift, own, all, totals }): OptionAppraisal => {
    const chance = chances[rivals.findIndex((one) => one.item === item)]
    const digits = Math.max(2, Math.min(...own.map((entry) => entry.digits), 3))
    const told = { digits: Number.isFinite(digits) ? digits : 2, percent: economics.range }
    const summed = below(all, entries)
    const isUplifted = economics.optimism[item.id] !== undefined
    const { samples: _, ...sums } = totals ?? { samples: flat }
    const lower = discountingOf({ ...economics, rates: 'green-book-2026-lower' }, base)
    return {
      key: item.key,
      id: item.id,
      name: nameOf(item, graph.kinds),
      text: item.text,
      ...places.get(item.key),
      meets: graph.case.links.flatMap(({ from, to, role }) =>
        from === item.key && role === 'meets' ? to : [],
      ),
      counted: own.map(({ key }) => key),
      uncounted: entries
        .filter((entry) => entry.option === item.key && !summed.has(entry.key))
        .map(({ key }) => key),
      ...(hidden.partOf.has(item.key) ? { hidden: totals ? 'parts' : 'sums' } : {}),
      parts: own.map((entry) => ({
        estimate: entry.key,
        weight: (entry.flow === 'cost' ? -1 : 1) * weightOf(entry, uplift, discounting),
      })),
      years: own.length > 0 ? yearsOf(own, uplift, discounting) : [],
      ...(isUplifted ? { optimism: { ...uplift, ...reasonOf(item, economics) } } : {}),
      ...sums,
      ...(totals
        ? {
            told: {
              costs: toldValue(totals.costs, currency, told),
              benefits: toldValue(totals.benefits, currency, told),
              npsv: toldValue(totals.npsv, currency, told),
              byType: Object.fromEntries(
                Object.entries(totals.byType).map(([type, value]) => [
                  type,
                  toldValue(value, currency, told),
                ]),
              ),
              ...(totals.bcr ? { bcr: toldRatio(totals.bcr, economics.range) } : {}),
            },
          }
        : {}),
      ...(chance === undefined || rivals.length < 2 || isPart ? {} : { chanceOfBest: chance }),
      ...(totals && economics.horizon > 50
        ? { npsvAtLowerRates: centralOf(own, uplift, lower) }
        : {}),
    }
  })
  const appraised = options.filter(({ npsv }) => npsv)
  const marked = options.find(({ isPreferred }) => isPreferred)
  const best = appraised.toSorted(
    (one, other) => (other.npsv?.central ?? 0) - (one.npsv?.central ?? 0),
  )[0]
  const preferred = marked ?? (isPart ? undefined : best)
  const weighted = rivals
    .toSorted(
      (one, other) =>
        Number(other.item.key === preferred?.key) - Number(one.item.key === preferred?.key),
    )
    .flatMap(({ item }) => options.find(({ key }) => key === item.key) ?? [])
  const [first, ...rest] = weighted
  // To be better than what costs and brings nothing is to be worth something.
  const counting = first ? [first, ...rest.filter(({ parts }) => parts.length > 0)] : []
  const isAppraised =
    !doubt && first !== undefined && first.key === preferred?.key && first.parts.length > 0
  const ledger = {
    basis: otherPrices.length > 0 ? { ...basis, otherPrices: otherPrices.toSorted() } : basis,
    estimates: entries,
    options,
    ...(preferred ? { preferred: preferred.key } : {}),
    ...(preferred && !marked ? { isPreferredGuessed: true as const } : {}),
    ...(isPart ? { isPart: true as const } : {}),
    tornado: isAppraised ? tornadoOf(first, entries) : [],
    // Where a sum turns is only known of whole ones.
    switching:
      isAppraised && !hidden.partOf.has(first.key)
        ? switchingValuesOf(
            counting.filter(({ key }) => !hidden.partOf.has(key)),
            entries,
          )
        : [],
  }
  const sampled = made.flatMap(({ item, parts, totals }) =>
    totals ? [[item.key, { parts, totals }] as const] : [],
  )
  return { ledger, worked, totals: new Map(sampled) }
}

/** A ratio with two digits, or as many as say on which side of 1 it is: `1.03`. */
function toldRatio(ratio: LedgerValue, percent: number): ToldValue {
  const one = (value: number): string => {
    const digits = [2, 3, 4, 5].find((count) => Number(value.toPrecision(count)) !== 1) ?? 2
    return formatNumber(value, PLAIN, digits)
  }
  const [low, high] = [one(ratio.low), one(ratio.high)]
  return {
    ...toldValue(ratio, PLAIN, { digits: 2, percent }),
    ...{ central: one(ratio.central), median: one(ratio.median) },
    range: low === high ? low : `${low} to ${high}`,
  }
}

/** A ratio is no share: it is told as it is, and never in per cent. */
const PLAIN: Unit = { over: [''], under: [] }

/** Keys of some estimates, and of all that are in their sums. */
function below(own: readonly LedgerEntry[], entries: readonly LedgerEntry[]): ReadonlySet<string> {
  const byKey = new Map(entries.map((entry) => [entry.key, entry]))
  const found = new Set(own.map(({ key }) => key))
  for (const key of found) for (const one of byKey.get(key)?.restsOn ?? []) found.add(one)
  return found
}

function firstYear(graph: Whole['graph']): number {
  const years = graph.case.items.flatMap(({ estimated }) => estimated?.years?.from ?? [])
  return years.length > 0 ? Math.min(...years) : 0
}

/** The year of prices that most estimates have; `undefined` where none says one. */
function usualPrices(entries: readonly LedgerEntry[]): number | undefined {
  const said = entries.flatMap(({ prices, restsOn }) =>
    restsOn.length === 0 ? (prices ?? []) : [],
  )
  const by = Map.groupBy(said, (year) => year)
  return [...by].toSorted(([, one], [, other]) => other.length - one.length)[0]?.[0]
}

/** In what most of the money is that can be counted; of what counts the same, what stands first. */
function currencyOf(entries: readonly LedgerEntry[]): Unit {
  const money = entries.filter(({ isMoney }) => isMoney)
  const some = money.filter(isCounted)
  const by = Map.groupBy(some.length > 0 ? some : money, ({ unit }) => unit.over[0] ?? '')
  const [most] = [...by].toSorted(([, one], [, other]) => other.length - one.length)
  return most ? { over: [most[0]], under: [] } : noUnit
}

function discountingOf(economics: Economics, base: number): Discounting {
  const { rates, horizon } = economics
  return {
    base,
    factors: discountFactors(rates, horizon),
    healthFactors: discountFactors(rates, horizon, 'health'),
  }
}

function upliftOf({ id }: Item, { optimism }: Economics): Uplift {
  const { works = 0, running = 0 } = Object.hasOwn(optimism, id) ? (optimism[id] ?? {}) : {}
  return { works, running }
}

function reasonOf({ id }: Item, { optimism }: Economics) {
  const said = optimism[id]
  return {
    ...(said?.class ? { class: said.class } : {}),
    ...(said?.reason ? { reason: said.reason } : {}),
  }
}

function yearsOf(
  own: readonly CountedEntry[],
  uplift: Uplift,
  discounting: Discounting,
): readonly OptionYear[] {
  const { base, factors, healthFactors } = discounting
  const sums = own.map((entry) => {
    const times =
      entry.flow === 'cost' ? 1 + (entry.rhythm === 'one-off' ? uplift.works : uplift.running) : 1
    const sign = entry.type === 'disbenefit' ? -1 : 1
    return {
      flow: entry.flow,
      isHealth: entry.isHealth === true,
      sums: sharesOf(entry, discounting).map(
        (share) => share * times * sign * entry.perYear * entry.value.central,
      ),
    }
  })
  const hasHealth = sums.some((one) => one.isHealth)
  return factors.map((factor, year) => {
    const of = (is: (one: (typeof sums)[number]) => boolean) =>
      sums.reduce((sum, one) => sum + (is(one) ? (one.sums[year] ?? 0) : 0), 0)
    const costs = of(({ flow }) => flow === 'cost')
    const benefits = of(({ flow }) => flow === 'benefit')
    const health = { benefits: of(({ isHealth }) => isHealth), factor: healthFactors[year] ?? 0 }
    const worth = (benefits - costs) * factor + health.benefits * (health.factor - factor)
    return { year: base + year, factor, costs, benefits, ...(hasHealth ? { health } : {}), worth }
  })
}

function centralOf(own: readonly CountedEntry[], uplift: Uplift, discounting: Discounting): number {
  return yearsOf(own, uplift, discounting).reduce((sum, { worth }) => sum + worth, 0)
}
