/** Tables of discount rates, each of a day: results say which was used. */

/** Rates a year, in real terms: each holds up to and with the year `until`, counted from year 0. */
interface Rates {
  /** As said beside sums. */
  readonly name: string
  /** ISO date of the edition. */
  readonly date: string
  readonly steps: readonly {
    readonly until: number
    readonly rate: number
    /** Of effects on health and life, in QALYs, which lose less by waiting. */
    readonly health: number
  }[]
}

/** By the name that `case.yaml` gives. */
export const rateTables = {
  // HM Treasury, The Green Book, reissued 5 February 2026: the social time preference rate, and that of
  // health and life (Annex A6).
  'green-book-2026': {
    name: 'Green Book 2026',
    date: '2026-02-05',
    steps: [
      { until: 30, rate: 0.035, health: 0.015 },
      { until: 75, rate: 0.03, health: 0.0129 },
      { until: 125, rate: 0.025, health: 0.0107 },
      { until: 200, rate: 0.02, health: 0.0086 },
      { until: 300, rate: 0.015, health: 0.0064 },
      { until: Number.POSITIVE_INFINITY, rate: 0.01, health: 0.0043 },
    ],
  },
  // The same edition: what sums over more than 50 years are to be tried with as well.
  'green-book-2026-lower': {
    name: 'Green Book 2026, lower rates',
    date: '2026-02-05',
    steps: [
      { until: 30, rate: 0.03, health: 0.01 },
      { until: 75, rate: 0.0257, health: 0.0086 },
      { until: 125, rate: 0.0214, health: 0.0071 },
      { until: 200, rate: 0.0171, health: 0.0057 },
      { until: 300, rate: 0.0129, health: 0.0043 },
      { until: Number.POSITIVE_INFINITY, rate: 0.0086, health: 0.0029 },
    ],
  },
} as const satisfies Readonly<Record<string, Rates>>

/** The name of a table. */
export type RatesName = keyof typeof rateTables

/** Every name; the first is the usual one. */
export const ratesNames = Object.keys(rateTables) as [RatesName, ...RatesName[]] // its own keys

/** What a sum in each year is worth in year 0, from year 0 on. */
export function discountFactors(
  name: RatesName,
  years: number,
  of: 'rate' | 'health' = 'rate',
): readonly number[] {
  const { steps }: Rates = rateTables[name]
  const factors = [1]
  for (let year = 1; year <= years; year += 1) {
    const rate = steps.find(({ until }) => year <= until)?.[of] ?? 0
    factors.push((factors[year - 1] ?? 1) / (1 + rate))
  }
  return factors
}

/** The rates of a table by what it is called, each from its first year on. */
export function rateSteps(
  called: string,
): readonly { readonly from: number; readonly rate: number; readonly health: number }[] {
  const table: Rates | undefined = Object.values(rateTables).find(({ name }) => name === called)
  const steps = table?.steps ?? []
  return steps.map(({ rate, health }, at) => ({
    ...{ from: (steps[at - 1]?.until ?? 0) + 1, rate, health },
  }))
}
