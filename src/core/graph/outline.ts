/** The outline: title, sections and which block stands in which. */

import { isIndex } from '../addresses/paths.ts'
import type { Section } from '../model/case.ts'
import { type KindTable, rowOf } from '../model/kinds.ts'
import type { Settings } from '../settings/case-yaml.ts'
import {
  allBlocks,
  type Block,
  type Document,
  type HeadingBlock,
  type ItemBlock,
  isNotesBlock,
} from '../syntax/conventions/index.ts'
import { uniqueKey } from './slug.ts'

/** The sections of a case, and which block stands in which. */
export interface Outline {
  readonly title: string
  readonly phase?: string
  /** `at` of the title's heading. */
  readonly titleAt?: string
  readonly sections: readonly Section[]
  /** `at` of a heading → key of its section. */
  readonly keys: ReadonlyMap<string, string>
  /** `at` of a decision record → key of the section that begins with it, of which no heading tells. */
  readonly opened: ReadonlyMap<string, string>
  /** `at` of any block → key of the section in which it stands. */
  readonly within: ReadonlyMap<string, string>
}

/**
 * Reads the sections of all files as one outline; what counts is nesting, not the hashes. Headings of the
 * text have the keys that they would have if the heads of files had no titles.
 */
export function readOutline(documents: readonly Document[], settings: Settings): Outline {
  const isOfText = (block: Block) => block.type !== 'heading' || block.isOfHead !== true
  const plain = documents.map((one) => ({ ...one, blocks: one.blocks.filter(isOfText) }))
  const known = outlineOf(plain, settings, firstHash(plain, settings))
  return outlineOf(documents, settings, namingHash(documents, settings), known)
}

/** @param names the heading whose title is that of the case */
function outlineOf(
  documents: readonly Document[],
  settings: Settings,
  names: HeadingBlock | undefined,
  known?: Outline,
): Outline {
  const draft: Draft = {
    kinds: settings.kinds,
    sections: [],
    taken: new Set(known?.keys.values()),
    numbers: new Map(),
    keys: new Map(),
    opened: new Map(),
    known,
    within: new Map(),
    open: [],
  }
  const folders: string[] = []
  const openingTitle = names?.title ?? settings.title ?? 'Opening'
  let titleAt: string | undefined
  for (const { file, blocks } of documents) {
    const below = folders.filter((folder) => file.startsWith(folder)).length
    const flow = [...flowOf(blocks)]
    for (const [index, block] of flow.entries()) {
      // Words below a title that stands behind other parts need a part of their own.
      const isAlone = !known || draft.sections.length === 0 || !isWords(flow[index + 1])
      if (index === flow.findIndex(isSeen) && isRecordOfFile(block)) openFor(block, below, draft)
      if (block === names && isAlone) titleAt = block.at
      else place(block, draft, { openingTitle, below })
    }
    // What an index stands for is a chapter, and its files are the sections of it.
    const folder = file.slice(0, file.lastIndexOf('/') + 1)
    if (known && folder !== '' && isIndex(file) && flow.some(isHash)) folders.push(folder)
  }
  const phase = settings.phase ?? names?.phase
  return {
    title: settings.title ?? names?.title ?? 'A case without a title',
    ...(phase ? { phase } : {}),
    ...(titleAt ? { titleAt } : {}),
    sections: draft.sections,
    keys: draft.keys,
    opened: draft.opened,
    within: draft.within,
  }
}

interface Draft {
  readonly kinds: KindTable
  readonly sections: Section[]
  readonly taken: Set<string>
  /** The last number behind a key that would be taken. */
  readonly numbers: Map<string, number>
  readonly keys: Map<string, string>
  readonly opened: Map<string, string>
  /** The outline without titles from the heads of files; absent while that is read. */
  readonly known: Outline | undefined
  readonly within: Map<string, string>
  /** The sections around the current block, outermost first. */
  readonly open: { readonly level: number; readonly section: Section; readonly isOfHead: boolean }[]
}

/** Deeper than any heading, so that the first heading closes the opening. */
const OPENING_LEVEL = 99

/** Blocks in reading order; what stands inside a component counts like any other. */
function* flowOf(blocks: readonly Block[]): Generator<Block> {
  for (const block of blocks) {
    yield block
    if (block.type === 'element' && !isNotesBlock(block)) yield* flowOf(block.blocks)
  }
}

/** The first `#`; behind other headings only where `case.yaml` has no title. */
function firstHash(documents: readonly Document[], settings: Settings): HeadingBlock | undefined {
  const headings = documents.flatMap(({ blocks }) => [...flowOf(blocks)].filter(isHeading))
  return settings.title === undefined ? headings.find(isHash) : headings.slice(0, 1).find(isHash)
}

/**
 * The `#` that names the case: the one with a phase, then that of an index of the whole, then the first;
 * the title in the head of the first file where there is none.
 */
function namingHash(documents: readonly Document[], settings: Settings): HeadingBlock | undefined {
  const hashes = documents.flatMap(({ blocks }) => [...flowOf(blocks)].filter(isHash))
  const [first] = hashes
  const start = first && documents[0]?.file === first.place.file ? first : undefined
  if (settings.title !== undefined) {
    const isSame = first?.isOfHead !== true || first.title === settings.title
    return isSame ? firstHash(documents, settings) : undefined
  }
  const index = start && isIndex(start.place.file) ? start : undefined
  return (
    hashes.find(({ phase }) => phase !== undefined) ??
    index ??
    hashes.find(({ isOfHead }) => !isOfHead) ??
    start
  )
}

function isHeading(block: Block): block is HeadingBlock {
  return block.type === 'heading'
}

function isHash(block: Block): block is HeadingBlock {
  return isHeading(block) && block.level === 1
}

/** Whether a block says something that belongs to the heading above it. */
function isWords(block: Block | undefined): boolean {
  return block !== undefined && !isHeading(block) && isSeen(block)
}

function isSeen(block: Block): boolean {
  return block.type !== 'other' && block.type !== 'rule' && !isNotesBlock(block)
}

interface Around {
  readonly openingTitle: string
  /** How many chapters of folders stand around the file. */
  readonly below: number
}

function place(block: Block, draft: Draft, { openingTitle, below }: Around): void {
  const { open, keys, within } = draft
  if (block.type === 'heading') {
    const level = block.level + below
    closeHeads(open, block.place.file)
    close(open, level)
    const section = sectionOf(block, open.at(-1)?.section, { draft, isPart: level === 1 })
    add(section, level, draft, block.isOfHead)
    keys.set(block.at, section.key)
  }
  if (block.type === 'item' && block.level !== undefined) closeBelow(open, block.level + below)
  if (open.length === 0 && isSeen(block)) {
    const section: Section = { key: 'opening', title: openingTitle, depth: 1, place: block.place }
    add(section, OPENING_LEVEL, draft)
  }
  const around = open.at(-1)?.section.key
  if (around === undefined) return
  if (block.type === 'element') within.set(block.at, around)
  else for (const inner of allBlocks([block])) within.set(inner.at, around)
}

/** Whether a block is a decision record that is a file of its own, as far as its first heading says. */
function isRecordOfFile(block: Block): block is ItemBlock {
  return block.type === 'item' && block.record === true && block.level === 1
}

// Matches "Key decisions", "Architecture decision records", "ADRs", "Decision log".
const RE_OF_RECORDS = /\b(?:decisions|records|adrs|rfcs|decision (?:log|register))\b/i

/**
 * A record in a file of its own belongs to no part of another file, but to the chapter of its folder, or
 * to one about decisions, which begins with it where there is none.
 */
function openFor(block: ItemBlock, below: number, draft: Draft): void {
  const { open, opened, known, taken, numbers, kinds } = draft
  const [chapter] = open
  const isInChapter =
    below > 0 ||
    (chapter !== undefined &&
      ([...opened.values()].includes(chapter.section.key) ||
        RE_OF_RECORDS.test(chapter.section.title)))
  if (isInChapter) {
    open.length = Math.min(open.length, Math.max(1, below))
    return
  }
  const level = chapter && chapter.level < OPENING_LEVEL ? chapter.level : 2
  open.length = 0
  const title = rowOf(block.kind, kinds).plural
  const key = known?.opened.get(block.at) ?? uniqueKey(title, undefined, { taken, numbers, kinds })
  const part = level === 1 ? { part: true as const } : {}
  add({ key, title, depth: 1, ...part, place: block.place }, level, draft)
  opened.set(block.at, key)
}

function add(
  section: Section,
  level: number,
  { sections, taken, open }: Draft,
  isOfHead = false,
): void {
  sections.push(section)
  taken.add(section.key)
  open.push({ level, section, isOfHead })
}

/** The title in the head of a file is that of this file alone. */
function closeHeads(open: Draft['open'], file: string): void {
  const at = open.findIndex(({ section, isOfHead }) => isOfHead && section.place.file !== file)
  if (at >= 0) open.length = at
}

function close(open: Draft['open'], level: number): void {
  while ((open.at(-1)?.level ?? 0) >= level) open.pop()
}

/** A heading item makes no section, but ends those below its own level, never the outermost. */
function closeBelow(open: Draft['open'], level: number): void {
  while (open.length > 1 && (open.at(-1)?.level ?? 0) > level) open.pop()
}

function sectionOf(
  block: HeadingBlock,
  parent: Section | undefined,
  { draft, isPart }: { readonly draft: Draft; readonly isPart: boolean },
): Section {
  return {
    key: keyFor(block, parent, draft),
    title: block.title,
    depth: (parent?.depth ?? 0) + 1,
    ...(parent ? { parent: parent.key } : {}),
    ...(block.sprint === undefined ? {} : { sprint: block.sprint }),
    ...(isPart ? { part: true as const } : {}),
    place: block.place,
  }
}

/** A title from the head of the first file has the key of the words without a heading that it now heads. */
function keyFor(
  { at, title, isOfHead, place: { file } }: HeadingBlock,
  parent: Section | undefined,
  { taken, numbers, kinds, known, sections }: Draft,
): string {
  const own = known?.keys.get(at)
  if (own !== undefined) return own
  const [opening] = known?.sections ?? []
  const isOpening = opening?.key === 'opening' && opening.place.file === file
  if (isOfHead && isOpening && sections.length === 0) return opening.key
  return uniqueKey(title, parent?.key, { taken, numbers, kinds })
}
