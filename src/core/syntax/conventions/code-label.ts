/** `R-1: …`: an id alone, with no word in front of it, can be a label too. */

import { kindsOfLetters } from '../../model/ids.ts'
import { type Kind, type KindTable, rowOf } from '../../model/kinds.ts'
import { bracketAt, type Label } from './label.ts'
import { BRACKET, RE_OUTLINE, SEPARATOR } from './label-patterns.ts'

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
const CODE = `([A-Z]{1,6}(?:-[A-Z]{1,5}(?=-\\d)){0,2})([-_– ]?)(\\d{1,4}(?:\\.\\d{1,3}){0,3}[a-z]?)`
export const RE_CODE_LABEL = {
  line: new RegExp(`^\\s*${CODE}\\s*${BRACKET}(${SEPARATOR}|\\)(?=\\s))\\s*`),
  heading: new RegExp(`^\\s*${CODE}\\s*${BRACKET}(${SEPARATOR}|\\)(?=\\s)|$)\\s*`),
  bold: new RegExp(`^\\s*${CODE}\\s*${BRACKET}(${SEPARATOR}|\\)(?=\\s)|$|)\\s*`),
} as const

// Matches "[ADR-12] " in front of a title.
const RE_CODE_IN_BRACKETS = new RegExp(`^\\s*\\[${CODE}\\]\\s*${BRACKET}(${SEPARATOR}|(?=\\S))\\s*`)

// Matches "A-01 " in front of a sentence, and "B01 " in front of a heading's words.
const RE_CODE_ALONE = /^\s*([A-Z]{1,6})([-_–])(\d{1,4}(?:\.\d{1,3}){0,3}[a-z]?)()()\s+(?=\p{Lu})/u
const RE_CODE_IN_FRONT =
  /^\s*([A-Z]{1,6})([-_–]?)(\d{1,4}(?:\.\d{1,3}){0,3}[a-z]?)()()\s+(?=\p{L})/u

// Matches what stands on a card above its id: "Benefit profile: B3 Fewer visits".
const RE_CARD =
  /^\s*(?:\p{L}+ ){0,2}(?:profile|card|sheet|statement)\s*[:–—-]?\s+(?=[A-Z]{1,5}-?\d)/iu

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
  const card = stands === 'heading' ? RE_CARD.exec(text) : null
  const outline = stands === 'heading' ? ((card ?? RE_OUTLINE.exec(text))?.[0].length ?? 0) : 0
  const from = text.slice(outline)
  const match =
    RE_CODE_LABEL[stands ?? 'line'].exec(from) ??
    (stands === 'heading' ? RE_CODE_IN_BRACKETS : RE_CODE_ALONE).exec(from) ??
    (stands === 'heading' ? RE_CODE_IN_FRONT.exec(from) : null)
  if (!match) return undefined
  const [whole, letters = '', gap = '', number = '', bracket, end = ''] = match
  const hyphen = gap.trim()
  const possible = kindsOfLetters(letters, kinds)
  const near = within.find((kind) =>
    possible.length > 0 ? possible.includes(kind) : isSeriesOf(letters, kind, kinds),
  )
  // A title such as "A1" may be anything; "ADR-12 One index" is not.
  const isSure = card !== null || /^\s*\[/.test(whole) || (letters.length > 2 && hyphen !== '')
  if (end === '' && stands === 'heading' && near === undefined && !isSure) return undefined
  const isTold = tells(possible[0], { text, end, within })
  const kind =
    near ?? (isTold || card !== null || standsOut(letters, hyphen, place) ? possible[0] : undefined)
  const isBare = stands === undefined && (end === '.' || end === '')
  if (kind === undefined || (isBare && near === undefined && !isTold)) return undefined
  const row = kinds.get(kind)
  const plain = letters + number.replace(/^0+(?=\d)/, '')
  const id =
    letters === row?.prefix && gap === '' && row.shape.test(plain) ? plain : letters + gap + number
  const length = outline + whole.length
  return { kind, id, length, ...bracketAt(text.slice(0, length), bracket) }
}

/** Whether letters that no kind has end in those of a kind: `OR` of operational risks, `KUR`. */
export function isSeriesOf(letters: string, kind: Kind, kinds: KindTable): boolean {
  const { prefix, codes, series } = rowOf(kind, kinds)
  return [prefix, ...codes, ...series].some((own) => own !== '' && letters.endsWith(own))
}

/** Letters that name something else as often as an item of a case. */
const COMMON = new Set('C D E G H M N O B Q AS AP AC SC US TR SR SO'.split(' '))

/** Whether words are plainly of a kind: a question is asked, and evidence stands with decisions. */
function tells(
  kind: Kind | undefined,
  { text, end, within }: { text: string; end: string; within: readonly Kind[] },
): boolean {
  if (kind === 'question') return /\?\s*$/.test(text)
  return kind === 'evidence' && end !== '' && end !== '.' && within.includes('decision')
}

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
