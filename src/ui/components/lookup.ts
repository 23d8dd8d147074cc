/** What components look up while they render: the case with its indices. Made once a page. */

import type { Diagram } from '../../core/diagram/index.ts'
import { diagramsAfter } from '../../core/diagram/places.ts'
import { standsUnder } from '../../core/graph/links-in-words.ts'
import type { Assembled } from '../../core/model/assembled.ts'
import type { Item, Link, Section } from '../../core/model/case.ts'
import {
  allBlocks,
  type Block,
  type Citation,
  type EntryBlock,
} from '../../core/syntax/conventions/index.ts'

export interface Story {
  readonly assembled: Assembled
  readonly linksFrom: ReadonlyMap<string, readonly Link[]>
  readonly linksTo: ReadonlyMap<string, readonly Link[]>
  /** Blocks by type and `at`: `item:40-key.mdx:7:1`. */
  readonly blocks: ReadonlyMap<string, Block | EntryBlock>
  /** Citations by `at`. */
  readonly citations: ReadonlyMap<string, Citation>
  /** `at` of the block after which generated diagrams stand. */
  readonly diagramsAfter: ReadonlyMap<string, readonly Diagram[]>
  /** Old addresses by the key of what they lead to now. */
  readonly aliases: ReadonlyMap<string, readonly string[]>
  /** Items that some citation opens. */
  readonly citedItems: readonly Item[]
  /** Keys of evidence → key of the decision right above it, with nothing but evidence between. */
  readonly standsUnder: ReadonlyMap<string, string>
}

/** Of the cases that pages are made of: each page of a build asks for the same. */
const stories = new WeakMap<Assembled, Story>()

/** The indices of a case, built once. */
export function storyOf(assembled: Assembled): Story {
  const story = stories.get(assembled) ?? indexed(assembled)
  stories.set(assembled, story)
  return story
}

function indexed(assembled: Assembled): Story {
  const { graph } = assembled
  const cited = new Set([...graph.cited.values()].flat())
  return {
    assembled,
    linksFrom: Map.groupBy(graph.case.links, (link) => link.from),
    linksTo: Map.groupBy(graph.case.links, (link) => link.to),
    blocks: blocksOf(assembled),
    citations: new Map(
      assembled.documents.flatMap(({ citations }) =>
        citations.map((citation) => [citation.at, citation] as const),
      ),
    ),
    diagramsAfter: diagramsAfter(assembled),
    aliases: new Map(
      [...Map.groupBy(Object.entries(assembled.settings.aliases), ([, key]) => key)].map(
        ([key, entries]) => [key, entries.map(([old]) => old)] as const,
      ),
    ),
    citedItems: graph.case.items.filter((item) => cited.has(item.key)),
    standsUnder: standsUnder(graph.case.items),
  }
}

/** The section of the sprint in which an item stands, if it stands in one. */
export function sprintOf(item: Item, { assembled }: Story): Section | undefined {
  const { sections } = assembled.graph
  let section = sections.get(item.section)
  while (section && section.sprint === undefined)
    section = section.parent === undefined ? undefined : sections.get(section.parent)
  return section
}

function blocksOf({ documents }: Assembled): ReadonlyMap<string, Block | EntryBlock> {
  const told = documents.flatMap((document) => [...allBlocks(document.blocks)])
  // What `<Slide>` repeats is no part of the case, and yet is rendered.
  const repeated = told.flatMap((block) =>
    block.type === 'element' ? [...allBlocks(block.parts ?? [])] : [],
  )
  const blocks = [...repeated, ...told]
  return new Map(blocks.map((block) => [`${block.type}:${block.at}`, block] as const))
}
