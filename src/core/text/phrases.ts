/** Turns of phrase that several checks share. */

import type { Place } from '../model/case.ts'
import { countOf, type Kind, type KindTable, rowOf, withinSentence } from '../model/kinds.ts'
import { listed } from './listed.ts'
import { SCALE_WORDS } from './scales.ts'

/** `['12a', '12b']` → `one of 12a, 12b`; `['12a']` → `12a`; `[]` → `none`. */
export function oneOf(candidates: readonly string[]): string {
  if (candidates.length === 0) return 'none'
  return candidates.length === 1 ? `${candidates[0]}` : `one of ${candidates.join(', ')}`
}

/** A place as read in a sentence: `40-decisions.mdx:14`. */
export function spell({ file, line }: Place): string {
  return line === undefined ? file : `${file}:${line}`
}

// Matches what a cut may have left of a word, or of a character such as an emoji.
const RE_CUT = /(?:\s+\S*|[\ud800-\udbff])$/

/** The start of a text, cut at a word: at most `length` characters and an ellipsis. */
export function shorten(text: string, length = 60): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= length) return line
  return `${withoutOpenNumber(line, line.slice(0, length).replace(RE_CUT, ''))} …`
}

// Matches what goes on with a number: "£2.4| million", "£2| to £3 million", "40| %".
const RE_GOES_ON = new RegExp(`^\\s*(?:(?:${SCALE_WORDS}|per ?cent|to|and)(?!\\p{L})|[%–-])`, 'iu')
const RE_OPEN_NUMBER =
  /\s+(?:(?:between|from|about)\s+)*[^\s\d]{0,3}\d[\d.,]*(?:\s+(?:to|and|[–-])(?:\s+[^\s\d]{0,3}\d[\d.,]*)?)?$/i

/** The start of a text without a number that goes on behind the cut: nobody is to read `£2.4` of "£2.4 million". */
export function withoutOpenNumber(text: string, start: string): string {
  const isCutInRange = /\s(?:to|and|[–-])$/i.test(start)
  const isOpen = isCutInRange || RE_GOES_ON.test(text.slice(start.length))
  return isOpen ? start.replace(RE_OPEN_NUMBER, '') : start
}

/** `3 files`, `1 file`. */
export function amountOf(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`
}

/** An item as named in a sentence: `evidence 3a`, `objective O2`. */
export function nameInText(
  { kind, id }: { readonly kind: Kind; readonly id: string },
  kinds: KindTable,
): string {
  return `${withinSentence(rowOf(kind, kinds).label)} ${id}`
}

/** Items by their kinds, as counted in a sentence: `3 options`, `2 options and 1 policy`. */
export function countInText(items: readonly { readonly kind: Kind }[], kinds: KindTable): string {
  const byKind = Map.groupBy(items, ({ kind }) => kind)
  return listed([...byKind].map(([kind, { length }]) => countOf(kind, length, kinds)))
}
