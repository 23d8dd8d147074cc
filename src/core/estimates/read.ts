/** An item of the kind estimate → what it says: a sum or a number, with years, prices and whose it is. */
import type { Item } from '../model/case.ts'
import type { Estimated } from '../model/estimated.ts'
import { type EstimateInput, inputOf } from './distribution.ts'
import type { Expression } from './expression.ts'
import { isCountOf, readFormula, withoutCitations } from './formula.ts'
import { misreadIn, saidBeside } from './misread.ts'
import { quantitiesIn, type SentenceQuantity } from './quantities.ts'
import { isCurrency, oneOf, PERIODS, type Unit, unitOf } from './unit.ts'
import { eachOf } from './unit-behind.ts'

/** What an estimate says, before anything is worked out. */
export interface ReadEstimate {
  readonly key: string
  readonly expression: Expression
  readonly inputs: readonly EstimateInput[]
  /** Of each input, in their order. */
  readonly units: readonly Unit[]
  /** Of each input: the number as it stands in the sentence. */
  readonly quantities: readonly SentenceQuantity[]
  /** The sum as written; absent for a number. */
  readonly formula?: string
  readonly estimated: Estimated
}

/** An estimate of which nothing can be worked out, and why: for people. */
export interface UnreadEstimate {
  readonly key: string
  readonly fault: string
}

/**
 * Reads the first sentence that says a number or a sum.
 *
 * @param sentences the words of the item, with their citations
 * @param keyOf key of the estimate that an id means
 */
export function readEstimate(
  { key, estimated: inBracket = {} }: Pick<Item, 'key' | 'estimated'>,
  sentences: readonly string[],
  keyOf: (id: string) => string | undefined,
): ReadEstimate | UnreadEstimate {
  for (const sentence of sentences) {
    const misread = misreadIn(sentence, inBracket)
    const estimated = { ...saidBeside(sentence), ...inBracket }
    if (misread) return { key, fault: misread }
    const formula = readFormula(sentence, keyOf)
    if (formula && 'fault' in formula) return { key, fault: formula.fault }
    if (formula) {
      const { expression, quantities, text } = formula
      const isYearly = quantities.some((one) => one.isYearly)
      const period = RE_PERIOD.exec(sentence.slice(sentence.lastIndexOf(text) + text.length))?.[1]
      const often =
        isYearly || period
          ? { rhythm: 'a year' as const, ...(isPeriod(period) ? { period } : {}) }
          : {}
      return {
        ...{ key, ...withInputs(quantities), expression, formula: text },
        estimated: estimated.rhythm ? estimated : { ...often, ...estimated },
      }
    }
    const found = quantitiesIn(withoutCitations(sentence))
    const meant = meantOf(found)
    const counted = meant && countedBefore(meant, found, sentence)
    if (counted) return { key, fault: counted }
    if (meant) {
      const yearly = meant.isYearly && !estimated.rhythm ? { rhythm: 'a year' as const } : {}
      const expression = { type: 'input', index: 0 } as const
      return {
        ...{ key, expression, estimated: { ...yearly, ...estimated } },
        ...withInputs(
          [withSubject(meant, sentence)],
          eachOf(sentence, estimated.flow !== undefined),
        ),
      }
    }
    if (found.length > 0) {
      const all = found.map(({ text }) => `"${text}"`).join(' and ')
      return {
        key,
        fault: `Unexpected numbers ${all} in one estimate, expected ${sumOf(found, sentence) ?? 'one number, or one with a range'}`,
      }
    }
  }
  const comma = sentences.map((one) => RE_COMMA.exec(one)?.[0]).find(Boolean)
  if (comma)
    return {
      key,
      fault: `Unexpected number "${comma}", expected a full stop before its decimals and commas between its thousands: "${pointed(comma)}"`,
    }
  return {
    key,
    fault:
      'Unexpected estimate without a number, expected a range such as "2 to 3 million", or a sum such as "EST1 × EST2"',
  }
}

// Matches "1,5" and "1.234.567,50", as much of Europe writes numbers.
const RE_COMMA =
  /(?<![\d.,])(?:\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?|\d{1,3}\.\d{3},\d+|\d+,\d{1,2})(?![\d.,]*\d)/

function pointed(number: string): string {
  return number.replace(/[.,]/g, (sign) => (sign === ',' ? '.' : ','))
}

// Matches what stands right behind a sum: "EST3 a month".
const RE_PERIOD = /^(?: each)? (?:a|per|each|every) (year|quarter|month|week)\b/i

function isPeriod(word: string | undefined): word is NonNullable<Estimated['period']> {
  return word !== undefined && Object.hasOwn(PERIODS, word)
}

// Matches what a row of a table counts: "Calls: 210,000".
const RE_COUNTED =
  /^\s*(?:number of )?(?!(?:cost|benefit|saving|price|fee|charge|rate|total|share)s\b)(people|staff|\p{L}{3,}s):/iu

function withSubject(quantity: SentenceQuantity, sentence: string): SentenceQuantity {
  const { unit, isShare } = quantity
  const noun = RE_COUNTED.exec(sentence)?.[1]
  const isBare = !isShare && unit.over.length + unit.under.length === 0
  return noun && isBare ? { ...quantity, unit: { over: [unitOf(noun).name], under: [] } } : quantity
}

/** How two numbers become a sum where one is a price: `20 QALYs × £70,000 a QALY`. */
function sumOf(
  [first, second, ...others]: readonly SentenceQuantity[],
  sentence: string,
): string | undefined {
  if (!first || !second || second.unit.under.length === 0 || others.length > 0) return undefined
  const [one, price] = [first, second].map(({ index, length }) =>
    sentence.slice(index, index + length),
  )
  return `one sum: write "${one} × ${price}"`
}

/** The number that an estimate is about: the only one, or the only one that is more than a count. */
function meantOf(found: readonly SentenceQuantity[]): SentenceQuantity | undefined {
  const some = found.filter(
    ({ low, isTurned, bound, isAbout, unit, isShare }) =>
      low !== undefined || isTurned || bound || isAbout || isShare || unit.over.some(isCurrency),
  )
  const all = some.length > 0 ? some : found
  return all.length === 1 ? all[0] : undefined
}

// Matches what may stand between a count and its price: " Band 7 nurses (each at ".
const RE_UP_TO_PRICE =
  /^(?: (?!(?:and|or|is|are|was|were|we|they|it|which|that|costs?|a|an)\b)\p{L}[\p{L}\d-]*| \d+){0,4},?(?: \(| )?(?:each |all )?(?:at|@) (?:an? )?$/iu

/** Why a price is not read that stands behind a count which no sum joins to it: "12 Band 7 nurses at £45,000". */
function countedBefore(
  meant: SentenceQuantity,
  found: readonly SentenceQuantity[],
  sentence: string,
): string | undefined {
  const before = sentence.slice(0, meant.index)
  const isPrice = meant.unit.over.some(isCurrency) && /(?:\bat|@) (?:a |an )?$/i.test(before)
  if (!isPrice) return undefined
  const count = found.find(({ index, length, unit, isShare, value }) => {
    const [name = ''] = unit.over
    const wordBefore = /(\p{L}+)\s*$/u.exec(sentence.slice(0, index))?.[1] ?? ''
    return (
      index < meant.index &&
      !isShare &&
      value !== 1 &&
      isCountOf(name, wordBefore) &&
      RE_UP_TO_PRICE.test(before.slice(index + length))
    )
  })
  if (!count) return undefined
  const name = count.unit.over[0] ?? 'person'
  const [many, price] = [count, meant].map(({ index, length }) =>
    sentence.slice(index, index + length),
  )
  return `Unexpected "${sentence.slice(count.index, meant.index + meant.length)}", expected one sum: write "${many} × ${price} ${oneOf(name)}"`
}

function withInputs(
  quantities: readonly SentenceQuantity[],
  each?: string,
): Pick<ReadEstimate, 'inputs' | 'units' | 'quantities'> {
  return {
    quantities,
    inputs: quantities.map(inputOf),
    units: quantities.map(({ unit, isShare }) => {
      if (isShare && unit.over.length + unit.under.length === 0) return { ...unit, isShare }
      const [name = ''] = unit.over
      const isWhole = unit.under.every((one) => Object.hasOwn(PERIODS, one))
      const isOfEach = isWhole && (isCurrency(name) || name === 'hour')
      return each && isOfEach ? { ...unit, under: [each, ...unit.under].toSorted() } : unit
    }),
  }
}
