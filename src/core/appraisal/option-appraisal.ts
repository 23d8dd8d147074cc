/** The appraisal of one option: its sums, as numbers and in words. */
import { formatNumber } from '../estimates/format.ts'
import { type LedgerValue, type ToldValue, toldValue } from '../estimates/ledger.ts'
import type { Unit } from '../estimates/unit.ts'
import type { Item } from '../model/case.ts'
import { nameOf } from '../model/ids.ts'
import type { Economics } from '../settings/economics.ts'
import { discountingOf } from './basis.ts'
import { keysInSums } from './in-sums.ts'
import type { SumContext, SummedOption } from './option-sums.ts'
import { centralWorthOf, yearsOf } from './option-years.ts'
import type { OptionAppraisal } from './plan.ts'
import { type OptionTotals, type Uplift, weightOf } from './totals.ts'

/** More years than this are discounted by the lower rates too. */
const LONG = 50

/** What all outputs say of an option. How often it is the best, `chancesOf` says. */
export function appraise(option: SummedOption, context: SumContext): OptionAppraisal {
  const { item, place, uplift, own, all, totals, isHidden } = option
  const { graph, economics, entries, discounting } = context
  const inSums = keysInSums(all, entries)
  return {
    key: item.key,
    id: item.id,
    name: nameOf(item, graph.kinds),
    text: item.text,
    ...place,
    meets: graph.case.links.flatMap(({ from, to, role }) =>
      from === item.key && role === 'meets' ? to : [],
    ),
    counted: own.map(({ key }) => key),
    uncounted: entries
      .filter((entry) => entry.option === item.key && !inSums.has(entry.key))
      .map(({ key }) => key),
    ...(isHidden ? { hidden: totals ? 'parts' : 'sums' } : {}),
    parts: own.map((entry) => ({
      estimate: entry.key,
      weight: (entry.flow === 'cost' ? -1 : 1) * weightOf(entry, uplift, discounting),
    })),
    years: own.length > 0 ? yearsOf(own, uplift, discounting) : [],
    ...optimismOf(item, uplift, economics),
    ...(totals ? { ...sumsOf(totals), told: toldOf(totals, option, context) } : {}),
    ...(totals ? atLowerRates(option, context) : {}),
  }
}

/** Totals without their samples. */
function sumsOf({ costs, benefits, byType, npsv, bcr }: OptionTotals): OptionTotals {
  return { costs, benefits, byType, npsv, ...(bcr ? { bcr } : {}) }
}

/** What is added for optimism; nothing where the case adds none. */
function optimismOf(
  { id }: Item,
  uplift: Uplift,
  { optimism }: Economics,
): Pick<OptionAppraisal, 'optimism'> {
  const said = optimism[id]
  if (said === undefined) return {}
  return {
    optimism: {
      ...uplift,
      ...(said.class ? { class: said.class } : {}),
      ...(said.reason ? { reason: said.reason } : {}),
    },
  }
}

/** Totals in words, with as many digits as the estimates bear: two or three. */
function toldOf(
  { costs, benefits, npsv, byType, bcr }: OptionTotals,
  { own }: SummedOption,
  { basis, economics }: SumContext,
): NonNullable<OptionAppraisal['told']> {
  const percent = economics.range
  const digits = Math.max(2, Math.min(...own.map((entry) => entry.digits), 3))
  const inWords = (value: LedgerValue) => toldValue(value, basis.currency, { digits, percent })
  return {
    costs: inWords(costs),
    benefits: inWords(benefits),
    npsv: inWords(npsv),
    byType: Object.fromEntries(
      Object.entries(byType).map(([type, value]) => [type, inWords(value)]),
    ),
    ...(bcr ? { bcr: toldRatio(bcr, percent) } : {}),
  }
}

function atLowerRates(
  { own, uplift }: SummedOption,
  { economics, basis }: SumContext,
): Pick<OptionAppraisal, 'npsvAtLowerRates'> {
  if (economics.horizon <= LONG) return {}
  const lower = discountingOf({ ...economics, rates: 'green-book-2026-lower' }, basis.base)
  return { npsvAtLowerRates: centralWorthOf(own, uplift, lower) }
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
