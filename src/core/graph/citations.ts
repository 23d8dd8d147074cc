/** Finds the items that citations name: they become links, plain text, or ids that nothing defines. */

import type { Item, Link } from '../model/case.ts'
import { codeIn, isNumber, kindOfId, kindsOfLetters } from '../model/ids.ts'
import { type Kind, type KindTable, roleOf } from '../model/kinds.ts'
import type { Block, Citation, Document, EntryBlock } from '../syntax/conventions/index.ts'
import { readLabel } from '../syntax/conventions/label.ts'
import { distance, nearest } from '../text/nearest.ts'
import type { FoundItems, UnclearId, WholeGraph } from './items.ts'
import type { Outline } from './outline.ts'
import { itemsMeant, type Namesakes, scopedId, scopeNames } from './scopes.ts'

/** A cited id that no item has. */
export interface UndefinedId {
  readonly id: string
  readonly kind: Kind
  readonly citation: Citation
}

/** A citation in the very item that it cites: no link, and no argument. */
export interface SelfCitation {
  /** Key of the item. */
  readonly key: string
  readonly citation: Citation
}

interface Cites {
  readonly links: readonly Link[]
  /** `at` of a citation → keys of what it cites. Absent: plain text. */
  readonly cited: ReadonlyMap<string, readonly string[]>
  readonly citedIds: ReadonlyMap<string, readonly (string | undefined)[]>
  readonly undefinedIds: readonly UndefinedId[]
  readonly unclear: readonly UnclearId[]
  readonly selfCitations: readonly SelfCitation[]
}

/** Resolves every candidate of every file. */
export function resolveCitations(
  documents: readonly Document[],
  { outline, found, kinds, whole }: CitationParts,
): Cites {
  const known = knownOf(found, kinds)
  const holders = holdersOf(documents, outline, found)
  const cited = new Map<string, readonly string[]>()
  const citedIds = new Map<string, readonly (string | undefined)[]>()
  const undefinedIds: UndefinedId[] = []
  const unclear: UnclearId[] = []
  const links: Link[] = []
  const selfCitations: SelfCitation[] = []
  for (const citation of documents.flatMap((document) => document.citations)) {
    const { at, place } = citation
    const targets = targetsOf(citation, known, whole?.citedIds.get(at))
    if (!targets || isPlainText(targets, known)) continue
    const defined = targets.flatMap(({ item }) => item ?? [])
    citedIds.set(
      at,
      targets.map(({ item }) => item?.key),
    )
    cited.set(
      at,
      defined.map(({ key }) => key),
    )
    for (const { id, kind, item, among, isInside } of targets) {
      if (among) unclear.push({ id, kind, among, place })
      else if (!item && !isInside) undefinedIds.push({ id, kind, citation })
    }
    const isOwn = (key: string) => !citation.isCell && key === holders.get(at)
    const own = defined.filter(({ key }) => isOwn(key))
    for (const { key } of own) selfCitations.push({ key, citation })
    for (const link of linksOf(citation, defined, holders, known)) links.push(link)
  }
  return { links, cited, citedIds, undefinedIds, unclear, selfCitations }
}

interface CitationParts {
  readonly outline: Outline
  readonly found: FoundItems
  readonly kinds: KindTable
  readonly whole?: WholeGraph | undefined
}

/** What one id of a citation names. */
interface Target extends Pick<Item, 'id' | 'kind'> {
  readonly item?: Item | undefined
  /** Set where it could be each of several. */
  readonly among?: readonly Item[]
  /** Set where the whole case has it, and this part has not. */
  readonly isInside?: true
}

/** What the case has. */
interface KnownItems {
  readonly items: ReadonlyMap<string, Item>
  readonly namesakes: Namesakes
  readonly scopes: ReadonlySet<string>
  /** By what their ids say, however they are spelt: `R1` for `R-01`. */
  readonly bySpelling: ReadonlyMap<string, Item>
  /** What their ids begin with, as written: `R-` for `R-01`. */
  readonly beginnings: ReadonlyMap<string, Kind>
  /** Of which there are items. */
  readonly present: ReadonlySet<Kind>
  readonly kinds: KindTable
  /** The highest number of a decision; -1 without decisions. */
  readonly highest: number
}

function knownOf(found: FoundItems, kinds: KindTable): KnownItems {
  const { items } = found
  const numbers = items.flatMap(({ id }) => (isNumber(id) ? [Number(id)] : []))
  return {
    items: new Map(items.map((item) => [item.key, item])),
    namesakes: found,
    scopes: scopeNames(found),
    bySpelling: new Map(items.toReversed().map((item) => [spell(item.id), item])),
    beginnings: new Map(items.map(({ id, kind }) => [beginningOf(id), kind])),
    present: new Set(items.map(({ kind }) => kind)),
    kinds,
    highest: numbers.reduce((highest, number) => Math.max(highest, number), -1),
  }
}

/**
 * What a citation names; `undefined` where a part of it is no id in this case.
 *
 * @param given what it names in the whole case, where this is a part
 */
function targetsOf(
  { ids, place: { file } }: Citation,
  known: KnownItems,
  given: readonly (string | undefined)[] | undefined,
): readonly Target[] | undefined {
  const found = ids.map((id, index) => {
    const target = targetOf(id, file, known)
    const key = given?.[index]
    if (key === undefined || !target) return target
    const { kind } = target
    const item = known.items.get(key)
    return item ? { id, kind: item.kind, item } : { id, kind, isInside: true as const }
  })
  // Beside one that there is, "Goal 9" is meant as one too.
  const isMeant = found.some((target) => target !== undefined)
  const targets = found.map(
    (target, at) => target ?? (isMeant ? missingOf(ids[at] ?? '', known) : undefined),
  )
  return targets.every((target) => target !== undefined) ? targets : undefined
}

/** What a name would lead to if there were such an item. */
function missingOf(written: string, { kinds, scopes }: KnownItems): Target | undefined {
  const { id, scope } = scopedId(written)
  if (scope !== undefined && !isScope(scope, scopes)) return undefined
  const name = readLabel(id, kinds, true)
  return name && { id: written, kind: name.kind }
}

function targetOf(
  written: string,
  file: string,
  { namesakes, scopes, bySpelling, beginnings, kinds }: KnownItems,
): Target | undefined {
  const { id, scope } = scopedId(written)
  // "(see: 3a)" and "(Note: R1)" are words of their own.
  if (scope !== undefined && !isScope(scope, scopes)) return undefined
  const meant = (kind: Kind, spelt = id): Target | undefined => {
    const among = itemsMeant({ kind, id: spelt }, { file, scope }, namesakes)
    const [item, ...others] = among
    if (!item) return undefined
    return { id: written, kind, ...(others.length > 0 ? { among } : { item }) }
  }
  const name = readLabel(id, kinds, true)
  if (name) return meant(name.kind, name.id)
  const kind = kindOfId(id, kinds)
  const own = kind && meant(kind)
  if (own) return own
  const same = bySpelling.get(spell(id))
  const spelt = same && meant(same.kind, same.id)
  if (spelt) return spelt
  const { letters } = codeIn(id) ?? {}
  const possible = letters === undefined ? [] : kindsOfLetters(letters, kinds)
  const near = possible.map((one) => meant(one)).find((one) => one !== undefined)
  if (near || kind !== undefined) return near ?? (kind && { id: written, kind })
  // Of a series of which there are others, somebody forgot this one.
  const missing = beginnings.get(beginningOf(id))
  return missing && { id: written, kind: missing }
}

/** Whether a name is that of a document, a folder or a chapter, or nearly so. */
function isScope(scope: string, scopes: ReadonlySet<string>): boolean {
  if (scopes.has(scope)) return true
  const [near] = nearest(scope, [...scopes], 1)
  return near !== undefined && distance(scope, near) <= Math.floor(scope.length / 5)
}

/** `R-01` and `R 1` → `R1`. */
function spell(id: string): string {
  const code = codeIn(id)
  return code ? `${code.letters}${code.number.replace(/^0+(?=\d)/, '')}` : id
}

// Matches "R-" of "R-01".
const RE_BEGINNING = /^[A-Z]+[-_–\s]*/

function beginningOf(id: string): string {
  return RE_BEGINNING.exec(id)?.[0] ?? ''
}

/**
 * Whether a bracket is no citation in this case: it names a kind that the case does not have, or
 * only numbers above the highest decision, `(2020)`. A lower number that no decision has is a
 * mistake, and no plain text.
 */
function isPlainText(targets: readonly Target[], known: KnownItems): boolean {
  if (targets.some(({ kind }) => !known.present.has(kind))) return true
  return targets
    .map((target) => scopedId(target.id).id)
    .every((id) => isNumber(id) && Number(id) > known.highest)
}

/** An item that cites itself makes no link. */
function linksOf(
  citation: Citation,
  defined: readonly Item[],
  holders: ReadonlyMap<string, string>,
  known: KnownItems,
): readonly Link[] {
  const from = holders.get(citation.at)
  if (from === undefined) return []
  const draft = citation.draft ? { draft: true as const } : {}
  return defined
    .filter(({ key }) => key !== from)
    .map(({ key, kind }) => {
      const role = roleOf(known.items.get(from)?.kind, kind, known.kinds)
      return { from, to: key, role, ...draft, place: citation.place }
    })
}

/** `at` of each citation → key of the item, else the section, in which it stands. */
function holdersOf(
  documents: readonly Document[],
  outline: Outline,
  found: FoundItems,
): ReadonlyMap<string, string> {
  const holders = new Map<string, string>()
  const known = new Set(found.items.map(({ key }) => key))
  const note = (citations: readonly Citation[], holder: string | undefined): void => {
    for (const { at } of citations) if (holder !== undefined) holders.set(at, holder)
  }
  const visit = (block: Block | EntryBlock, item: string | undefined): void => {
    const own = block.type === 'item' ? found.keys.get(block.at) : undefined
    const row = known.has(found.rows.get(block.at) ?? '') ? found.rows.get(block.at) : undefined
    const holder = own ?? row ?? item ?? outline.within.get(block.at)
    if (block.type === 'heading') note(block.citations, outline.keys.get(block.at))
    if ('words' in block) note(block.words.citations, holder)
    if (block.type === 'quote') note(block.by?.citations ?? [], holder)
    if (block.type === 'item') note(block.beside ?? [], holder)
    for (const child of childrenOf(block)) visit(child, own ?? item)
  }
  for (const document of documents) for (const block of document.blocks) visit(block, undefined)
  return holders
}

function childrenOf(block: Block | EntryBlock): readonly (Block | EntryBlock)[] {
  if (block.type === 'list') return block.entries
  if (block.type === 'table') return block.items ?? []
  return 'blocks' in block ? block.blocks : []
}
