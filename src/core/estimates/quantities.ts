/** Numbers in sentences: `2 to 3 million repeat calls`, `£6 a call`, `between £0.8m and £1.4m`. */
import { isQuantity, isYear, readCell } from '../chart/quantity.ts'
import { remember } from '../text/remember.ts'
import { borrowsScale, DIGITS, SCALE_WORDS, scaleOf } from '../text/scales.ts'
import { inDigits, namesParts, RE_MAY } from './spelt-numbers.ts'
import { CODES, type Unit } from './unit.ts'
import { unitBehind } from './unit-behind.ts'

/** A number in a sentence, with its range and its unit. */
export interface SentenceQuantity {
  /** 0-based index in the sentence, and characters from there to the end of its unit. */
  readonly index: number
  readonly length: number
  /** Characters of it before the number itself: those of "about ". */
  readonly lead: number
  /** By what the number as written was multiplied: one of 100 parts, or a minute in hours. */
  readonly times: number
  /** The number alone, as written: `£13 to £23 million`. */
  readonly text: string
  /** The one number, or the middle of its range. A share is of 1. */
  readonly value: number
  /** Both ends; absent without a range. */
  readonly low?: number
  readonly high?: number
  /** Set where one number stands beside its range: `£0.9 million, £0.8 to £1.4 million`. */
  readonly hasCentral?: true
  /** `at least 3` says the lower end, `up to 5` the upper one. */
  readonly bound?: 'lower' | 'upper'
  /** Set for `about 3 million`, `roughly £2,000`. */
  readonly isAbout?: true
  /** Set for `5 to 3`: then it has no range. */
  readonly isTurned?: true
  /** Set for `10%`, `two in five`, `412 of 1,030`. */
  readonly isShare?: true
  readonly unit: Unit
  /** Set where the words behind it say "a year". */
  readonly isYearly?: true
  /** The worth of the last digit that counts, of the finest number in it, in the same units as `value`. */
  readonly place: number
  /** The same of each number in it, as written. */
  readonly places: readonly number[]
  /** How many digits of its roughest number count. */
  readonly digits: number
}

const ABOUT =
  'about|around|roughly|some|approximately|approx\\.?|circa|c\\.|~|nearly|almost|an estimated'
const LOWER =
  '(?:at least|more than|over|above|(?:no|not) (?:less|fewer) than|a minimum of|in excess of|upwards of|from) |[>≥] ?'
const UPPER =
  '(?:up to|at most|as much as|as many as|less than|fewer than|under|below|(?:no|not) more than|not exceeding|a maximum of) |[<≤] ?'
const CODE = ['gbp', 'eur', 'usd', ...CODES].join('|')
// Of all letters and signs of money, those that stand here: classes of Unicode are slow to make, and are made often.
const LETTER = 'a-zà-ž'
const MONEY = '[$¢-¥฿₠-⃀]'
const SIGN = `(?:[a-z]{1,2}\\$|(?:${CODE}) ?(?=\\d)|${MONEY})`
const SCALE = `(?:\\s?(?:${SCALE_WORDS})(?![${LETTER}]))?`
const PENCE = `p(?![${LETTER}\\d])`
const ONE = `[-−]?${SIGN}?[-−]?${DIGITS}(?:${PENCE}|${SCALE}(?:\\s?(?:%|per ?cent\\b))?)`
const MAYBE_ABOUT = `(?:(?:${ABOUT})\\s?)?`
const DASH = `(?:\\s*[–—]\\s*|(?<=[\\dkmn%])-(?=\\d|${MONEY})|\\s-\\s)`
// "In 2020 to £18 million" begins with a year, and no range.
const NO_YEAR = `(?!(?:19|20|21)\\d\\d (?:to|[–-]) ${MONEY})`
const RANGE = `(?:between ${MAYBE_ABOUT}${ONE} and ${ONE}|from ${MAYBE_ABOUT}${ONE} (?:up )?to ${ONE}|${NO_YEAR}${ONE}(?: to (?:about )?|${DASH})\\+?${ONE})`

const BEFORE_RANGE = '(?:, |; | [([])(?:with )?(?:(?:a |the )?range:?(?: of)? )?'
const BEHIND_RANGE = '(?:, |; | \\()'
const MIDDLE = '(?:most likely|(?:central|best)(?: estimate| value| case)?|likeliest|mid-?point)'
const LOW = '(?:low(?:er|est)?(?: case| end)?|min(?:imum)?):? '
const HIGH = ' (?:and )?(?:high(?:er|est)?(?: case| end)?|max(?:imum)?):? '

/** Each with a sample; the longest reading is tried first. */
const FORMS = [
  // "£0.9 million, £0.8 to £1.4 million", "17 (13 to 23)", "17; range 13 to 23"
  `${ONE}${BEFORE_RANGE}${RANGE}[)\\]]?`,
  // "£0.4m (low £0.3m, high £0.6m)"
  `${ONE}${BEFORE_RANGE}${LOW}${ONE}[,;]?${HIGH}${ONE}\\)?`,
  // "3 ± 0.5 million"
  `${ONE}(?:\\s?(?:p\\.?a\\.?|(?:a|per) year))?\\s?\\(?(?:±|\\+/-|plus or minus)\\s?${ONE}\\)?`,
  // "+2% to +5%"
  `\\+${ONE}(?: to |${DASH})\\+${ONE}`,
  RANGE,
  // "412 of 1,030", "2 in 5", "9 out of 10"
  `${DIGITS} (?:in|of|out of) (?!(?:19|20|21)\\d\\d\\b)${DIGITS}(?![\\d%]|\\s?(?:million|thousand|per ?cent))`,
  ONE,
].join('|')
const quantityIn = (forms: string) =>
  new RegExp(
    `(?<![\\p{L}\\d.,/_-])(?:(?<about>${ABOUT})\\s?|(?<lower>${LOWER})(?=[-−\\d\\p{Sc}a-z])|(?<upper>${UPPER}))?(?<number>${forms})(?![\\p{L}\\d²³]|[.,]\\d)(?<plus>\\+(?=[\\s.;)]*$|[\\s.;)]+\\p{L}))?`,
    'gu',
  )
const RE_QUANTITY = quantityIn(FORMS)

// To compile such patterns takes a tenth of a second, and few texts have these words.
const RE_MAY_CENTRE = new RegExp(MIDDLE, 'i')
let centred: { readonly quantity: RegExp; readonly behind: RegExp } | undefined

/** "£3 to 5 million (£4 million most likely)", "£3m to £5m, most likely £4m" */
function patternsOfCentre() {
  const form = `(?:${RANGE})${BEHIND_RANGE}(?:${ONE} ${MIDDLE}|${MIDDLE}:? ${ONE})\\)?`
  const behind = `^(${RANGE})${BEHIND_RANGE}(?:(${ONE}) ${MIDDLE}|${MIDDLE}:? (${ONE}))\\)?$`
  centred ??= { quantity: quantityIn(`${form}|${FORMS}`), behind: new RegExp(behind, 'u') }
  return centred
}

/** Wide signs and digits, as keyboards of the East type them, in those that all others have. */
export function inPlainSigns(text: string): string {
  return text.replace(/[\uFF01-\uFF5E]/g, (sign) =>
    String.fromCharCode(sign.charCodeAt(0) - 0xfee0),
  )
}

/** Small letters for A to Z, since patterns that know both are slow to make. As long as it was. */
function inSmall(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
}

/** Every number that a text tells, in order; years and ids are none. */
export const quantitiesIn = remember(readQuantities)

function readQuantities(told: string): readonly SentenceQuantity[] {
  const text = inPlainSigns(told)
  if (!RE_MAY.test(text)) return []
  // "Life year" is one unit. All stays as long as it was, so that places do.
  const plain = text.replace(/[\u00A0\u202F\u2009]/g, ' ').replace(/\blife (?=years?\b)/gi, 'life-')
  const { words, at } = inDigits(plain)
  const pattern = RE_MAY_CENTRE.test(words) ? patternsOfCentre().quantity : RE_QUANTITY
  return [...inSmall(words).matchAll(pattern)].flatMap((match): SentenceQuantity[] => {
    const { number = '', about, lower, upper, plus = '' } = match.groups ?? {}
    const start = match.index + match[0].length - number.length - plus.length
    const read = readNumber(number)
    if (!read || isYear(number) || RE_FINANCIAL.test(number) || isIdAt(words, start)) return []
    const behind = unitBehind(words.slice(start + number.length + plus.length), read)
    const [index, end] = [
      at(lower || upper || about ? match.index : start),
      at(start + number.length),
    ]
    const { times, ...rest } = behind
    const scale = (value: number) => value * times
    const text = plain.slice(at(start), end)
    return [
      {
        ...read,
        ...rest,
        value: scale(read.value),
        place: scale(read.place),
        places: read.places.map(scale),
        ...(read.low === undefined || read.high === undefined
          ? {}
          : { low: scale(read.low), high: scale(read.high) }),
        ...(RE_YEAR_WITHIN.test(number) ? { isYearly: true as const } : {}),
        ...(namesParts(text) ? IN_PARTS : {}),
        ...(about ? { isAbout: true as const } : {}),
        ...((plus || (lower && !/^from /i.test(lower))) && read.low === undefined
          ? { bound: 'lower' }
          : {}),
        ...(upper && read.low === undefined ? { bound: 'upper' } : {}),
        index,
        lead: at(start) - index,
        times:
          times *
          (read.isShare && /%|per ?cent/i.test(number) ? 0.01 : RE_PENCE.test(number) ? 0.01 : 1),
        length: end - index + behind.length,
        text,
      },
    ]
  })
}

/** "A third" is told as roughly as "33%". */
const IN_PARTS = { place: 0.01, places: [0.01, 0.01], digits: 2 }

// Matches "2027-28": a year, as budgets count them.
const RE_FINANCIAL = /^(?:19|20|21)\d\d ?[-–/] ?\d\d$/

type ReadNumber = Omit<
  SentenceQuantity,
  'index' | 'length' | 'lead' | 'times' | 'unit' | 'text' | 'isYearly'
> & {
  /** Of currency, as written; `''` without one. */
  readonly sign: string
}

/** Reads a number alone. */
function readNumber(written: string): ReadNumber | undefined {
  const isPence = RE_PENCE.test(written)
  const sign = RE_SIGN.exec(written)?.[0].trim() ?? (isPence ? '£' : '')
  // "99p to £1.20" is in two units, and "1080p" is no money.
  if (isPence && (RE_SIGN.test(written) || /\d{3}/.test(written))) return undefined
  // The reader of cells knows three signs; any other is taken off it.
  const inOrder = RE_MAY_CENTRE.test(written)
    ? written.replace(patternsOfCentre().behind, '$2$3 ($1)')
    : written
  const plain = inOrder
    .replace(RE_YEAR_WITHIN, '')
    .replace(isPence ? RE_ALL_PENCE : '', '')
    .replace(/\(((?:±|\+\/-|plus or minus)[^()]*)\)$/i, '$1')
    .replace(RE_BEFORE_RANGE, ' ($1)')
    .replace(RE_LOW, '')
    .replace(RE_HIGH, ' to ')
    .replace(/\+(?=[\d.\p{Sc}])/gu, '')
    .replace(/\b(up )?to about /, 'to ')
    .replace(/ up to /, ' to ')
    .replace(RE_SIGNS, (found) => (/^[£$€]$/.test(found) ? found : ''))
  const cell = readCell(plain)
  const [middle = '', spread] = plain.split(RE_SPREAD)
  // "£45k ± 10%" is as fine as its middle.
  const isPart = spread !== undefined && /%|per ?cent/i.test(spread) && !/%|per ?cent/i.test(middle)
  const isShare = /%|per ?cent|\d (?:in|of|out of) \d/i.test(middle)
  const by = isShare || isPence ? 0.01 : 1
  const { place, places, digits } = precisionOf(isPart ? middle : plain)
  const fine = (one: number) => (isShare && !/%|per ?cent/i.test(plain) ? 0.01 : one * by)
  const common = {
    place: fine(place),
    places: places.map(fine),
    digits,
    sign,
    ...(isShare ? { isShare: true as const } : {}),
  }
  if (!isQuantity(cell)) {
    const turned = turnedEnds(plain)
    return turned === undefined
      ? undefined
      : { ...common, value: turned * by, isTurned: true as const }
  }
  const { value, low, high, isRange } = cell
  if (!Number.isFinite(value)) return undefined
  const ends = low === undefined || high === undefined ? {} : { low: low * by, high: high * by }
  const central =
    isRange || low === undefined || RE_SPREAD.test(plain) ? {} : { hasCentral: true as const }
  return { ...common, value: value * by, ...ends, ...central }
}

// Matches "; range £0.8m-£1.6m", "(range: £0.8m to £1.6m)".
const RE_BEFORE_RANGE = /(?:, |; | \()(?:with )?(?:a |the )?range:?(?: of)? ([^()]+)\)?$/i
const RE_PENCE = new RegExp(`\\d${PENCE}`, 'u')
const RE_ALL_PENCE = new RegExp(`(?<=\\d)${PENCE}`, 'gu')
// Matches "p.a." of "£45k p.a. ± 10%".
const RE_YEAR_WITHIN = /\s?(?:p\.?a\.?|(?:a|per) year)(?=\s?(?:±|\+\/-|plus or minus))/i
const RE_LOW = new RegExp(LOW, 'i')
const RE_HIGH = new RegExp(`[,;]?${HIGH}`, 'i')
const RE_SPREAD = /±|\+\/-|plus or minus/i
const RE_SIGN = new RegExp(SIGN, 'u')
const RE_SIGNS = new RegExp(SIGN, 'gu')
const RE_ONE = new RegExp(ONE, 'gu')

/** The middle of a range whose ends are the wrong way round. */
function turnedEnds(written: string): number | undefined {
  const [first, last, ...others] = [...written.matchAll(RE_ONE)].map(([one]) => readCell(one))
  if (!isQuantity(first) || !isQuantity(last) || others.length > 1) return undefined
  if (isYear(first.text) && isYear(last.text)) return undefined
  return (first.value + last.value) / 2
}

/**
 * How finely a number is told. `£17.5 million` to a tenth of a million; in `£200,000` the noughts
 * after the second digit need not count.
 */
function precisionOf(written: string): Pick<SentenceQuantity, 'place' | 'places' | 'digits'> {
  const parts = [...written.matchAll(RE_PRECISE)].map(({ groups = {} }) => {
    const digits = (groups['digits'] ?? '').replace(/[, ]/g, '')
    const [whole = '', decimals = ''] = digits.split('.')
    const noughts = decimals === '' && whole.length > 2 ? (/0*$/.exec(whole)?.[0].length ?? 0) : 0
    const rough = Math.min(noughts, whole.length - 2)
    const count = digits.replace('.', '').replace(/^0+/, '').length - Math.max(0, rough)
    return {
      place: 10 ** (decimals ? -decimals.length : Math.max(0, rough)),
      scale: groups['scale'],
      borrows: borrowsScale(digits),
      digits: Math.max(1, count),
    }
  })
  // "3 to 5 million": the last one lends its scale.
  const last = parts.at(-1)?.scale
  const places = parts.map(
    ({ place, scale, borrows }) => place * scaleOf(scale ?? (borrows ? last : undefined)),
  )
  return {
    places,
    place: places.length > 0 ? Math.min(...places) : 1,
    digits: parts.length > 0 ? Math.min(...parts.map(({ digits }) => digits)) : 1,
  }
}

const RE_PRECISE = new RegExp(
  `(?<digits>${DIGITS})(?:\\s?(?<scale>${SCALE_WORDS})(?![\\p{L}]))?`,
  'giu',
)

/** "EST3" is an id, and its 3 no number: what stands right before a number may say so. */
function isIdAt(text: string, index: number): boolean {
  return /(?:\p{L}|\p{L}-)$/u.test(text.slice(0, index))
}
