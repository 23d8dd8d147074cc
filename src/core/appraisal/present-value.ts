/** What flows of money are worth in year 0. */

/** When money flows. Both years are in it. */
interface MoneyFlow {
  readonly years: { readonly from: number; readonly to: number }
  /** One-off money is spread evenly over its years. */
  readonly rhythm: 'one-off' | 'a year'
  /** See `Estimated`. */
  readonly isHealth?: true
}

/** Year 0, and what a sum in each year from there on is worth in it. */
export interface Discounting {
  readonly base: number
  readonly factors: readonly number[]
  /** The same of effects on health and life. */
  readonly healthFactors: readonly number[]
}

/** The part of an estimate that flows in each year that counts, from year 0 on. */
export function sharesOf(
  { years: { from, to }, rhythm }: MoneyFlow,
  { base, factors }: Pick<Discounting, 'base' | 'factors'>,
) {
  const part = rhythm === 'a year' ? 1 : 1 / (to - from + 1)
  return factors.map((_, year) => (base + year >= from && base + year <= to ? part : 0))
}

/** What one pound of such an estimate is worth in year 0. */
export function worthOf(flow: MoneyFlow, discounting: Discounting): number {
  const { factors, healthFactors } = discounting
  return presentValue(sharesOf(flow, discounting), flow.isHealth ? healthFactors : factors)
}

/** Sums by year, from year 0 on, discounted and added up. */
export function presentValue(sums: readonly number[], factors: readonly number[]): number {
  return sums.reduce((total, sum, year) => total + sum * (factors[year] ?? 0), 0)
}
