/** Where each file of a case begins, and the parts in it: for links from one file to another. */
import { plainPath } from '../addresses/paths.ts'
import { nameOf } from '../model/ids.ts'
import type { KindTable } from '../model/kinds.ts'
import {
  allBlocks,
  type Block,
  type Document,
  type EntryBlock,
} from '../syntax/conventions/index.ts'
import type { FoundItems } from './items.ts'
import type { Outline } from './outline.ts'
import { slugOf } from './slug.ts'

/** A file as a place of the case. */
export interface FilePlace {
  readonly file: string
  /** Of the section or item with which it begins. */
  readonly key: string
  /** Keys of what stands in it, by the slugs that code hosts give to headings. */
  readonly parts: ReadonlyMap<string, string>
}

interface FileParts {
  readonly outline: Outline
  readonly found: FoundItems
  readonly kinds: KindTable
}

/** Files by their plain paths, and by the addresses that they had elsewhere. A file without words has none. */
export function filePlaces(
  documents: readonly Document[],
  parts: FileParts,
): ReadonlyMap<string, FilePlace> {
  const places = documents.flatMap((document) => {
    const place = placeOf(document, parts)
    return place ? [{ document, place }] : []
  })
  const elsewhere = places.flatMap(({ document: { file, elsewhere = [] }, place }) => {
    const folder = file.slice(0, file.lastIndexOf('/') + 1)
    return elsewhere
      .flatMap((address) => [plainPath(address), plainPath(folder + address)])
      .map((path) => [path, place] as const)
  })
  return new Map([
    ...elsewhere.toReversed(),
    ...places.toReversed().map(({ document, place }) => [plainPath(document.file), place] as const),
  ])
}

function placeOf({ file, blocks }: Document, parts: FileParts): FilePlace | undefined {
  const { outline, found } = parts
  const keyOf = ({ at, type }: Block | EntryBlock): string | undefined =>
    type === 'heading' ? outline.keys.get(at) : (found.keys.get(at) ?? outline.within.get(at))
  const all = [...allBlocks(blocks)].filter(({ type }) => type !== 'other' && type !== 'rule')
  const key = all.map(keyOf).find((one) => one !== undefined) ?? outline.sections[0]?.key
  if (key === undefined) return undefined
  const named = all.flatMap((block) => {
    const own = keyOf(block)
    return own === undefined
      ? []
      : namesOf(block, parts).map((name) => [slugOf(name), own] as const)
  })
  return { file, key, parts: new Map(named.toReversed()) }
}

/** What the heading of a block may be called. */
function namesOf(
  block: Block | EntryBlock,
  { found, kinds, outline }: FileParts,
): readonly string[] {
  if (block.type === 'heading') return [block.title, outline.keys.get(block.at) ?? block.title]
  if (block.type !== 'item') return []
  const key = found.keys.get(block.at)
  if (key === undefined) return []
  const { id = '', kind, words, blocks, record } = block
  // A part of a record is no section of the case.
  const parts = record
    ? blocks.flatMap((one) =>
        'words' in one && one.words.text.length <= LONGEST ? one.words.text : [],
      )
    : []
  return [
    key,
    id,
    `${nameOf({ kind, id }, kinds)} ${words.text}`,
    `${id} ${words.text}`,
    words.text,
    ...parts,
  ]
}

/** Letters of a title. */
const LONGEST = 80
