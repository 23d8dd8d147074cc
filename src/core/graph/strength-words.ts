/** How strong evidence is, in words: rows for a list, sentences for a line. */

import type { Item, Rating, Strength } from '../model/case.ts'
import type { Estimated } from '../model/estimated.ts'
import { has, type KindTable } from '../model/kinds.ts'
import { formatDate } from '../text/dates.ts'

/** What is shown where nothing is said. */
export const NOT_RATED = 'Not rated'

/** What evidence is that speaks against a claim. */
const AGAINST = 'Speaks against it'

/** One statement of strength. */
interface StrengthRow {
  readonly term: 'Against' | 'Kind' | 'Date' | 'Access' | 'Quality' | 'Impact' | 'Note'
  /** Starts with a capital: `Amber: two sites only`. */
  readonly words: string
  /** Set for ratings; a shape goes beside it, since colour is never alone. */
  readonly colour?: Rating['colour']
}

/**
 * The rows of what a team says; `[]` where it says nothing. What it leaves out has no row. Only
 * quality always has one: `Not rated`.
 */
export function strengthWords(strength: Strength | undefined): readonly StrengthRow[] {
  if (!strength) return []
  const { against, kind, date, access, quality, impact, note } = strength
  return [
    ...(against ? [{ term: 'Against', words: AGAINST } as const] : []),
    ...(kind ? [{ term: 'Kind', words: capital(kind) } as const] : []),
    ...(date ? [{ term: 'Date', words: formatDate(date) } as const] : []),
    ...(access ? [{ term: 'Access', words: capital(access) } as const] : []),
    quality ? ratingRow('Quality', quality) : { term: 'Quality', words: NOT_RATED },
    ...(impact ? [ratingRow('Impact', impact)] : []),
    ...(note ? [{ term: 'Note', words: capital(note) } as const] : []),
  ]
}

/** One sentence of a line on strength. */
export interface StrengthSentence {
  readonly words: string
  readonly colour?: Rating['colour']
}

/**
 * The same in sentences: `Interview, March 2020, restricted.` `Quality amber: two sites only.`
 *
 * @returns `Not rated` alone where nothing is said
 */
export function strengthSentences(strength: Strength | undefined): readonly StrengthSentence[] {
  const rows = strengthWords(strength)
  if (rows.length === 0) return [{ words: NOT_RATED }]
  const origin = rows.filter(({ term }) => term === 'Kind' || term === 'Date' || term === 'Access')
  // A date keeps its capital: it names a month.
  const together = origin
    .map(({ term, words }, index) => (index === 0 || term === 'Date' ? words : words.toLowerCase()))
    .join(', ')
  return [
    ...(together ? [{ words: `${together}.` }] : []),
    ...rows.filter((row) => !origin.includes(row)).map(sentence),
  ]
}

/** The sentences of an item; `[]` where its kind is not rated and nothing is said. Of an estimate, what its bracket says. */
export function strengthLine(
  { kind, strength, estimated }: Pick<Item, 'kind' | 'strength' | 'estimated'>,
  kinds: KindTable,
): readonly StrengthSentence[] {
  if (has(kind, 'valued', kinds)) return estimatedSentences(estimated)
  return has(kind, 'rated', kinds) || strength !== undefined ? strengthSentences(strength) : []
}

/** `Cost, one-off, 2027, 2026 prices.` `Low confidence: an initial estimate.` */
function estimatedSentences({
  flow,
  type,
  rhythm,
  years,
  prices,
  confidence,
}: Estimated = {}): readonly StrengthSentence[] {
  const open = years && years.to === undefined ? `from ${years.from}` : undefined
  const last = years?.to === years?.from ? '' : ` to ${years?.to}`
  const told = [
    ...(flow ? [flow] : []),
    ...(type ? [type] : []),
    ...(years ? [open ?? `${years.from}${last}`] : []),
    ...(rhythm ? [rhythm] : []),
    ...(prices === undefined ? [] : [`${prices} prices`]),
  ].join(', ')
  const isInitial = confidence === undefined || confidence === 'low'
  const sure = confidenceWords(confidence)
  return [
    ...(told ? [{ words: `${capital(told)}.` }] : []),
    { words: isInitial ? `${sure}: an initial estimate.` : `${sure}.` },
  ]
}

/** The same in a few words each, for badges: `Interview`, `March 2020`, `Quality amber: two sites only`. */
export function strengthBadges(strength: Strength | undefined): readonly StrengthSentence[] {
  const rows = strengthWords(strength)
  if (rows.length === 0) return [{ words: NOT_RATED }]
  return rows.map((row) => ({ ...sentence(row), words: sentence(row).words.replace(/\.$/, '') }))
}

function sentence({ term, words, colour }: StrengthRow): StrengthSentence {
  const text = colour ? `${term} ${words.charAt(0).toLowerCase()}${words.slice(1)}` : words
  return { words: /[.!?]$/.test(text) ? text : `${text}.`, ...(colour ? { colour } : {}) }
}

function ratingRow(term: 'Quality' | 'Impact', { colour, reason }: Rating): StrengthRow {
  return { term, words: capital(reason ? `${colour}: ${reason}` : colour), colour }
}

/** `Low confidence`; `Confidence not said` without any. */
export function confidenceWords(confidence: Estimated['confidence']): string {
  return confidence ? `${capital(confidence)} confidence` : 'Confidence not said'
}

/** `not rated` → `Not rated` */
export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
