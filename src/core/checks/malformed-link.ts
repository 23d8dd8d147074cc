/** Links that a reader sees as brackets. */
import type { Check, Found } from './check.ts'
import { proseLinesOf } from './prose-of.ts'

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

interface Shape {
  readonly pattern: RegExp
  readonly mend: (words: string, address: string) => string
}

/** Each shape with a sample; groups: words and address. */
const SHAPES: readonly Shape[] = [
  {
    // "[x]((https://a.uk))"
    pattern: /(?<!\\)\[([^[\]]*)\]\(\((\S*?)\)\)/g,
    mend: (words, address) => `[${words}](${address})`,
  },
  {
    // "[x](https://a.uk/b c)", but not a title: "[x](https://a.uk "c")"
    pattern: /(?<!\\)\[([^[\]]*)\]\((https?:\/\/[^\s()]*[ \t]+(?!["'(])[^()]*)\)/g,
    mend: (words, address) => `[${words}](${address.trim().replace(/\s+/g, '%20')})`,
  },
  {
    // "[x] (https://a.uk)"
    pattern: /(?<!\\)\[([^[\]]+)\][ \t]+\((https?:\/\/[^\s()]+)\)/g,
    mend: (words, address) => `[${words}](${address}), without the space`,
  },
  {
    // "[x](https://a.uk" and no bracket before the next space
    pattern: /(?<!\\)\[([^[\]]*)\]\((https?:\/\/[^\s()]*)(?=\s*$|[ \t]+(?!["'(])[^()]*(?:$|\())/g,
    mend: (words, address) => `[${words}](${address})`,
  },
  {
    // "[x]()"
    pattern: /(?<!\\)\[([^[\]]+)\]\(\s*()\)/g,
    mend: (words) => `an address: [${words}](https://…)`,
  },
  {
    // "(x)[https://a.uk]"
    pattern: /\(([^()]+)\)\[(https?:\/\/[^\s[\]]+)\]/g,
    mend: (words, address) => `[${words}](${address})`,
  },
]

function faultsIn(line: string): readonly Fault[] {
  if (!line.includes('[')) return []
  return SHAPES.flatMap(({ pattern, mend }) =>
    [...line.matchAll(pattern)].map((match) => ({
      at: match.index,
      found: match[0],
      mend: mend(match[1] ?? '', match[2] ?? ''),
    })),
  ).sort((a, b) => a.at - b.at)
}
