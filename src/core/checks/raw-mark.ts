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
  // Matches "[[_TOC_]]" and "[TOC]" alone on a line.
  {
    pattern: /^(?:\[TOC\]|\[\[_?TOC_?\]\])$/im,
    mend: 'nothing: every output has its own contents',
  },
  // Matches "[[Options]]"; what has a "!" in front is a picture.
  {
    pattern: /(?<!!)\[\[(?!_?TOC_?\]\])[^[\]\n]{1,80}\]\]/i,
    mend: 'a link: [words](#key-of-the-section)',
  },
  // Matches "==words==".
  { pattern: /(?<![=\w])==(?!\s)[^=\n]{1,80}(?<!\s)==(?![=\w])/, mend: '**words** in bold' },
  // Matches ":tada:" and ":+1:".
  {
    pattern: /(?<![\w:]):(?:[a-z][a-z0-9_+-]{1,30}|[+-]1):(?![\w:])/,
    mend: 'the emoji itself, or words',
  },
]

export const rawMark: Check = (checked) =>
  passagesOf(checked).flatMap((passage): readonly Found[] => {
    const { block, written } = passage
    const text = 'words' in block ? block.words.text : block.type === 'heading' ? block.title : ''
    const prose = proseOf(written)
    return RAW_MARKS.flatMap(({ pattern, mend }) => {
      const shown = pattern.exec(text)?.[0].trim()
      if (shown === undefined) return []
      // Marks within it are shown no more: "[[_TOC_]]".
      const found = prose.includes(shown) ? shown : (pattern.exec(prose)?.[0].trim() ?? '')
      const index = found === '' ? -1 : prose.indexOf(found)
      if (index < 0) return []
      return [
        {
          message: `Unexpected "${found}", which readers would see as it is typed, expected ${mend}`,
          place: placeIn(passage, index, found.length),
        },
      ]
    })
  })
