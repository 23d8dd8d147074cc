/** What a box says: the id and the first words. */

/** The longest label in characters, id and ellipsis apart; two lines of a box. */
const MOST_CHARACTERS = 45

/**
 * `('O2', 'Users cannot switch between channels without repetition')` → `O2 Users cannot switch
 * between channels without…`. Cuts between words, and inside a word only if it is longer than the
 * whole label.
 */
export function labelOf(id: string, text: string): string {
  return [id, firstWords(text)].filter(Boolean).join(' ')
}

function firstWords(text: string): string {
  const words = text.split(/\s+/).filter(Boolean)
  const whole = words.join(' ')
  if (lengthOf(whole) <= MOST_CHARACTERS) return whole
  const fitting = words.filter(
    (_, index) => lengthOf(words.slice(0, index + 1).join(' ')) <= MOST_CHARACTERS,
  )
  const cut = fitting.join(' ') || graphemes(whole).slice(0, MOST_CHARACTERS).join('')
  return `${cut.replace(/[\s,;:.–—-]+$/u, '')}…`
}

function lengthOf(text: string): number {
  return graphemes(text).length
}

/** What readers call characters: cutting inside one would break accents and emoji. */
function graphemes(text: string): readonly string[] {
  if (RE_PLAIN.test(text)) return text.split('')
  return [...segmenter.segment(text)].map(({ segment }) => segment)
}

// Matches text of unaccented letters, of which each is one character: most text, and much faster.
const RE_PLAIN = /^[\x20-\x7e]*$/

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })
