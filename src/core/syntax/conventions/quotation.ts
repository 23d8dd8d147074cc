/** A quoted sentence inside prose: `The vision says, "in 2030, … user needs."` */

interface Quotation {
  /** Index of the opening mark in the text. */
  readonly start: number
  /** Index after the closing mark. */
  readonly end: number
}

// Matches a quotation of whole words that ends like a sentence, in straight or curly double marks.
const RE_QUOTATION = /["“]([^"“”\n]{25,320}[.!?])["”]|["“]([^"“”\n]{25,320})["”](?=[.!?](?:\s|$))/

/** The first quoted sentence of at least six words, or `undefined`. */
export function readQuotation(text: string): Quotation | undefined {
  const match = RE_QUOTATION.exec(text)
  const words = match?.[1] ?? match?.[2]
  if (!match || !words || words.trim().split(/\s+/).length < 6) return undefined
  return { start: match.index, end: match.index + match[0].length }
}
