/** What all sums of the economic case start from: year 0, whose prices, which money, how likely a range is. */
import { likelihoodWords } from '../estimates/format.ts'
import type { LedgerEntry } from '../estimates/ledger.ts'
import { GENERATOR, SAMPLES } from '../estimates/samples.ts'
import { noUnit, type Unit } from '../estimates/unit.ts'
import type { Graph } from '../graph/index.ts'
import type { Economics } from '../settings/economics.ts'
import { countedIn, keysInSums } from './in-sums.ts'
import type { Basis } from './plan.ts'
import type { Discounting } from './present-value.ts'
import { discountFactors, rateTables } from './rates.ts'
import { isCounted } from './totals.ts'

/** Year 0: the one that the case names, else the first in which money flows; 0 where no estimate has years. */
export function baseYearOf({ case: { items }, hidden }: Graph, { base }: Economics): number {
  if (base !== undefined) return base
  if (hidden.firstYear !== undefined) return hidden.firstYear
  const years = items.flatMap(({ estimated }) => estimated?.years?.from ?? [])
  return years.length > 0 ? Math.min(...years) : 0
}

/** What is said beside the sums of these estimates. */
export function basisOf(
  entries: readonly LedgerEntry[],
  base: number,
  economics: Economics,
): Basis {
  const { range, horizon, rates } = economics
  const currency = currencyOf(entries)
  const prices = economics.base ?? usualPrices(entries) ?? base
  const otherPrices = otherPricesIn(entries, currency, prices)
  return {
    ...{ base, prices, range, currency },
    ...(otherPrices.length > 0 ? { otherPrices } : {}),
    until: base + horizon,
    likelihood: likelihoodWords(range),
    rates: rateTables[rates],
    samples: SAMPLES,
    generator: GENERATOR,
  }
}

/** How sums are discounted to year 0, by the rates of the case. */
export function discountingOf({ rates, horizon }: Economics, base: number): Discounting {
  return {
    base,
    factors: discountFactors(rates, horizon),
    healthFactors: discountFactors(rates, horizon, 'health'),
  }
}

/** The year of prices that most estimates have; `undefined` where none says one. */
function usualPrices(entries: readonly LedgerEntry[]): number | undefined {
  const said = entries.flatMap(({ prices, restsOn }) =>
    restsOn.length === 0 ? (prices ?? []) : [],
  )
  const by = Map.groupBy(said, (year) => year)
  return [...by].toSorted(([, one], [, other]) => other.length - one.length)[0]?.[0]
}

/** The other years whose prices are in the sums, in order. */
function otherPricesIn(
  entries: readonly LedgerEntry[],
  currency: Unit,
  usual: number,
): readonly number[] {
  const inSums = keysInSums(countedIn(entries, currency), entries)
  const years = entries.flatMap(({ key, prices, restsOn }) =>
    inSums.has(key) && restsOn.length === 0 && prices !== usual ? (prices ?? []) : [],
  )
  return [...new Set(years)].toSorted()
}

/** In what most of the money is that can be counted; of what counts the same, what stands first. */
function currencyOf(entries: readonly LedgerEntry[]): Unit {
  const money = entries.filter(({ isMoney }) => isMoney)
  const some = money.filter(isCounted)
  const by = Map.groupBy(some.length > 0 ? some : money, ({ unit }) => unit.over[0] ?? '')
  const [most] = [...by].toSorted(([, one], [, other]) => other.length - one.length)
  return most ? { over: [most[0]], under: [] } : noUnit
}
