/** Text from a command line, as it may stand in a source. */

// Matches "`code`", in which nothing needs a backslash.
const RE_CODE = /((?<!`)`+[^`]+`+)/
// Matches "<" and "{" that no backslash escapes: MDX takes them for code.
const RE_CODE_SIGN = /(?<!\\)[<{]/g
// Matches "# ", "- ", "> ", "12. " at the start: Markdown takes them for a heading or a list.
const RE_START = /^(?:#{1,6}(?=\s|$)|[-+*](?=\s|$)|>|~{3}|\d+(?=[.)](?:\s|$)))/

/** On one line, with `<` and `{` escaped. Emphasis, links and citations stay what they are. */
export function escapeText(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line
    .split(RE_CODE)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(RE_CODE_SIGN, '\\$&')))
    .join('')
}

/** The same at the start of a paragraph or entry, where no label stands before it. */
export function escapeStart(text: string): string {
  return text.replace(RE_START, (sign) => (/^\d/.test(sign) ? `${sign}\\` : `\\${sign}`))
}
