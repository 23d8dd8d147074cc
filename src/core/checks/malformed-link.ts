/** Links that a reader sees as brackets. */
import type { Check, Found } from './shared/check.ts'
import { LINK_SHAPES } from './shared/link-shapes.ts'
import { proseLinesOf } from './shared/prose-of.ts'

/**
 * Reason: Markdown shows a link it can't read as plain text, or leads to the wrong address.
 *
 * Wrong: `[x]((https://a.uk))`, `[x](https://a.uk/b c)`, `[x] (https://a.uk)`, `[x](https://a.uk`,
 * `[x]()`, `(x)[https://a.uk]`.
 *
 * Right: `[x](https://a.uk)`
 */
export const malformedLink: Check = {
  id: 'malformed-link',
  severity: 'warning',
  rule: 'A link is written so that Markdown reads it.',
  run: ({ sources }) =>
    sources.flatMap(({ file, text }) =>
      proseLinesOf(text).flatMap((line) =>
        faultsIn(line.text).map(
          ({ at, found, mend }): Found => ({
            message: `Unexpected link ${found}, expected ${mend}`,
            place: { file, line: line.line, column: at + 1 },
          }),
        ),
      ),
    ),
}

interface Fault {
  /** 0-based index in the line. */
  readonly at: number
  readonly found: string
  readonly mend: string
}

function faultsIn(line: string): readonly Fault[] {
  if (!line.includes('[')) return []
  return LINK_SHAPES.flatMap(({ pattern, mend, hint = '' }) =>
    [...line.matchAll(pattern)].map(({ index, 0: found, 1: words = '', 2: address = '' }) => ({
      at: index,
      found,
      mend: mend ? mend(words, address) + hint : `an address: [${words}](https://…)`,
    })),
  ).sort((a, b) => a.at - b.at)
}
