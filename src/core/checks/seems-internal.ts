/** Words such as "(internal)" where they keep nothing inside. */
import { INTERNAL, readLabel, saysInternal } from '../syntax/conventions/label.ts'
import { proseLinesOf } from '../syntax/prose-of.ts'
import type { Check } from './shared/check.ts'

export const seemsInternal: Check = ({ sources, settings: { kinds } }) =>
  sources.flatMap(({ file, text }) =>
    proseLinesOf(text).flatMap(({ line, text: words }) => {
      const { sign, before = '' } = RE_SIGN.exec(words)?.groups ?? {}
      // In a file that can't be read, what does keep something inside stands too.
      const label = readLabel(words.replace(RE_MARKUP, ''), kinds, true)
      if (sign === undefined || saysInternal(label?.bracket?.words)) return []
      const mend = MENDS.find(([pattern]) => pattern.test(before))?.[1]
      return [
        {
          message: `Unexpected "${sign}", which keeps nothing inside, expected ${mend}, or other words`,
          place: { file, line, column: before.length + 1, length: sign.length },
        },
      ]
    }),
  )

// Matches "- **" in front of a label, and the signs in it.
const RE_MARKUP = /^[\s>#*+-]+|\*/g

/** What to write instead, by what stands before the sign. */
const MENDS: readonly (readonly [RegExp, string])[] = [
  [/^[ \t>]*#/, '<Internal> around the section'],
  [/\d+[a-z]{0,2}:?\**[ \t]*$/i, '"(internal)" between the number and the colon'],
  [/^/, '<Internal> around the words'],
]

const HEADING = '#{1,6}[ \\t].*'
const LABEL =
  '(?:[-*+][ \\t]+|\\d+[.)][ \\t]+)?\\**[a-z]+(?:[ \\t][a-z]+)?[ \\t]+[a-z]*\\d+[a-z]{0,2}:?\\**[ \\t]*'
const PRIVATE = `${INTERNAL}|confidential|private|not (?:public|for publication)`
const SIGN = `[([]\\s*(?:${PRIVATE})\\s*[)\\]]`
const ENTRY = '(?:[-*+]|\\d+[.)])[ \\t]+'
// Matches "## Costs (internal)" and "- **Decision 4** [internal]: We wait", "- (internal) We pay", "- We pay (internal)."
const RE_SIGN = new RegExp(
  [
    `^(?<before>[ \\t>]*(?:${HEADING}|${LABEL}|${ENTRY}))(?<sign>${SIGN})`,
    `^(?<before>[ \\t>]*${ENTRY}.*)(?<sign>${SIGN})[.*\\s]*$`,
  ].join('|'),
  'i',
)
