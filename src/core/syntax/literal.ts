/** What may stand in braces: a comment, or words in quotation marks. All else would be code. */

interface Literal {
  /** What it shows; `''` for a comment. */
  readonly words: string
}

// Matches "'plain words'", `"x"`, "`x`" and "-1.5": what needs no reading to know its value.
const RE_LITERAL = /^(?:'([^'\\\r\n]*)'|"([^"\\\r\n]*)"|`([^`\\$]*)`|(-?\d{1,15}(?:\.\d{1,15})?))$/

/** Reads what stands between braces; `undefined` for code. */
export function literalOf(braced: string): Literal | undefined {
  const typed = braced.trim()
  if (isComment(typed)) return { words: '' }
  const [literal, ...words] = RE_LITERAL.exec(typed) ?? []
  return literal === undefined ? undefined : { words: words.find((one) => one !== undefined) ?? '' }
}

/** Whether all of it is comments. Each ends at the first sign that ends one: behind it, code may stand. */
function isComment(typed: string): boolean {
  let at = 0
  while (at < typed.length) {
    if (!typed.startsWith('/*', at)) return false
    const end = typed.indexOf('*/', at + 2)
    if (end < 0) return false
    at = end + 2
    while (typed[at]?.trim() === '') at += 1
  }
  return true
}
