/** Links that a reader sees as brackets. */
import type { Found } from '../model/finding.ts'
import { LINK_SHAPES } from '../syntax/link-shapes.ts'
import { proseLinesOf } from '../syntax/prose-of.ts'
import type { Check } from './shared/check.ts'

export const malformedLink: Check = ({ sources }) =>
  sources.flatMap(({ file, text }) =>
    proseLinesOf(text).flatMap((line) =>
      faultsIn(line.text).map(
        ({ at, found, mend }): Found => ({
          message: `Unexpected link ${found}, expected ${mend}`,
          place: { file, line: line.line, column: at + 1 },
        }),
      ),
    ),
  )

interface Fault {
  /** 0-based index in the line. */
  readonly at: number
  readonly found: string
  readonly mend: string
}

function faultsIn(line: string): readonly Fault[] {
  if (!line.includes('[')) return []
  return LINK_SHAPES.flatMap(({ pattern, mend, hint = '' }) =>
    [...line.matchAll(pattern)].map(({ index, 0: found, 1: words = '', 2: address = '' }) => {
      const link = mend(words, address)
      return { at: index, found, mend: link ? link + hint : `an address: [${words}](https://…)` }
    }),
  ).sort((a, b) => a.at - b.at)
}
