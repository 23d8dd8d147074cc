/** An item of the kind estimate → what it says: a sum or a number, with years, prices and whose it is. */
import type { Item } from '../model/case.ts'
import type { Estimated } from '../model/estimated.ts'
import { type EstimateInput, inputOf } from './distribution.ts'
import type { Expression } from './expression.ts'
import { readFormula, withoutCitations } from './formula.ts'
import { eachOf, quantitiesIn, type SentenceQuantity } from './quantities.ts'
import { isCurrency, PERIODS, type Unit, unitOf } from './unit.ts'

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
  { key, estimated = {} }: Pick<Item, 'key' | 'estimated'>,
  sentences: readonly string[],
  keyOf: (id: string) => string | undefined,
): ReadEstimate | UnreadEstimate {
  for (const sentence of sentences) {
    const doubt = doubtIn(sentence, estimated)
    if (doubt) return { key, fault: doubt }
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
    if (meant) {
      const yearly = meant.isYearly && !estimated.rhythm ? { rhythm: 'a year' as const } : {}
      const expression = { type: 'input', index: 0 } as const
      return {
        ...{ key, expression, estimated: { ...yearly, ...estimated } },
        ...withInputs(
          [withSubject(meant, sentence)],
          estimated.flow ? undefined : eachOf(sentence),
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

const FEW = 'one|two|three|four|five|six|seven|eight|nine|ten|twelve'
/** What would be read as another number than is meant, with what to write in its place. */
const DOUBTS: readonly (readonly [pattern: RegExp, expected: string])[] = [
  // "£(1.5)m", "is (£1.5m)", as accounts write what is below nought.
  [
    /\p{Sc}\s?\(\d[^()]*\)|(?<=\b(?:is|are|was|of|to|costs?|saves?) )\(\p{Sc}\s?\d[\d.,]*\s?\p{L}*\)/u,
    'no brackets around a number, and a minus sign in front of one below nought: "−£1.5 million"',
  ],
  // "£'000 450", "450 (£000s)"
  [/\p{Sc}?\s?[’']000s?\b|\p{Sc}\s?000s?\b|\b000s\b/u, 'the scale behind its number: "£450k"'],
  // "£2.4 MM", "£3 Mio", "£3 lakh"
  [
    /\p{Sc}\s?[\d.,]*\d\s?(?:MM|mm|Mio|Mrd|lakhs?|crores?|mil|thousands|millions|billions|B|T)(?![\p{L}\d])/u,
    '"thousand", "million" or "billion" behind its number: "£2.4 million"',
  ],
  // "£3-million"
  [/\p{Sc}\s?\d[\d.,]*-(?:thousand|million|billion)\b/iu, 'a space before its scale: "£3 million"'],
  // "£3 per 1,000 letters", "£2m every two years"
  [
    new RegExp(
      `\\p{Sc}\\s?\\d[\\d.,]*\\s?\\p{L}* (?:per|every|for every) (?:\\d[\\d,]*|${FEW})\\b`,
      'iu',
    ),
    'the amount for one of them: "£0.03 a letter", "£1 million a year"',
  ],
  // "twice £3m", "half of the £3m"
  [
    /\b(?:twice|double|treble|triple|half(?: of)?) (?:the )?\p{Sc}\s?\d[\d.,]*/iu,
    'the amount itself, or a sum: "2 × £3 million"',
  ],
  // "£3m / £5m / £9m"
  [
    /(?:\p{Sc}\s?\d[\d.,]*\p{L}*\s?\/\s?){2}\p{Sc}\s?\d/u,
    'a range with its middle: "£5m, £3m to £9m"',
  ],
  // "£2m per financial year"
  [/\b(?:a|per|each|every) (?:financial|calendar|tax) (?:year|month)\b/iu, '"a year" or "a month"'],
]
// Matches "5-6,000", "£5–£6,000": of five, or of five thousand.
const RE_HALF_SCALED =
  /(?<![\d.,])\p{Sc}?(\d{1,3})\s?[-–—]\s?\p{Sc}?(\d{1,3}),000(?:,000)*(?![\d,]|\.\d)/u
// Matches "£2m a year for three years".
const RE_FOR_YEARS = new RegExp(
  `(?:\\b(?:a|per|each|every) (?:year|annum)|\\bp\\.?a\\.?) (?:for|over) (?:the (?:first|next) )?(?:\\d{1,2}|${FEW}) years?\\b`,
  'iu',
)
// Matches "12 posts at £48k each".
const RE_AT_EACH =
  /\d\s\p{L}+(?: \p{L}+)? at (?:about )?\p{Sc}\s?\d[\d.,]*(?:\s?(?:k|m|thousand|million))? (?:each|apiece)\b/iu

// Matches "£10k pcm", "£10k fortnightly".
const RE_OFTEN =
  /\p{Sc}\s?\d[\d.,]*\s?\p{L}* (?:pcm|pw|pq|(?:bi-?)?(?:month|quarter|week|fortnight)ly|bi-?annually)\b/iu

function doubtIn(sentence: string, { years, rhythm }: Estimated): string | undefined {
  const told = (found: string, expected: string) =>
    `Unexpected "${found.trim()}", expected ${expected}`
  for (const [pattern, expected] of DOUBTS) {
    const found = pattern.exec(sentence)?.[0]
    if (found) return told(found, expected)
  }
  const [range, low, high] = RE_HALF_SCALED.exec(sentence) ?? []
  if (range && Number(low) < Number(high)) return told(range, 'both ends in full: "5,000 to 6,000"')
  const forYears = years ? undefined : RE_FOR_YEARS.exec(sentence)?.[0]
  if (forYears) return told(forYears, 'its years in the bracket: "(a year, 2027 to 2029)"')
  const often = rhythm ? undefined : RE_OFTEN.exec(sentence)?.[0]
  if (often) return told(often, 'how often it is paid: "a month", "a quarter"')
  const each = RE_AT_EACH.exec(sentence)?.[0]
  return each && told(each, 'for each of what: "12 posts at £48k a post"')
}

// Matches what stands right behind a sum: "EST3 a month".
const RE_PERIOD = /^ (?:a|per|each|every) (year|quarter|month|week)\b/i

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
      const isOfEach = unit.under.length === 0 && (isCurrency(name) || name === 'hour')
      return each && isOfEach ? { ...unit, under: [each] } : unit
    }),
  }
}
