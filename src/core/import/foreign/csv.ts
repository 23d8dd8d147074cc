/** Reads a table of text: commas, semicolons or tabs between its cells. */

import { parse } from 'csv-parse/sync'
import { unguardFormulas } from '../../text/formulas.ts'
import { escapeXml } from '../../text/xml.ts'
import type { ForeignDocument } from './document.ts'
import { sentenceOf } from './html-text.ts'
import { MOST_PARTS, RefusedDocument } from './refused.ts'

const SEPARATORS = [',', ';', '\t', '|'] as const

/**
 * Reads a file of comma-separated values as a document with one table.
 *
 * @param name what it is called: a table needs a heading, which the file has not
 */
export function readCsv(text: string, name: string): ForeignDocument {
  const rows = csvRows(text)
  if (rows.reduce((sum, row) => sum + row.length, 0) > MOST_PARTS)
    throw new RefusedDocument(`it has more than ${MOST_PARTS} cells`)
  return { html: `<h2>${escapeXml(sentenceOf(name))}</h2>${tableHtml(rows)}` }
}

/**
 * The cells of a file of comma-separated values (RFC 4180) and its kin. The separator is the one that
 * gives the most columns in the most rows.
 */
export function csvRows(text: string): readonly (readonly string[])[] {
  const plain = text.replace(/^\uFEFF/, '').replace(/^sep=.[\r\n]+/i, '')
  const tables = SEPARATORS.flatMap((delimiter) => rowsOf(plain, delimiter))
  const [best] = tables.toSorted((a, b) => regularity(b) - regularity(a))
  const found = best ?? plain.split(/\r\n|\n|\r/).map((line) => [line])
  return found.map((row) => row.map(unguardFormulas))
}

/** A table of plain cells. */
export function tableHtml(rows: readonly (readonly string[])[]): string {
  const lines = rows.map(
    (row) => `<tr>${row.map((cell) => `<td>${cellHtml(cell)}</td>`).join('')}</tr>`,
  )
  return `<table>${lines.join('')}</table>`
}

function cellHtml(cell: string): string {
  return escapeXml(cell.trim()).replace(/\r\n|\n|\r/g, '<br>')
}

function rowsOf(text: string, delimiter: string): readonly (readonly string[][])[] {
  try {
    const rows: string[][] = parse(text, {
      delimiter,
      relaxColumnCount: true,
      relaxQuotes: true,
      skipEmptyLines: true,
    })
    return [rows]
  } catch {
    return [] // a quotation mark that never ends, which it may with another separator
  }
}

/** How many rows have as many cells as the first, times how many that are. */
function regularity(rows: readonly (readonly string[])[]): number {
  const width = rows[0]?.length ?? 0
  return width < 2 ? 0 : width * rows.filter((row) => row.length === width).length
}
