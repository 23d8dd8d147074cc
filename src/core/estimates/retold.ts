/** Whether a number in a sentence is what an estimate comes to, at the precision in which it is told. */
import { DIGITS, SCALE_WORDS, scaleOf } from '../text/scales.ts'
import type { LedgerEntry } from './ledger.ts'
import type { ToldQuantity } from './quantities.ts'
import { toldNumber, toldRange } from './told.ts'
import { isCurrency, PERIODS } from './unit.ts'

/** Whether a number counts what the estimate counts. */
export function isOfUnit(
  { unit, isShare, low, text }: ToldQuantity,
  { unit: own }: LedgerEntry,
): boolean {
  const [name] = own.over
  if (name === undefined) return isShare === true || unit.over.length === 0
  if (isCurrency(name)) return unit.over[0] === name
  const isLarge = low !== undefined || /\p{L}$/u.test(text)
  return !isShare && (unit.over[0] === name || (unit.over.length === 0 && isLarge))
}

/**
 * A number for as long as the estimate counts: `£960,000 a year` where that counts by the quarter. As it
 * is where either does not say for how long.
 */
export function forItsPeriod(
  quantity: ToldQuantity,
  { period, rhythm }: Pick<LedgerEntry, 'period' | 'rhythm'>,
): ToldQuantity {
  const own = period ? PERIODS[period] : rhythm === 'a year' ? 1 : undefined
  const said = quantity.unit.under.find((name) => Object.hasOwn(PERIODS, name))
  const told = said ? PERIODS[said] : quantity.isYearly ? 1 : undefined
  if (own === undefined || told === undefined || own === told) return quantity
  const by = told / own
  const { value, low, high, place, times } = quantity
  const ends = low === undefined || high === undefined ? {} : { low: low * by, high: high * by }
  return { ...quantity, ...ends, value: value * by, place: place * by, times: times * by }
}

/** Whether it agrees: a range at both ends, one number with the central value or the median. */
export function agrees(quantity: ToldQuantity, { value }: LedgerEntry): boolean {
  if (!value) return false
  const { low, high, hasCentral, bound, place } = quantity
  const isNear = (told: number, real: number) =>
    Math.abs(told - real) <= (place / 2) * 1.000001 + Math.abs(real) * 1e-9
  const isMiddle = (told: number) => isNear(told, value.central) || isNear(told, value.median)
  if (low !== undefined && high !== undefined) {
    const isRange = isNear(low, value.low) && isNear(high, value.high)
    return isRange && (!hasCentral || isMiddle(quantity.value))
  }
  if (bound === 'lower' && isNear(quantity.value, value.low)) return true
  if (bound === 'upper' && isNear(quantity.value, value.high)) return true
  return isMiddle(quantity.value)
}

/** The right words in the manner of the wrong ones: `£12 to £21 million` → `£13 to £22 million`. */
export function inItsManner(quantity: ToldQuantity, { value, unit, digits }: LedgerEntry): string {
  const { text, low, hasCentral, bound, times } = quantity
  const real = value ?? { central: 0, median: 0, low: 0, high: 0 }
  const single = bound === 'lower' ? real.low : bound === 'upper' ? real.high : real.central
  const isRange = low !== undefined
  const wanted = [
    ...(isRange && !hasCentral ? [] : [single]),
    ...(isRange ? [real.low, real.high] : []),
  ]
  const parts = [...text.matchAll(RE_NUMBER)]
  const lastScale = parts.at(-1)?.groups?.['scale']
  const isPlain =
    parts.length === wanted.length && !/±|\+\/-|plus or minus|\b(?:of|in|out of)\b/.test(text)
  if (!isPlain || (isRange && real.low === real.high) || wanted.some((one) => one < 0))
    return isRange ? toldRange(real.low, real.high, unit, digits) : toldNumber(single, unit, digits)
  let at = 0
  const made = text.replace(RE_NUMBER, (...found) => {
    const { figures = '', scale } = found.at(-1) as Record<string, string | undefined> // its groups
    const shown = scale ?? lastScale
    const size = (wanted[at++] ?? 0) / times / scaleOf(shown)
    return `${likeFigures(size, figures)}${found[0].slice(figures.length)}`
  })
  // "£1,000 million" is a billion, and "£0 million" some thousands: then it is told anew.
  const isOdd = RE_SCALED.test(made) || /(?<![\d.])0(?:\.0+)?(?![\d.])/.test(made)
  if (!isOdd) return made
  return isRange ? toldRange(real.low, real.high, unit, digits) : toldNumber(single, unit, digits)
}

// Matches "1,000 million".
const RE_SCALED = new RegExp(`\\d[, ]\\d{3}\\s?(?:${SCALE_WORDS})\\b`, 'i')
const RE_NUMBER = new RegExp(
  `(?<figures>${DIGITS})(?:\\s?(?<scale>${SCALE_WORDS})(?!\\p{L}))?`,
  'giu',
)

/** A number with as many decimals, and as many noughts that do not count. */
function likeFigures(value: number, figures: string): string {
  const decimals = figures.split('.')[1]?.length ?? 0
  const whole = figures.replace(/[, ]/g, '').split('.')[0] ?? ''
  const noughts = decimals > 0 ? 0 : Math.min(/0*$/.exec(whole)?.[0].length ?? 0, whole.length - 2)
  const step = 10 ** Math.max(0, noughts)
  const rounded = decimals > 0 ? value : Math.round(value / step) * step
  const options = { minimumFractionDigits: decimals, maximumFractionDigits: decimals }
  const told = rounded.toLocaleString('en-GB', options)
  if (figures.includes(' ')) return told.replaceAll(',', ' ')
  return figures.includes(',') || whole.length < 4 ? told : told.replaceAll(',', '')
}
