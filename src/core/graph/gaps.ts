/** What the case says is missing, or what is plainly not there. */

import type { Gap, Link } from '../model/case.ts'
import { isLike, type KindTable } from '../model/kinds.ts'
import { type GapText, readGap } from '../syntax/conventions/gap.ts'
import {
  allBlocks,
  type Block,
  type Document,
  type EntryBlock,
  isNotesBlock,
  type TableBlock,
} from '../syntax/conventions/index.ts'
import type { FoundItems } from './items.ts'
import type { Outline } from './outline.ts'

/** All gaps, by their sort: written by the author, empty sections, decisions without evidence. */
export function readGaps(documents: readonly Document[], parts: GapParts): readonly Gap[] {
  const { outline, found } = parts
  const written = documents.flatMap(({ blocks }) => writtenGaps(blocks, undefined, outline, found))
  const named = new Set(written.map(({ item }) => item))
  const bare = bareDecisions(parts).filter(({ item }) => !named.has(item))
  return [...written, ...emptySections(documents, outline), ...bare]
}

interface GapParts {
  readonly outline: Outline
  readonly found: FoundItems
  readonly links: readonly Link[]
  readonly kinds: KindTable
}

/** `To be written` as a paragraph, as a list entry, as the words of an item, and in a cell. */
function writtenGaps(
  blocks: readonly (Block | EntryBlock)[],
  item: string | undefined,
  outline: Outline,
  found: FoundItems,
): readonly Gap[] {
  return blocks.flatMap((block): readonly Gap[] => {
    const own = block.type === 'item' ? (found.keys.get(block.at) ?? item) : item
    const gap = gapOf(block)
    const section = outline.within.get(block.at) ?? ''
    const inner = block.type === 'list' ? block.entries : 'blocks' in block ? block.blocks : []
    return [
      ...(gap ? [{ section, ...(own ? { item: own } : {}), ...gap, place: block.place }] : []),
      ...(block.type === 'table' ? gapsInRows(block, section, found) : []),
      ...writtenGaps(inner, own, outline, found),
    ]
  })
}

/** The first gap of each row, of its item where it has one. What a cell shows as code is an example. */
function gapsInRows(
  { rows, items = [], place, node }: TableBlock,
  section: string,
  found: FoundItems,
): readonly Gap[] {
  return rows.flatMap((cells, index): readonly Gap[] => {
    const marked = node.children?.[index]?.children ?? []
    const isCode = (at: number) => marked[at]?.children?.[0]?.type === 'inlineCode'
    const text = cells.find((cell, at) => index > 0 && readGap(cell) && !isCode(at))
    if (text === undefined) return []
    const block = items.find(({ row }) => row === index)
    const item = found.keys.get(block?.at ?? '')
    return [
      { section, ...(item ? { item } : {}), text, ...readGap(text), place: block?.place ?? place },
    ]
  })
}

function gapOf(block: Block | EntryBlock): (GapText & { readonly text: string }) | undefined {
  const isItem = block.type === 'item'
  if (!isItem && block.type !== 'gap' && block.type !== 'entry') return undefined
  const gap = isItem ? readGap(block.words.text) : block.gap
  return gap && { text: block.words.text, ...gap }
}

/** Headings with neither text nor sub-section. */
function emptySections(documents: readonly Document[], outline: Outline): readonly Gap[] {
  const filled = new Set(outline.sections.map((section) => section.parent))
  for (const block of documents.flatMap((document) => [...allBlocks(document.blocks)])) {
    if (!isMute(block)) filled.add(outline.within.get(block.at))
  }
  return outline.sections
    .filter(({ key }) => !filled.has(key))
    .map(({ key, place }) => ({ section: key, place }))
}

/** Headings, comments, rules and private notes fill no section. */
function isMute(block: Block | EntryBlock): boolean {
  const isEmpty = block.type === 'heading' || block.type === 'other' || block.type === 'rule'
  return isEmpty || isNotesBlock(block)
}

function bareDecisions({ found, links, kinds }: GapParts): readonly Gap[] {
  const supported = new Set(links.filter(({ role }) => role === 'supports').map(({ to }) => to))
  return found.items
    .filter(({ kind, key }) => isLike(kind, 'decision', kinds) && !supported.has(key))
    .map(({ key, section, place }) => ({ section, item: key, place }))
}
