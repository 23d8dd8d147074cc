/** The language of code, as a document keeps it around its lines: whoever imports it has it again. */

/** The name of a bookmark around code: `code_yaml_2`; undefined for a language of which no name can be made. */
export function codeBookmark(language: string, n: number): string | undefined {
  return RE_PLAIN.test(language) ? `${NAME}${language}_${n}` : undefined
}

/** The language that a bookmark names; `''` for any other bookmark. */
export function languageIn(bookmark: string): string {
  return RE_BOOKMARK.exec(bookmark)?.[1] ?? ''
}

const NAME = 'code_'
// Word takes names of letters, digits and "_", of at most 40 signs.
const RE_PLAIN = /^[a-z][a-z0-9]{0,19}$/i
const RE_BOOKMARK = /^code_([a-z0-9]+)_\d+$/i
