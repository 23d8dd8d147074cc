/** The tables of a text that Markdown has not: of charts, of HTML, and of fences with values between commas. */
import { z } from 'zod'
import { csvRows } from '../import/foreign/csv.ts'
import { codeStretches } from './code-markers.ts'

/** A table as Markdown would have it, and where it stands: 0-based, in UTF-16 units. */
interface Table {
  readonly start: number
  readonly words: string
  readonly markdown: string
}

// Matches `<Chart from="costs.csv" table='[["Area","Cost"],["North","17"]]'`, with entities in the place of markup.
const RE_CHART = /(?<= table=')[^'\n]*(?=')/g
// Matches "<table>", with no other table in it.
const RE_HTML = /<table\b(?:(?!<table\b)[\s\S])*?<\/table\s*>/gi
// Matches "```csv" and the end of its line.
const RE_FENCE = /^[ \t>]*[`~]{3,}[ \t]*[ct]sv\b[^\n]*\n/i

/** The tables that charts name, as the reader of a case puts them into a tag: their cells are words of the case. */
export function chartTables(text: string): readonly Table[] {
  return [...text.matchAll(RE_CHART)].map(({ index, 0: words }) =>
    tableOf(index, words, cellsOfJson(words)),
  )
}

/**
 * All of them, by how they are written.
 *
 * @param words the text with spaces in place of code
 */
export function foreignTables(text: string, words: string): readonly Table[] {
  const html = [...words.matchAll(RE_HTML)].map(({ index, 0: table }) =>
    tableOf(index, table, cellsOfHtml(table)),
  )
  const fences = codeStretches(text).flatMap(({ start, end, fence }) => {
    const lines = fence === 'words' ? text.slice(start, end) : ''
    const values = lines.replace(RE_FENCE, '')
    return values === lines ? [] : [tableOf(start, lines, csvRows(values.replace(RE_QUOTED, '')))]
  })
  return [...chartTables(text), ...html, ...fences]
}

// Matches the signs of a quote, and the fence that ends the lines.
const RE_QUOTED = /^[ \t]*>+[ \t]?|^[ \t>]*[`~]{3,}[ \t]*$/gm

type Cells = readonly (readonly string[])[]

function tableOf(start: number, words: string, cells: Cells): Table {
  const notes = cells.flatMap(([first = '']) => RE_NOTE.exec(first)?.[1] ?? [])
  const [titles = '', ...rows] = cells
    .filter(([first = '']) => !RE_NOTE.test(first))
    .map((row) => `| ${row.map(plain).join(' | ')} |`)
  const comments = notes.map((note) => `\n{/* ${note} */}`)
  return { start, words, markdown: [titles, '| - |', ...rows, ...comments].join('\n') }
}

// Matches what is no row for many programs: "# internal".
const RE_NOTE = /^\s*(?:#|\/\/)\s*(\S[^{}*/]*)$/

function cellsOfJson(json: string): Cells {
  const rows = cellsSchema.safeParse(parsed(json))
  return rows.success ? rows.data : [[json]] // Its writer made it up: all of it is words.
}

const cellsSchema = z.array(z.array(z.string()))

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

function cellsOfHtml(html: string): Cells {
  return html
    .split(/<tr\b[^<>]*>/i)
    .map((row) => row.split(/<t[dh]\b[^<>]*>/i).slice(1))
    .slice(1)
}

// Matches tags, and signs that mean something in Markdown and nothing in a cell.
const RE_MARKS = /<[^<>]*>|[|`*~\\]|\s+/g

function plain(cell: string): string {
  return cell.replace(RE_MARKS, ' ').trim()
}
