/** What outputs look up while they lay a case out, each thing by its place or its key. */

import type { Checkable } from '../model/assembled.ts'
import type { Item, Link } from '../model/case.ts'
import { type Kind, type KindTable, rowOf } from '../model/kinds.ts'
import {
  allBlocks,
  type Block,
  type Citation,
  type EntryBlock,
} from '../syntax/conventions/index.ts'
import { labelLanguage, languageAmongLabels } from '../text/label-language.ts'
import { sectionsAround } from './around.ts'
import { type FootnoteIndex, footnotesOf } from './footnotes.ts'
import { standsUnder } from './links-in-words.ts'

/** A case with its indices. */
export interface Lookup<Whole extends Indexable = Checkable> {
  readonly assembled: Whole
  readonly kinds: KindTable
  /** The CSS class that gives something the look of a kind: `kind-risk`. */
  readonly lookOf: (kind: Kind) => string
  /** Links by the key that they come from. */
  readonly linksFrom: ReadonlyMap<string, readonly Link[]>
  /** Links by the key that they lead to. */
  readonly linksTo: ReadonlyMap<string, readonly Link[]>
  /** Blocks by type and `at`: `item:40-key.mdx:7:1`. */
  readonly blocks: ReadonlyMap<string, Block | EntryBlock>
  /** Citations by `at`. */
  readonly citations: ReadonlyMap<string, Citation>
  readonly footnotes: FootnoteIndex
  /** Old addresses by the key of what they lead to now. */
  readonly aliases: ReadonlyMap<string, readonly string[]>
  /** Items that some citation opens. */
  readonly citedItems: readonly Item[]
  /** Keys of evidence → key of the decision right above it, with nothing but evidence between. */
  readonly standsUnder: ReadonlyMap<string, string>
  /** For the `lang` of what the tool says by itself; undefined where that is the language of the page. */
  readonly label: string | undefined
  /** For the `lang` of words of the case among labels; undefined as well. */
  readonly own: string | undefined
}

/** What the indices are made from. */
type Indexable = Pick<Checkable, 'documents' | 'graph' | 'settings'>

/** The indices of a case. Whoever opens a case makes them once, for all that is made from it. */
export function lookupOf<Whole extends Indexable>(assembled: Whole): Lookup<Whole> {
  const { documents, graph, settings } = assembled
  const { kinds } = graph
  const cited = new Set([...graph.cited.values()].flat())
  const citations = documents.flatMap((document) => document.citations)
  const aliases = Map.groupBy(Object.entries(settings.aliases), ([, key]) => key)
  return {
    assembled,
    kinds,
    lookOf: (kind) => `kind-${rowOf(kind, kinds).like}`,
    linksFrom: Map.groupBy(graph.case.links, (link) => link.from),
    linksTo: Map.groupBy(graph.case.links, (link) => link.to),
    blocks: blocksOf(assembled),
    citations: new Map(citations.map((citation) => [citation.at, citation])),
    footnotes: footnotesOf(documents),
    aliases: new Map([...aliases].map(([key, entries]) => [key, entries.map(([old]) => old)])),
    citedItems: graph.case.items.filter((item) => cited.has(item.key)),
    standsUnder: standsUnder(graph),
    label: labelLanguage(settings.language),
    own: languageAmongLabels(settings.language),
  }
}

/** A sprint, as it stands behind the name of an item. */
export interface SprintName {
  readonly key: string
  /** `sprint 2` */
  readonly words: string
}

/** The sprint in which an item stands, if it stands in one: its key, and `sprint 2`. */
export function sprintOf(
  item: Item,
  { sections }: Pick<Checkable['graph'], 'sections'>,
): SprintName | undefined {
  const section = sectionsAround(item.section, sections).find(({ sprint }) => sprint !== undefined)
  return section && { key: section.key, words: `sprint ${section.sprint}` }
}

function blocksOf({ documents }: Indexable): ReadonlyMap<string, Block | EntryBlock> {
  const own = documents.flatMap((document) => [...allBlocks(document.blocks)])
  // What `<Slide>` repeats is no part of the case, and yet is rendered.
  const repeated = own.flatMap((block) =>
    block.type === 'element' ? [...allBlocks(block.parts ?? [])] : [],
  )
  const blocks = [...repeated, ...own]
  return new Map(blocks.map((block) => [`${block.type}:${block.at}`, block] as const))
}
