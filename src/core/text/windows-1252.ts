/** UTF-8 that was read as Windows-1252, and back. */

/** Characters of the bytes 0x80 to 0x9F; those without one stay control characters. */
const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

const BYTES: ReadonlyMap<string, number> = new Map(
  [...HIGH].map((character, index) => [character, 0x80 + index]),
)

// Any character that stands for a continuation byte of UTF-8, 0x80 to 0xBF.
const NEXT = `[${HIGH}\\u0080-\\u00bf]`

// Matches "Ã©", "â€™" and "ðŸ˜€": a leading byte and as many more as it announces.
const RE_SEQUENCE = new RegExp(
  `[\\u00c2-\\u00df]${NEXT}|[\\u00e0-\\u00ef]${NEXT}{2}|[\\u00f0-\\u00f4]${NEXT}{3}`,
  'g',
)

// Matches what people type and what is then damaged: accented letters, punctuation, signs, arrows,
// emoji. Anything else that happens to decode ("É »", "þ«") is most likely a real word.
const RE_PLAUSIBLE =
  /^[\u00a0-\u017f\u02c6\u02dc\u2010-\u2027\u2030-\u203a\u20ac\u2122\u2190-\u27bf\ufeff\ufffd\u{1f300}-\u{1faff}]$/u

// Matches the end of a real word in capitals before a quotation mark or a space: "MANHÃ”", "HEJÅ »".
const RE_CAPITALS = /\p{Lu}$/u
const RE_CLOSING = /^[“”‘’«»\u00a0…–—]$/

/** Undoes the damage, however often it was done; real words stay as they are. */
export function mendEncoding(text: string): string {
  const mended = mendOnce(text)
  return mended === text ? text : mendEncoding(mended)
}

function mendOnce(text: string): string {
  return text
    .replace(RE_SEQUENCE, (found, index: number) => {
      const [lead = '', next = ''] = found
      if (RE_CLOSING.test(next) && RE_CAPITALS.test(text.slice(0, index)) && found.length === 2) {
        return found
      }
      // "„Ä“" is German; "â‚¬Å“" is a quotation mark that was damaged twice.
      const isTwice = text[index - 1] === '¬'
      if (/[ÄÅ]/.test(lead) && RE_CLOSING.test(next) && !isTwice) return found
      const character = decode(found)
      return character && RE_PLAUSIBLE.test(character) ? character.replace('\ufeff', '') : found
    })
    .replace(/â€(?=$|[\s"'.,;:!?)])/g, '”') // its third byte has no character and is often lost
}

/** The character that the bytes make in UTF-8, or `undefined`. */
function decode(found: string): string | undefined {
  const bytes = [...found].map((character) => BYTES.get(character) ?? character.charCodeAt(0))
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(new Uint8Array(bytes))
  } catch {
    return undefined // no UTF-8, so no damage of this sort
  }
}
