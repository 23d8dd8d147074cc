/** Costs and benefits that the sums of one option count twice. */
import { evaluate } from '../estimates/expression.ts'
import type { LedgerEntry } from '../estimates/ledger.ts'
import type { Found } from '../model/finding.ts'
import { estimatesUnder } from './shared/of-estimates.ts'
import { ofLedger } from './shared/of-ledger.ts'

export const benefitCountedTwice = ofLedger(({ estimates }) => {
  const byKey = new Map(estimates.map((entry) => [entry.key, entry]))
  const counted = estimates.filter(({ flow, option }) => flow && option)
  return counted.flatMap((entry, at): readonly Found[] => {
    const inIt = addendsOf(entry, byKey)
    const under = isGain(entry) ? estimatesUnder(entry, byKey) : new Set()
    const twice = counted.find(
      (other, index) =>
        other.option === entry.option &&
        (inIt.has(other.key) ||
          // A share of a benefit that is counted whole.
          (under.has(other.key) && isGain(other) && overlap(entry, other)) ||
          (index < at &&
            (isSameId(entry, other) ||
              (entry.flow === 'benefit' && entry.formula !== undefined && sameSum(entry, other)) ||
              (isGain(entry) &&
                isGain(other) &&
                overlap(entry, other) &&
                sayTheSame(entry, other))))),
    )
    return twice
      ? [
          {
            message:
              twice.id === entry.id
                ? `Unexpected ${entry.id} of two documents in one option, expected each cost and benefit of an option once: both are counted, so give one a number of its own if both are meant`
                : `Unexpected ${twice.id} in ${entry.id}, expected each cost and benefit of an option once: ${twice.id} is counted by itself`,
            place: entry.place,
            related: [twice.place],
          },
        ]
      : []
  })
})

/** Two documents that both have an estimate of one number: copies, or a slip. */
function isSameId(one: LedgerEntry, other: LedgerEntry): boolean {
  return one.id === other.id && one.place.file !== other.place.file
}

function isGain({ flow, type, isMoney }: LedgerEntry): boolean {
  return flow === 'benefit' && type !== 'disbenefit' && isMoney
}

/** Whether two flow in one year at least, as far as they say. */
function overlap({ years: one }: LedgerEntry, { years: other }: LedgerEntry): boolean {
  return !one || !other || (one.from <= other.to && other.from <= one.to)
}

/** Whether one says no word that the other does not, and comes to the same: a benefit under two names. */
function sayTheSame(one: LedgerEntry, other: LedgerEntry): boolean {
  const [{ value }, { value: too }] = [one, other]
  if (!value || !too || one.formula || other.formula) return false
  if (value.central !== too.central || value.low !== too.low || value.high !== too.high)
    return false
  const [some, all] = [wordsIn(one), wordsIn(other)].toSorted((few, many) => few.size - many.size)
  return some !== undefined && some.size > 0 && some.isSubsetOf(all ?? new Set())
}

/** The words of an estimate without its amount, in small letters: those that say what it is of. */
function wordsIn({ text, quantities }: LedgerEntry): ReadonlySet<string> {
  const plain = quantities.reduce((rest, { text: amount }) => rest.replace(amount, ' '), text)
  const words = plain.toLowerCase().match(/[\p{L}\d][\p{L}\d’'-]*/gu) ?? []
  return new Set(words.filter((word) => word.length > 3 || /\d/.test(word)))
}

function sameSum({ formula, flow, years }: LedgerEntry, other: LedgerEntry): boolean {
  return (
    formula === other.formula &&
    flow === other.flow &&
    JSON.stringify(years) === JSON.stringify(other.years)
  )
}

/** Keys of the estimates that are added up in one: what is a share of another is no part of it. */
function addendsOf(
  { expression }: LedgerEntry,
  byKey: ReadonlyMap<string, LedgerEntry>,
  seen: ReadonlySet<string> = new Set(),
): ReadonlySet<string> {
  if (!expression) return new Set()
  const own = evaluate<readonly string[]>(expression, {
    input: () => [],
    estimate: (key) => [key],
    negative: (of) => of,
    operate: (operator, left, right) =>
      operator === 'plus' || operator === 'minus' ? [...left, ...right] : [],
  })
  const found = new Set(own)
  for (const key of own) {
    const entry = byKey.get(key)
    if (!entry || seen.has(key)) continue
    for (const one of addendsOf(entry, byKey, new Set([...seen, key]))) found.add(one)
  }
  return found
}
