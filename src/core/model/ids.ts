/** The ids of items as authors write them, the keys that follow from these, and what items are called. */
import { type Kind, type KindRow, type KindTable, rowOf, withinSentence } from './kinds.ts'

/**
 * `('evidence', '3a')` → `evidence-3a`; `('objective', 'O2')` → `objective-2`. However its writer
 * spells an id, it has one key: `R-02` is `risk-2`, `2025/31` is `decision-2025-31`. A series has its letters: `requirement-fr-1`.
 */
export function keyOf(kind: Kind, id: string, kinds: KindTable): string {
  const row = rowOf(kind, kinds)
  if (row.shape.test(id)) return `${kind}-${id.slice(row.prefix.length).toLowerCase()}`
  const code = codeIn(id)
  if (!code) return `${kind}-${id.toLowerCase().replace('/', '-')}`
  const number = code.number.replace(/^0+(?=\d)/, '').replaceAll('.', '-')
  // "Option 2" in a cell of a table.
  const letters = [row.prefix, ...row.codes, row.label.toUpperCase()]
  const isOwn = letters.includes(code.letters)
  return `${kind}-${isOwn ? '' : `${code.letters.toLowerCase()}-`}${number}`
}

/**
 * The letters of an id where they are not the ones of its kind: `RFC` for RFC 5, whose kind has ADR 5
 * too; `''` for R-1 and for Decision 5. Ids of two schemes are two items.
 */
export function schemeOf(kind: Kind, id: string, kinds: KindTable): string {
  const { prefix, codes } = rowOf(kind, kinds)
  const letters = codeIn(id)?.letters ?? ''
  const own = prefix === '' ? codes[0] : prefix
  return letters !== own && codes.includes(letters) ? letters : ''
}

/** An id in letters and number: `R-02`, `FR-1.2`, `ADR 4`. */
export interface Code {
  readonly letters: string
  readonly number: string
}

// Matches "R-02", "ADR 4", "FR-1.2", "OPT13", "D3a", "REQ-F-1".
const RE_CODE = /^([A-Z]{1,6}(?:-[A-Z]{1,5}){0,2})[-_–\s]?(\d{1,5}(?:\.\d{1,3}){0,3}[a-z]?)$/

/** The letters and the number of an id; `undefined` for what has not both. */
export function codeIn(id: string): Code | undefined {
  const [, letters, number] = RE_CODE.exec(id.trim()) ?? []
  return letters && number ? { letters, number } : undefined
}

/** The kinds whose ids may begin with these letters, those that a case brings first. */
export function kindsOfLetters(letters: string, kinds: KindTable): readonly Kind[] {
  // "REQ-F" of REQ-F-1 is a series of requirements.
  const [first = ''] = letters.split('-')
  const has = ({ prefix, codes, series }: KindRow): boolean =>
    prefix === first || codes.includes(first) || series.includes(first)
  const all = [...kinds].reverse().filter(([, row]) => has(row))
  const [own, others] = [true, false].map((isOwn) =>
    all.filter(([, { prefix }]) => (prefix === first) === isOwn),
  ) as [typeof all, typeof all] // two of two
  return [...own, ...others].map(([kind]) => kind)
}

/** Key of a decision by its number: `3` → `decision-3`. Evidence has the number of what it supports. */
export function decisionKey(number: string): string {
  return `decision-${number}`
}

/** The number of the decision to which evidence belongs by its id: `12b` → `12`; `''` for ids of all else. */
export function numberOf(id: string): string {
  return RE_LETTERED.exec(id)?.[1] ?? ''
}

// Matches "12b".
const RE_LETTERED = /^(\d+)[a-z]+$/

/**
 * Whether an id is a number alone, as decisions have it: a bracket with it may be no citation, but a
 * year.
 */
export function isNumber(id: string): boolean {
  return /^\d+$/.test(id)
}

/** Key of evidence by its id: `3a` → `evidence-3a`. */
export function evidenceKey(id: string): string {
  return `evidence-${id}`
}

interface Named {
  readonly kind: Kind
  readonly id: string
}

/** An item's name in words: of `OPT13`, `Option 13`; of `R-1`, `Risk R-1`. */
export function nameOf({ kind, id }: Named, kinds: KindTable): string {
  const { label, prefix, shape } = rowOf(kind, kinds)
  const number = id.slice(prefix.length)
  const isPlain = shape.test(id) || (prefix + number === id && RE_PARTS.test(number))
  return `${label} ${isPlain ? number : id}`
}

// Matches "1.2" of "Objective 1.2", "2025/31" of "Decision 2025/31".
const RE_PARTS = /^\d+(?:[./]\d+)+$/

/** The same within a sentence: `option 13`, `risk R-1`. */
export function calledOf(named: Named, kinds: KindTable): string {
  const { label } = rowOf(named.kind, kinds)
  return withinSentence(label) + nameOf(named, kinds).slice(label.length)
}

/** The same with the id as authors cite it: `Option OPT13`. */
export function nameWithId({ kind, id }: Named, kinds: KindTable): string {
  return `${rowOf(kind, kinds).label} ${id}`
}

/** The kind whose ids look like this, if any. `12b` → evidence, `O2` → objective. */
export function kindOfId(id: string, kinds: KindTable): Kind | undefined {
  return [...kinds].findLast(([, { shape }]) => shape.test(id))?.[0]
}

/** The key of an id as someone typed it: `12C` → `evidence-12c`; `undefined` for what is no id. */
export function keyOfId(typed: string, kinds: KindTable): string | undefined {
  return keysOfId(typed, kinds)[0]
}

/** All keys that an id may mean, the likeliest first: `a1` → `assumption-1`, `action-1`; `[]` for what is no id. */
export function keysOfId(typed: string, kinds: KindTable): readonly string[] {
  const id = typed.trim()
  const spelt = [id.toLowerCase(), id.toUpperCase()].find((one) => kindOfId(one, kinds))
  const kind = spelt && kindOfId(spelt, kinds)
  const code = codeIn(id) ?? codeIn(id.toUpperCase())
  const others = code ? kindsOfLetters(code.letters, kinds) : []
  const keys = others.map((one) => keyOf(one, `${code?.letters}${code?.number}`, kinds))
  return [...new Set([...(kind && spelt ? [keyOf(kind, spelt, kinds)] : []), ...keys])]
}
