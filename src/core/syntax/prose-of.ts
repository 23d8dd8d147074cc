/** A source with spaces in place of all that is not an author's prose, so that places stay the same. */

// Matches a fence and what it holds, to the same fence or the end of the file.
const RE_FENCE = /^([ \t>]*)(`{3,}|~{3,})[^\n]*(?:\n[\s\S]*?^[ \t>]*\2[`~]*[ \t\r]*$|[\s\S]*$)/gm
// Matches "{/* a comment */}".
const RE_COMMENT = /\{\s*\/\*(?:(?!\{\s*\/\*)[\s\S])*?\*\/\s*\}/g
// Matches "`code`" and "`` co`de ``", not over a blank line.
const RE_CODE = /(?<!`)(`+)(?!`)(?:(?!\n[ \t\r]*\n)[\s\S])*?(?<!`)\1(?!`)/g

/** The text with code and comments turned into spaces; same length, same lines. */
export function proseOf(text: string): string {
  return [RE_FENCE, RE_COMMENT, RE_CODE].reduce(
    (rest, pattern) => rest.replace(pattern, (found) => found.replace(/[^\r\n]/g, ' ')),
    text,
  )
}

/** One line of prose, with its 1-based number. */
interface ProseLine {
  readonly line: number
  readonly text: string
}

/** The lines of a source's prose; a byte order mark is no part of it. */
export function proseLinesOf(text: string): readonly ProseLine[] {
  return proseOf(text.replace(/^\uFEFF/, ''))
    .split(/\r\n|\n|\r/)
    .map((line, index) => ({ line: index + 1, text: line }))
}
