/** The names of fonts, whoever made them. */

// Matches what a name in a style sheet may hold, whoever made the font.
const RE_NO_NAME = /[^\p{L}\p{N} ._-]/gu

/** The name of a font as a style sheet may hold it. */
export function plainName(family: string): string {
  return family.replace(RE_NO_NAME, ' ').trim()
}
