/**
 * What counts as typing or layout, and not as a change: the one place that says which words are
 * equal.
 */
import { mendEncoding } from '../text/windows-1252.ts'

/** A word as it is shown, and as it is compared. */
export interface Token {
  /** With the signs and spaces after it, up to the next word. */
  readonly text: string
  readonly key: string
}

/**
 * Spellings that mean one word: each turns a word into the plainest of them. Quotes, dashes, other
 * punctuation, white space and the ends of lines are no words at all.
 */
const SPELLINGS: readonly ((word: string) => string)[] = [
  // "ﬁt" → "fit"; "é" of two characters → "é" of one
  (word) => word.normalize('NFKC'),
  // Characters that nobody sees: soft hyphens, joiners.
  (word) => word.replace(/[\u00ad\u200b-\u200d\u2060]/g, ''),
  // "don’t", "don't" and "dont"
  (word) => word.replace(/['’‘ʼ´`]/g, ''),
  // "1,000" and "1000"
  (word) => word.replace(/(?<=\d),(?=\d{3}(?!\d))/g, ''),
  // "−5" and "-5", "70 %" and "70%"
  (word) => word.replace('−', '-').replace(/\s/, ''),
  (word) => word.toLowerCase(),
]

const SEEN = '[\\p{L}\\p{M}\\p{N}\\u00ad\\u200b-\\u200d\\u2060]'
// Matches "-£5", "1,000", "3.5m", "70 %", "don’t", "CSF2", "&" and "+".
const RE_TOKEN = new RegExp(
  [
    `(?:(?<=^|[\\s(])[-−])?\\p{Sc}?\\p{N}+(?:[.,:/]\\p{N}+)*${SEEN}*(?:\\s?[%‰])?`,
    `\\p{L}${SEEN}*(?:['’‘ʼ´\`]${SEEN}+)*`,
    '[%‰&?]|(?![`^~|´¨<>=])\\p{S}',
  ].join('|'),
  'gu',
)

/** The words of a text; joined, they are the text with its encoding mended. `[]` for none. */
export function tokensOf(text: string): readonly Token[] {
  const mended = RE_ASCII.test(text) ? text : mendEncoding(text)
  const found = [...mended.matchAll(RE_TOKEN)]
  const starts = found.map((match, index) => (index === 0 ? 0 : startOf(match, found[index - 1])))
  return found.map((match, index) => ({
    text: mended.slice(starts[index], starts[index + 1]),
    key: keyOf(match[0]),
  }))
}

/** Where a word starts: an opening bracket belongs to it, a comma to the word before. */
function startOf(match: RegExpExecArray, last: RegExpExecArray | undefined): number {
  const end = last ? last.index + last[0].length : 0
  const between = match.input.slice(end, match.index)
  return match.index - (/\s(\S+)$/.exec(between)?.[1]?.length ?? 0)
}

// Matches a word in which only the capitals can differ.
const RE_PLAIN = /^[A-Za-z]+$/

function keyOf(word: string): string {
  if (RE_PLAIN.test(word)) return word.toLowerCase()
  return SPELLINGS.reduce((rest, mend) => mend(rest), word)
}

/** The words of a text as they are compared, in one string. `''` where it has none. */
export function printOf(text: string): string {
  return tokensOf(text)
    .map(({ key }) => key)
    .join(' ')
}

/** Words that say how much, whether, or how surely: another word in their place is a change. */
const MEANINGFUL = new Set(
  [
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen',
    'sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety',
    'hundred thousand million billion trillion first second third fourth fifth sixth half quarter',
    'not no nor none never neither nothing nobody without cannot cant dont doesnt didnt wont isnt',
    'arent wasnt werent wouldnt couldnt shouldnt hasnt havent hadnt mustnt',
    'can could may might must shall should will would all any each every few many most some',
    'more less fewer least once twice only',
  ]
    .join(' ')
    .split(' '),
)

// Matches a word in Latin letters alone.
const RE_LATIN = /^\p{Script=Latin}+$/u
const SHORTEST = 5
const LONG = 8

/**
 * Whether one word is the other with a slip mended: letters swapped, one letter too many or too
 * few, a vowel for a vowel, "s" for "z" or "c"; in words of 8 letters and more, two letters too
 * many or too few. The first and the last letter must be the same, so that "million" and "billion",
 * "month" and "months" differ. A number, and a word that says how much or whether, is never a slip.
 */
export function isMend(before: string, after: string): boolean {
  if (!RE_LATIN.test(before) || !RE_LATIN.test(after)) return false
  if (MEANINGFUL.has(before) || MEANINGFUL.has(after)) return false
  if (isSwap(before, after)) return true
  const shorter = Math.min(before.length, after.length)
  if (shorter < SHORTEST || before[0] !== after[0] || before.at(-1) !== after.at(-1)) return false
  if (before.length === after.length && isSubstitution(before, after)) return true
  const lost = lettersLost(before, after)
  return lost === 1 || (lost === 2 && shorter >= LONG)
}

/** "teh", "recieve": two neighbours swapped, and nothing else. */
function isSwap(before: string, after: string): boolean {
  if (before.length !== after.length || before.length < 3) return false
  const at = firstDifference(before, after)
  const swapped = `${before.slice(0, at)}${before[at + 1]}${before[at]}${before.slice(at + 2)}`
  return swapped === after
}

const SOUNDS = ['aeiouy', 'scz']

function isSubstitution(before: string, after: string): boolean {
  const at = firstDifference(before, after)
  const [one = '', other = ''] = [before[at], after[at]]
  const sound = SOUNDS.some((letters) => letters.includes(one) && letters.includes(other))
  return sound && before.slice(at + 1) === after.slice(at + 1)
}

/** How many letters were left out or put in, up to 3; 3 too where there are more. */
function lettersLost(before: string, after: string, budget = 3): number {
  const at = firstDifference(before, after)
  const [one, other] = [before.slice(at), after.slice(at)]
  if (one === other) return 0
  if (budget <= 1 || Math.abs(one.length - other.length) > budget) return 3
  return Math.min(
    3,
    1 + lettersLost(one.slice(1), other, budget - 1),
    1 + lettersLost(one, other.slice(1), budget - 1),
  )
}

function firstDifference(one: string, other: string): number {
  let at = 0
  while (at < one.length && one[at] === other[at]) at += 1
  return at
}

// Matches a text that can't have been damaged by a wrong encoding.
const RE_ASCII = /^[\x20-\x7e\s]*$/
