/** What is nearly something, and the lines in which it is looked for. */

/** What stands there, and what would be read. */
export interface Near extends NearLine {
  /** What its writer most likely meant, as a noun. */
  readonly what: string
  /** The lines that should be typed. */
  readonly mend: readonly string[]
}

/** Words of one line. */
export interface NearLine {
  /** Of their first character in the passage. */
  readonly index: number
  readonly words: string
}

// Matches what stands in front of a line in a quote.
const RE_BEFORE = /^[ \t>]*/

/** The lines of a passage that have words. */
export function linesOf(text: string): readonly NearLine[] {
  let start = 0
  return text.split('\n').flatMap((line) => {
    const before = RE_BEFORE.exec(line)?.[0].length ?? 0
    const index = start + before
    start += line.length + 1
    const words = line.slice(before).trimEnd()
    return words === '' ? [] : [{ index, words }]
  })
}
