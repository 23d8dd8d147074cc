/** `Decision 3: We focused on …`: a label makes an item of what follows it. */
import { codeIn, kindsOfLetters } from '../../model/ids.ts'
import { isLike, type Kind, type KindRow, type KindTable } from '../../model/kinds.ts'
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

/** Numbers in words, from 1 on: "Decision Four". */
const NUMBERS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ')

// Matches what stands behind the word of a label: "3", "3a", "1.a", "R-01", "FR-1.2", "four", "A".
const ID = [
  '\\d+\\.[a-z](?=\\s*[:：(–—-])',
  '[a-z]{1,6}[-_–]\\d+(?:\\.\\d+){0,3}[a-z]?',
  '[a-z]{1,6}\\d+(?:\\.\\d+){1,3}',
  '[a-z]{0,6}\\d+[a-z]{0,2}',
  ...[NUMBERS.join('|'), '[a-z]'],
].join('|')
/** What parts a label from its words. */
const SEPARATOR = '(?:[:：]|\\.(?=\\s|$)|\\s[-–—](?=\\s|$)|[–—])'

function patternsFor(rows: readonly KindRow[]): Patterns {
  // "decision|success\s+factor|…"; \s covers the non-breaking space. The longest is tried first.
  const words = wordsOf(rows.flatMap(({ label, names }) => [label, ...names]))
  // "O|CSF|…": authors may number by the id, "Objective O2: …".
  const prefixes = rows.flatMap(({ prefix }) => prefix || []).join('|')
  const grounds = rows.filter(({ traits }) => traits.includes('ground'))
  // "decision", "evidence", "F1": what a re-use may name, besides the id.
  const places = wordsOf(grounds.map(({ label }) => label))
  const ids = grounds.flatMap(({ prefix }) => prefix || []).join('|')
  // "critical success factor CSF2", "Evidence 3a", "ADR #5".
  const before = `(?:critical\\s+)?(${words})\\s+(?:#|no\\.?\\s*)?`
  const named = `${before}(${ID})\\s*${BRACKET}`
  return {
    label: new RegExp(`^\\s*${named}(${SEPARATOR})\\s*`, 'i'),
    bare: new RegExp(`^\\s*${named}$`, 'i'),
    line: new RegExp(
      `\\n(?=[^\\S\\n]*(?:${before}(?:${ID})|[A-Z]{1,6}-?\\d+)\\s*${BRACKET}(?:[:：]|\\s[-–—]\\s|[–—]))`,
      'gi',
    ),
    start: new RegExp(
      `^\\s*(?:critical\\s+)?(?:${words})\\s+(?:(?:${prefixes})?\\d+[a-z]{0,2}|[a-z]{1,6}-\\d+)(?![a-z\\d])[\\s:：,./|–—-]*`,
      'i',
    ),
    reuse: new RegExp(
      `^\\(?(?:please\\s+)?(?:see|as)(?:[\\s,]+(?:above|below|before|earlier|also|and|for|in|under|with|sprint|${places}|(?:${ids})?\\d+[a-z]{0,2}))+[.)]*$`,
      'i',
    ),
  }
}

function wordsOf(labels: readonly string[]): string {
  return labels
    .toSorted((one, other) => other.length - one.length)
    .map((label) => label.replaceAll(' ', '\\s+'))
    .join('|')
}

/** The label at the start of a text, or `undefined`. With `bare`, a label and nothing else counts too. */
export function readLabel(text: string, kinds: KindTable, bare = false): Label | undefined {
  const patterns = patternsOf(kinds)
  // "3.1 Option A: …", as outlines number it.
  const outline = bare ? (RE_OUTLINE.exec(text)?.[0].length ?? 0) : 0
  const from = text.slice(outline)
  const match = patterns.label.exec(from) ?? (bare ? patterns.bare.exec(from) : null)
  if (!match) return undefined
  const [whole, words = '', number = '', bracket, end] = match
  const plain = words.toLowerCase().replace(/\s+/g, ' ')
  const isCalled = ({ label, names }: KindRow): boolean =>
    [label, ...names].some((name) => name.toLowerCase() === plain)
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

// Matches "3.1 " and "2) " in front of a heading's words.
const RE_OUTLINE = /^\s*\d+(?:\.\d+)*[.)]?\s+(?=\p{L})/u

/** The id that a label's number gives; `undefined` where such an item has none that looks so. */
function idIn(number: string, word: string, row: KindRow): string | undefined {
  const { prefix, shape } = row
  const spelt = NUMBERS.indexOf(number.toLowerCase())
  if (spelt >= 0) return idOf(String(spelt + 1), row)
  if (/^[a-z]$/i.test(number)) return idOf(number.toUpperCase(), { prefix, shape })
  const code = codeIn(number) ?? codeIn(number.toUpperCase())
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

/** Where an id stands alone in front of words: `R-1: …`, `### R3: …`, `**A-1**: …`. */
export interface CodePlace {
  readonly kinds: KindTable
  /** The kinds of which the headings around it speak, the nearest first. */
  readonly within: readonly Kind[]
  /** How many labels of the file begin with the letters. */
  readonly letters: ReadonlyMap<string, number>
  /** Set in a heading, and where the id alone is in bold type. */
  readonly stands?: 'heading' | 'bold'
}

// Matches "R-1: ", "FR-2 (draft) – ", "G1. ", "A-1)"; and in bold or a heading the id alone.
const CODE = `([A-Z]{1,6})([-_–]?)(\\d{1,4}(?:\\.\\d{1,3}){0,3}[a-z]?)`
const RE_CODE_LABEL = {
  line: new RegExp(`^\\s*${CODE}\\s*${BRACKET}(${SEPARATOR}|\\)(?=\\s))\\s*`),
  heading: new RegExp(`^\\s*${CODE}\\s*${BRACKET}(${SEPARATOR}|\\)(?=\\s)|$)\\s*`),
  bold: new RegExp(`^\\s*${CODE}\\s*${BRACKET}(${SEPARATOR}|\\)(?=\\s)|$|)\\s*`),
} as const

/** How many labels begin with which letters. */
export function countLetters(texts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const text of texts) {
    const letters = RE_CODE_LABEL.heading.exec(text.replace(RE_OUTLINE, ''))?.[1]
    if (letters) counts.set(letters, (counts.get(letters) ?? 0) + 1)
  }
  return counts
}

/**
 * The label that an id alone makes at the start of a text. Letters that many things have, such as
 * roads and sheets of paper, count below a heading that speaks of the kind, or where they stand out.
 */
export function readCode(text: string, place: CodePlace): Label | undefined {
  const { kinds, within, stands } = place
  const outline = stands === 'heading' ? (RE_OUTLINE.exec(text)?.[0].length ?? 0) : 0
  const match = RE_CODE_LABEL[stands ?? 'line'].exec(text.slice(outline))
  if (!match) return undefined
  const [whole, letters = '', hyphen = '', number = '', bracket, end = ''] = match
  const possible = kindsOfLetters(letters, kinds)
  const near = within.find((kind) => possible.includes(kind))
  // A title such as "A1" may be anything.
  if (end === '' && stands === 'heading' && near === undefined) return undefined
  const kind = near ?? (standsOut(letters, hyphen, place) ? possible[0] : undefined)
  if (kind === undefined || (end === '.' && stands === undefined && near === undefined))
    return undefined
  const row = kinds.get(kind)
  const plain = letters + number.replace(/^0+(?=\d)/, '')
  const id =
    letters === row?.prefix && hyphen === '' && row.shape.test(plain)
      ? plain
      : letters + hyphen + number
  const length = outline + whole.length
  return { kind, id, length, ...bracketAt(text.slice(0, length), bracket) }
}

/** Letters that name something else as often as an item of a case. */
const COMMON = new Set([
  'C',
  'D',
  'E',
  'G',
  'M',
  'N',
  'O',
  'B',
  'Q',
  'AS',
  'AP',
  'AC',
  'SC',
  'US',
  'TR',
  'SR',
  'SO',
])

function standsOut(
  letters: string,
  hyphen: string,
  { letters: counts, stands }: CodePlace,
): boolean {
  const isSeries = (counts.get(letters) ?? 0) > 1
  if (letters.length > 1 && !COMMON.has(letters)) return true
  if (hyphen !== '') return isSeries || stands !== undefined
  return stands !== undefined && (isSeries || !COMMON.has(letters))
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
  const [, letters] = RE_CODE_LABEL.line.exec(text) ?? []
  const isOwn = (line: string): boolean => RE_CODE_LABEL.line.exec(line)?.[1] === letters
  return [...text.matchAll(patternsOf(kinds).line)]
    .filter(({ index, 1: word }) => word || (letters && isOwn(text.slice(index + 1))))
    .map((match) => match.index + 1)
}
