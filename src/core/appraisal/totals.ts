/** The totals of options: costs, benefits, net present social value, and the chance to be best. */
import type { LedgerEntry, LedgerValue } from '../estimates/ledger.ts'
import { SAMPLES, spreadOf } from '../estimates/samples.ts'
import { isWorked, type Worked, type WorkedEstimates } from '../estimates/work-out.ts'
import type { BenefitType } from '../model/estimated.ts'
import { type Discounting, worthOf } from './present-value.ts'

/** What is added to an option's costs because plans usually go over; shares. */
export interface Uplift {
  readonly works: number
  readonly running: number
}

/** The totals of one option, in present values. */
export interface OptionTotals {
  readonly costs: LedgerValue
  readonly benefits: LedgerValue
  /** Those that are there. A disbenefit is less than nought. */
  readonly byType: Readonly<Partial<Record<BenefitType | 'other', LedgerValue>>>
  readonly npsv: LedgerValue
  /** Absent where nothing is paid. */
  readonly bcr?: LedgerValue
}

/** The same with the samples that others are compared with. */
interface SampledTotals extends OptionTotals {
  readonly samples: Float64Array
}

/** Whether an estimate can be added to an option's money. */
export function isCounted(entry: LedgerEntry): entry is CountedEntry {
  const { option, flow, years, rhythm, isMoney, isNominal, value } = entry
  return Boolean(option && flow && years && rhythm && isMoney && !isNominal && value)
}

/** An estimate that can. */
export type CountedEntry = LedgerEntry &
  Required<Pick<LedgerEntry, 'option' | 'flow' | 'years' | 'rhythm' | 'value'>>

/** The factor by which an estimate counts in an option's present value: below nought for a disbenefit. */
export function weightOf(entry: CountedEntry, uplift: Uplift, discounting: Discounting): number {
  const worth = worthOf(entry, discounting) * entry.perYear
  if (entry.flow === 'cost')
    return worth * (1 + (entry.rhythm === 'one-off' ? uplift.works : uplift.running))
  return entry.type === 'disbenefit' ? -worth : worth
}

/** Totals of the estimates of one option. */
export function totalsOf(
  entries: readonly CountedEntry[],
  worked: WorkedEstimates,
  by: { readonly uplift: Uplift; readonly discounting: Discounting; readonly percent: number },
): SampledTotals {
  const { uplift, discounting, percent } = by
  const parts = entries.flatMap((entry) => {
    const one = worked.get(entry.key)
    return isWorked(one) ? [{ entry, one, weight: weightOf(entry, uplift, discounting) }] : []
  })
  const costs = added(parts.filter(({ entry }) => entry.flow === 'cost'))
  const benefits = added(parts.filter(({ entry }) => entry.flow === 'benefit'))
  const npsv = {
    central: benefits.central - costs.central,
    samples: benefits.samples.map((value, index) => value - (costs.samples[index] ?? 0)),
  }
  const types = Map.groupBy(
    parts.filter(({ entry }) => entry.flow === 'benefit'),
    ({ entry }) => entry.type ?? 'other',
  )
  const isPaid = costs.central > 0 && costs.samples.every((value) => value >= 0)
  const bcr = {
    central: benefits.central / costs.central,
    samples: benefits.samples.map((value, index) => value / (costs.samples[index] ?? 1)),
  }
  const spread = (sum: Sum): LedgerValue => ({
    central: sum.central,
    ...spreadOf(sum.samples, percent),
  })
  return {
    costs: spread(costs),
    benefits: spread(benefits),
    byType: Object.fromEntries([...types].map(([type, some]) => [type, spread(added(some))])),
    npsv: spread(npsv),
    ...(isPaid ? { bcr: spread(bcr) } : {}),
    samples: npsv.samples,
  }
}

interface Sum {
  readonly central: number
  readonly samples: Float64Array
}

function added(parts: readonly { readonly one: Worked; readonly weight: number }[]): Sum {
  const samples = new Float64Array(SAMPLES)
  let central = 0
  for (const { one, weight } of parts) {
    central += one.central * weight
    for (let index = 0; index < SAMPLES; index += 1)
      samples[index] = (samples[index] ?? 0) + (one.samples[index] ?? 0) * weight
  }
  return { central, samples }
}

/** How often each of several is the best one, of 1; what is level is shared. */
export function chancesOfBest(all: readonly Float64Array[]): readonly number[] {
  const wins = all.map(() => 0)
  for (let index = 0; index < SAMPLES; index += 1) {
    const values = all.map((samples) => samples[index] ?? 0)
    const most = Math.max(...values)
    const best = values.flatMap((value, at) => (value === most ? at : []))
    for (const at of best) wins[at] = (wins[at] ?? 0) + 1 / best.length
  }
  return wins.map((count) => count / SAMPLES)
}
