/** The items: ids by label or by order, second definitions, re-uses, and what evidence supports. */

import type { Case, Item } from '../model/case.ts'
import { keyOf, schemeOf } from '../model/ids.ts'
import { type BuiltInKind, has, isLike, type Kind, type KindTable, rowOf } from '../model/kinds.ts'
import type { Settings } from '../settings/case-yaml.ts'
import { readEstimated } from '../syntax/conventions/estimate.ts'
import { readGap } from '../syntax/conventions/gap.ts'
import { allBlocks, type Document, type ItemBlock } from '../syntax/conventions/index.ts'
import { foldLetters } from '../text/letters.ts'
import { isWithin, sectionsAround } from './around.ts'
import { addressesOf, textsOf } from './item-words.ts'
import type { Outline } from './outline.ts'
import { writtenElsewhere } from './rows-of-items.ts'
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
export interface WholeGraph extends Namesakes {
  /** By key. */
  readonly items: ReadonlyMap<string, Item>
  /** `at` of a block → key of its section or item. */
  readonly keys: ReadonlyMap<string, string>
  readonly blocks: FoundItems['blocks']
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

interface ItemSettings extends Partial<Pick<Settings, 'aliases'>> {
  readonly kinds: KindTable
  readonly whole?: WholeGraph | undefined
}

/** Reads the items of all files in document order; `whole` as in `buildGraph`. */
export function readItems(
  documents: readonly Document[],
  outline: Outline,
  { kinds, whole, aliases = {} }: ItemSettings,
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
  // A row with an id of its own is an item of its own.
  const nameOfWords = (block: ItemBlock) =>
    `${block.kind} ${block.id ?? ''} ${foldLetters(block.words.text)}`
  const unlabelled = new Map<string, ItemBlock>()
  // "Leaflets" above a column may be any of the options that are told by themselves.
  const told = new Set(blocks.flatMap(({ kind, row }) => (row === 0 ? [] : kind)))
  const isLooseHeader = ({ row, id, kind }: ItemBlock) =>
    row === 0 && id === undefined && told.has(kind)
  let decision: Item | undefined
  for (const block of blocks) {
    const same = block.how === 'row' ? unlabelled.get(nameOfWords(block)) : undefined
    const other = elsewhere(block) ?? same ?? (isLooseHeader(block) ? block : undefined)
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
    const plain = itemOf(block, id, {
      key: base,
      section,
      sprint: sectionsAround(section, sections).find(({ sprint }) => sprint !== undefined)?.sprint,
    })
    const earlier = sameAs(plain, namesakes, kinds)
    const isSame = earlier?.text === plain.text && isLike(block.kind, 'evidence', kinds)
    if (block.reuse || isSame) {
      again.push({ at: block.at, item: plain, decision: decision?.key })
      continue
    }
    const name = own ?? keyAmong(plain, namesakes, { kinds, aliases, found: found.items })
    const item = { ...plain, key: name.key, ...(name.scope ? { scope: name.scope } : {}) }
    if (isLike(block.kind, 'decision', kinds)) decision = earlier ?? item
    if (earlier) {
      found.duplicates.push({ item: plain, first: earlier })
      continue
    }
    found.items.set(item.key, item)
    found.blocks.set(item.key, block)
    found.keys.set(block.at, item.key)
    if (block.id === undefined) unlabelled.set(nameOfWords(block), block)
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

interface Keys extends Pick<Settings, 'aliases'> {
  readonly kinds: KindTable
  readonly found: ReadonlyMap<string, Item>
}

/** The first has the plain key, unless `aliases` leads that to one that had it before; others of another scheme its letters, of another document its name. */
function keyAmong(
  { kind, id, key, place }: Item,
  namesakes: readonly Item[],
  { kinds, found, aliases }: Keys,
): Pick<Item, 'key' | 'scope'> {
  const schemeIn = (one: string): string => schemeOf(kind, one, kinds)
  const [first] = namesakes
  const { prefix, codes } = rowOf(kind, kinds)
  const letters = schemeIn(id) || prefix || codes[0] || 'own'
  const isOther = first && schemeIn(first.id) !== schemeIn(id)
  const stem = isOther ? `${kind}-${letters.toLowerCase()}${key.slice(kind.length)}` : key
  const others = namesakes.filter((one) => schemeIn(one.id) === schemeIn(id))
  // "risk-1: risk-1-payments": that of another document had it first.
  const isKept = aliases[stem]?.startsWith(`${stem}-`) === true
  const scope =
    others.length > 0 || isKept
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

/** The items of a kind, and of those like it. */
export function itemsLike(
  like: BuiltInKind,
  { case: { items }, kinds }: { readonly case: Pick<Case, 'items'>; readonly kinds: KindTable },
): readonly Item[] {
  return items.filter(({ kind }) => isLike(kind, like, kinds))
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
      ...textsOf(block, (at) => cited.has(at)),
      ...(strength ? { strength } : {}),
      ...(has(item.kind, 'valued', settings.kinds) ? estimatedOf(block) : {}),
      ...(addresses.length > 0 ? { addresses } : {}),
    }
  })
}

/** What an estimate's bracket says, and one behind its words: `2 to 3 million calls (2027, a year)`. */
function estimatedOf({ estimate, words }: ItemBlock): Pick<Item, 'estimated'> {
  const behind = words.sentences.flatMap((sentence) => {
    const read = readEstimated(RE_BEHIND.exec(sentence)?.[1] ?? '')
    // Ids alone are a citation.
    const { ids, ...said } = read?.estimated ?? {}
    return read?.unread.length === 0 && Object.keys(said).length > 0 ? [read.estimated] : []
  })
  const all = [...behind, ...(estimate ? [estimate.estimated] : [])]
  if (all.length === 0) return {}
  const ids = [...new Set(all.flatMap((one) => one.ids ?? []))]
  return { estimated: { ...Object.assign({}, ...all), ...(ids.length > 0 ? { ids } : {}) } }
}

const RE_BEHIND = /\(([^()]+)\)[.\s]*$/

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
    ...textsOf(block, () => false),
    section,
    ...(sprint === undefined ? {} : { sprint }),
    ...(block.id === undefined ? { byOrder: true as const } : {}),
    ...(block.properties ? { properties: block.properties } : {}),
    place: block.place,
  }
}

/** Gives the next id of a kind by order over the whole case. It passes over ids that a label takes; a row that only names what stands elsewhere takes none. */
function counter(blocks: readonly ItemBlock[], kinds: KindTable): (kind: Kind) => string {
  const labelled = new Set(
    blocks.map(({ kind, id, refers }) => (id && !refers ? keyOf(kind, id, kinds) : '')),
  )
  const counts = new Map<Kind, number>()
  return (kind) => {
    let number = (counts.get(kind) ?? 0) + 1
    while (labelled.has(`${kind}-${number}`)) number += 1
    counts.set(kind, number)
    return `${rowOf(kind, kinds).prefix}${number}`
  }
}
