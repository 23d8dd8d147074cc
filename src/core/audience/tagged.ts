/** What `<Internal>` keeps inside, wherever it stands. */
import type { Place } from '../model/case.ts'
import { type Node, walk } from '../syntax/tree.ts'
import { type Cut, type Cutter, placeOf } from './cut.ts'
import { blank, comment } from './fill.ts'
import { placesAt } from './place.ts'

/** The cuts of elements, and of strings with the same tags. */
export function cutTagged(cutter: Cutter): readonly Cut[] {
  return [...cutElements(cutter.tree, cutter), ...cutWords(cutter)]
}

/** Nodes that are cut as a whole where all that stands in them is cut. */
const HOLDERS = new Set([
  ...['paragraph', 'heading', 'list', 'listItem', 'blockquote', 'link', 'strong', 'emphasis'],
  ...['delete', 'mdxJsxFlowElement', 'mdxJsxTextElement'],
])

function cutElements(node: Node, cutter: Cutter): readonly Cut[] {
  const { source, readers, offsetOf } = cutter
  const children = node.children ?? []
  if (!isHidden(node) || !node.position) {
    const below = isTable(node) && readers.audience === 'public' ? cutColumns(node, cutter) : []
    return [...below, ...children.flatMap((child) => cutElements(child, cutter))]
  }
  const [start, end] = [offsetOf(node.position.start), offsetOf(node.position.end)]
  const words = source.text.slice(start, end)
  // It keeps nothing inside. Where it stands alone, somebody meant what follows.
  if (RE_EMPTY.test(words) && readers.audience === 'public') return []
  const place = placeOf(node.position.start, source)
  if (readers.audience === 'internal')
    return [...walk(node)].flatMap((one) => (isInternal(one) ? cutTags(one, cutter) : []))
  const instead = isInternal(node) ? comment(words) : blank(words)
  return [{ start, end, instead, place, why: 'internal' }]
}

/** The cells below headings of columns that stay inside: nobody hides what a column is called, and shows it. */
function cutColumns(table: Node, { source, offsetOf }: Cutter): readonly Cut[] {
  const [head, ...rows] = [...walk(table)].filter(isRow).map(cellsOf)
  const hidden = new Set(head?.flatMap((cell, column) => (hasOnlyHidden(cell) ? [column] : [])))
  const cells = rows.flatMap((row) => row.filter((_, column) => hidden.has(column)))
  // Where cells reach over others, none can be told to be of a column.
  const isMerged = hidden.size > 0 && [...walk(table)].some(isSpanning)
  return (isMerged ? [...(head ?? []), ...rows.flat()] : cells).flatMap((cell): readonly Cut[] => {
    const start = cell.children?.[0]?.position?.start
    const end = cell.children?.at(-1)?.position?.end
    if (!start || !end) return []
    const [from, to] = [offsetOf(start), offsetOf(end)]
    const instead = blank(source.text.slice(from, to))
    return [{ start: from, end: to, instead, place: placeOf(start, source), why: 'internal' }]
  })
}

function isTable({ type, name }: Node): boolean {
  return type === 'table' || name === 'table'
}

function isRow({ type, name }: Node): boolean {
  return type === 'tableRow' || name === 'tr'
}

function cellsOf({ children = [] }: Node): readonly Node[] {
  return children.filter(({ type, name }) => type === 'tableCell' || name === 'th' || name === 'td')
}

function isSpanning({ attributes = [] }: Node): boolean {
  return attributes.some(({ name }) => /^(?:col|row)span$/i.test(name ?? ''))
}

// Matches "<Internal />".
const RE_EMPTY = /^<Internal(?:\s[^<>]*)?\/>$/i

// Matches "<Internal>", "<Internal />" and "<Internal why="…">" at the start, "</Internal>" at the end.
const RE_TAGS = /^<Internal(?:\s[^>]*)?\/?>|<\/Internal\s*>$/gi

function cutTags({ position }: Node, { source, offsetOf }: Cutter): readonly Cut[] {
  if (!position) return []
  const from = offsetOf(position.start)
  const words = source.text.slice(from, offsetOf(position.end))
  return tagsIn(words, from, placeOf(position.start, source))
}

/** The tags at both ends of some words, for readers inside. */
function tagsIn(words: string, from: number, place: Place): readonly Cut[] {
  return [...words.matchAll(RE_TAGS)].map(({ index, 0: tag }) => ({
    start: from + index,
    end: from + index + tag.length,
    instead: blank(tag),
    place,
  }))
}

// Matches "<Internal>secretly</Internal>" in one paragraph, with none inside; not "\<Internal>".
const RE_TAGGED =
  /(?<!\\)<Internal\b[^>]*>(?:(?!<Internal\b|\n[ \t]*\r?\n)[\s\S])*?<\/Internal\s*>/gi

/** Where no element can stand, such as in what a picture shows, Markdown reads the tags as words. */
function cutWords({ source, readers }: Cutter): readonly Cut[] {
  const placeOfIndex = placesAt(source)
  return [...source.text.matchAll(RE_TAGGED)].flatMap(({ index, 0: words }): readonly Cut[] => {
    const place = placeOfIndex(index)
    if (readers.audience === 'public') {
      const end = index + words.length
      return [{ start: index, end, instead: blank(words), place, why: 'internal' }]
    }
    return tagsIn(words, index, place)
  })
}

/** However it is spelt: `<internal>` would be an element of HTML, and its words for everyone. */
function isInternal({ name }: Node): boolean {
  return name?.toLowerCase() === 'internal'
}

function isHidden(node: Node): boolean {
  return (
    isInternal(node) ||
    (HOLDERS.has(node.type) && !WHOLE.has(node.name ?? '') && hasOnlyHidden(node))
  )
}

/** What stays where all that stands in it is cut: notes, and cells, so that those behind keep their columns. */
const WHOLE = new Set(['Notes', 'th', 'td'])

function hasOnlyHidden({ children = [] }: Node): boolean {
  const full = children.filter(({ type, value }) => type !== 'text' || value?.trim() !== '')
  return full.length > 0 && full.every(isHidden)
}
