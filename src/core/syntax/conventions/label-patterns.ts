/** How labels look, by the kinds that a case can have. */
import { type KindRow, type KindTable, namesOf } from '../../model/kinds.ts'

// Matches "(interview, March 2020)" and "(quality amber (two sites only))", also over the end of a line.
// Other brackets are read too, since "[internal]" means the same.
export const BRACKET =
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
  /** Matches the name of a kind in front of an id, anywhere: "decisions" in "see decisions 3 and 4". */
  readonly kind: RegExp
  /** Matches "See above", "(as above)", "see decision 3", "As evidence 2a.", "See 10a, above". */
  readonly reuse: RegExp
}

/** Each case has one table, and many texts. */
const known = new WeakMap<KindTable, Patterns>()

/** The patterns of a case. */
export function patternsOf(kinds: KindTable): Patterns {
  const patterns = known.get(kinds) ?? patternsFor([...kinds.values()])
  known.set(kinds, patterns)
  return patterns
}

/** Numbers in words, from 1 on: "Decision Four". */
export const NUMBERS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ')

// Matches what stands behind the word of a label: "3", "3a", "1.a", "1.2:", "2025/31", "R-01", "FR-1.2", "four", "A".
const ID = [
  '\\d{4}/\\d{1,3}',
  '\\d+\\.[a-z](?=\\s*[:：(–—-])',
  '\\d+(?:\\.\\d+){1,2}(?=\\s*[:：])',
  '[a-z]{1,6}[-_–]\\d+(?:\\.\\d+){0,3}[a-z]?',
  '[a-z]{1,6}\\d+(?:\\.\\d+){1,3}',
  '[a-z]{0,6}\\d+[a-z]{0,2}',
  ...[NUMBERS.join('|'), '[a-z]'],
].join('|')
/** What parts a label from its words. */
export const SEPARATOR = '(?:[:：]|\\.(?=\\s|$)|\\s[-–—](?=\\s|$)|[–—])'

function patternsFor(rows: readonly KindRow[]): Patterns {
  // "decision|success\s+factor|…"; \s covers the non-breaking space. The longest is tried first.
  const words = wordsOf(rows.flatMap(namesOf))
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
    kind: new RegExp(`\\b(?:critical\\s+)?(?:${words})s?(?=\\s+[a-z]{0,4}\\d)`, 'gi'),
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

// Matches "3.1 ", "2) ", "2025-03-14 — " and "14 March 2025: " in front of a heading's words.
export const RE_OUTLINE =
  /^\s*(?:\d{4}-\d\d-\d\d(?:\s*[:–—]|\s-)?|\d{1,2}\s\p{L}{3,9}\s\d{4}(?:\s*[:–—]|\s-)|\d+(?:\.\d+)*[.)]?)\s+(?=\p{L})/u
