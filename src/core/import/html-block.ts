/** Turns HTML into blocks of Markdown. */

import { oneLineOf } from '../text/lines.ts'
import { fencedCode } from './emphasis.ts'
import { commentOf, escapeLineStart, startsCode } from './escape.ts'
import { MOST_PARTS, RefusedDocument } from './foreign/refused.ts'
import { inlineOf } from './html-inline.ts'
import {
  attributeOf,
  childrenOf,
  type Html,
  type HtmlElement,
  isElement,
  isHidden,
  namesIn,
  rawTextOf,
  readHtml,
} from './html-tree.ts'
import { isBreak, tagOf } from './tags.ts'

/** Lines of one block, without line ends. */
type MarkdownLines = readonly string[]

/** Turns HTML into lines of Markdown. Returns no lines where it has neither words nor pictures. */
export function linesOfHtml(html: string): MarkdownLines {
  return spread(blocksOf(readHtml(html)))
}

/** Joins blocks with an empty line between them. */
function spread(blocks: readonly MarkdownLines[]): MarkdownLines {
  return blocks.flatMap((block, index) => (index === 0 ? block : ['', ...block]))
}

/** Turns nodes into blocks of Markdown, which need an empty line between them. */
export function blocksOf(nodes: readonly Html[]): readonly MarkdownLines[] {
  const blocks: MarkdownLines[] = []
  let run: Html[] = []
  const flush = (): void => {
    for (const block of paragraphOf(run)) blocks.push(block)
    run = []
  }
  for (const node of nodes) {
    if (isHidden(node)) continue
    if (!holdsBlock(node)) {
      run.push(node)
      continue
    }
    flush()
    for (const block of blockOf(node)) blocks.push(block)
  }
  flush()
  return blocks
}

function blockOf(node: HtmlElement): readonly MarkdownLines[] {
  const children = childrenOf(node)
  const heading = /^h([1-6])$/.exec(node.tagName)
  if (heading) return headingOf(children, Number(heading[1]))
  switch (node.tagName) {
    case 'hr':
      return [['***']] // "---" at the start of a file would open front matter
    case 'pre':
      return codeOf(node)
    case 'ul':
    case 'ol':
      return [...listOf(node)]
    case 'blockquote': {
      const lines = spread(blocksOf(children))
      return lines.length === 0 ? [] : [lines.map((line) => `> ${line}`.trimEnd())]
    }
    case 'table':
      return tableOf(node)
    case 'Notes':
    case 'Internal':
      return componentOf(node)
    case 'summary':
    case 'dt':
      return paragraphOf(children).map(boldLine)
    default:
      return blocksOf(children)
  }
}

/** Code, or blocks where it is more than words. */
function codeOf(node: HtmlElement): readonly MarkdownLines[] {
  if (namesIn(node.childNodes).some((name) => name === 'br' || name === 'img' || isBreak(name)))
    return blocksOf(childrenOf(node))
  const words = rawTextOf(node)
  const language = /^(?:x-code-\w+|mermaid)$/.exec(attributeOf(node, 'class') ?? '')?.[0] ?? ''
  return words.trim() === ''
    ? []
    : [fencedCode(words.replace(/\n$/, ''), language.replace('x-code-', ''))]
}

/** One paragraph or none. A lone comment becomes a block of its own. */
function paragraphOf(nodes: readonly Html[]): readonly MarkdownLines[] {
  const [only, ...others] = nodes.filter((node) => rawTextOf(node).trim() !== '' || !isText(node))
  if (only?.nodeName === '#comment' && others.length === 0 && 'data' in only)
    return [commentOf(only.data).split(/\r\n|\n|\r/)]
  const lines = nodes
    .map(inlineOf)
    .join('')
    .split('\n')
    .map((line) => line.replace(/ {2,}/g, ' ').trim())
    .filter((line) => line !== '')
    .map(escapeLineStart)
    .map((line) => (startsCode(line) ? ` ${line}` : line))
  if (lines.length === 0) return []
  return [lines.map((line, index) => (index < lines.length - 1 ? `${line}\\` : line))]
}

function headingOf(nodes: readonly Html[], depth: number): readonly MarkdownLines[] {
  const words = oneLine(nodes)
  return words === '' ? [] : [[`${'#'.repeat(depth)} ${words.replace(/#$/, '\\#')}`]]
}

function listOf(list: HtmlElement): readonly MarkdownLines[] {
  const first = Number(attributeOf(list, 'start') ?? '1')
  const start = Number.isInteger(first) && first >= 0 ? first : 1
  const items: MarkdownLines[] = []
  const around: MarkdownLines[] = []
  for (const child of childrenOf(list)) {
    if (!isElement(child) || child.tagName !== 'li') {
      for (const block of blocksOf([child])) around.push(block)
      continue
    }
    const blocks = blocksOf(childrenOf(child))
    const isShort = blocks.slice(1).every(([first = '']) => /^(?:- |1\. )/.test(first))
    const lines = isShort ? blocks.flat() : spread(blocks)
    const marker = list.tagName === 'ol' ? `${start + items.length}. ` : '- '
    if (lines.length > 0) items.push(indented(lines, marker))
  }
  const isTight = items.every((item) => !item.includes(''))
  return [...around, isTight ? items.flat() : spread(items)].filter((block) => block.length > 0)
}

function indented(lines: MarkdownLines, marker: string): MarkdownLines {
  const space = ' '.repeat(marker.length)
  return lines.map((line, index) => (line === '' ? '' : (index === 0 ? marker : space) + line))
}

/** A component around blocks. */
function componentOf(node: HtmlElement): readonly MarkdownLines[] {
  const lines = spread(blocksOf(childrenOf(node)))
  if (lines.length === 0) return []
  const why = attributeOf(node, 'why')
  const open = why === undefined ? node.tagName : `${node.tagName} why="${why}"`
  return [[`<${open}>`, '', ...lines, '', `</${node.tagName}>`]]
}

/** A table with its first row as the header. One with a single cell is a frame around its blocks. */
function tableOf(table: HtmlElement): readonly MarkdownLines[] {
  const cells = elementsIn(table, 'tr').map((row) => childrenOf(row).filter(isElement))
  const [only, ...more] = cells.flat()
  if (only && more.length === 0) return blocksOf(childrenOf(only))
  const rows = gridOf(cells)
  const caption = elementsIn(table, 'caption').flatMap((node) => paragraphOf(childrenOf(node)))
  const [header, ...others] = rows.filter((row) => row.some((cell) => cell !== ''))
  if (!header) return caption
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0)
  if (width * rows.length > MOST_PARTS) throw new RefusedDocument(TOO_LARGE)
  const lineOf = (row: readonly string[]): string =>
    `| ${Array.from({ length: width }, (_, index) => row[index] ?? '').join(' | ')} |`
  const ruler = lineOf(Array.from({ length: width }, (_, column) => rulerOf(cells, column, width)))
  // Heads are bold anyway.
  const names = header.map((cell) => RE_BOLD.exec(cell)?.[1] ?? cell)
  return [...caption, [lineOf(names), ruler, ...others.map(lineOf)]]
}

// Matches a cell that is bold as a whole.
const RE_BOLD = /^\*\*([^*]+)\*\*$/
/** How attributes say that words are set: `style="text-align: right"`. */
const ALIGNED: Readonly<Record<string, RegExp>> = {
  align: /^(right|center)$/i,
  style: /text-align\s*:\s*(right|end|center)/i,
  class: /\bx-(right|center)\b/,
}

/** `---:` below the head of a column whose cells all stand at the right. */
function rulerOf(rows: readonly (readonly HtmlElement[])[], column: number, width: number): string {
  const [, ...others] = rows.filter((row) => row.length === width)
  const said = others.flatMap((row) => {
    const cell = row[column]
    return cell && cellOf(childrenOf(cell)) !== '' ? [alignOf(cell)] : []
  })
  const [align] = said
  if (align === undefined || said.some((one) => one !== align)) return '---'
  return align === 'center' ? ':---:' : '---:'
}

function alignOf(cell: HtmlElement): string | undefined {
  const [inner] = childrenOf(cell).filter(isElement)
  const said = [cell, inner].flatMap((node) =>
    Object.entries(ALIGNED).map(
      ([name, pattern]) => pattern.exec((node && attributeOf(node, name)) ?? '')?.[1],
    ),
  )
  return said.find(Boolean)?.toLowerCase()
}

const TOO_LARGE = `a table of it has more than ${MOST_PARTS} cells`

/** Columns and rows over which one cell can reach. */
const WIDEST = 200

/** Rows of words. A cell over many columns or rows has its words in the first, and leaves the others empty. */
function gridOf(rows: readonly (readonly HtmlElement[])[]): readonly (readonly string[])[] {
  const grid: string[][] = rows.map(() => [])
  let count = 0
  for (const [row, cells] of rows.entries()) {
    let column = 0
    for (const cell of cells) {
      while (grid[row]?.[column] !== undefined) column += 1
      const [across, down] = ['colspan', 'rowspan'].map((name) => spanOf(cell, name))
      count += (across ?? 1) * (down ?? 1)
      if (count > MOST_PARTS) throw new RefusedDocument(TOO_LARGE)
      for (let y = 0; y < (down ?? 1) && row + y < rows.length; y += 1)
        for (let x = 0; x < (across ?? 1); x += 1) {
          const line = grid[row + y] ?? []
          line[column + x] = x + y === 0 ? cellOf(childrenOf(cell)) : (line[column + x] ?? '')
        }
    }
  }
  return grid.map((row) => Array.from(row, (cell) => cell ?? ''))
}

function spanOf(cell: HtmlElement, name: string): number {
  const span = Math.trunc(Number(attributeOf(cell, name) ?? '1'))
  return span >= 1 ? Math.min(span, WIDEST) : 1
}

/** The words of a cell on one line, with each `|` escaped, which would end the cell. */
function cellOf(nodes: readonly Html[]): string {
  return listedWords(nodes).replace(/(?<!\\)\|/g, '\\|')
}

/** The words of nodes on one line, where lists are enumerations: `We need: a desk; a lamp`. */
function listedWords(nodes: readonly Html[]): string {
  let words = ''
  let run: Html[] = []
  const add = (more: string, sign: string): void => {
    words = words === '' || more === '' ? words + more : `${withEnd(words, sign)} ${more}`
  }
  const flush = (sign: string): void => {
    add(oneLine(run), sign)
    run = []
  }
  // Behind a list, what follows is none of its last entry.
  let behind = ''
  for (const node of nodes) {
    if (!isElement(node) || !holdsList(node)) {
      run.push(node)
      continue
    }
    flush(behind)
    const isList = isListName(node.tagName)
    const entries = childrenOf(node)
      .map((child) => listedWords([child]))
      .filter(Boolean)
    const more = isList
      ? entries.reduce((all, entry) => `${withEnd(all, ';')} ${entry}`, entries.shift() ?? '')
      : listedWords(childrenOf(node))
    add(more, isList ? ':' : behind)
    behind = ';'
  }
  flush(behind)
  return words
}

/** Whether a list stands in it, and no sign or link goes around that. */
function holdsList(node: HtmlElement): boolean {
  if (isHidden(node) || tagOf(node.tagName).mark || node.tagName === 'a') return false
  return (
    isListName(node.tagName) || childrenOf(node).some((one) => isElement(one) && holdsList(one))
  )
}

function isListName(name: string): boolean {
  return name === 'ul' || name === 'ol'
}

/** Words with a sign behind them, where no other ends them. */
function withEnd(words: string, sign: string): string {
  return /[.,;:!?…–—-][*_~`"'”’)\]]*$/.test(words) ? words : words + sign
}

function oneLine(nodes: readonly Html[]): string {
  return oneLineOf(nodes.map(inlineOf).join('')).replace(/ {2,}/g, ' ').trim()
}

/** Elements of this table; those of a table inside it are left out. */
function elementsIn(node: HtmlElement, name: string): readonly HtmlElement[] {
  return childrenOf(node).flatMap((child) => {
    if (!isElement(child) || child.tagName === 'table') return []
    return child.tagName === name ? [child] : elementsIn(child, name)
  })
}

function boldLine(lines: MarkdownLines): MarkdownLines {
  const [line = '', ...others] = lines
  const isPlain = others.length === 0 && /^[\p{L}\p{N}][^*_`\\[\]{<]*$/u.test(line)
  return isPlain ? [`**${line}**`] : lines
}

function isText(node: Html): boolean {
  return node.nodeName === '#text'
}

/** Whether a node is a block, or holds one. */
function holdsBlock(node: Html): node is HtmlElement {
  if (!isElement(node) || isHidden(node)) return false
  return tagOf(node.tagName).block === true || childrenOf(node).some(holdsBlock)
}
