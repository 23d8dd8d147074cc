/** Which parts of a file are not for its readers, and what stands in their place. */
import type { Readers } from '../model/audience.ts'
import type { Place } from '../model/case.ts'
import { keyOf, nameOf } from '../model/ids.ts'
import type { KindTable } from '../model/kinds.ts'
import type { Source } from '../model/source.ts'
import { readBracket } from '../syntax/conventions/bracket.ts'
import { readCode } from '../syntax/conventions/code-label.ts'
import { allBlocks, recogniseOnce } from '../syntax/conventions/index.ts'
import { INTERNAL, type Label, readLabel } from '../syntax/conventions/label.ts'
import { kindCalled } from '../syntax/conventions/table-columns.ts'
import { type Node, type Point, textOf, walk } from '../syntax/tree.ts'
import { type Cut, type Cutter, offsetsIn, placeOf } from './cut.ts'
import { blank, comment, isGone, withdrawn } from './fill.ts'
import { cutStrings, mayHaveStrings } from './strings.ts'
import { cutTagged } from './tagged.ts'
import { isWithdrawn } from './withdrawn-ids.ts'

// Matches what any way to keep something inside has, but for words in the bracket of a label.
const RE_INTERNAL = /internal/i
// Matches the bracket of a label, however it is written: "4 (team", "4** [team", "4 &#40;team", "4 {/* x */}(team".
const RE_BRACKET = /\d[a-z]{0,2}[\s*_\\`~]*(?:[([（&{<]|\p{Cf})/iu

/** Whether a file may have a label with a bracket: most do not. */
export function mayHaveBrackets(text: string): boolean {
  return RE_BRACKET.test(text)
}

/** Whether a file surely needs no cut: most do not, and are not parsed for it. */
export function isCutFree(text: string, { withdrawn: ids = [], inside }: Readers): boolean {
  const isPlain = !RE_INTERNAL.test(text) && !RE_BRACKET.test(text) && !mayHaveStrings(text)
  return isPlain && ids.length === 0 && !inside?.size
}

/** The cuts of a file in order; none lies in another. */
export function cutsOf(tree: Node, source: Source, readers: Readers): readonly Cut[] {
  const cutter = { tree, source, readers, offsetOf: offsetsIn(source.text) }
  const cuts = [
    ...labelled(tree, source, readers.kinds).flatMap((item) => cutItem(item, cutter)),
    ...cutTagged(cutter),
    ...cutStrings(cutter),
  ]
  // Of two cuts that begin together, the longer one holds the other.
  const ordered = cuts.toSorted((a, b) => a.start - b.start || b.end - a.end)
  let reached = 0
  return ordered.filter(({ start, end }) => {
    const isWithin = start < reached
    reached = Math.max(reached, end)
    return !isWithin
  })
}

/** A labelled item with its whole extent. */
interface Labelled {
  readonly label: Label
  /** Set for a row of a table. */
  readonly isRow?: true
  readonly start: Point
  readonly end: Point
}

/** The labels of a file, and where each starts. */
export function labelsIn(
  tree: Node,
  source: Source,
  kinds: KindTable,
): readonly { readonly label: Label; readonly start: Point; readonly offset: number }[] {
  const offsetOf = offsetsIn(source.text)
  return labelled(tree, source, kinds).map(({ label, start }) => ({
    ...{ label, start, offset: offsetOf(start) },
  }))
}

/** The items of the case, and what `<Slide>` repeats of them. */
function labelled(tree: Node, source: Source, kinds: KindTable): readonly Labelled[] {
  const { document } = recogniseOnce(tree, source, kinds)
  const blocks = [...allBlocks(document.blocks)]
  const placed = blocks.flatMap(({ type, place }) => (type === 'item' ? [atOf(place)] : []))
  starts.set(tree, new Set(placed))
  const items = blocks.flatMap((block): readonly Labelled[] => {
    if (block.type !== 'item' || !block.end) return []
    const { line = 1, column = 1 } = block.place
    const start = { line, column }
    if (block.how === 'row' && block.id !== undefined) {
      const label = { kind: block.kind, id: block.id, length: 0 }
      return [{ label, start, end: block.end, isRow: true }]
    }
    if (!block.label) return []
    const below = block.level === undefined ? undefined : endBelow(tree, start, kinds)
    return [{ label: block.label, start, end: below ?? block.end }]
  })
  const slides = [...walk(tree)].filter(({ name }) => name === 'Slide')
  const repeated = slides
    .flatMap((slide) => [...walk(slide)])
    .flatMap((node) => repeatOf(node, kinds))
  const keys = new Set(items.map(({ label }) => keyOf(label.kind, label.id, kinds)))
  const known = repeated.filter(({ label }) => keys.has(keyOf(label.kind, label.id, kinds)))
  starts.set(tree, new Set([...placed, ...known.map(({ start }) => atOf(start))]))
  return [...items, ...repeated]
}

/**
 * Where a heading item that is cut ends: after the deeper sections below it, at the next label.
 * `undefined` where no deeper heading comes next.
 */
function endBelow(tree: Node, start: Point, kinds: KindTable): Point | undefined {
  const isStart = ({ type, position }: Node) =>
    type === 'heading' &&
    position?.start.line === start.line &&
    position.start.column === start.column
  const around = [...walk(tree)].find(({ children }) => children?.some(isStart))?.children ?? []
  const at = around.findIndex(isStart)
  const { depth = 1 } = around[at] ?? {}
  const rest = around.slice(at + 1)
  const isEnd = (node: Node) =>
    isLabelled(node, tree, kinds) || (node.type === 'heading' && (node.depth ?? 1) <= depth)
  const end = rest.findIndex(isEnd)
  const below = end < 0 ? rest : rest.slice(0, end)
  return below.some(({ type }) => type === 'heading') ? below.at(-1)?.position?.end : undefined
}

/** Where words that are cut end: at the next label, at a heading beside them, or at the next entry. */
function reachOf(
  { tree, readers }: Cutter,
  { start, end }: Pick<Labelled, 'start' | 'end'>,
): Point {
  const own = paragraphAt(tree, start)
  // Where another label follows in the same paragraph, the words end there.
  if (!own?.paragraph.position || isBefore(end, own.paragraph.position.end)) return end
  let last = end
  for (const node of behind(own)) {
    const isNext = (one: Node) => one.type === 'heading' || isLabelled(one, tree, readers.kinds)
    if ([...walk(node)].some(isNext)) break
    if (node.position && isBefore(last, node.position.end)) last = node.position.end
  }
  return last
}

/** A node, and what holds it, up to the file. */
interface Held {
  readonly parent: Node
  /** Among its parent's children. */
  readonly at: number
  readonly around?: Held | undefined
}

/** What stands below a paragraph, in the same holder. What follows the last entry of a list is below it too. */
function* behind({ parent, at, around }: Held): Generator<Node> {
  const { children = [], type } = parent
  if (type === 'list' && at < children.length - 1) return
  for (let next = at + 1; next < children.length; next += 1) {
    const node = children[next]
    if (node) yield node
  }
  if (around && (type === 'list' || type === 'listItem')) yield* behind(around)
}

interface OwnParagraph extends Held {
  readonly paragraph: Node
}

const paragraphs = new WeakMap<Node, readonly OwnParagraph[]>()

/** The paragraph that holds a place; each tree is walked once, however many labels it has. */
function paragraphAt(tree: Node, { line, column }: Point): OwnParagraph | undefined {
  const all = paragraphs.get(tree) ?? [...paragraphsOf(tree)]
  paragraphs.set(tree, all)
  let [low, high] = [0, all.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const end = all[middle]?.paragraph.position?.end
    if (end && isBefore({ line, column }, end)) high = middle
    else low = middle + 1
  }
  const found = all[low]
  // A labelled entry begins with its sign.
  const { type, position } = found?.at === 0 ? found.parent : {}
  const begin = (type === 'listItem' ? position : found?.paragraph.position)?.start
  return begin && !isBefore({ line, column }, begin) ? found : undefined
}

function* paragraphsOf(parent: Node, around?: Held): Generator<OwnParagraph> {
  for (const [at, node] of (parent.children ?? []).entries()) {
    const held = { parent, at, around }
    if (node.type === 'paragraph' && node.position) yield { ...held, paragraph: node }
    else yield* paragraphsOf(node, held)
  }
}

function isBefore(one: Point, other: Point): boolean {
  return one.line < other.line || (one.line === other.line && one.column < other.column)
}

/** Where the items of a tree start, `line:column`: ids without a word before them are items in their context alone. */
const starts = new WeakMap<Node, ReadonlySet<string>>()

function atOf({
  line = 1,
  column = 1,
}: {
  readonly line?: number
  readonly column?: number
}): string {
  return `${line}:${column}`
}

/** Whether a node starts with a label, or is a list with such an entry. */
function isLabelled(node: Node, tree: Node, kinds: KindTable): boolean {
  if (node.type === 'list') return (node.children ?? []).some((one) => isLabelled(one, tree, kinds))
  if (!LABELLED.has(node.type)) return false
  const isItem = starts.get(tree)?.has(atOf(node.position?.start ?? {})) === true
  return isItem || readLabel(textOf(node), kinds, node.type === 'heading') !== undefined
}

/** Nodes that can start with a label. */
const LABELLED = new Set(['paragraph', 'heading', 'listItem'])

/** What could be the label of a repeated item; an id alone could be of each kind with these letters. */
function repeatOf(node: Node, kinds: KindTable): readonly Labelled[] {
  const { position } = node
  if (!position || !LABELLED.has(node.type)) return []
  const text = textOf(node)
  const label = readLabel(text, kinds, true)
  const possible = label
    ? [label]
    : [...kinds.keys()].flatMap((kind) => {
        const code = readCode(text, { kinds, within: [kind], letters: NONE, stands: 'bold' })
        return code?.kind === kind ? [code] : []
      })
  return possible.map((one) => ({ label: one, ...position }))
}

const NONE: ReadonlyMap<string, number> = new Map()

function cutItem({ label, isRow, ...extent }: Labelled, cutter: Cutter): readonly Cut[] {
  const { source, readers, offsetOf } = cutter
  const { file } = source
  const start = offsetOf(extent.start)
  const wordsTo = (end: Point) => source.text.slice(start, offsetOf(end)).trimEnd()
  const place = placeOf(extent.start, source)
  const own = wordsTo(extent.end)
  const said = readBracket(label, readers)
  const isInside =
    said.isInside ||
    (readers.isEarlier === true && said.doubts.length > 0) ||
    readers.inside?.has(keyOf(label.kind, label.id, readers.kinds))
  if (isRow) {
    const why = isInside && readers.audience === 'public' ? 'internal' : 'withdrawn'
    if (why === 'withdrawn' && !isWithdrawn({ ...label, file }, readers)) return []
    const instead = emptyRow(own, label, readers.kinds)
    return [{ start, end: start + own.length, instead, place, why }]
  }
  if (isInside && readers.audience === 'public') {
    const all = wordsTo(reachOf(cutter, extent))
    const instead = RE_ENTRY.test(all) ? blank(all) : comment(all)
    return [{ start, end: start + all.length, instead, place, why: 'internal' }]
  }
  if (isWithdrawn({ ...label, file }, readers)) {
    // Where the author has already deleted the words, what stands below is something else.
    const all = isGone(own) ? own : wordsTo(reachOf(cutter, extent))
    const instead = withdrawn(all, nameOf(label, readers.kinds))
    return [{ start, end: start + all.length, instead, place, why: 'withdrawn' }]
  }
  return isInside ? cutSign(own, { start, place }) : []
}

/** Whether a row still says what it is without its words: its id, and what kind of thing it is. */
function emptyRow(words: string, { id }: Label, kinds: KindTable): string {
  const cells = words.split(RE_CELLS)
  const isKept = (cell: string): boolean =>
    cell.trim().toLowerCase() === id.toLowerCase() || kindCalled(cell, kinds) !== undefined
  const told = cells.filter((cell) => !isKept(cell))
  const longest = told.toSorted((one, other) => other.trim().length - one.trim().length)[0]
  const at = cells.indexOf(longest ?? '')
  return cells
    .map((cell, index) =>
      index === at ? ' Withdrawn '.padEnd(cell.length) : isKept(cell) ? cell : blank(cell),
    )
    .join('|')
}

// Matches what parts cells; not a line that is part of the words.
const RE_CELLS = /(?<!\\)\|/

// Matches the sign of a list entry: a comment there would end the list.
const RE_ENTRY = /^(?:[-*+]|\d{1,9}[.)])\s/

// Matches "(internal)", "[internal]", ", internal" in "(interview, internal)", "internal, " in "(internal, public)".
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
