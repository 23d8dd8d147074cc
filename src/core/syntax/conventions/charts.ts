/** Charts: a table, a list or a line of numbers that `(as bars)` follows, as `<Chart as="bars">` around it. */
import { readForm } from '../../chart/forms.ts'
import { readCell } from '../../chart/quantity.ts'
import { readChartLines } from '../../chart/table.ts'
import { attributeOf, cutInline, element, type Node, textOf } from '../tree.ts'

// Matches "(as stacked bars)", alone.
const RE_MARK = /^\s*\(as\s+([\p{L} -]{1,24})\)[.]?\s*$/iu

/** What holds blocks among which a chart may stand: a quote is somebody's words. */
const HOLDERS = new Set(['root', 'mdxJsxFlowElement'])

/** The same tree, with an element around all that is to be a chart. */
export function readCharts(node: Node): Node {
  if (!node.children || !HOLDERS.has(node.type)) return node
  if (node.name === 'Chart')
    return { ...node, children: [...tableFrom(node), ...node.children.flatMap(withoutMark)] }
  const nodes: Node[] = []
  for (let index = 0; index < node.children.length; index += 1) {
    const one = node.children[index] as Node // index is below the length
    const next = node.children[index + 1]
    const marked = next && isNumbers(one) ? markIn(next, 'alone') : undefined
    const own = marked === undefined ? cutMark(one) : undefined
    if (next && marked !== undefined) {
      nodes.push(chartOf(one, marked, next))
      index += 1
    } else nodes.push(own ? chartOf(own.node, own.as, one) : readCharts(one))
  }
  return { ...node, children: nodes }
}

/** The line of numbers that a paragraph is, "North 6, Harbour 4", cut at its commas; undefined for words. */
export function linesOfNumbers(text: string): readonly string[] | undefined {
  const lines = text
    .replace(/[.]\s*$/, '')
    .split(/[,;]\s+(?:and\s+)?|\s+and\s+(?=\S+\s+\S*\d)/)
    .map((line) => line.trim())
  const [first = '', ...others] = lines
  // "By kind of home: flats 41%, houses 38%".
  const led = [first.replace(/^.*:\s+/, ''), ...others]
  return lines.length > 1 ? [led, lines].find((each) => readChartLines(each)) : undefined
}

/** Where words end in the name of a chart: the index of its bracket in `… (as bars)`, else -1. */
export function chartMarkIn(text: string): number {
  const found = endOf(text)
  return found && readForm(found.name) ? found.bracket : -1
}

/** What a text ends with, `… (as bars)`: read from its last bracket on, since texts are long. */
function endOf(text: string): { readonly name: string; readonly bracket: number } | undefined {
  const bracket = text.lastIndexOf('(')
  const name = bracket < 0 ? undefined : RE_MARK.exec(text.slice(bracket))?.[1]
  return name === undefined ? undefined : { name, bracket }
}

function isNumbers(node: Node): boolean {
  const isLine = node.type === 'paragraph' && linesOfNumbers(textOf(node)) !== undefined
  return node.type === 'table' || node.type === 'list' || isLine
}

/** The name of a form, or of what resembles one, that a paragraph is, or ends with. */
function markIn(node: Node, where: 'alone' | 'at the end'): string | undefined {
  if (node.type !== 'paragraph') return undefined
  const text = textOf(node)
  const name = where === 'alone' ? RE_MARK.exec(text)?.[1] : endOf(text)?.name
  return name !== undefined && readForm(name) ? name : undefined
}

/** A mark without an empty line above it is, for Markdown, the last row or the end of the last entry. */
function cutMark(node: Node): { readonly node: Node; readonly as: string } | undefined {
  const { children = [] } = node
  const last = children.at(-1)
  if (node.type === 'paragraph') {
    const as = markIn(node, 'at the end')
    const cut = as === undefined ? undefined : cutParagraph(node)
    return cut && as !== undefined && isNumbers(cut) ? { node: cut, as } : undefined
  }
  if (!last) return undefined
  const others = children.slice(0, -1)
  if (node.type === 'table') {
    const name = RE_MARK.exec(textOf(last).trim())?.[1]
    return name !== undefined && readForm(name) && others.length > 1
      ? { node: { ...node, children: others }, as: name }
      : undefined
  }
  if (node.type !== 'list') return undefined
  const paragraph = last.children?.at(-1)
  const as = paragraph && markIn(paragraph, 'at the end')
  if (!paragraph || !as) return undefined
  const kept = (last.children ?? []).slice(0, -1)
  const rest = cutParagraph(paragraph)
  const words = textOf(rest).trim() === '' ? kept : [...kept, rest]
  const entries = words.length > 0 ? [...others, { ...last, children: words }] : others
  const isOwnLine = /\n\s*\(as\s[^\n]*$/.test(textOf(paragraph)) || words.length === kept.length
  // Right behind the words of an entry it may be a part of them.
  const isMeant = isOwnLine || readChartLines(entries.map((entry) => textOf(entry))) !== undefined
  return isMeant && entries.length > 0 ? { node: { ...node, children: entries }, as } : undefined
}

function cutParagraph(node: Node): Node {
  const text = textOf(node)
  const end = text.slice(0, endOf(text)?.bracket).trimEnd().length
  const [kept] = cutInline(node.children ?? [], end)
  return { ...node, children: kept }
}

/** The table that stands in a file of its own, in the place of the chart that names it. */
function tableFrom(node: Node): readonly Node[] {
  const rows = cellsIn(attributeOf(node, 'table'))
  if (attributeOf(node, 'from') === undefined || !rows) return []
  const { position } = node
  const isNumber = (column: number): boolean =>
    rows.slice(1).every((row) => readCell(row[column] ?? '') !== 'words')
  const cell = (value: string): Node => {
    return { type: 'tableCell', children: [{ type: 'text', value, position }], position }
  }
  return [
    {
      type: 'table',
      align: (rows[0] ?? []).map((_, column) => (isNumber(column) ? 'right' : null)),
      children: rows.map((row) => ({ type: 'tableRow', children: row.map(cell), position })),
      position,
    },
  ]
}

function cellsIn(json = ''): readonly (readonly string[])[] | undefined {
  try {
    const rows: unknown = JSON.parse(json)
    if (!Array.isArray(rows)) return undefined
    return rows.map((row) => (Array.isArray(row) ? row.map(String) : []))
  } catch {
    return undefined // no table, or one of which a part was cut
  }
}

/** An author's own `<Chart>` has its form in an attribute. */
function withoutMark(node: Node): readonly Node[] {
  return markIn(node, 'alone') === undefined ? [node] : []
}

function chartOf(numbers: Node, as: string, last: Node): Node {
  const start = numbers.position?.start
  const end = last.position?.end
  return {
    ...element('Chart', { as }, [numbers]),
    position: start && end ? { start, end } : undefined,
  }
}
