/** Thousands and more, as people write them behind a number. */

/** By how much a word multiplies the number before it. */
const SCALES: Readonly<Record<string, number>> = {
  ...{ k: 1e3, thousand: 1e3, m: 1e6, mn: 1e6, mln: 1e6, million: 1e6 },
  ...{ bn: 1e9, bln: 1e9, billion: 1e9, tn: 1e12, trillion: 1e12 },
}

/** These words as a pattern. */
export const SCALE_WORDS = Object.keys(SCALES).join('|')

/** Whether a number takes its scale from the one behind it: "3 to 5 million" does, "£430,000 to £1 million" does not. */
export function borrowsScale(digits: string): boolean {
  return Number(digits.replace(/[, ]/g, '')) < 1000
}

/** Digits as a pattern: `1,030`, `1 200 000`, `2.5`, `.5`. */
export const DIGITS =
  '(?:\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d{1,3}(?: \\d{3})+(?!\\d)(?:\\.\\d+)?|\\d+(?:\\.\\d+)?|\\.\\d+)'

/** The number that such a word stands for, `million` → 1,000,000; 1 for no word. */
export function scaleOf(word = ''): number {
  const lower = word.toLowerCase()
  return Object.hasOwn(SCALES, lower) ? (SCALES[lower] ?? 1) : 1
}
