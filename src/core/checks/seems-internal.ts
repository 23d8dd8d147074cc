/** Signs that look as if they kept something inside, and don't. */
import type { Check } from './check.ts'
import { proseLinesOf } from './prose-of.ts'

/**
 * Reason: who writes `## Costs (internal)` may believe that nobody outside reads the section.
 *
 * Wrong: `## Costs (internal)`, `Decision 4 [internal]: We wait.`
 *
 * Right: `<Internal>` around the section; `Decision 4 (internal): We wait.`; or `## Users inside`.
 */
export const seemsInternal: Check = {
  id: 'seems-internal',
  severity: 'warning',
  rule: 'What is called internal is kept inside.',
  run: ({ sources }) =>
    sources.flatMap(({ file, text }) =>
      proseLinesOf(text).flatMap(({ line, text: words }) => {
        const { sign, before = '' } = RE_SIGN.exec(words)?.groups ?? {}
        if (sign === undefined) return []
        const mend = /^[ \t>]*#/.test(before)
          ? '<Internal> around the section'
          : '"(internal)" between the number and the colon'
        return [
          {
            message: `Unexpected "${sign}", which keeps nothing inside, expected ${mend}, or other words`,
            place: { file, line, column: before.length + 1, length: sign.length },
          },
        ]
      }),
    ),
}

const HEADING = '#{1,6}[ \\t].*'
const LABEL =
  '(?:[-*+][ \\t]+|\\d+[.)][ \\t]+)?\\**[a-z]+(?:[ \\t][a-z]+)?[ \\t]+[a-z]*\\d+[a-z]{0,2}:?\\**[ \\t]*'
const SIGN = '[([]\\s*internal(?:\\s+only)?\\s*[)\\]]'
// Matches "## Costs (internal)" and "- **Decision 4** [internal]: We wait".
const RE_SIGN = new RegExp(`^(?<before>[ \\t>]*(?:${HEADING}|${LABEL}))(?<sign>${SIGN})`, 'i')
