/** The outline: title, sections and which block stands in which. */

import type { Section } from '../model/case.ts'
import type { KindTable } from '../model/kinds.ts'
import type { Settings } from '../settings/case-yaml.ts'
import {
  allBlocks,
  type Block,
  type Document,
  type HeadingBlock,
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
  /** `at` of any block → key of the section in which it stands. */
  readonly within: ReadonlyMap<string, string>
}

/** Reads the sections of all files as one outline; what counts is nesting, not the hashes. */
export function readOutline(documents: readonly Document[], settings: Settings): Outline {
  const draft: Draft = {
    kinds: settings.kinds,
    sections: [],
    taken: new Set(),
    numbers: new Map(),
    keys: new Map(),
    within: new Map(),
    open: [],
  }
  let title: HeadingBlock | undefined
  for (const block of flowOf(documents.flatMap((document) => document.blocks))) {
    if (block.type === 'heading' && !title && isTitle(block, draft, settings)) title = block
    else place(block, draft, title?.title ?? settings.title ?? 'Opening')
  }
  const phase = settings.phase ?? title?.phase
  return {
    title: settings.title ?? title?.title ?? 'A case without a title',
    ...(phase ? { phase } : {}),
    ...(title ? { titleAt: title.at } : {}),
    sections: draft.sections,
    keys: draft.keys,
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
  readonly within: Map<string, string>
  /** The sections around the current block, outermost first. */
  readonly open: { readonly level: number; readonly section: Section }[]
}

/** Deeper than any heading, so that the first heading closes the opening. */
const OPENING_LEVEL = 7

/** Blocks in reading order; what stands inside a component counts like any other. */
function* flowOf(blocks: readonly Block[]): Generator<Block> {
  for (const block of blocks) {
    yield block
    if (block.type === 'element' && !isNotesBlock(block)) yield* flowOf(block.blocks)
  }
}

/** The first `#` is the title; one after other headings opens a part if `case.yaml` has the title. */
function isTitle(block: HeadingBlock, { keys }: Draft, settings: Settings): boolean {
  return block.level === 1 && (keys.size === 0 || settings.title === undefined)
}

function place(block: Block, draft: Draft, openingTitle: string): void {
  const { open, keys, within } = draft
  if (block.type === 'heading') {
    close(open, block.level)
    const section = sectionOf(block, open.at(-1)?.section, draft)
    add(section, block.level, draft)
    keys.set(block.at, section.key)
  }
  if (block.type === 'item' && block.level !== undefined) closeBelow(open, block.level)
  const isSeen = block.type !== 'other' && block.type !== 'rule' && !isNotesBlock(block)
  if (open.length === 0 && isSeen) {
    const section: Section = { key: 'opening', title: openingTitle, depth: 1, place: block.place }
    add(section, OPENING_LEVEL, draft)
  }
  const around = open.at(-1)?.section.key
  if (around === undefined) return
  if (block.type === 'element') within.set(block.at, around)
  else for (const inner of allBlocks([block])) within.set(inner.at, around)
}

function add(section: Section, level: number, { sections, taken, open }: Draft): void {
  sections.push(section)
  taken.add(section.key)
  open.push({ level, section })
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
  { taken, numbers, kinds }: Draft,
): Section {
  return {
    key: uniqueKey(block.title, parent?.key, { taken, numbers, kinds }),
    title: block.title,
    depth: (parent?.depth ?? 0) + 1,
    ...(parent ? { parent: parent.key } : {}),
    ...(block.sprint === undefined ? {} : { sprint: block.sprint }),
    ...(block.level === 1 ? { part: true as const } : {}),
    place: block.place,
  }
}
