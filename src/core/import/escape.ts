/** Words that must not be read as signs. */

// Matches what starts a block at the start of a line: "# ", "- ", "1. ", "> ", "```", "---", "| --- |".
const RE_BLOCK_START =
  /^(?:#{1,6}(?=\s|$)|[-+*](?=\s|$)|>|`{3}|~{3}|=+\s*$|-+\s*$|(?:\*[ \t]*){3,}$|(?:_[ \t]*){3,}$|(?:-[ \t]*){3,}$|\|?[ \t]*:?-+:?[ \t]*(?:\||$))/
// Matches "12. " and "1) " at the start of a line.
const RE_NUMBER = /^(\d{1,9})([.)])(?=\s|$)/
// Matches "import " and "export {": in the first column these open code.
const RE_CODE_WORD = /^(?:import|export)(?=[ \t{*"']|$)/

/** A line of words so that its start is no heading, list, quote, fence, rule or table. */
export function escapeStart(line: string): string {
  if (RE_BLOCK_START.test(line)) return `\\${line}`
  return line.replace(RE_NUMBER, '$1\\$2')
}

/** Whether a line in the first column would be read as code. A space in front is enough to mend it. */
export function opensCode(line: string): boolean {
  return RE_CODE_WORD.test(line)
}

// Matches each sign that could mean something inside a line; "_" only at the edge of a word.
const RE_SIGN =
  /[\\`*[\]<{~|]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&(?=#\d+;|#[xX][\da-fA-F]+;|[A-Za-z]\w*;)/gu

/** Plain words as Markdown that shows just these words. */
export function escapeWords(words: string): string {
  return words.replace(RE_SIGN, '\\$&')
}

/** An address as it stands between the brackets of a link. */
export function escapeAddress(address: string): string {
  return address
    .trim()
    .replace(/[\s()<>\\{}`|]/gu, (sign) => encodeURIComponent(sign).replace(/[()]/g, percent))
    .replace(/&(?=#\d+;|#[xX][\da-fA-F]+;|[A-Za-z]\w*;)/g, '&amp;')
}

function percent(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase()}`
}

/** A comment as the case keeps it: seen by writers only. */
export function commentOf(words: string): string {
  // The engine reads a backtick even in there.
  const inner = words.replaceAll('*/', '* /').replaceAll('`', "'")
  return `{/*${/^\s/.test(inner) ? '' : ' '}${inner}${/\s$/.test(inner) ? '' : ' '}*/}`
}

// Matches any sign of ASCII that a backslash can precede.
const RE_ANY_SIGN = /[!-/:-@[-`{-~]/g

/** A stretch of source as paragraphs that show every character of it. */
export function literal(raw: string, eol: string): string {
  return raw
    .split(/\r\n|\n|\r/)
    .map((line) => line.replace(/^[ \t]+|[ \t]+$/g, '').replace(RE_ANY_SIGN, '\\$&'))
    .map((line) => (opensCode(line) ? ` ${line}` : line))
    .join(eol)
}
