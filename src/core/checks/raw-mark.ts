/** Marks of other tools that readers would see as they were typed. */
import type { Found } from '../model/finding.ts'
import { LINK_SHAPES } from '../syntax/link-shapes.ts'
import { proseOf } from '../syntax/prose-of.ts'
import type { Check } from './shared/check.ts'
import { passagesOf, placeIn } from './shared/passage.ts'

interface RawMark {
  readonly pattern: RegExp
  /** What to write; made of what was found where it can be. */
  readonly mend: string | ((found: string) => string)
  /** Set where it is seen by how lines begin, which words that follow each other do not say. */
  readonly isOfLines?: true
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
  // Matches "==words==" and "==words" that nothing closes.
  { pattern: /(?<![=\w])==(?=[^=\s])[^=\n]{0,80}(?:==(?![=\w]))?/, mend: '**words** in bold' },
  // Matches ":tada:" and ":+1:".
  {
    pattern: /(?<![\w:]):(?:[a-z][a-z0-9_+-]{1,30}|[+-]1):(?![\w:])/,
    mend: 'the emoji itself, or words',
  },
  // Matches "**soon", "soon**" and `soon**"now"`, but neither "0.31**" nor "** p < 0.05" at the start of a line.
  {
    pattern:
      /[^\s*]{0,40}[^\s*\d%]\*\*+[^\s*]{0,40}|(?<=[ \t])\*\*+[^\s*]{0,40}|^\*\*+[^\s*]{1,40}/m,
    mend: 'the same signs before and behind the words, without a space inside and with one outside: **words**',
  },
  // Matches "__soon", "_soon" and "soon_", but no part of a name or an address.
  {
    pattern:
      /(?<![\w/.@:\\-])_{1,2}(?=\p{L})[^\s_]{1,40}|(?<!\S)[^\s_/.@:$]{0,40}\p{L}_{1,2}(?![\w/])/u,
    mend: 'the same signs before and behind the words, as in _words_, or backticks round a name',
  },
  // Matches "~~soon".
  { pattern: /[^\s~]{0,40}~~+[^\s~]{0,40}/, mend: 'the same signs before and behind: ~~words~~' },
  // Matches "`npm start" and "don`t".
  {
    pattern: /[^\s`]{0,40}`+[^\s`]{0,40}/,
    mend: 'one more ` where the code ends, or an apostrophe',
  },
  // Matches "[the map](our plan", "[the map][plan]" and "](our plan".
  {
    pattern:
      /(?<![!\]])(?:\[(?!\d+\]\[\d+\])[^[\]\n]{1,80})?(?<!\[\d{1,3})\](?:\([^()\s]{0,80}|\[[^[\]\n]{0,80}\])/,
    mend: 'a link: [words](https://…)',
  },
  // Matches "^[Our survey]".
  {
    pattern: /\^\[[^\]\n]{1,80}\]/,
    mend: 'a mark such as [^1], and its words in a line [^1]: Where we saw it',
  },
  // Matches "m^2^".
  { pattern: /\w\^[\w+-]{1,10}\^/, mend: 'the sign itself, as in m², or <sup>2</sup>' },
  // Matches "++soon++".
  { pattern: /(?<![+\w])\+\+(?=\S)[^+\n]{1,80}\+\+/, mend: '**words** in bold' },
  // Matches "'''soon'''", of a wiki, and "[b]soon[/b]", of a forum.
  {
    pattern: /'{3}[^'\n]{1,80}'{3}|\[\/(?:[bisu]|url|img|quote|code|color|size)\]/,
    mend: '**words** in bold, or [words](https://…) for a link',
  },
  // Matches "h2. Costs", of a wiki.
  { pattern: /^h[1-6]\. \S[^\n]{0,40}/m, mend: 'a heading: ## words' },
  // Matches "&mdsh;", which is the name of no sign.
  { pattern: /&(?:[a-z]{2,31}|#\d+|#x[\da-f]+);/i, mend: 'the sign itself' },
  // Matches "$x^2$", "$T$", "$n = 12$" and "$f(x)$", but neither "$5 to $10" nor "$NAME$".
  {
    pattern:
      /(?<![\w$])\$(?:(?=[^\s$])[^$\n]{0,80}[\\^_][^$\n]{0,80}|\p{L}['′]{0,3}|(?=[\p{L}\d(|−-])(?!\d[\d.,]*\s+[(\p{L}]{2})[^$\n]{0,80}[=<>≤≥≈+×·÷±][^$\n]{0,80}(?<!\s)|\p{L}\([^$\n]{1,40}\)|\d{0,3}\p{L}(?:\s*[-−*/]\s*\d{0,3}\p{L})+)\$(?![\w$])/u,
    mend: (found) => `a formula between two dollars, $${found}$, or \\$ for a price`,
  },
  // Matches "#costs #map" alone on a line.
  {
    pattern: /^(?:#\p{L}[\p{L}\p{N}_/-]*[ \t]*)+$/mu,
    mend: 'nothing, or a heading with a space: # words',
  },
  // Matches "[ ] Ask the parish" without a list.
  { pattern: /^\[[ xX~>/-]\] \S[^\n]{0,40}/m, mend: 'a task in a list: - [ ] words' },
  // Matches ".. note::".
  { pattern: /^\.\. [\w-]+::/m, mend: 'a name in bold, such as **Note:** …' },
  // Matches "=====" alone on a line.
  { pattern: /^={3,}$/m, mend: '---' },
  // Matches "b. routine" in a paragraph where a line above begins with "a.".
  {
    pattern: /(?<=^[ \t]*a([.)]) \S[^\n]*\n(?:[^\n]*\n)?)[ \t]*b\1 \S[^\n]{0,40}/m,
    mend: 'an empty line before the first, and entries that begin with - or 1.',
    isOfLines: true,
  },
  // Matches "soon\" where a word ends, but no path.
  {
    pattern: /(?<!\S)[^\s\\]{0,40}[\p{L}\p{N}.,;:!?)]\\(?=\s|$)/u,
    mend: 'no \\ behind a word: write <br/> for a new line',
  },
]

// Matches "$$x_i$$", whose signs are its own.
const RE_FORMULA = /\$\$(?:(?!\n[ \t\r]*\n)[\s\S])*?\$\$/g
// Matches "\*", which is meant as it is shown.
const RE_ESCAPED = /\\[!-/:-@[-`{-~]/g

export const rawMark: Check = (checked) =>
  passagesOf(checked).flatMap((passage): readonly Found[] => {
    const { block, written } = passage
    const text = 'words' in block ? block.words.text : block.type === 'heading' ? block.title : ''
    const prose = proseOf(written)
      .replace(RE_FORMULA, (found) => found.replace(/[^\r\n]/g, ' '))
      .replace(RE_ESCAPED, '  ')
    return RAW_MARKS.flatMap(({ pattern, mend, isOfLines }) => {
      const looked = isOfLines ? prose : text
      if (!pattern.test(looked)) return []
      const all = new RegExp(pattern, `g${pattern.flags}`)
      for (const [shown] of looked.matchAll(all)) {
        const typed = asTyped(shown.trim(), prose)
        if (!typed || isLinkShape(prose, typed)) continue
        const { index, 0: found } = typed
        const expected = typeof mend === 'string' ? mend : mend(found)
        return [
          {
            message: `Unexpected "${found}", which readers would see as it is typed, expected ${expected}`,
            place: placeIn(passage, index, found.length),
          },
        ]
      }
      return []
    })
  })

/** What was typed for what is shown: marks within it are shown no more, as in "[[_TOC_]]". */
function asTyped(shown: string, prose: string): RegExpExecArray | null {
  const signs = [...shown].map((sign) => RegExp.escape(sign))
  return new RegExp(signs.join('[_*~]*')).exec(prose)
}

/** Whether it is part of a link that is none, which has a finding of its own. */
function isLinkShape(prose: string, { index, 0: found }: RegExpExecArray): boolean {
  return LINK_SHAPES.some(({ pattern }) =>
    [...prose.matchAll(pattern)].some(
      (shape) => shape.index < index + found.length && index < shape.index + shape[0].length,
    ),
  )
}
