/** The items: ids by label or by order, second definitions, re-uses, and what evidence supports. */

import type { Case, Item, Link, Section } from '../model/case.ts'
import { decisionKey, keyOf, numberOf } from '../model/ids.ts'
import { type BuiltInKind, isLike, type Kind, type KindTable, rowOf } from '../model/kinds.ts'
import type { Settings } from '../settings/case-yaml.ts'
import {
  allBlocks,
  type Document,
  type ItemBlock,
  type Words,
} from '../syntax/conventions/index.ts'
import { leaveOut } from '../text/leave-out.ts'
import type { Outline } from './outline.ts'
import { strengthOf } from './strength.ts'

/** `Evidence 10a: See above`: not a definition. */
export interface Reuse extends Pick<Item, 'key' | 'kind' | 'id' | 'place'> {
  /** Key of the decision under which it stands. */
  readonly decision?: string
}

/** The items of a case, and where each of its blocks stands. */
export interface FoundItems {
  /** Their texts still hold the citations: see `completed`. */
  readonly items: readonly Item[]
  /** `at` of a block → key of its item, re-uses included. */
  readonly keys: ReadonlyMap<string, string>
  /** `at` of a row that says more of an item that stands elsewhere → key of that. */
  readonly rows: ReadonlyMap<string, string>
  /** Key of an item → its block. */
  readonly blocks: ReadonlyMap<string, ItemBlock>
  readonly duplicates: readonly { readonly item: Item; readonly first: Item }[]
  /** By `at`. */
  readonly reuses: ReadonlyMap<string, Reuse>
}

/** Reads the items of all files in document order; `ids` as in `buildGraph`. */
export function readItems(
  documents: readonly Document[],
  outline: Outline,
  { kinds, ids }: { readonly kinds: KindTable; readonly ids?: ReadonlyMap<string, string> },
): FoundItems {
  const sections = new Map(outline.sections.map((section) => [section.key, section]))
  const blocks = documents.flatMap(itemBlocksOf)
  const nextId = counter(blocks, kinds)
  const elsewhere = writtenElsewhere(blocks, kinds)
  const found = {
    items: new Map<string, Item>(),
    keys: new Map<string, string>(),
    rows: new Map<string, string>(),
    blocks: new Map<string, ItemBlock>(),
    duplicates: [] as { item: Item; first: Item }[],
    reuses: new Map<string, Reuse>(),
  }
  let decision: Item | undefined
  for (const block of blocks) {
    const known = elsewhere(block)
    if (known !== undefined) {
      found.rows.set(block.at, known)
      continue
    }
    const section = outline.within.get(block.at) ?? ''
    if (decision && !isWithin(section, decision.section, sections)) decision = undefined
    const id = block.id ?? ids?.get(block.at) ?? nextId(block.kind)
    const item = itemOf(block, id, {
      key: keyOf(block.kind, id, kinds),
      section,
      sprint: sprintOf(section, sections),
    })
    const earlier = found.items.get(item.key)
    if (isLike(block.kind, 'decision', kinds)) decision = item
    const isSame = earlier?.text === item.text && isLike(block.kind, 'evidence', kinds)
    if (block.reuse || isSame) {
      const under = decision ? { decision: decision.key } : {}
      const { key, kind, id, place } = item
      found.reuses.set(block.at, { ...{ key, kind, id, place }, ...under })
    } else if (earlier) {
      found.duplicates.push({ item, first: earlier })
    } else {
      found.items.set(item.key, item)
      found.blocks.set(item.key, block)
      found.keys.set(block.at, item.key)
    }
  }
  for (const [at, { key }] of found.reuses) {
    if (found.items.has(key)) found.keys.set(at, key)
  }
  return { ...found, items: [...found.items.values()] }
}

/**
 * Of a row that names an item which is written out elsewhere, the key of that; rows that only refer have
 * one even where nothing is written.
 */
function writtenElsewhere(
  blocks: readonly ItemBlock[],
  kinds: KindTable,
): (block: ItemBlock) => string | undefined {
  const first = new Map<string, ItemBlock>()
  const byWords = new Map<string, string>()
  const written = blocks.filter(({ refers, reuse }) => !refers && !reuse)
  for (const block of written.toSorted((one, other) => rank(one) - rank(other))) {
    if (block.id === undefined) continue
    const key = keyOf(block.kind, block.id, kinds)
    if (first.has(key)) continue
    first.set(key, block)
    byWords.set(`${block.kind} ${plain(block)}`, key)
  }
  return (block) => {
    if (block.how !== 'row') return undefined
    if (block.id === undefined) return byWords.get(`${block.kind} ${plain(block)}`)
    const key = keyOf(block.kind, block.id, kinds)
    const other = first.get(key)
    if (block.refers) return key
    return other && other !== block && isAlike(plain(block), plain(other)) ? key : undefined
  }
}

/** What is written out comes before what a row says of it. */
function rank({ how }: ItemBlock): number {
  return how === 'row' ? 1 : 0
}

function plain({ words }: ItemBlock): string {
  return words.text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

function isAlike(one: string, other: string): boolean {
  return one === '' || other.startsWith(one) || (other !== '' && one.startsWith(other))
}

/** The items of a kind, and of those like it. */
export function itemsLike(
  like: BuiltInKind,
  { case: { items }, kinds }: { readonly case: Pick<Case, 'items'>; readonly kinds: KindTable },
): readonly Item[] {
  return items.filter(({ kind }) => isLike(kind, like, kinds))
}

/** Evidence 3a supports decision 3 by its number; a re-use supports the decision above it. */
export function supports({ items, reuses }: FoundItems): readonly Link[] {
  const keys = new Set(items.map((item) => item.key))
  const byNumber = items.flatMap((item): Link[] => {
    const to = decisionKey(numberOf(item.id))
    return keys.has(to) ? [{ from: item.key, to, role: 'supports', place: item.place }] : []
  })
  const byReuse = [...reuses.values()].flatMap(({ key: from, decision: to, place }): Link[] =>
    to !== undefined && keys.has(from) && keys.has(to)
      ? [{ from, to, role: 'supports', place }]
      : [],
  )
  return [...byNumber, ...byReuse]
}

// Matches "Superseded by [12. Title](0012-title.md)", "replaced by ADR-0012".
const RE_REPLACED = /\b(?:superseded|replaced)\s+by\s+\[?(?:[a-z]+[-\s#]*)?0*(\d{1,5})\b/i
// Matches "supersedes ADR-3", "Replaces 3".
const RE_REPLACES = /\b(?:supersedes|replaces)\s+\[?(?:[a-z]+[-\s#]*)?0*(\d{1,5})\b/i

/** Which decision took the place of which, by what their status says. */
export function replacements({ items }: FoundItems): readonly Link[] {
  const keys = new Set(items.map(({ key }) => key))
  return items.flatMap(({ key, place, properties = {} }): readonly Link[] => {
    const status = properties.status ?? ''
    const [by, of] = [RE_REPLACED, RE_REPLACES].map((form) => form.exec(status)?.[1])
    const pairs = [
      ...(by ? [[decisionKey(by), key] as const] : []),
      ...(of ? [[key, decisionKey(of)] as const] : []),
    ]
    return pairs
      .filter(([from, to]) => from !== to && keys.has(from) && keys.has(to))
      .map(([from, to]) => ({ from, to, role: 'replaces', place }))
  })
}

/** The items with strength, addresses, and texts without citations, which are links. */
export function completed(
  { items, blocks }: FoundItems,
  cited: ReadonlyMap<string, readonly string[]>,
  by: { readonly documents: readonly Document[]; readonly settings: Settings },
): readonly Item[] {
  const { documents, settings } = by
  const files = new Map(documents.map((document) => [document.file, document]))
  return items.map((item) => {
    const block = blocks.get(item.key)
    if (!block) return item
    const strength = strengthOf(item, block, { files, kinds: settings.kinds })
    // An old address that `links` leads to a place in the case is not shown to readers.
    const addresses = addressesOf(block).filter((one) => settings.links[one] === undefined)
    return {
      ...item,
      text: textOf(block, (at) => cited.has(at)),
      ...(strength ? { strength } : {}),
      ...(addresses.length > 0 ? { addresses } : {}),
    }
  })
}

function itemBlocksOf(document: Document): readonly ItemBlock[] {
  return [...allBlocks(document.blocks)].filter((block) => block.type === 'item')
}

function itemOf(
  block: ItemBlock,
  id: string,
  at: { readonly key: string; readonly section: string; readonly sprint: string | undefined },
): Item {
  const { key, section, sprint } = at
  return {
    key,
    kind: block.kind,
    id,
    text: textOf(block, () => false),
    section,
    ...(sprint === undefined ? {} : { sprint }),
    ...(block.id === undefined ? { byOrder: true as const } : {}),
    ...(block.properties ? { properties: block.properties } : {}),
    place: block.place,
  }
}

/** Gives the next id of a kind by order over the whole case. It passes over ids that a label takes. */
function counter(blocks: readonly ItemBlock[], kinds: KindTable): (kind: Kind) => string {
  const labelled = new Set(blocks.map(({ kind, id }) => (id ? keyOf(kind, id, kinds) : '')))
  const counts = new Map<Kind, number>()
  return (kind) => {
    let number = (counts.get(kind) ?? 0) + 1
    while (labelled.has(`${kind}-${number}`)) number += 1
    counts.set(kind, number)
    return `${rowOf(kind, kinds).prefix}${number}`
  }
}

/** The item's words with those of the blocks in it, on one line; items inside have their own. */
function textOf(block: ItemBlock, isLeftOut: (at: string) => boolean): string {
  return wordsIn(block)
    .map(({ text, citations }) => {
      const out = citations.filter(({ at }) => isLeftOut(at))
      return leaveOut(
        text,
        out.map(({ raw }) => raw),
      )
    })
    .map((text) => (block.record ? sentenceOf(text) : text))
    .join(' ')
    .trim()
}

/** Parts of a record have names without a full stop, which would run into what they say. */
function sentenceOf(text: string): string {
  return /[\p{L}\p{N})]$/u.test(text) ? `${text}.` : text
}

function addressesOf(block: ItemBlock): readonly string[] {
  return [...new Set(wordsIn(block).flatMap(({ addresses }) => addresses))]
}

/** The item's own words and those of the blocks in it. */
function wordsIn(block: ItemBlock): readonly Words[] {
  const inner = block.blocks.flatMap((child) => {
    if (child.type === 'item' || child.type === 'table') return []
    if (child.type === 'quote') return child.by ? [child.words, speakerOf(child.by)] : [child.words]
    if ('words' in child) return [child.words]
    if (child.type !== 'list') return []
    return child.entries.flatMap((entry) => (entry.type === 'entry' ? [entry.words] : []))
  })
  return [block.words, ...inner]
}

/** Who said it, behind a dash, however that was typed. */
function speakerOf(by: Words): Words {
  return { ...by, text: `— ${by.text.replace(/^\s*[—–-]\s*/, '')}` }
}

/** Whether a section is another or lies below it. */
export function isWithin(
  key: string,
  around: string,
  sections: ReadonlyMap<string, Section>,
): boolean {
  if (key === around) return true
  const parent = sections.get(key)?.parent
  return parent !== undefined && isWithin(parent, around, sections)
}

function sprintOf(key: string, sections: ReadonlyMap<string, Section>): string | undefined {
  const section = sections.get(key)
  if (section?.sprint !== undefined || section?.parent === undefined) return section?.sprint
  return sprintOf(section.parent, sections)
}
