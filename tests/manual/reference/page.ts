/** Markdown of generated pages: tables, code, and words that are read as words. */

/** What a page begins with, so that nobody mends it by hand. */
const MADE = '{/* Made from the tables of the code: npm test -- manual says how. */}'

/** A file of the manual. */
export function page(...blocks: readonly string[]): string {
  return `${[MADE, ...blocks].join('\n\n')}\n`
}

/** A table, its columns as wide as they come. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

/** A cell holds one line, and no line of its own between columns. */
function cell(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, ' ').replaceAll('|', '\\|')
}

/** Plain text as Markdown: what a case would read as its own stands in code, other signs are escaped. */
export function plain(text: string): string {
  return text.replaceAll(RE_SIGN, (sign) => (sign.length > 1 ? `\`${sign}\`` : `\\${sign}`))
}

// Matches "<Internal>", "[words](address)", "(3a)", and the signs "<", "{", "*" and "_".
const RE_SIGN = /<[A-Z]\w*[^>]*>|!?\[[^\]]*\]\([^)]*\)|\((?:\d+[a-z]?|[A-Z]+\d+)\)|[<{*_]/g

// Matches "<Internal>", "</Notes>", "audience: internal": even in code a public build cuts them.
const RE_CUT = /(<\/?|audience: *)(Internal|Notes|internal)/g

/** Code in a fence that is longer than any in it. An unseen sign keeps examples of cuts from being cut. */
export function fence(language: string, code: string): string {
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([run]) => run.length))
  // What git leaves in a file is an example only in longer marks.
  const marks = '`'.repeat(Math.max(longest + 1, /^<{7}/m.test(code) ? 4 : 0))
  return `${marks}${language}\n${code.replaceAll(RE_CUT, '$1\u2060$2')}\n${marks}`
}

/** Words as code. */
export function code(words: string): string {
  return `\`${words.replaceAll(RE_CUT, '$1\u2060$2')}\``
}
