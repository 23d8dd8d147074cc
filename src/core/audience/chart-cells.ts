/** The tables that charts name, as the reader of a case puts them into a tag: their cells are words of the case. */

// Matches `<Chart table='[["Area","Cost"],["North","17"]]'`, with entities in the place of markup.
const RE_TABLE = /(?<=<Chart table=')[^'\n]*(?=')/g

/** Each table as Markdown would have it, and where it stands: 0-based, in UTF-16 units. */
export function chartTables(
  text: string,
): readonly { readonly start: number; readonly words: string; readonly markdown: string }[] {
  return [...text.matchAll(RE_TABLE)].map(({ index: start, 0: words }) => {
    const [titles = '', ...rows] = rowsOf(words)
    return { start, words, markdown: [titles, '| - |', ...rows].join('\n') }
  })
}

function rowsOf(json: string): readonly string[] {
  try {
    const rows: readonly (readonly string[])[] = JSON.parse(json)
    return rows.map((row) => `| ${row.map(plain).join(' | ')} |`)
  } catch {
    return [json.replace(RE_MARKS, ' ')] // Its writer made it up: all of it is words.
  }
}

// Matches signs that mean something in Markdown, and nothing in a cell of a file.
const RE_MARKS = /[|`*~\\]/g

function plain(cell: string): string {
  return cell.replace(RE_MARKS, ' ')
}
