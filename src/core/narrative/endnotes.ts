/** The notes at the end of a handout: what the page cites, numbered, and all evidence of decisions. */

import { type Graph, locator } from '../graph/index.ts'
import { evidenceOfDecisions } from '../graph/reasoning.ts'
import type { Item } from '../model/case.ts'
import {
  allBlocks,
  type Block,
  type Citation,
  type Document,
  privatePlaces,
} from '../syntax/conventions/index.ts'
import { attributeOf, type Node, walk } from '../syntax/tree.ts'

/** One item at the end of the handout. */
export interface Endnote {
  /** From 1, in order of first citation; evidence that nothing cites comes last. */
  readonly number: number
  /** Its address on the page. No section or item has two hyphens in its own. */
  readonly anchor: string
  readonly item: Item
  /** Where the page cites it, in order. */
  readonly citations: readonly NotedCitation[]
}

/** One id in a bracket. */
interface NotedCitation {
  readonly anchor: string
  /** The item in whose words it stands; absent in running text. */
  readonly within?: Item
}

/** How a bracket leads to the notes: one for each item it cites, each item once. */
export interface NoteMark {
  readonly item: Item
  readonly note: Endnote
  /** Where the note leads back to. */
  readonly anchor: string
}

/** The notes at the end of a narrative on paper, and the marks that lead to them. */
export interface Endnotes {
  readonly notes: readonly Endnote[]
  /** Key of an item → its note. */
  readonly noteOf: ReadonlyMap<string, Endnote>
  /** By `at` of a citation; absent where the page does not show it. */
  readonly marks: ReadonlyMap<string, readonly NoteMark[]>
}

/** The notes of a whole case; empty where nothing is cited and no decision has evidence. */
export function endnotesOf(documents: readonly Document[], graph: Graph): Endnotes {
  const locate = locator(documents, graph)
  const notes = new Map<Item, Endnote & { readonly citations: NotedCitation[] }>()
  const marks = new Map<string, readonly NoteMark[]>()
  let count = 0
  const noteOf = (item: Item) => {
    const number = notes.get(item)?.number ?? notes.size + 1
    const note = notes.get(item) ?? { number, anchor: `note--${number}`, item, citations: [] }
    notes.set(item, note)
    return note
  }
  for (const { at, place } of shownOn(documents, graph)) {
    const within = graph.items.get(locate(place).item ?? '')
    const items = [...new Set(graph.cited.get(at))].flatMap((key) => graph.items.get(key) ?? [])
    const marked = items.map((item) => {
      count += 1
      const note = noteOf(item)
      const anchor = `cite--${count}`
      note.citations.push({ anchor, ...(within ? { within } : {}) })
      return { item, note, anchor }
    })
    if (marked.length > 0) marks.set(at, marked)
  }
  for (const item of evidenceOfDecisions(graph)) noteOf(item)
  const all = [...notes.values()]
  return { notes: all, noteOf: new Map(all.map((note) => [note.item.key, note])), marks }
}

/** What these hold is for slides, not for the page. */
const OFF_PAGE: ReadonlySet<string> = new Set(['Slide'])

/** The citations that a reader of the page sees, in order. */
function shownOn(documents: readonly Document[], { titleAt }: Graph): readonly Citation[] {
  const isOff = (block: Block): boolean =>
    (block.type === 'element' && OFF_PAGE.has(block.name)) || block.at === titleAt
  const isPrivate = privatePlaces(documents)
  return documents.flatMap(({ blocks, citations, footnotes = [] }) => {
    const off = new Set(
      [...allBlocks(blocks)].flatMap((block) =>
        block.type !== 'entry' && isOff(block) ? citationsOf(block).map(({ at }) => at) : [],
      ),
    )
    // A footnote is listed in words, with nothing in it to lead back to.
    const noted = new Set(footnotes.flatMap(({ node }) => citesIn(node)))
    return citations.filter(({ at, place }) => !off.has(at) && !noted.has(at) && !isPrivate(place))
  })
}

function citesIn(node: Node): readonly string[] {
  return [...walk(node)].flatMap((each) =>
    each.name === 'Cite' ? (attributeOf(each, 'at') ?? []) : [],
  )
}

function citationsOf(block: Block): readonly Citation[] {
  if (block.type === 'heading') return block.citations
  return 'words' in block ? block.words.citations : []
}
