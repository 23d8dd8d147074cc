/** Small signs that stand higher or lower, as plain text: it has digits of its own for them. */

const DIGITS = { sup: '⁰¹²³⁴⁵⁶⁷⁸⁹', sub: '₀₁₂₃₄₅₆₇₈₉' } as const

// Matches "th" in "4th", and "TM": words behind a word, which need no sign.
const RE_ENDING = /^(?:st|nd|rd|th|e|er|ère|re|ème|o|a|ª|º|tm|™|®)$/i

/** `3` as `³`, `2` as `₂`; `n` as `^n`, so that xⁿ is never told as "xn". */
export function shifted(text: string, how: keyof typeof DIGITS): string {
  const plain = text.replace(/\d/g, (digit) => DIGITS[how][Number(digit)] ?? digit)
  if (!/\p{L}/u.test(text)) return how === 'sup' ? plain.replaceAll(/[-−–]/g, '⁻') : plain
  return how === 'sub' || RE_ENDING.test(text) ? text : `^${text}`
}
