/** Marks of other tools that readers would see as they were typed. */
import type { Found } from '../model/finding.ts'
import { proseOf } from '../syntax/prose-of.ts'
import type { Check } from './shared/check.ts'
import { passagesOf, placeIn } from './shared/passage.ts'

interface RawMark {
  readonly pattern: RegExp
  readonly mend: string
}

/** What is typed in other tools, each with what to write here instead. */
const RAW_MARKS: readonly RawMark[] = [
  // Matches ":::details" and a ":::" that closes nothing.
  {
    pattern: /^:{3,}[^\n]*/m,
    mend: 'a paragraph that begins with its name in bold, such as **Note:** …',
  },
  // Matches "[!QUESTION]" at the start of a quote.
  { pattern: /^\[![\w-]+\]/m, mend: 'a name in bold, such as **Note:** …' },
  // Matches "!!! note" and "??? tip".
  { pattern: /^(?:!!!|\?\?\?)\+? [\w-]+/m, mend: 'a name in bold, such as **Note:** …' },
  // Matches ": What it means" without a term before it.
  { pattern: /^: \S[^\n]{0,40}/m, mend: 'the term in bold before it: **Term:** what it means' },
  // Matches "[^7]" that nothing defines.
  {
    pattern: /\[\^[^\]\s]{1,40}\]/,
    mend: 'its words at the end of the file, in a line such as [^1]: Where we saw it',
  },
  // Matches "[[Options]]"; what has a "!" in front is a picture.
  { pattern: /(?<!!)\[\[[^[\]\n]{1,80}\]\]/, mend: 'a link: [words](#key-of-the-section)' },
  // Matches "==words==".
  { pattern: /(?<![=\w])==(?!\s)[^=\n]{1,80}(?<!\s)==(?![=\w])/, mend: '**words** in bold' },
  // Matches "[TOC]" alone on its line.
  { pattern: /^\[TOC\]$/im, mend: 'nothing: every output has its own contents' },
  // Matches ":tada:".
  { pattern: /(?<![\w:]):[a-z][a-z0-9_+-]{1,30}:(?![\w:])/, mend: 'the emoji itself, or words' },
]

export const rawMark: Check = (checked) =>
  passagesOf(checked).flatMap((passage): readonly Found[] => {
    const { block, written } = passage
    if (!('words' in block)) return []
    const prose = proseOf(written)
    return RAW_MARKS.flatMap(({ pattern, mend }) => {
      const found = pattern.exec(block.words.text)?.[0].trim()
      const index = found === undefined ? -1 : prose.indexOf(found)
      if (found === undefined || index < 0) return []
      return [
        {
          message: `Unexpected "${found}", which readers would see as it is typed, expected ${mend}`,
          place: placeIn(passage, index, found.length),
        },
      ]
    })
  })
