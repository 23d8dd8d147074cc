/** In which direction a text is written. */

/** Scripts that run from right to left, as ISO 15924 calls them. */
const FROM_RIGHT = new Set('Adlm Arab Aran Hebr Mand Nkoo Rohg Samr Syrc Thaa'.split(' '))

/** The direction of a language, by the script that it is mostly written in: `ar` → `rtl`. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  const script = new Intl.Locale(language).maximize().script ?? ''
  return FROM_RIGHT.has(script) ? 'rtl' : 'ltr'
}

// Matches a text whose first letter is of a script from right to left: "1. שלום", but not "GR-17 رقم".
const RE_FROM_RIGHT =
  /^\P{L}*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u

/** Whether a paragraph runs from right to left: its first letter says so, as with `dir="auto"`. */
export function runsFromRight(text: string): boolean {
  return RE_FROM_RIGHT.test(text)
}
