/** `Decision 3: We focused on …`: a label makes an item of what follows it. */
import { isLike, type Kind, type KindRow, type KindTable } from '../../model/kinds.ts'
import { secrecyInLabel } from './secrecy.ts'
import { readStrength } from './strength.ts'

export interface Label {
  readonly kind: Kind
  /** As authors cite it: `3`, `3a`, `O2`. */
  readonly id: string
  /** How many characters of the text belong to the label, the space after it included. */
  readonly length: number
  /** The bracket between id and colon, where there is one: `(interview, March 2020)`. */
  readonly bracket?: Bracket
}

/** A part of the text, with its brackets. */
export interface Bracket {
  readonly start: number
  readonly end: number
  /** Without the brackets. */
  readonly words: string
  /** Whether it is `(…)`, as brackets of labels should be. */
  readonly isRound: boolean
}

// Matches "(interview, March 2020)" and "(quality amber (two sites only))", also over the end of a line.
// Other brackets are read too, since "[internal]" means the same.
const BRACKET =
  '(?:(\\([^()]{0,400}(?:\\([^()]{0,200}\\)[^()]{0,200}){0,4}\\)|\\[[^\\[\\]]{1,200}\\]|（[^（）]{1,200}）)\\s*)?'

interface Patterns {
  /** Matches "Decision 3: ", "EVIDENCE 3a – ", "success factor 2. ", "Evidence 3a (interview): ", but not "Risk 2.5". */
  readonly label: RegExp
  /** Matches a heading that is a label alone: "Decision 3", "Evidence 3a (interview)". */
  readonly bare: RegExp
  /** Matches a line of a paragraph that starts with a label, for writers who leave no blank line between. */
  readonly line: RegExp
  /** Matches what names an item, wherever its line goes on: "Decision 4", "**Risk 2". */
  readonly start: RegExp
  /** Matches "See above", "(as above)", "see decision 3", "As evidence 2a.", "See 10a, above". */
  readonly reuse: RegExp
}

/** Each case has one table, and many texts. */
const known = new WeakMap<KindTable, Patterns>()

function patternsOf(kinds: KindTable): Patterns {
  const patterns = known.get(kinds) ?? patternsFor([...kinds.values()])
  known.set(kinds, patterns)
  return patterns
}

function patternsFor(rows: readonly KindRow[]): Patterns {
  // "decision|success\s+factor|…"; \s covers the non-breaking space.
  const words = rows.map(({ label }) => label.replaceAll(' ', '\\s+')).join('|')
  // "O|CSF|…": authors may number by the id, "Objective O2: …".
  const prefixes = rows.flatMap(({ prefix }) => prefix || []).join('|')
  const grounds = rows.filter(({ traits }) => traits.includes('ground'))
  // "decision", "evidence", "F1": what a re-use may name, besides the id.
  const places = grounds.map(({ label }) => label.replaceAll(' ', '\\s+')).join('|')
  const ids = grounds.flatMap(({ prefix }) => prefix || []).join('|')
  // "critical success factor CSF2", "Evidence 3a".
  const named = `(?:critical\\s+)?(${words})\\s+(?:${prefixes})?(\\d+[a-z]{0,2})\\s*${BRACKET}`
  return {
    label: new RegExp(`^\\s*${named}([:：]|\\.(?=\\s|$)|\\s[-–—](?=\\s|$)|[–—])\\s*`, 'i'),
    bare: new RegExp(`^\\s*${named}$`, 'i'),
    line: new RegExp(`\\n(?=[^\\S\\n]*${named}(?:[:：]|\\s[-–—]\\s|[–—]))`, 'gi'),
    start: new RegExp(
      `^\\s*(?:critical\\s+)?(?:${words})\\s+(?:${prefixes})?\\d+[a-z]{0,2}(?![a-z\\d])[\\s:：,./|–—-]*`,
      'i',
    ),
    reuse: new RegExp(
      `^\\(?(?:please\\s+)?(?:see|as)(?:[\\s,]+(?:above|below|before|earlier|also|and|for|in|under|with|sprint|${places}|(?:${ids})?\\d+[a-z]{0,2}))+[.)]*$`,
      'i',
    ),
  }
}

/** The label at the start of a text, or `undefined`. With `bare`, a label and nothing else counts too. */
export function readLabel(text: string, kinds: KindTable, bare = false): Label | undefined {
  const patterns = patternsOf(kinds)
  const match = patterns.label.exec(text) ?? (bare ? patterns.bare.exec(text) : null)
  if (!match) return undefined
  const [whole, words = '', number = '', bracket, end] = match
  const plain = words.toLowerCase().replace(/\s+/g, ' ')
  const [kind, row] = [...kinds].find(([, { label }]) => label.toLowerCase() === plain) ?? []
  if (!kind || !row) return undefined
  const id = row.prefix + number.toLowerCase().replace(/^0+(?=\d)/, '')
  if (!row.shape.test(id)) return undefined
  // "Decision 3 (of March). We" is a sentence; "Evidence 3a (interview). They" is a label.
  const inside = bracket?.slice(1, -1)
  const isSign =
    secrecyInLabel(inside ?? '') !== undefined ||
    (row.traits.includes('rated') && readStrength(inside ?? ''))
  if (bracket !== undefined && end === '.' && !isSign) return undefined
  return { kind, id, length: whole.length, ...bracketAt(whole, bracket) }
}

/** Where the words behind "Decision 4", and behind the signs after it, begin; `undefined` without a name. */
export function labelStart(text: string, kinds: KindTable): number | undefined {
  return patternsOf(kinds).start.exec(text)?.[0].length
}

/** "internal", "internal only", "for internal use", as a pattern. */
export const INTERNAL = '(?:for\\s+)?internal(?:\\s+use)?(?:\\s+only)?'
// Matches `INTERNAL` as one part of "interview, internal".
const RE_INTERNAL = new RegExp(`(?:^|[,;])\\s*${INTERNAL}\\s*(?:$|[,;])`, 'i')

/** Whether a label's bracket keeps the item inside: `Decision 4 (internal): …`. */
export function saysInternal(bracket: string | undefined): boolean {
  return RE_INTERNAL.test(bracket ?? '')
}

function bracketAt(label: string, bracket: string | undefined): Pick<Label, 'bracket'> {
  if (bracket === undefined) return {}
  const start = label.indexOf(bracket)
  return {
    bracket: {
      start,
      end: start + bracket.length,
      words: bracket.slice(1, -1),
      isRound: bracket.startsWith('('),
    },
  }
}

/** Whether an item is evidence of which the words only point to where it is defined. */
export function isReuse(kind: Kind, text: string, kinds: KindTable): boolean {
  return isLike(kind, 'evidence', kinds) && patternsOf(kinds).reuse.test(text.trim())
}

/** Indices after which a new labelled line starts; `[]` for most texts. */
export function labelLines(text: string, kinds: KindTable): readonly number[] {
  return [...text.matchAll(patternsOf(kinds).line)].map((match) => match.index + 1)
}
