/** What the sums become where estimates fall or say something else. */
import { priceWords } from '../appraisal/charts.ts'
import { ledgerInDoubt, ledgerOf } from '../appraisal/index.ts'
import type { OptionAppraisal } from '../appraisal/plan.ts'
import type { LedgerDoubt } from '../estimates/work-out.ts'
import type { Checkable } from '../model/assembled.ts'
import type { DoubtSums, OptionInDoubt, PreferredState, RankedOption } from './told-sums.ts'

type Whole = Pick<Checkable, 'graph' | 'settings'>

/**
 * The sums in doubt; `undefined` where the case has none, or none of them changes. An option whose
 * costs or disbenefits fall comes to nothing that can be told: to leave them out would make it better.
 */
export function sumsInDoubt(whole: Whole, doubt: LedgerDoubt): DoubtSums | undefined {
  const before = ledgerOf(whole)
  const { without = new Set(), instead = new Map() } = doubt
  if (!before || (without.size === 0 && instead.size === 0)) return undefined
  const after = ledgerInDoubt(whole, doubt)
  const lost = new Set(
    before.estimates.flatMap(({ flow, type, option }, index) => {
      const isLost = before.estimates[index]?.value && !after.estimates[index]?.value
      return isLost && option && (flow === 'cost' || type === 'disbenefit') ? option : []
    }),
  )
  const was = before.options.map((option) => rankedOf(option))
  const is = after.options.map((option) =>
    lost.has(option.key) ? { key: option.key } : rankedOf(option),
  )
  // Nobody outside can say which option is best where sums stay inside.
  const ranks = before.isPart
    ? [new Map<string, number>(), new Map<string, number>()]
    : [was, is].map(ranksOf)
  const options = before.options.flatMap((option, index): readonly OptionInDoubt[] => {
    const other = after.options[index]
    const rank = ranks.map((one) => one.get(option.key))
    const told = [option, other].map((one) => one?.told?.npsv)
    if (option.hidden === 'sums') return []
    const isUnknown = lost.has(option.key) || (option.npsv && !other?.npsv)
    if (rank[0] === rank[1] && !isUnknown && told[0]?.range === told[1]?.range) return []
    return [
      {
        key: option.key,
        ...(told[0] ? { was: told[0].central } : {}),
        ...(isUnknown || !told[1]
          ? {}
          : {
              is: told[1].central,
              ...(told[1].likelihood ? { range: `${told[1].range}, ${told[1].likelihood}` } : {}),
            }),
        ...(rank[0] ? { wasAt: rank[0] } : {}),
        ...(rank[1] ? { isAt: rank[1] } : {}),
      },
    ]
  })
  const unworked = after.estimates.flatMap(({ name, unworked: fault }, index) =>
    fault && fault.why !== 'doubted' && fault.why !== 'rests on such'
      ? before.estimates[index]?.value
        ? { name, fault: fault.fault }
        : []
      : [],
  )
  const estimates = after.estimates.flatMap(({ key, name, told }, index) => {
    const old = before.estimates[index]?.told?.range
    return instead.size > 0 && told && old !== told.range
      ? { key, name, was: old ?? '', is: told.range }
      : []
  })
  if (options.length === 0 && unworked.length === 0 && estimates.length === 0) return undefined
  const preferred = before.isPreferredGuessed || before.isPart ? undefined : before.preferred
  return {
    options,
    estimates,
    unworked,
    ...(before.basis.otherPrices && options.length > 0 ? { mixed: priceWords(before.basis) } : {}),
    ...(preferred === undefined ? {} : { preferred: preferredIn(was, is, preferred) }),
  }
}

function rankedOf({ key, npsv, isBusinessAsUsual }: OptionAppraisal): RankedOption {
  if (npsv) return { key, value: npsv.central }
  return isBusinessAsUsual ? { key, value: 0 } : { key }
}

/** Key of an option → its place, from 1; what comes to the same shares a place. */
function ranksOf(options: readonly RankedOption[]): ReadonlyMap<string, number> {
  const ranked = options.flatMap(({ key, value }) => (value === undefined ? [] : { key, value }))
  return new Map(
    ranked.map(({ key, value }) => [key, 1 + ranked.filter((one) => one.value > value).length]),
  )
}

/** What becomes of the preferred option. */
function preferredIn(
  was: readonly RankedOption[],
  is: readonly RankedOption[],
  key: string,
): PreferredState {
  const [before, after] = [was, is].map((all) => all.find((one) => one.key === key)?.value)
  if (before === undefined) return { state: 'holds' }
  if (after === undefined) return { state: 'unknown' }
  if (before > 0 && after <= 0) return { state: 'nil' }
  const bestOf = (all: readonly RankedOption[]) =>
    all
      .filter(({ value }) => value !== undefined)
      .toSorted((one, other) => (other.value ?? 0) - (one.value ?? 0))[0]
  const isBest = (all: readonly RankedOption[], value: number) =>
    (bestOf(all)?.value ?? value) <= value
  if (isBest(was, before) && !isBest(is, after)) {
    const other = bestOf(is)?.key
    return { state: 'not best', ...(other === undefined ? {} : { other }) }
  }
  return { state: 'holds' }
}

/**
 * The state of the preferred option by the central values alone, for many doubts: the same as by
 * `sumsInDoubt`, in a fraction of its time. `undefined` where no option is preferred, or none counted.
 */
export function preferredBySums(
  whole: Whole,
): ((without: ReadonlySet<string>) => PreferredState) | undefined {
  const ledger = ledgerOf(whole)
  const preferred = ledger?.isPreferredGuessed || ledger?.isPart ? undefined : ledger?.preferred
  if (!ledger || preferred === undefined) return undefined
  const byKey = new Map(ledger.estimates.map((entry) => [entry.key, entry]))
  const parts = ledger.options.map((option) => ({
    option,
    parts: option.parts,
    guards: ledger.estimates
      .filter(
        ({ option: of, flow, type, value }) =>
          of === option.key && value && (flow === 'cost' || type === 'disbenefit'),
      )
      .map(({ key }) => key),
  }))
  const was = ledger.options.map(rankedOf)
  return (without) => {
    const is = parts.map(({ option, parts: own, guards }, index): RankedOption => {
      const { key } = option
      if (guards.some((guard) => without.has(guard))) return { key }
      if (!own.some(({ estimate }) => without.has(estimate))) return was[index] ?? { key }
      const left = own.filter(({ estimate }) => !without.has(estimate))
      if (left.length === 0) return option.isBusinessAsUsual ? { key, value: 0 } : { key }
      const value = left.reduce(
        (sum, { estimate, weight }) => sum + weight * (byKey.get(estimate)?.value?.central ?? 0),
        0,
      )
      return { key, value }
    })
    return preferredIn(was, is, preferred)
  }
}
