/** Which stretches of a file are not for its readers, and what stands in their place. */
import type { Source } from '../assemble.ts'
import { allBlocks, recognise } from '../conventions/index.ts'
import { INTERNAL, type Label, readLabel, saysInternal } from '../conventions/label.ts'
import { keyOf, nameOf } from '../kinds.ts'
import type { Place } from '../model.ts'
import { type Node, type Point, textOf, walk } from '../tree.ts'
import { blank, comment, isGone, withdrawn } from './fill.ts'
import type { Readers } from './index.ts'
import { placeAt } from './place.ts'

/** A stretch of the text, as offsets, and what takes its place. */
export interface Cut {
  readonly start: number
  readonly end: number
  readonly instead: string
  readonly place: Place
  /** Absent where only a sign goes, and its words stay. */
  readonly why?: 'internal' | 'withdrawn'
}

// Matches what any way to keep something inside has.
const RE_INTERNAL = /internal/i

/** Whether a file surely needs no cut: most do not, and are not parsed for it. */
export function isCutFree(text: string, { withdrawn: ids = [], inside }: Readers): boolean {
  return !RE_INTERNAL.test(text) && ids.length === 0 && !inside?.size
}

/** The cuts of a file in order; none lies in another. */
export function cutsOf(tree: Node, source: Source, readers: Readers): readonly Cut[] {
  const lines = lineStarts(source.text)
  const offsetOf = ({ line, column }: Point): number => (lines[line - 1] ?? 0) + column - 1
  const cutter = { tree, source, readers, offsetOf }
  const cuts = [
    ...labelled(tree, source).flatMap((item) => cutItem(item, cutter)),
    ...cutElements(tree, cutter),
    ...cutStrings(cutter),
  ]
  // Of two that begin together the longer one holds the other.
  const ordered = cuts.toSorted((a, b) => a.start - b.start || b.end - a.end)
  return ordered.filter(
    ({ start }, index) => !ordered.slice(0, index).some((earlier) => start < earlier.end),
  )
}

interface Cutter {
  readonly tree: Node
  readonly source: Source
  readonly readers: Readers
  readonly offsetOf: (point: Point) => number
}

/** A labelled item with its whole extent. */
interface Labelled {
  readonly label: Label
  readonly start: Point
  readonly end: Point
}

/** The items of the case, and what `<Slide>` repeats of them. */
function labelled(tree: Node, { file, text }: Source): readonly Labelled[] {
  const { document } = recognise(tree, text, file)
  const items = [...allBlocks(document.blocks)].flatMap((block): readonly Labelled[] => {
    if (block.type !== 'item' || !block.label || !block.end) return []
    const { line = 1, column = 1 } = block.place
    const start = { line, column }
    const below = block.level === undefined ? undefined : endBelow(tree, start)
    return [{ label: block.label, start, end: below ?? block.end }]
  })
  const slides = [...walk(tree)].filter(({ name }) => name === 'Slide')
  const repeated = slides.flatMap((slide) => [...walk(slide)]).flatMap(repeatOf)
  return [...items, ...repeated]
}

/**
 * Where a heading item ends that goes: with the deeper sections below it, up to the next label.
 * `undefined` where no deeper heading comes next.
 */
function endBelow(tree: Node, start: Point): Point | undefined {
  const isStart = ({ type, position }: Node) =>
    type === 'heading' &&
    position?.start.line === start.line &&
    position.start.column === start.column
  const around = [...walk(tree)].find(({ children }) => children?.some(isStart))?.children ?? []
  const at = around.findIndex(isStart)
  const { depth = 1 } = around[at] ?? {}
  const rest = around.slice(at + 1)
  const isEnd = (node: Node) =>
    isLabelled(node) || (node.type === 'heading' && (node.depth ?? 1) <= depth)
  const end = rest.findIndex(isEnd)
  const below = end < 0 ? rest : rest.slice(0, end)
  return below.some(({ type }) => type === 'heading') ? below.at(-1)?.position?.end : undefined
}

/**
 * How far what stays inside goes: people write on below a label, so up to the next label or heading
 * beside it.
 */
function reachOf(tree: Node, { start, end }: Pick<Labelled, 'start' | 'end'>): Point {
  const isOwn = ({ type, position }: Node) =>
    type === 'paragraph' &&
    position !== undefined &&
    !isBefore(start, position.start) &&
    isBefore(start, position.end)
  const around = [...walk(tree)].find(
    ({ type, children = [] }) => type !== 'listItem' && children.some(isOwn),
  )
  const [own, ...rest] = around?.children?.slice(around.children.findIndex(isOwn)) ?? []
  // Where another label follows in the same paragraph, it ends there.
  if (!own?.position || isBefore(end, own.position.end)) return end
  const stop = rest.findIndex((node) =>
    [...walk(node)].some((one) => one.type === 'heading' || isLabelled(one)),
  )
  const last = rest.slice(0, stop < 0 ? rest.length : stop).at(-1)?.position?.end
  return last && isBefore(end, last) ? last : end
}

function isBefore(one: Point, other: Point): boolean {
  return one.line < other.line || (one.line === other.line && one.column < other.column)
}

/** Whether a node is a label's, or a list with one. */
function isLabelled(node: Node): boolean {
  if (node.type === 'list') return (node.children ?? []).some(isLabelled)
  return LABELLED.has(node.type) && readLabel(textOf(node), node.type === 'heading') !== undefined
}

/** What can be labelled. */
const LABELLED = new Set(['paragraph', 'heading', 'listItem'])

function repeatOf(node: Node): readonly Labelled[] {
  const label = LABELLED.has(node.type) ? readLabel(textOf(node), true) : undefined
  return label && node.position ? [{ label, ...node.position }] : []
}

function cutItem({ label, ...extent }: Labelled, cutter: Cutter): readonly Cut[] {
  const { tree, source, readers, offsetOf } = cutter
  const start = offsetOf(extent.start)
  const wordsTo = (end: Point) => source.text.slice(start, offsetOf(end)).trimEnd()
  const place = placeOf(extent.start, source)
  const own = wordsTo(extent.end)
  const isInside =
    saysInternal(label.bracket?.words) || readers.inside?.has(keyOf(label.kind, label.id))
  if (isInside && readers.audience === 'public') {
    const all = wordsTo(reachOf(tree, extent))
    const instead = RE_ENTRY.test(all) ? blank(all) : comment(all)
    return [{ start, end: start + all.length, instead, place, why: 'internal' }]
  }
  if (isWithdrawn(label.id, readers)) {
    // Once the words are gone from the file, what stands below is something else.
    const all = isGone(own) ? own : wordsTo(reachOf(tree, extent))
    const instead = withdrawn(all, nameOf(label.kind, label.id))
    return [{ start, end: start + all.length, instead, place, why: 'withdrawn' }]
  }
  return isInside ? cutSign(own, { start, place }) : []
}

/** People write ids as they like: `12C`. */
export function isWithdrawn(
  id: string,
  { withdrawn: ids = [] }: Pick<Readers, 'withdrawn'>,
): boolean {
  return ids.some((one) => one.trim().toLowerCase() === id.toLowerCase())
}

// Matches the sign of a list entry: a comment there would end the list.
const RE_ENTRY = /^(?:[-*+]|\d{1,9}[.)])\s/

// Matches "(internal)", ", internal" in "(interview, internal)", "internal, " in "(internal, public)".
const RE_SIGN = new RegExp(
  [
    `\\(\\s*${INTERNAL}\\s*\\)`,
    `(?<=\\([^()]*)[,;]\\s*${INTERNAL}(?=\\s*[,;)])`,
    `(?<=\\(\\s*)${INTERNAL}\\s*[,;]`,
  ].join('|'),
  'i',
)

/** For readers inside, the words stay and only the sign goes. */
function cutSign(words: string, at: { start: number; place: Place }): readonly Cut[] {
  const sign = RE_SIGN.exec(words)
  if (!sign) return []
  const start = at.start + sign.index
  const end = start + sign[0].length
  return [{ start, end, instead: blank(sign[0]), place: at.place }]
}

/** What holds nothing of its own goes with what stands in it. */
const HOLDERS = new Set([
  ...['paragraph', 'heading', 'list', 'listItem', 'blockquote', 'link', 'strong', 'emphasis'],
  ...['delete', 'mdxJsxFlowElement', 'mdxJsxTextElement'],
])

function cutElements(node: Node, cutter: Cutter): readonly Cut[] {
  const { source, readers, offsetOf } = cutter
  const children = node.children ?? []
  if (!isHidden(node) || !node.position)
    return children.flatMap((child) => cutElements(child, cutter))
  const [start, end] = [offsetOf(node.position.start), offsetOf(node.position.end)]
  const words = source.text.slice(start, end)
  const place = placeOf(node.position.start, source)
  if (readers.audience === 'internal')
    return [...walk(node)].flatMap((one) => (isInternal(one) ? cutTags(one, cutter) : []))
  const instead = isInternal(node) ? comment(words) : blank(words)
  return [{ start, end, instead, place, why: 'internal' }]
}

// Matches "<Internal>", "<Internal />" and "<Internal why="…">" at the start, "</Internal>" at the end.
const RE_TAGS = /^<Internal(?:\s[^>]*)?\/?>|<\/Internal\s*>$/gi

function cutTags({ position }: Node, { source, offsetOf }: Cutter): readonly Cut[] {
  if (!position) return []
  const from = offsetOf(position.start)
  const words = source.text.slice(from, offsetOf(position.end))
  return [...words.matchAll(RE_TAGS)].map(({ index, 0: tag }) => ({
    start: from + index,
    end: from + index + tag.length,
    instead: blank(tag),
    place: placeOf(position.start, source),
  }))
}

// Matches "<Internal>secretly</Internal>" in one paragraph, with none inside; not "\<Internal>".
const RE_TAGGED =
  /(?<!\\)<Internal\b[^>]*>(?:(?!<Internal\b|\n[ \t]*\r?\n)[\s\S])*?<\/Internal\s*>/gi

/** Where no element can stand, such as in what a picture shows, Markdown reads the tags as words. */
function cutStrings({ source, readers }: Cutter): readonly Cut[] {
  return [...source.text.matchAll(RE_TAGGED)].flatMap(({ index, 0: words }): readonly Cut[] => {
    const place = placeAt(index, source)
    if (readers.audience === 'public') {
      const end = index + words.length
      return [{ start: index, end, instead: blank(words), place, why: 'internal' }]
    }
    return [...words.matchAll(RE_TAGS)].map(({ index: from, 0: tag }) => ({
      start: index + from,
      end: index + from + tag.length,
      instead: blank(tag),
      place,
    }))
  })
}

/** However it is spelt: `<internal>` would be an element of HTML, and its words for everyone. */
function isInternal({ name }: Node): boolean {
  return name?.toLowerCase() === 'internal'
}

function isHidden(node: Node): boolean {
  if (isInternal(node)) return true
  const children = node.children ?? []
  const full = children.filter(({ type, value }) => type !== 'text' || value?.trim() !== '')
  return HOLDERS.has(node.type) && node.name !== 'Notes' && full.length > 0 && full.every(isHidden)
}

function placeOf({ line, column }: Point, { file }: Source): Place {
  return { file, line, column }
}

function lineStarts(text: string): readonly number[] {
  return [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map((end) => end.index + end[0].length)]
}
