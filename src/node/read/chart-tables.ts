/** The tables of numbers that charts name, `<Chart from="costs.csv" />`, put into the text that names them. */
import { posix } from 'node:path'
import { findingOf } from '../../core/findings/finding-of.ts'
import { decode } from '../../core/import/decode.ts'
import { csvRows } from '../../core/import/foreign/csv.ts'
import type { Finding, Found } from '../../core/model/finding.ts'
import { parse } from '../../core/syntax/parse.ts'
import { attributeOf, type Node, walk } from '../../core/syntax/tree.ts'
import { escapeXml } from '../../core/text/xml.ts'
import { type FileFault, readCaseFile } from './case-file.ts'

/** The most that a chart may be drawn from, bytes and cells: its table stands below it. */
const LARGEST_TABLE = 250_000
const MOST_CELLS = 5000

/**
 * The text with the rows of each table in the tag that names it, so that all that reads words reads these
 * too, and nothing stands in another line than before.
 */
export function withChartTables(root: string, file: string, text: string): string {
  const tags = tagsIn(text, file)
  return tags.reduceRight((whole, { node, from }) => {
    const rows = readTable(root, file, from)
    // Behind what its author wrote, so that all of that keeps its column.
    const start = node.position?.start.offset ?? 0
    const at = start + (RE_TAG.exec(text.slice(start))?.[0].length ?? '<Chart'.length)
    if (!Array.isArray(rows)) return whole
    const cells = escapeXml(JSON.stringify(rows))
      .replaceAll('&quot;', '"')
      .replaceAll("'", '&apos;')
    return `${whole.slice(0, at)} table='${cells}'${whole.slice(at)}`
  }, text)
}

// Matches a tag up to its end: its name, and attributes with what stands in their quotes.
const RE_TAG = /^<Chart(?:\s+[\w-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'))?)*/

/** A text, or its beginning, as its author wrote it: without the rows that stand in its tags. */
export function withoutChartTables(text: string): string {
  return text.replace(RE_ROWS, '')
}

// Matches the rows behind what an author wrote in a tag.
const RE_ROWS = /(?<=<Chart\b[^<]*) table='\[\[[^']*\]'/g

/** An error for each table that can't be read. */
export function chartTableFindings(
  root: string,
  sources: readonly { readonly file: string; readonly text: string }[],
): readonly Finding[] {
  return sources.flatMap(({ file, text }) =>
    tagsIn(text, file).flatMap(({ node, from }) => {
      const rows = readTable(root, file, from)
      const { line, column } = node.position?.start ?? {}
      if (typeof rows !== 'string') return []
      const place = { file, ...(line && { line }), ...(column && { column }) }
      return [findingOf('broken-chart', { ...told(from, rows), place })]
    }),
  )
}

type Fault = FileFault | 'ending' | 'bytes' | 'empty'

const WHY: Readonly<Record<Fault, string>> = {
  absent: 'that is not there',
  dangling: 'that is not there',
  special: 'that is no file',
  outside: 'outside the case folder, which is not read',
  large: `of more than ${LARGEST_TABLE / 1000} kB or ${MOST_CELLS} cells`,
  refused: 'that you have no right to read',
  ending: 'of another kind',
  bytes: 'that is no text',
  empty: 'without rows',
}

function told(from: string, fault: Fault): Omit<Found, 'place'> {
  return {
    message: `Unexpected table ${from} of a chart ${WHY[fault]}, expected a .csv file beside this text, with names in its first row and column`,
    mend: `Put the table ${posix.basename(from)} beside this text, as a .csv file, or mend its name in <Chart from="…">`,
  }
}

function readTable(
  root: string,
  file: string,
  from: string,
): readonly (readonly string[])[] | Fault {
  if (!/\.[ct]sv$/i.test(from)) return 'ending'
  if (/^\s*(?:[a-z][a-z\d+.-]*:|\/|\\)/i.test(from)) return 'outside'
  const found = readCaseFile(root, posix.join(posix.dirname(file), from))
  if ('fault' in found) return found.fault
  if (found.bytes.length > LARGEST_TABLE) return 'large'
  // Spreadsheets save it in the encoding of their system.
  const decoded = decode(found.bytes)
  if (!decoded) return 'bytes'
  const rows = csvRows(decoded.text)
  if (rows.reduce((sum, row) => sum + row.length, 0) > MOST_CELLS) return 'large'
  return rows.length > 1
    ? rows.map((row) => row.map((cell) => cell.replace(/\s+/g, ' ').trim()))
    : 'empty'
}

function tagsIn(
  text: string,
  file: string,
): readonly { readonly node: Node; readonly from: string }[] {
  if (!/<Chart\b[^>]*\bfrom\b/.test(text)) return []
  const { tree } = parse(text, file)
  return [...(tree ? walk(tree) : [])].flatMap((node) => {
    const from = node.name === 'Chart' ? attributeOf(node, 'from') : undefined
    return from === undefined ? [] : [{ node, from }]
  })
}
