/** Tables of discount rates, each of a day: results say which was used. */

/** Rates a year, in real terms: each holds up to and with the year `until`, counted from year 0. */
interface Rates {
  /** As said beside sums. */
  readonly name: string
  /** ISO date of the edition. */
  readonly date: string
  readonly rates: readonly { readonly until: number; readonly rate: number }[]
}

/** By the name that `case.yaml` gives. */
export const rateTables = {
  // HM Treasury, The Green Book, reissued 5 February 2026: the social time preference rate.
  'green-book-2026': {
    name: 'Green Book 2026',
    date: '2026-02-05',
    rates: [
      { until: 30, rate: 0.035 },
      { until: 75, rate: 0.03 },
      { until: 125, rate: 0.025 },
      { until: 200, rate: 0.02 },
      { until: 300, rate: 0.015 },
      { until: Number.POSITIVE_INFINITY, rate: 0.01 },
    ],
  },
  // The same edition: what sums over more than 50 years are to be tried with as well.
  'green-book-2026-lower': {
    name: 'Green Book 2026, lower rates',
    date: '2026-02-05',
    rates: [
      { until: 30, rate: 0.03 },
      { until: 75, rate: 0.0257 },
      { until: Number.POSITIVE_INFINITY, rate: 0.0214 },
    ],
  },
} as const satisfies Readonly<Record<string, Rates>>

/** The name of a table. */
export type RatesName = keyof typeof rateTables

/** Every name; the first is the usual one. */
export const ratesNames = Object.keys(rateTables) as [RatesName, ...RatesName[]] // its own keys

/** What a sum in each year is worth in year 0, from year 0 on. */
export function discountFactors(name: RatesName, years: number): readonly number[] {
  const { rates }: Rates = rateTables[name]
  const factors = [1]
  for (let year = 1; year <= years; year += 1) {
    const rate = rates.find(({ until }) => year <= until)?.rate ?? 0
    factors.push((factors[year - 1] ?? 1) / (1 + rate))
  }
  return factors
}

/** The rates of a table by what it is called, each from its first year on. */
export function rateSteps(
  called: string,
): readonly { readonly from: number; readonly rate: number }[] {
  const table: Rates | undefined = Object.values(rateTables).find(({ name }) => name === called)
  const rates = table?.rates ?? []
  return rates.map(({ rate }, at) => ({ from: (rates[at - 1]?.until ?? 0) + 1, rate }))
}
