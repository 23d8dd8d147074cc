/** Numbers as people write them in cells: `£1.2m`, `1,030`, `45%`, `3 to 5`, `17 (13 to 23)`. */

import { shareIn } from '../text/numbers.ts'
import { SCALE_WORDS, scaleOf } from '../text/scales.ts'

/** One number, with how sure it is and in what it counts. */
export interface Quantity {
  /** The middle of a range that has no other. */
  readonly value: number
  /** The ends of its range; absent without one. */
  readonly low?: number
  readonly high?: number
  /** Set where the range alone is written. */
  readonly isRange?: true
  /** What it counts in: `£`, `%`, `days`; `''` for a bare number. */
  readonly unit: string
  /** The number as its writer has it, without its range: `£1.2m`. */
  readonly text: string
  /** The range as its writer has it: `13 to 23`. */
  readonly rangeText?: string
  /** What stands at its mark in place of the number: `2 million calls`, with which it comes to that. */
  readonly label?: string
}

/** What a cell says: a number, none that is known, or words. */
export type Cell = Quantity | 'missing' | 'words'

/** Reads a cell. */
export function readCell(cell: string): Cell {
  const text = cell.replace(/[\u00A0\u202F\u2009]/g, ' ').trim()
  if (RE_MISSING.test(text)) return 'missing'
  if (text.length > LONGEST) return 'words'
  const plain = text.replace(RE_CITED, '')
  const mark = RE_MARK.exec(plain)?.[0] ?? ''
  const read = readQuantity(plain.slice(0, plain.length - mark.length))
  return read && isDrawable(read) ? { ...read, text: read.text + mark } : 'words'
}

/** Of more characters no cell is a number. */
const LONGEST = 160

/** Amounts beyond these have no place on a scale. */
const [TINIEST, HUGEST] = [1e-9, 1e15]

function isDrawable({ value, low = value, high = value }: Quantity): boolean {
  const sizes = [value, low, high].map(Math.abs)
  return sizes.every((size) => size === 0 || (size >= TINIEST && size <= HUGEST))
}

/** Whether a cell says a number. */
export function isQuantity(cell: Cell | undefined): cell is Quantity {
  return typeof cell === 'object'
}

// Matches what says that there is no number, the symbols of government statistics among it.
const RE_MISSING =
  /^(?:[-–—.…?*]*|n\/?a|nil return|none given|not (?:known|available|collected|recorded|measured|asked|yet known)|no (?:data|figure)|unknown|tbc|to be (?:written|confirmed)\b.*|\[[xczuw]\]|\.\.)$/i

// Matches citations behind a number: "17 (1a)", "17 (EST3, draft: 2b)".
const RE_CITED =
  /\s*\((?:draft:\s*)?(?:[A-Z]{1,6}-?\d+|\d+[a-z])(?:,\s*(?:draft:\s*)?(?:[A-Z]{1,6}-?\d+|\d+[a-z]?))*\)\s*$/

// Matches what statistics put behind a number: "17 [p]", "17 [note 2]", "17*".
const RE_MARK = /\s*(?:\[(?:p|r|e|b|low|note \d+)\]|[*†‡])+$/i

const ABOUT = '(?:(?:about|around|roughly|some|approximately|approx\\.?|circa|c\\.|~)\\s*)?'
const DIGITS = '(?<digits>\\d{1,3}(?:[, ]\\d{3})+(?:\\.\\d+)?|\\d*\\.?\\d+)'
const SCALE = `(?:\\s?(?<scale>${SCALE_WORDS})(?![a-z]))?`
// "6 days", "6kg" and "£6/call"; "3b" is an id, "12 March" a day, "1st" and "10am" are neither.
const MONTHS = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec'
const NOUN = `\\s(?<noun>(?!(?:${MONTHS})[a-z]*\\b)[a-z][a-z £$€/-]{0,30})|(?<joined>/[a-z ]{2,20}|(?!st|nd|rd|th|am|pm)[a-z]{2,10})`
const ONE = `${ABOUT}(?<minus>[-−–])?\\s?(?<sign>[£$€])?\\s?(?<minus2>[-−–])?${DIGITS}${SCALE}(?:\\s?(?<percent>%|per ?cent\\b|pp\\b)|${NOUN})?`

const RE_ONE = new RegExp(`^\\+?${ONE}$`, 'i')
// Matches "(1,200)", which accountants write for less than nothing.
const RE_BOOKED = /^\((?:[£$€])?\d[\d,.]*(?:\s?(?:k|m|bn))?\)$/i
// Matches "3 to 5", "£3m–£5m", "between 3 and 5", "95% CI 13, 23".
const RE_RANGE =
  /^(?:between\s+|from\s+|(?:95|90|80)% (?:CI|confidence interval)[:\s]*)?(.+?)(?:\s+(?:to|and)\s+|\s*[–—]\s*|(?<=[\dkmn%])\s*-\s*(?=[£$€\d])|\s+-\s+|,\s+)(.+)$/i
// Matches "17 (13 to 23)", "17 [13, 23]", "£0.9 million, £0.8 to £1.4 million".
const RE_WITHIN = /^(.*?\S)(?:\s*[([](.+)[)\]]|[,;]\s+(.+\sto\s.+))$/
const RE_PLUS_MINUS = /^(.*?\S)\s*(?:±|\+\/-|plus or minus)\s*(.+)$/i

function readQuantity(text: string): Quantity | undefined {
  return readOne(text) ?? readShare(text) ?? readWithin(text) ?? readRange(text)
}

interface One extends Quantity {
  readonly scale?: string
}

function readOne(text: string): One | undefined {
  if (RE_BOOKED.test(text)) {
    const one = readOne(text.slice(1, -1))
    return one && { ...one, value: -one.value, text }
  }
  const found = RE_ONE.exec(text)?.groups
  if (!found) return undefined
  const { digits = '', minus, minus2, sign = '', scale, percent, noun = found['joined'] } = found
  const size = Number(digits.replace(/[, ]/g, '')) * scaleOf(scale)
  const isLess = minus !== undefined || minus2 !== undefined
  const unit = sign + (percent ? '%' : (noun ?? '').trim().toLowerCase())
  return {
    value: isLess ? -size : size,
    unit,
    text: text.replace(/-(?=[£$€\d.])/, '−'),
    ...(scale ? { scale } : {}),
  }
}

function readShare(text: string): Quantity | undefined {
  const share = shareIn(text)
  return share === undefined ? undefined : { value: share * 100, unit: '%', text }
}

function readWithin(text: string): Quantity | undefined {
  const spread = RE_PLUS_MINUS.exec(text)
  if (spread) {
    const [middle, by] = [readOne(spread[1] ?? ''), readOne(spread[2] ?? '')]
    if (!middle || !by) return undefined
    const own = middle.scale === undefined && by.scale !== undefined ? scaled(middle, by) : middle
    // "£45k ± 10%" is a tenth of it, "12% ± 2%" two points.
    const isPart = by.unit === '%' && own.unit !== '%'
    const spreads = isPart ? (own.value * by.value) / 100 : by.value
    const [low, high] = [own.value - spreads, own.value + spreads]
    return { ...own, low, high, text: spread[1] ?? '', rangeText: `± ${spread[2]}` }
  }
  const [, first = '', second, third] = RE_WITHIN.exec(text) ?? []
  const middle = readOne(first)
  const range = readRange(second ?? third ?? '')
  if (!middle || range?.low === undefined || range.high === undefined) return undefined
  const unit = middle.unit || range.unit
  const { low, high, rangeText } = range
  if (middle.value < low || middle.value > high) return undefined
  return { ...middle, unit, low, high, ...(rangeText ? { rangeText } : {}) }
}

function readRange(text: string): Quantity | undefined {
  const [, from = '', to = ''] = RE_RANGE.exec(text) ?? []
  const [first, last] = [readOne(from), readOne(to)]
  if (!first || !last) return undefined
  // "3 to 5 million" and "£13 to 23": each end lends the other what it lacks.
  const isBare = first.scale === undefined && last.scale !== undefined
  const lent = scaled(first, last)
  // "£430,000 to £1 million" says both in full; in "5 to 3 million" the first one cannot be known.
  const isFull =
    Math.abs(first.value) >= 1000 &&
    Math.abs(lent.value) > Math.abs(last.value) &&
    first.value <= last.value
  const low = isBare && !isFull ? lent : first
  const unit = last.unit.length > low.unit.length ? last.unit : low.unit || last.unit
  // "2024 to 2026" is a time.
  if (low.value > last.value || (isYear(from) && isYear(to))) return undefined
  const value = (low.value + last.value) / 2
  return { value, low: low.value, high: last.value, isRange: true, unit, text, rangeText: text }
}

/** Whether a text is a year, and may be a number as well: `2026`. */
export function isYear(text: string): boolean {
  return /^\s*(?:19|20|21)\d\d\s*$/.test(text)
}

function scaled(one: One, { scale = '' }: One): One {
  return { ...one, value: one.value * scaleOf(scale), scale }
}
