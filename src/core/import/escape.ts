/** Escapes words so that Markdown and MDX show them as they are. */

// Matches what starts a block at the start of a line: "# ", "- ", "1. ", "> ", "```", "---", "| --- |".
const RE_BLOCK_START =
  /^(?:#{1,6}(?=\s|$)|[-+*](?=\s|$)|>|`{3}|~{3}|=+\s*$|-+\s*$|(?:\*[ \t]*){3,}$|(?:_[ \t]*){3,}$|(?:-[ \t]*){3,}$|\|?[ \t]*:?-+:?[ \t]*(?:\||$))/
// Matches "12. " and "1) " at the start of a line.
const RE_NUMBER = /^(\d{1,9})([.)])(?=\s|$)/
// Matches "import " and "export {": in the first column, MDX reads these as code.
const RE_CODE_WORD = /^(?:import|export)(?=[ \t{*"']|$)/

/** Escapes the start of a line, so that it opens no heading, list, quote, fence, rule or table. */
export function escapeLineStart(line: string): string {
  if (RE_BLOCK_START.test(line)) return `\\${line}`
  return line.replace(RE_NUMBER, '$1\\$2')
}

/** Whether MDX would read a line in the first column as code. A space before it prevents that. */
export function startsCode(line: string): boolean {
  return RE_CODE_WORD.test(line)
}

// Matches each sign that has a meaning inside a line; "_" only at the edge of a word.
const RE_SIGN =
  /[\\`*[\]<{~|]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&(?=#\d+;|#[xX][\da-fA-F]+;|[A-Za-z]\w*;)/gu

/** Escapes plain words, so that Markdown shows exactly these words. */
export function escapeWords(words: string): string {
  return words.replace(RE_SIGN, '\\$&')
}

/** Escapes an address for the round brackets of a link. */
export function escapeAddress(address: string): string {
  return address
    .trim()
    .replace(/[\s()<>\\{}`|]/gu, (sign) => encodeURIComponent(sign).replace(/[()]/g, percent))
    .replace(/&(?=#\d+;|#[xX][\da-fA-F]+;|[A-Za-z]\w*;)/g, '&amp;')
}

function percent(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase()}`
}

/** Words as an MDX comment, which only writers see. */
export function commentOf(words: string): string {
  // Sätteri reads a backtick even inside a comment.
  const inner = words.replaceAll('*/', '* /').replaceAll('`', "'")
  return `{/*${/^\s/.test(inner) ? '' : ' '}${inner}${/\s$/.test(inner) ? '' : ' '}*/}`
}

// Matches any ASCII sign that a backslash can escape.
const RE_ANY_SIGN = /[!-/:-@[-`{-~]/g

/** Escapes every sign of a text, so that its paragraphs show each character. */
export function escapeEverySign(raw: string, eol: string): string {
  return raw
    .split(/\r\n|\n|\r/)
    .map((line) => line.replace(/^[ \t]+|(?<![ \t])[ \t]+$/g, '').replace(RE_ANY_SIGN, '\\$&'))
    .map((line) => (startsCode(line) ? ` ${line}` : line))
    .join(eol)
}
