/** Numbers as they are told: `£18 million`, `£13 to £22 million`, rounded to what they bear. */
import { isAbbreviation, isCurrency, noUnit, oneOf, type Unit } from './unit.ts'

const SCALES: readonly (readonly [size: number, word: string])[] = [
  [1e12, ' trillion'],
  [1e9, ' billion'],
  [1e6, ' million'],
  [1, ''],
]

/** One number. `digits`: how many of its digits count. */
export function formatNumber(value: number, unit: Unit, digits: number): string {
  const shown = shownIn(unit, value)
  if (shown.times !== 1) return formatNumber(value * shown.times, shown.unit, digits)
  const share = isShare(unit, value)
  const rounded = significant(value, digits)
  const [size, word] = share ? [0.01, '%'] : scaleOf(rounded)
  const number = figures(rounded / size, digits)
  return withUnit(`${word === '' ? inPence(number, unit) : number}${word}`, unit)
}

/** A range; one number where both ends are told alike. */
export function formatRange(low: number, high: number, unit: Unit, digits: number): string {
  const { times, unit: shown } = shownIn(unit, high)
  if (times !== 1) return formatRange(low * times, high * times, shown, digits)
  const [first, last] = [significant(low, digits), significant(high, digits)]
  if (first === last) return formatNumber(low, unit, digits)
  if (isShare(unit, high))
    return withUnit(`${figures(first * 100, digits)}% to ${figures(last * 100, digits)}%`, unit)
  const [size, word] = scaleOf(Math.max(Math.abs(first), Math.abs(last)))
  const sign = signOf(unit)
  const least = figures(Math.abs(first) / size, digits)
  const most = figures(Math.abs(last) / size, digits)
  // "£0.43 to £1 million" is read twice.
  if ([least, most].some((one) => RE_SMALL.test(one)) && word !== '') {
    const bare = sign ? { ...unit, under: [] } : noUnit
    return `${formatNumber(low, bare, digits)} to ${formatNumber(high, unit, digits)}`
  }
  const [from, to] = word === '' ? [least, most].map((one) => inPence(one, unit)) : [least, most]
  const begin = `${first < 0 ? '−' : ''}${sign}${from}`
  const end = `${last < 0 ? '−' : ''}${sign}${to}${word}`
  return `${begin} to ${end}${behind(unit)}`
}

/** In what a value is told: hours are counted, and what takes less than one is told in minutes. */
export function shownIn(
  unit: Unit,
  value: number,
): { readonly unit: Unit; readonly times: number } {
  const isShort = unit.over[0] === 'hour' && value !== 0 && Math.abs(value) < 1
  return isShort ? { unit: { ...unit, over: ['minute'] }, times: 60 } : { unit, times: 1 }
}

/** What a range says of likelihood: `8 in 10 likely`. */
export function likelihoodWords(percent: number): string {
  return percent % 10 === 0 ? `${percent / 10} in 10 likely` : `${percent} in 100 likely`
}

/** A value rounded to so many digits. */
function significant(value: number, digits: number): number {
  return value === 0 || !Number.isFinite(value) ? value : Number(value.toPrecision(digits))
}

/** `£6.50`, where a number of money has a part of one: `6.5` alone looks unfinished. */
function inPence(number: string, { over: [name = ''] }: Unit): string {
  return isCurrency(name) ? number.replace(/\.\d$/, '$&0') : number
}

// Matches "0.43", not "0.8".
const RE_SMALL = /^0\.\d\d/

function isShare({ over, under }: Unit, value: number): boolean {
  return over.length + under.length === 0 && Math.abs(value) <= 1
}

function scaleOf(value: number): readonly [number, string] {
  return SCALES.find(([size]) => Math.abs(value) >= size) ?? [1, '']
}

function figures(value: number, digits: number): string {
  const decimals = Math.abs(value) >= 1000 ? 0 : Math.max(0, digits)
  const rounded = significant(value, Math.max(digits, 1))
  return formatOf(decimals).format(rounded).replace('-', '−')
}

const formats = new Map<number, Intl.NumberFormat>()

/** Made once: to make one takes longer than to use it a hundred times. */
function formatOf(maximumFractionDigits: number): Intl.NumberFormat {
  const known = formats.get(maximumFractionDigits)
  if (known) return known
  const format = new Intl.NumberFormat('en-GB', { maximumFractionDigits })
  formats.set(maximumFractionDigits, format)
  return format
}

function withUnit(number: string, unit: Unit): string {
  const sign = signOf(unit)
  const told = number.startsWith('−') ? `−${sign}${number.slice(1)}` : `${sign}${number}`
  return `${told}${behind(unit)}`
}

function signOf({ over: [name = ''] }: Unit): string {
  if (!isCurrency(name) && !/^\p{L}{1,2}\$$/u.test(name)) return ''
  return /\p{Sc}/u.test(name) ? name.toUpperCase() : `${name.toUpperCase()} `
}

function behind(unit: Unit): string {
  const counted = signOf(unit) ? [] : unit.over.map((name) => (name ? ` ${pluralOf(name)}` : ''))
  return [...counted, ...unit.under.map((name) => ` ${oneOf(name)}`)].join('')
}

/** What is many as it is one, units of measure among it. */
const AS_ONE: ReadonlySet<string> = new Set(
  'staff FTE WTE ha km m mm cm kg g t hrs kw mw gb tb'.split(' '),
)

function pluralOf(name: string): string {
  const known: Readonly<Record<string, string>> = { person: 'people', child: 'children' }
  if (Object.hasOwn(known, name)) return known[name] ?? name
  // "MWh" and "tCO2e" are units of measure too.
  if (AS_ONE.has(name) || (isAbbreviation(name) && /[\p{Ll}\d]/u.test(name))) return name
  if (/[^aeiou]y$/.test(name)) return `${name.slice(0, -1)}ies`
  return /(?:s|x|ch|sh)$/.test(name) ? `${name}es` : `${name}s`
}
