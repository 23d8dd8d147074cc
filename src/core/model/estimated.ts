/** What the bracket of an estimate says beside its number. */

/** Who has a benefit, and how; a cost to somebody, where others gain. */
export type BenefitType = 'cash-releasing' | 'non-cash-releasing' | 'to society' | 'disbenefit'

/** How good the analysis is; how far apart likely values are is the range, and another thing. */
export type Confidence = 'low' | 'medium' | 'high'

/** What a team says of an estimate. Each field is absent where nothing is said. */
export interface Estimated {
  /** First and last year, both of them in it; without `to`, up to the horizon of the case. */
  readonly years?: { readonly from: number; readonly to?: number }
  readonly rhythm?: 'one-off' | 'a year'
  /** Set where a number of each year is said by a part of it. */
  readonly period?: 'quarter' | 'month' | 'week'
  /** The year in whose prices it is. */
  readonly prices?: number
  /** Set for money of the year in which it flows, which no sum in real terms can have. */
  readonly isNominal?: true
  readonly confidence?: Confidence
  readonly flow?: 'cost' | 'benefit'
  readonly type?: BenefitType
  /** Set for effects on health and life, which are discounted less. */
  readonly isHealth?: true
  /** As written: the options whose it is, and what it rests on. */
  readonly ids?: readonly string[]
}
