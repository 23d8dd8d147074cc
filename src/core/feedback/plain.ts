/** Words of strangers as plain text: nothing in them acts on the page, or hides. */

// Matches control characters, marks of direction, tags and other signs that nobody sees, halves of
// characters, and what no letter is assigned to. Joiners stay: some scripts and emoji need them.
const RE_UNSEEN = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]+/gu

// Matches more marks on one letter than any language writes.
const RE_PILED = /(\p{M}{4})\p{M}+/gu

/** One line without control, direction and hidden characters; `''` where nothing is left. */
export function plainWords(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(RE_UNSEEN, '')
    .replace(RE_PILED, '$1')
    .replace(/ +/g, ' ')
    .trim()
}
