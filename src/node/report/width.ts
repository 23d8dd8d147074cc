/** How many columns of a terminal a text takes. */

/** What a reader sees as one character. */
export interface Grapheme {
  /** As it is printed. */
  readonly text: string
  /** Columns. */
  readonly width: number
  /** Characters of the line before it, and of it. */
  readonly offset: number
  readonly length: number
  /** Columns before it. */
  readonly at: number
}

const TAB = 4

// Matches a line of which each character takes one column: 'A plain line.'
const RE_PLAIN = /^[\x20-\x7e]*$/

// Matches what terminals show in two columns: 漢, ｱ in full width, 😀.
const RE_WIDE =
  /^(?:[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}|.\ufe0f)/u

// Matches characters that would move the cursor, or worse: the escape that starts a colour.
const RE_CONTROL = /\p{Cc}|[\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu

// Matches characters without a width of their own: a joiner, a combining accent on nothing.
const RE_NOTHING = /^[\p{Mn}\p{Me}\p{Cf}]+$/u

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

// Matches what build machines obey in whatever is printed: "##vso[…]", "##[…]", "::error …" in front of a line.
const RE_ORDER = /#(?=(?:#(?:vso|teamcity)?|teamcity)\[)|(?<=^[ \t]*):(?=:[a-z])/gim

/**
 * Words of files, people and git for a terminal: a dot for each control character but line breaks
 * and tabs, and for the first sign of what a build machine would obey.
 */
export function printable(words: string): string {
  const signs = words.replaceAll('\r\n', '\n')
  return signs
    .replace(RE_CONTROL, (sign) => (sign === '\n' || sign === '\t' ? sign : '·'))
    .replace(RE_ORDER, '·')
}

/** The characters of a line with their columns. A tab reaches to the next stop. */
export function cellsOf(line: string): readonly Grapheme[] {
  const parts = RE_PLAIN.test(line) ? line : [...graphemes.segment(line)].map((one) => one.segment)
  const cells: Grapheme[] = []
  let [offset, at] = [0, 0]
  for (const part of parts) {
    const text = part === '\t' ? ' '.repeat(TAB - (at % TAB)) : part.replace(RE_CONTROL, '·')
    const width = widthOf(text)
    cells.push({ text, width, offset, length: part.length, at })
    offset += part.length
    at += width
  }
  return cells
}

function widthOf(text: string): number {
  if (RE_PLAIN.test(text)) return text.length
  if (RE_NOTHING.test(text)) return 0
  return RE_WIDE.test(text) ? 2 : 1
}
