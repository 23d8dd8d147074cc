/** The economic case as one plan: what all outputs lay out, and none works out again. Plain data. */
import type { LedgerEntry, ToldValue } from '../estimates/ledger.ts'
import type { Unit } from '../estimates/unit.ts'
import type { BenefitType } from '../model/estimated.ts'
import type { OptionPlace } from './option-words.ts'
import type { SwitchingValue, TornadoBar, WeightedOption } from './sensitivity.ts'
import type { OptionTotals, Uplift } from './totals.ts'

/** What all sums start from, to be said beside them. */
export interface Basis {
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
export interface OptionYear {
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
