/** The items: ids by label or by order, second definitions, re-uses, and what evidence supports. */

import type { Case, Item, Link, Section } from '../model/case.ts'
import { keyOf, numberOf, schemeOf } from '../model/ids.ts'
import { type BuiltInKind, isLike, type Kind, type KindTable, rowOf } from '../model/kinds.ts'
import type { Settings } from '../settings/case-yaml.ts'
import { readGap } from '../syntax/conventions/gap.ts'
import {
  allBlocks,
  type Document,
  type ItemBlock,
  type Words,
} from '../syntax/conventions/index.ts'
import { leaveOut } from '../text/leave-out.ts'
import type { Outline } from './outline.ts'
import { itemsMeant, type Namesakes, scopeAmong } from './scopes.ts'
import { strengthOf } from './strength.ts'

/** `Evidence 10a: See above`: not a definition. */
export interface Reuse extends Pick<Item, 'key' | 'kind' | 'id' | 'place'> {
  /** Key of the decision under which it stands. */
  readonly decision?: string
}

/** An id that could mean several items. */
export interface UnclearId extends Pick<Item, 'kind' | 'id' | 'place'> {
  /** Two or more. */
  readonly among: readonly Item[]
}

/** What a graph of a part has from the graph of the whole, so that each thing keeps its name. */
export interface WholeGraph {
  /** By key. */
  readonly items: ReadonlyMap<string, Item>
  /** `at` of a block → key of its section or item. */
  readonly keys: ReadonlyMap<string, string>
  readonly homes: ReadonlyMap<string, string>
  readonly citedIds: ReadonlyMap<string, readonly (string | undefined)[]>
}

/** The items of a case, and where each of its blocks stands. */
export interface FoundItems extends Namesakes {
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
  readonly unclear: readonly UnclearId[]
}

/** Reads the items of all files in document order; `whole` as in `buildGraph`. */
export function readItems(
  documents: readonly Document[],
  outline: Outline,
  { kinds, whole }: { readonly kinds: KindTable; readonly whole?: WholeGraph | undefined },
): FoundItems {
  const sections = new Map(outline.sections.map((section) => [section.key, section]))
  const blocks = documents.flatMap(itemBlocksOf)
  const nextId = counter(blocks, kinds)
  const elsewhere = writtenElsewhere(blocks, kinds)
  const byBase = new Map<string, Item[]>()
  const found = {
    items: new Map<string, Item>(),
    keys: new Map<string, string>(),
    blocks: new Map<string, ItemBlock>(),
    duplicates: [] as { item: Item; first: Item }[],
  }
  const again: Reused[] = []
  const rows: MoreRow[] = []
  let decision: Item | undefined
  for (const block of blocks) {
    const other = elsewhere(block)
    if (other !== undefined) {
      rows.push({ block, of: other })
      continue
    }
    const section = outline.within.get(block.at) ?? ''
    if (decision && !isWithin(section, decision.section, sections)) decision = undefined
    const own = whole?.items.get(whole.keys.get(block.at) ?? '')
    const id = block.id ?? (own?.byOrder ? own.id : nextId(block.kind))
    const base = keyOf(block.kind, id, kinds)
    const namesakes = byBase.get(base) ?? []
    const plain = itemOf(block, id, { key: base, section, sprint: sprintOf(section, sections) })
    const earlier = sameAs(plain, namesakes, kinds)
    const isSame = earlier?.text === plain.text && isLike(block.kind, 'evidence', kinds)
    if (block.reuse || isSame) {
      again.push({ at: block.at, item: plain, decision: decision?.key })
      continue
    }
    const name = own ?? keyAmong(plain, namesakes, { kinds, found: found.items })
    const item = { ...plain, key: name.key, ...(name.scope ? { scope: name.scope } : {}) }
    if (isLike(block.kind, 'decision', kinds)) decision = earlier ?? item
    if (earlier) {
      found.duplicates.push({ item: plain, first: earlier })
      continue
    }
    found.items.set(item.key, item)
    found.blocks.set(item.key, block)
    found.keys.set(block.at, item.key)
    byBase.set(base, [...namesakes, item])
  }
  const known = { byBase, kinds, sections }
  const { reuses, unclear } = readReuses(again, known)
  for (const [at, { key }] of reuses) if (found.items.has(key)) found.keys.set(at, key)
  const keyOfRow = rowKeys(known, found.keys)
  return {
    ...{ ...found, ...known, reuses, unclear },
    rows: new Map(rows.map((row) => [row.block.at, keyOfRow(row)])),
    items: [...found.items.values()],
  }
}

/** A block that defines nothing new, as an item with the key that it would have. */
interface Reused {
  readonly at: string
  readonly item: Item
  readonly decision: string | undefined
}

/** What is used again is what stands nearest, above or below. */
function readReuses(
  again: readonly Reused[],
  known: Namesakes,
): Pick<FoundItems, 'reuses' | 'unclear'> {
  const reuses = new Map<string, Reuse>()
  const unclear: UnclearId[] = []
  for (const { at, item, decision } of again) {
    const { kind, id, place } = item
    const [meant, ...others] = itemsMeant(item, { file: place.file }, known)
    if (meant && others.length > 0) unclear.push({ id, kind, among: [meant, ...others], place })
    const key = others.length > 0 ? '' : (meant?.key ?? item.key)
    reuses.set(at, { ...{ key, kind, id, place }, ...(decision ? { decision } : {}) })
  }
  return { reuses, unclear }
}

/** A row that says more of what stands elsewhere; of itself where it only names that. */
interface MoreRow {
  readonly block: ItemBlock
  readonly of: ItemBlock
}

function rowKeys(known: Namesakes, keys: ReadonlyMap<string, string>): (row: MoreRow) => string {
  return ({ block, of }) => {
    const { kind, id = '', place } = block
    const own = of === block ? undefined : keys.get(of.at)
    const [meant, ...others] = own ? [] : itemsMeant({ kind, id }, { file: place.file }, known)
    return own ?? (others.length > 0 ? undefined : meant?.key) ?? keyOf(kind, id, known.kinds)
  }
}

/** The item that an id defines already: in the same document, or with the same words in another. */
function sameAs({ kind, id, text, place }: Item, namesakes: readonly Item[], kinds: KindTable) {
  const spelt = namesakes.filter(
    (one) => schemeOf(kind, one.id, kinds) === schemeOf(kind, id, kinds),
  )
  const saysMore = text !== '' && text.toLowerCase() !== 'withdrawn' && !readGap(text)
  return (
    spelt.find((one) => one.place.file === place.file) ??
    (saysMore ? spelt.find((one) => one.text === text) : undefined)
  )
}

/** The first has the plain key, others of another scheme its letters, of another document its name. */
function keyAmong(
  { kind, id, key, place }: Item,
  namesakes: readonly Item[],
  { kinds, found }: { readonly kinds: KindTable; readonly found: ReadonlyMap<string, Item> },
): Pick<Item, 'key' | 'scope'> {
  const schemeIn = (one: string): string => schemeOf(kind, one, kinds)
  const [first] = namesakes
  const { prefix, codes } = rowOf(kind, kinds)
  const letters = schemeIn(id) || prefix || codes[0] || 'own'
  const isOther = first && schemeIn(first.id) !== schemeIn(id)
  const stem = isOther ? `${kind}-${letters.toLowerCase()}${key.slice(kind.length)}` : key
  const others = namesakes.filter((one) => schemeIn(one.id) === schemeIn(id))
  const scope =
    others.length > 0
      ? scopeAmong(
          place.file,
          others.map((one) => one.place.file),
        )
      : undefined
  const wanted = scope === undefined ? stem : `${stem}-${scope}`
  let free = wanted
  for (let number = 2; found.has(free); number += 1) free = `${wanted}-${number}`
  return { key: free, ...(scope === undefined ? {} : { scope }) }
}

/**
 * The block of which a row says more: one that defines the same id in words like its own, the nearest first;
 * itself for a row that only names what is defined elsewhere. `undefined` for what defines an item.
 */
function writtenElsewhere(
  blocks: readonly ItemBlock[],
  kinds: KindTable,
): (block: ItemBlock) => ItemBlock | undefined {
  const byKey = new Map<string, Map<string, ItemBlock>>()
  const byWords = new Map<string, ItemBlock>()
  const written = blocks.filter(({ refers, reuse }) => !refers && !reuse)
  for (const block of written.toSorted((one, other) => rank(one) - rank(other))) {
    if (block.id === undefined) continue
    const key = keyOf(block.kind, block.id, kinds)
    const known = byKey.get(key) ?? new Map<string, ItemBlock>()
    if (known.has(block.place.file)) continue
    byWords.set(`${block.kind} ${plain(block)}`, block)
    byKey.set(key, known.set(block.place.file, block))
  }
  return (block) => {
    if (block.how !== 'row') return undefined
    if (block.id === undefined) return byWords.get(`${block.kind} ${plain(block)}`)
    if (block.refers) return block
    const known = byKey.get(keyOf(block.kind, block.id, kinds)) ?? new Map<string, ItemBlock>()
    const own = known.get(block.place.file)
    const all = [...known.values()]
    const before =
      own === block ? all.slice(0, all.indexOf(block)) : [...(own ? [own] : []), ...all]
    return before.find((one) => isAlike(plain(block), plain(one)))
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

/** Key of evidence → key of the decision whose number it has, the nearest one. */
export function homesOf(found: FoundItems, whole?: WholeGraph): EvidenceHomes {
  const homes = new Map<string, string>()
  const unclear: UnclearId[] = []
  for (const { key, kind, id, place } of found.items) {
    const number = numberOf(id)
    if (number === '') continue
    const given = whole?.items.has(key) ? whole.homes.get(key) : undefined
    const [meant, ...others] = itemsMeant(
      { kind: 'decision', id: number },
      { file: place.file },
      found,
    )
    if (given ?? (meant && others.length === 0)) homes.set(key, given ?? meant?.key ?? '')
    else if (meant && !whole) unclear.push({ id, kind, among: [meant, ...others], place })
  }
  return { homes, unclear }
}

interface EvidenceHomes {
  readonly homes: ReadonlyMap<string, string>
  readonly unclear: readonly UnclearId[]
}

/** Evidence 3a supports decision 3 by its number; a re-use supports the decision above it. */
export function supports(
  { items, reuses }: FoundItems,
  homes: EvidenceHomes['homes'],
): readonly Link[] {
  const keys = new Set(items.map((item) => item.key))
  const byNumber = items.flatMap((item): Link[] => {
    const to = homes.get(item.key) ?? ''
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
export function replacements(found: FoundItems): readonly Link[] {
  return found.items.flatMap(({ key, id, place, properties = {} }): readonly Link[] => {
    const status = properties.status ?? ''
    // "4" in the status of ADR 5 is ADR 4.
    const scheme = schemeOf('decision', id, found.kinds)
    const [by, of] = [RE_REPLACED, RE_REPLACES].map((form) => {
      const number = form.exec(status)?.[1]
      if (number === undefined) return undefined
      const named = {
        kind: 'decision',
        id: scheme === '' ? number : `${scheme} ${number}`,
      } as const
      const [meant, ...others] = itemsMeant(named, { file: place.file }, found)
      return others.length > 0 ? undefined : meant?.key
    })
    const pairs = [...(by ? [[by, key] as const] : []), ...(of ? [[key, of] as const] : [])]
    return pairs
      .filter(([from, to]) => from !== to)
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
