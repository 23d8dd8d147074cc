/** What stands in place of words that are left out: readers see nothing of it, and no line moves. */

/** Spaces, so that every place behind stays the same. */
export function blank(words: string): string {
  return words.replace(/[^\r\n]/g, ' ')
}

// Matches what containers need at the start of a line: "  ", "> ".
const RE_BEFORE = /^[ \t>]*/

/**
 * A comment of the same lines and columns: it keeps apart what stands before and behind, as the
 * words did.
 *
 * @param words at least 6 characters, and 3 on the last line
 */
export function comment(words: string): string {
  const dotted = words
    .split(/(\r?\n|\r)/)
    .map((line, index) => {
      if (index % 2 === 1) return line
      const before = index === 0 ? '' : (RE_BEFORE.exec(line)?.[0] ?? '')
      return before + '.'.repeat(line.length - before.length)
    })
    .join('')
  return `{/*${dotted.slice(3, -3)}*/}`
}

// Matches the hashes of a heading or the sign of a list entry.
const RE_SIGN = /^(?:#{1,6}|[-*+]|\d{1,9}[.)])[ \t]+/

// Matches "Withdrawn." at the end.
const RE_GONE = /withdrawn\.?\s*$/i
// Matches what may stand before it: "Evidence 12c: ".
const RE_BEFORE_GONE = /^[^\n:]*(?:[\n:][*\s]*)?$/

/** Whether an item, as written, says no more than that it was withdrawn. */
export function isGone(words: string): boolean {
  const end = RE_GONE.exec(words)
  return end !== null && RE_BEFORE_GONE.test(words.slice(0, end.index))
}

/** The label with `Withdrawn` behind it; the rest is blank. Places on the same line may move. */
export function withdrawn(words: string, label: string): string {
  const [line = ''] = words.split(/\r?\n|\r/, 1)
  const sign = RE_SIGN.exec(line)?.[0] ?? ''
  return `${sign}${label}: Withdrawn`.padEnd(line.length) + blank(words.slice(line.length))
}
