/** Text that was saved in one encoding and read in another. */
import type { Found } from '../model/finding.ts'
import { proseLinesOf } from '../syntax/prose-of.ts'
import { listed } from '../text/listed.ts'
import { mendEncoding } from '../text/windows-1252.ts'
import type { Check } from './shared/check.ts'

/** A fault of saving garbles a whole file: it is said once a file, and what is lost for good once more. */
export const mojibake: Check = ({ sources }) =>
  sources.flatMap(({ file, text }) => {
    const words = proseLinesOf(text).flatMap(brokenWords)
    const isLost = ({ mend }: BrokenWord): boolean => mend.includes(LOST)
    return [
      ...told(
        file,
        words.filter((word) => !isLost(word)),
        garbled,
      ),
      ...told(file, words.filter(isLost), lost),
    ]
  })

interface BrokenWord {
  readonly line: number
  /** 0-based index in the line. */
  readonly at: number
  readonly found: string
  readonly mend: string
}

/** What a reader of bytes puts where it can't tell the character. */
const LOST = '\uFFFD'

function told(
  file: string,
  words: readonly BrokenWord[],
  messageOf: (words: readonly BrokenWord[]) => string,
): readonly Found[] {
  const [first] = words
  if (first === undefined) return []
  const place = { file, line: first.line, column: first.at + 1 }
  return [{ message: messageOf(words), place }]
}

function garbled(words: readonly BrokenWord[]): string {
  const found = few(words, 'found', `${words.length - NAMED} more`)
  return `Unexpected ${found}, expected ${few(words, 'mend', 'so on')}: ${MEND}`
}

function lost(words: readonly BrokenWord[]): string {
  const character = words.length === 1 ? 'character that was' : 'characters that were'
  const found = few(words, 'found', `${words.length - NAMED} more`)
  return `Unexpected ${found}, expected the ${character} lost: ${MEND}`
}

const MEND = 'paste the text anew from where it was written, or type it again, and save it as UTF-8'

/** So many words are named. */
const NAMED = 3

/** `"a", "b", "c" and 12 more` */
function few(words: readonly BrokenWord[], which: 'found' | 'mend', others: string): string {
  const names = words.slice(0, NAMED).map((word) => `"${word[which]}"`)
  return listed(words.length > NAMED ? [...names, others] : names)
}

/** The words of a line that mending would change, and those in which a character is lost. */
function brokenWords({ line, text }: { line: number; text: string }): readonly BrokenWord[] {
  if (RE_ASCII.test(text)) return []
  // Only ASCII spaces part words here: a non-breaking space may be half of a broken character.
  return [...text.matchAll(/[^ \t]+/g)]
    .map((match) => ({ line, at: match.index, found: match[0], mend: mendEncoding(match[0]) }))
    .filter(({ found, mend }) => found !== mend || found.includes(LOST))
}

/** Nothing in which bytes could have gone astray. */
const RE_ASCII = /^[\x20-\x7e\t]*$/
