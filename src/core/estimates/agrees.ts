/** Whether a number in a sentence is what an estimate comes to, at the precision in which it is told. */
import { borrowsScale, DIGITS, SCALE_WORDS, scaleOf } from '../text/scales.ts'
import { formatNumber, formatRange } from './format.ts'
import type { LedgerEntry } from './ledger.ts'
import type { SentenceQuantity } from './quantities.ts'
import { isCurrency, noUnit, PERIODS, type Unit } from './unit.ts'

/** Whether a number counts what the estimate counts. */
export function isOfUnit(
  { unit, isShare, low, text }: SentenceQuantity,
  { unit: own }: LedgerEntry,
): boolean {
  const [name] = own.over
  if (name === undefined) return isShare === true || unit.over.length === 0
  if (isCurrency(name)) return unit.over[0] === name
  const isLarge = low !== undefined || /\p{L}$/u.test(text)
  return !isShare && (unit.over[0] === name || (unit.over.length === 0 && isLarge))
}

/**
 * Whether the number may be replaced by the estimate's as it is. Not where the sign differs, nor where it is
 * a number for each of something that the estimate does not count, as in "£2 a head".
 */
export function isLikeIt({ value, unit }: SentenceQuantity, entry: LedgerEntry): boolean {
  const isEach = (name: string) => Object.hasOwn(PERIODS, name) || entry.unit.under.includes(name)
  return value < 0 === (entry.value?.central ?? 0) < 0 && unit.under.every(isEach)
}

/** Euros, where the estimate is in pounds. */
export function isOtherMoney({ unit }: SentenceQuantity, { unit: own }: LedgerEntry): boolean {
  const [one = '', other = ''] = [unit.over[0], own.over[0]]
  return one !== other && isCurrency(one) && isCurrency(other)
}

/**
 * A number for as long as the estimate counts: `£960,000 a year` where that counts by the quarter. As it
 * is where either does not say for how long.
 */
export function forItsPeriod(
  quantity: SentenceQuantity,
  { period, rhythm }: Pick<LedgerEntry, 'period' | 'rhythm'>,
): SentenceQuantity {
  const own = period ? PERIODS[period] : rhythm === 'a year' ? 1 : undefined
  const said = quantity.unit.under.find((name) => Object.hasOwn(PERIODS, name))
  const told = said ? PERIODS[said] : quantity.isYearly ? 1 : undefined
  if (own === undefined || told === undefined || own === told) return quantity
  const by = told / own
  const { value, low, high, place, places, times } = quantity
  const ends = low === undefined || high === undefined ? {} : { low: low * by, high: high * by }
  return {
    ...quantity,
    ...ends,
    value: value * by,
    place: place * by,
    places: places.map((one) => one * by),
    times: times * by,
  }
}

/**
 * Whether a number agrees with an estimate: a range at both ends, a single number with the central value or
 * the median.
 */
export function agrees(quantity: SentenceQuantity, { value }: LedgerEntry): boolean {
  if (!value) return false
  const { low, high, hasCentral, bound, place, places } = quantity
  const isNear = (told: number, real: number, by = place) =>
    Math.abs(told - real) <= (by / 2) * 1.000001 + Math.abs(real) * 1e-9
  const isMiddle = (told: number) => isNear(told, value.central) || isNear(told, value.median)
  if (low !== undefined && high !== undefined) {
    // Each end is told as finely as it is: "£430,000 to £1 million". "3 ± 0.5" has no ends.
    const ends = places.length === (hasCentral ? 3 : 2) ? places.slice(-2) : []
    const isRange = isNear(low, value.low, ends[0]) && isNear(high, value.high, ends[1])
    return isRange && (!hasCentral || isMiddle(quantity.value))
  }
  if (bound === 'lower' && isNear(quantity.value, value.low)) return true
  if (bound === 'upper' && isNear(quantity.value, value.high)) return true
  return isMiddle(quantity.value)
}

/** The right words in the manner of the wrong ones: `£12 to £21 million` → `£13 to £22 million`. */
export function inItsManner(quantity: SentenceQuantity, entry: LedgerEntry): string {
  const { text, low, hasCentral, times } = quantity
  const { single, ends } = wantedOf(quantity, entry)
  const isRange = low !== undefined
  const wanted = [...(isRange && !hasCentral ? [] : [single]), ...(isRange ? ends : [])]
  const parts = [...text.matchAll(RE_NUMBER)]
  const lastScale = parts.at(-1)?.groups?.['scale']
  const isPlain =
    parts.length === wanted.length &&
    !/±|\+\/-|plus or minus|likel|mid|best|central|\b(?:of|in|out of)\b/i.test(text)
  const isOne = isRange && ends[0] === ends[1]
  const isOther = isOtherMoney(quantity, entry)
  const isSigned = quantity.value < 0 || wanted.some((one) => one < 0)
  if (!isPlain || isOne || isOther || isSigned) return anew(quantity, entry)
  let at = 0
  const made = text.replace(RE_NUMBER, (...found) => {
    const { figures = '', scale } = found.at(-1) as Record<string, string | undefined> // its groups
    const shown = scale ?? (borrowsScale(figures) ? lastScale : undefined)
    const size = (wanted[at++] ?? 0) / times / scaleOf(shown)
    return `${likeFigures(size, figures, entry.digits)}${found[0].slice(figures.length)}`
  })
  // "£1,000 million" is a billion, "£0 million" some thousands, and "£13,000,000" long: then it is told anew.
  const isLong = RE_LONG.test(made) && !RE_LONG.test(text)
  const isOdd = RE_SCALED.test(made) || /(?<![\d.])0(?:\.0+)?(?![\d.])/.test(made) || isLong
  return isOdd ? anew(quantity, entry) : made
}

function wantedOf({ bound }: SentenceQuantity, { value }: LedgerEntry) {
  const { central, low, high } = value ?? { central: 0, low: 0, high: 0 }
  const single = bound === 'lower' ? low : bound === 'upper' ? high : central
  return { single, ends: [low, high] as const }
}

/** The same in the words of the tool. What stands behind the number stays: "million pounds", "of people". */
function anew(quantity: SentenceQuantity, entry: LedgerEntry): string {
  const { text, low: isRange, times, isShare } = quantity
  const { single, ends } = wantedOf(quantity, entry)
  const { unit, digits } = entry
  if (isShare && /\S (?:in|of|out of) \S/.test(text)) return inParts(single)
  const isUnsaid = quantity.unit.over.length === 0 && isCurrency(unit.over[0] ?? '')
  const isMoney = isUnsaid || /\p{Sc}|\dp\b|^[A-Z]{3} /u.test(text)
  const own = isMoney ? { over: unit.over, under: [] } : isShare ? noUnit : UNSAID
  const by = isMoney || isShare ? 1 : times
  const [low, high] = ends
  return isRange === undefined
    ? formatNumber(single / by, own, digits)
    : formatRange(low / by, high / by, own, digits)
}

/** What is counted, where the words around a number say it. */
const UNSAID: Unit = { over: [''], under: [] }

/** `4 in 10`, `37 in 100` */
function inParts(share: number): string {
  const of = [10, 100, 1000].find(
    (all) => Math.abs(Math.round(share * all) - share * all) < 0.05 * share * all,
  )
  const all = of ?? 1000
  return `${Math.round(share * all)} in ${all.toLocaleString('en-GB')}`
}

// Matches "1,000 million", "17,500.0k".
const RE_SCALED = new RegExp(`\\d(?:[, ]\\d{3}|\\d{3})(?:\\.\\d+)?\\s?(?:${SCALE_WORDS})\\b`, 'i')
// Matches "13,000,000".
const RE_LONG = /\d[, ]?\d{3}[, ]?\d{3}(?!\d)/
const RE_NUMBER = new RegExp(
  `(?<figures>${DIGITS})(?:\\s?(?<scale>${SCALE_WORDS})(?!\\p{L}))?`,
  'giu',
)

/** So far may rounding move a number: as far as two digits do. */
const MOVED = 0.05

/** A number with as many decimals, and as many noughts that do not count; finer where that moves it far. */
function likeFigures(value: number, figures: string, digits: number): string {
  const plain = figures.replace(/[, ]/g, '')
  const [whole = '', decimals = ''] = plain.split('.')
  const noughts = decimals ? 0 : Math.min(/0*$/.exec(whole)?.[0].length ?? 0, whole.length - 2)
  const own = plain.replace('.', '').replace(/^0+/, '').length - Math.max(0, noughts)
  const known = Number(value.toPrecision(Math.max(digits, own, 1)))
  let place = decimals ? -decimals.length : Math.max(0, noughts)
  const round = () => Number((Math.round(known / 10 ** place) * 10 ** place).toFixed(9))
  while (Math.abs(round() - value) > MOVED * Math.abs(value) && place > -6) place -= 1
  const options = {
    minimumFractionDigits: Math.max(0, -place),
    maximumFractionDigits: Math.max(0, -place),
  }
  const told = round().toLocaleString('en-GB', options)
  if (figures.includes(' ')) return told.replaceAll(',', ' ')
  return figures.includes(',') || whole.length < 4 ? told : told.replaceAll(',', '')
}
