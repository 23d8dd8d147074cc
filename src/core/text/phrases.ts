/** Turns of phrase that several checks share. */

import type { Place } from '../model/case.ts'
import { countOf, type Kind, type KindTable, rowOf, withinSentence } from '../model/kinds.ts'
import { listed } from './listed.ts'

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
  return line.length <= length ? line : `${line.slice(0, length).replace(RE_CUT, '')} …`
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
