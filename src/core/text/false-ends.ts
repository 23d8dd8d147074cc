/** Signs that end no sentence, though they look like it, for what reads where sentences end. */

// Matches "(We asked. They agreed.)", without brackets in it.
const RE_BRACKET = /\([^()]{1,400}\)/g
// Matches what ends a sentence inside a bracket, but not right before the bracket's own end.
const RE_END_WITHIN = /[.!?](?=[^)])/g
// Matches the mark in "They fall.[2] Then", "They fall.¹ Then" and "They fall.[2][3] Then".
const RE_REFERENCE = /(?<=[.!?…]["'”’)]*)(?:(?:\[\d{1,3}\])+|[¹²³⁰⁴-⁹]+)(?=\s|$)/g
// Matches "1." before a space, with what stands before it.
const RE_NUMBER = /(?<before>^|[^\s]\s+|\()(?<number>\d{1,2})\.(?=\s)/g
// Matches what stands before the first number of a row: "services: 1.".
const RE_OPENS = /^$|[:;,–—(]\s*$/

/** A text of the same length: brackets are in one piece, marks of sources are spaces, and "1." of a row is no end. */
export function withoutFalseEnds(text: string): string {
  return withoutNumbers(
    text
      .replace(RE_BRACKET, (bracket) => bracket.replace(RE_END_WITHIN, ','))
      .replace(RE_REFERENCE, (mark) => ' '.repeat(mark.length)),
  )
}

/** Rows that are numbered in the text: "three services: 1. Pay 2. Notify". */
function withoutNumbers(text: string): string {
  let last = Number.NaN
  return text.replace(RE_NUMBER, (found, before: string, number: string) => {
    if (!RE_OPENS.test(before) && Number(number) !== last + 1) return found
    last = Number(number)
    return `${found.slice(0, -1)},`
  })
}
