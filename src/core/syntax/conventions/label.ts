/** `Decision 3: We focused on …`: a label makes an item of what follows it. */
import { codeIn } from '../../model/ids.ts'
import { isLike, type Kind, type KindRow, type KindTable, namesOf } from '../../model/kinds.ts'
import { NUMBERS, patternsOf, RE_OUTLINE } from './label-patterns.ts'
import { secrecyInLabel } from './secrecy.ts'
import { readStrength } from './strength.ts'

export interface Label {
  readonly kind: Kind
  /** As authors cite it: `3`, `3a`, `O2`, `R-01`. */
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

/** The label at the start of a text, or `undefined`. With `bare`, a label and nothing else counts too. */
export function readLabel(text: string, kinds: KindTable, bare = false): Label | undefined {
  const patterns = patternsOf(kinds)
  // "3.1 Option A: …", as outlines number it.
  const before = (bare ? RE_OUTLINE : RE_DOTTED).exec(text)?.[0].length ?? 0
  const outline = before + (RE_TWIN.exec(text.slice(before))?.[0].length ?? 0)
  const from = text.slice(outline)
  const match = patterns.label.exec(from) ?? (bare ? patterns.bare.exec(from) : null)
  if (!match) return undefined
  const [whole, words = '', number = '', bracket, end] = match
  const plain = words.toLowerCase().replace(/\s+/g, ' ')
  const isCalled = (row: KindRow): boolean =>
    namesOf(row).some((name) => name.toLowerCase() === plain)
  const [kind, row] = [...kinds].findLast(([, one]) => isCalled(one)) ?? []
  if (!kind || !row) return undefined
  const id = idIn(number, plain, row)
  // A letter is an id where a colon or a heading says so: "Option A:", but not "Option a – the".
  if (id === undefined || (/^[a-z]$/i.test(number) && !bare && !/[:：]/.test(end ?? '')))
    return undefined
  // "Decision 3 (of March). We" is a sentence; "Evidence 3a (interview). They" is a label.
  const inside = bracket?.slice(1, -1)
  const isSign =
    secrecyInLabel(inside ?? '') !== undefined ||
    (row.traits.includes('rated') && readStrength(inside ?? ''))
  if (bracket !== undefined && end === '.' && !isSign) return undefined
  const length = outline + whole.length
  return { kind, id, length, ...bracketAt(text.slice(0, length), bracket) }
}

// Matches "4.1 " of "4.1 Option 1 – Do nothing.": paragraphs of reports have numbers, too.
const RE_DOTTED = /^\s*\d+(?:\.\d+)+[.)]?\s+(?=\p{Lu})/u

// Matches the same label in another language in front: "Opsiwn 1 / " of "Opsiwn 1 / Option 1: …".
const RE_TWIN =
  /^\s*\p{L}+(?:\s\p{L}+)?\s+(\S{1,6})\s*\/\s*(?=\p{L}[\p{L} ]{2,30}\s\1(?:\s|[:：.–—-]|$))/iu

/** The id that a label's number gives; `undefined` where such an item has none that looks so. */
function idIn(number: string, word: string, row: KindRow): string | undefined {
  const { prefix } = row
  const spelt = NUMBERS.indexOf(number.toLowerCase())
  if (spelt >= 0) return idOf(String(spelt + 1), row)
  if (/^[a-z]$/i.test(number)) {
    const letter = number.toUpperCase()
    return idOf(letter, row) ?? (prefix === '' ? undefined : letter)
  }
  const code = codeIn(number) ?? codeIn(number.toUpperCase())
  // "Decision 2025/31", by year: other kinds have no such numbers.
  if (number.includes('/'))
    return prefix === '' && !row.traits.includes('rated') ? number : undefined
  if (/^\d+\.\d/.test(number)) return prefix && prefix + number
  if (!code) {
    const id = idOf(
      number
        .replace('.', '')
        .toLowerCase()
        .replace(/^0+(?=\d)/, ''),
      row,
    )
    // "ADR 5" stays what it is for readers; "Decision 5" is decision 5.
    const isCode = row.codes.includes(word.toUpperCase()) && word !== row.label.toLowerCase()
    return id && isCode ? `${word.toUpperCase()} ${number}` : id
  }
  const isPlain = code.letters === prefix && !/[-_–\s]/.test(number)
  return isPlain
    ? idOf(code.number.toLowerCase().replace(/^0+(?=\d)/, ''), row)
    : upperLetters(number)
}

/** An id with its first letters as all write them: `r-1a` → `R-1a`. */
export function upperLetters(id: string): string {
  return id.replace(/^[a-z]+/i, (letters) => letters.toUpperCase())
}

function idOf(number: string, { prefix, shape }: Pick<KindRow, 'prefix' | 'shape'>) {
  return shape.test(prefix + number) ? prefix + number : undefined
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

/** The bracket of a label, by its text. */
export function bracketAt(label: string, bracket: string | undefined): Pick<Label, 'bracket'> {
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
