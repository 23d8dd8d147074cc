/** Words without some stretches of them, such as citations, which are links. */

// Matches what closes up to the word before it, but not the sign of ".CSV".
const RE_CLOSING_SIGN = /^[.,;:!?…](?![\p{L}\d])/u

/** The text on one line without the first of each stretch; its full stop follows the word before it. */
export function leaveOut(text: string, stretches: readonly string[]): string {
  const rest = stretches.reduce((words, stretch) => {
    const index = words.indexOf(stretch)
    if (index < 0) return words
    const after = words.slice(index + stretch.length)
    const before = words.slice(0, index)
    return (RE_CLOSING_SIGN.test(after) ? before.trimEnd() : before) + after
  }, text)
  return rest.replace(/\s+/g, ' ').trim()
}
