/** The language of what the tool says by itself, on pages of a case in another one. */

/** `en-GB`, for the `lang` of labels; undefined where the case is in English, and the page says so already. */
export function labelLanguage(language: string): 'en-GB' | undefined {
  return new Intl.Locale(language).language === 'en' ? undefined : 'en-GB'
}
