/** What an option costs and brings in each year. */
import type { OptionYear } from './plan.ts'
import { type Discounting, sharesOf } from './present-value.ts'
import type { CountedEntry, Uplift } from './totals.ts'

/** Central values by year, from year 0 on, of the estimates of one option. */
export function yearsOf(
  own: readonly CountedEntry[],
  uplift: Uplift,
  discounting: Discounting,
): readonly OptionYear[] {
  const { base, factors, healthFactors } = discounting
  const sums = own.map((entry) => sumsByYear(entry, uplift, discounting))
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

/** The central net present value of the estimates of one option. */
export function centralWorthOf(
  own: readonly CountedEntry[],
  uplift: Uplift,
  discounting: Discounting,
): number {
  return yearsOf(own, uplift, discounting).reduce((sum, { worth }) => sum + worth, 0)
}

/** What one estimate comes to in each year, not discounted: a disbenefit is less than nought. */
function sumsByYear(entry: CountedEntry, uplift: Uplift, discounting: Discounting) {
  const { flow, rhythm, type, perYear, value } = entry
  const times = flow === 'cost' ? 1 + (rhythm === 'one-off' ? uplift.works : uplift.running) : 1
  const sign = type === 'disbenefit' ? -1 : 1
  return {
    flow,
    isHealth: entry.isHealth === true,
    sums: sharesOf(entry, discounting).map(
      (share) => share * times * sign * perYear * value.central,
    ),
  }
}
