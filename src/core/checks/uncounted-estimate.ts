/** Estimates that lack something, so that no sum counts them whole. */
import type { Ledger, OptionAppraisal } from '../appraisal/plan.ts'
import { formatNumber } from '../estimates/format.ts'
import type { LedgerEntry } from '../estimates/ledger.ts'
import { isCurrency, oneOf } from '../estimates/unit.ts'
import type { Found } from '../model/finding.ts'
import { listed } from '../text/listed.ts'
import { estimatesUnder } from './shared/of-estimates.ts'
import { ofLedger } from './shared/of-ledger.ts'

export const uncountedEstimate = ofLedger(({ estimates, basis, options }, { graph }) => {
  const byKey = new Map(estimates.map((entry) => [entry.key, entry]))
  const inSums = new Set<string>()
  for (const entry of estimates)
    if (entry.flow && entry.option) estimatesUnder(entry, byKey, inSums)
  return estimates.flatMap((entry): readonly Found[] => {
    const own = options.filter(({ key }) =>
      graph.case.links.some(({ from, to }) => from === key && to === entry.key),
    )
    const lacks =
      own.length > 1
        ? `one option, and not ${listed(own.map(({ id }) => id))}: an estimate for each`
        : lacksOf(entry, basis, options, inSums.has(entry.key))
    return lacks
      ? [
          {
            message: `Unexpected ${entry.id} that is not counted whole, expected ${lacks}`,
            place: entry.place,
          },
        ]
      : []
  })
})

/** What an estimate needs to be counted; `undefined` where it is, or need not be. */
function lacksOf(
  { option, flow, years, rhythm, isMoney, isNominal, value, unit }: LedgerEntry,
  { base, until, currency }: Ledger['basis'],
  options: readonly OptionAppraisal[],
  isInSum: boolean,
): string | undefined {
  // What is nominal is the business of `mixed-price-years`.
  if (!value || isNominal || (!option && !flow)) return undefined
  if (!option)
    return options.length > 0 ? 'the option whose it is, in its bracket: "(OPT2, …)"' : undefined
  // How far bins fall is of an option, and neither its cost nor its benefit: a sum of it is.
  if (!flow && isInSum) return undefined
  if (!flow) return '"cost" or "benefit" in its bracket'
  // What is not money stands beside the sums.
  const [name = ''] = unit.over
  const [each = ''] = unit.under
  if (!isMoney && isCurrency(name))
    return `money a year, and not ${oneOf(each)}: multiply it by how many there are, "× ${formatNumber(each === 'day' ? 220 : 1000, { over: [each], under: [] }, 3)}"`
  if (!isMoney)
    return flow === 'cost'
      ? `money, such as "× £12 ${name === '' ? 'each' : oneOf(name)}": without it, this cost stands beside the sums`
      : undefined
  if (unit.over[0] !== currency.over[0]) return `${currency.over[0]}, as in the rest`
  if (!years) return 'its years in its bracket: "2027 to 2036"'
  if (!rhythm) return '"one-off" or "a year" in its bracket'
  // What is turned round is the business of `turned-range`.
  if (years.to < years.from) return undefined
  return years.from < base || years.to > until
    ? `years from ${base} to ${until}, which the case counts: see "horizon" in case.yaml`
    : undefined
}
