/** Text that was saved in one encoding and read in another. */

import { proseLinesOf } from '../syntax/prose-of.ts'
import { mendEncoding } from '../text/windows-1252.ts'
import type { Check } from './shared/check.ts'

export const mojibake: Check = ({ sources }) =>
  sources.flatMap(({ file, text }) =>
    proseLinesOf(text).flatMap(({ line, text: words }) =>
      brokenWords(words).map(({ at, found, mend }) => ({
        message: mend.includes('\uFFFD')
          ? `Unexpected "${found}", expected the character that was lost: type it again`
          : `Unexpected "${found}", expected "${mend}"; save the file as UTF-8`,
        place: { file, line, column: at + 1 },
      })),
    ),
  )

/** The words of a line that mending would change, and those in which a character is lost. */
function brokenWords(line: string): readonly { at: number; found: string; mend: string }[] {
  if (RE_ASCII.test(line)) return []
  // Only ASCII spaces part words here: a non-breaking space may be half of a broken character.
  return [...line.matchAll(/[^ \t]+/g)]
    .map((match) => ({ at: match.index, found: match[0], mend: mendEncoding(match[0]) }))
    .filter(({ found, mend }) => found !== mend || found.includes('\uFFFD'))
}

/** Nothing in which bytes could have gone astray. */
const RE_ASCII = /^[\x20-\x7e\t]*$/
