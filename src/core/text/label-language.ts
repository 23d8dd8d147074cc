/** The language of what the tool says by itself, on pages of a case in another one. */

/** The language of a case's own words among labels; undefined where all is in English. */
export function languageAmongLabels(language: string): string | undefined {
  return labelLanguage(language) && language
}

/** `en-GB`, for the `lang` of labels; undefined where the case is in English, and the page says so already. */
export function labelLanguage(language: string): 'en-GB' | undefined {
  return new Intl.Locale(language).language === 'en' ? undefined : 'en-GB'
}
