/** What falls with something, for the terminal: `check --what-if "-3a, EST2=1 to 2 million"`. */

import { type ToldDoubt, tellDoubt } from '../../core/doubt/in-words.ts'
import { doubtIn } from '../../core/doubt/index.ts'
import { supportOf } from '../../core/doubt/support.ts'
import { readWhatIf } from '../../core/doubt/what-if.ts'
import { plainText } from '../../core/text/linked-text.ts'
import type { ReadCase } from '../../node/read/read-case.ts'
import { printable } from '../../node/report/width.ts'
import { UsageError } from '../../node/run/usage-error.ts'

/**
 * What is told of the doubts that were typed.
 * @throws UsageError for what the case does not have, with the nearest that it has
 */
export function whatIf(read: ReadCase, typed: string): ToldDoubt {
  const support = supportOf(read)
  const meant = readWhatIf(typed, support, read)
  if ('fault' in meant) throw new UsageError(`${meant.fault}.`)
  return tellDoubt(support, doubtIn(read, meant))
}

/** What is told of doubts, as lines for the terminal. */
export function whatIfText({ title, ask, parts }: ToldDoubt): string {
  const blocks = [
    [`${title}:`, plainText(ask.line)],
    ...parts.map((part) => [part.title, ...part.lines.map((line) => `  ${plainText(line)}`)]),
  ]
  return blocks.map((lines) => lines.map(printable).join('\n')).join('\n\n')
}

/** What is told of doubts, as data: sentences, and the keys that they name. */
export function whatIfData({ title, ask, parts }: ToldDoubt): unknown {
  const dataOf = (line: ToldDoubt['ask']['line']) => ({
    words: plainText(line),
    keys: line.flatMap(({ to }) => (to && 'key' in to ? to.key : [])),
  })
  return {
    title,
    ask: { stands: ask.stands, ...dataOf(ask.line) },
    parts: parts.map((part) => ({ title: part.title, lines: part.lines.map(dataOf) })),
  }
}
