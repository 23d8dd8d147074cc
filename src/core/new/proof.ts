/** Proof that new words are read as they are meant, and that nothing else changes: the case before and after. */
import { readDocument } from '../assemble.ts'
import { buildGraph, type Graph } from '../graph/index.ts'
import type { Item, Section } from '../model/case.ts'
import { type KindTable, rowOf, withinSentence } from '../model/kinds.ts'
import { allBlocks, type Document, type ItemBlock } from '../syntax/conventions/index.ts'
import { applied, type Insertion, type Refusal } from './insertion.ts'
import type { Known } from './number.ts'
import type { Addition } from './order.ts'

/** The case with the new words, and what is new in it. */
export interface After {
  readonly graph: Graph
  readonly item?: Item
  readonly section?: Section
}

/** Assembles the case with the insertion, and says why it must not be written, if so. */
export function prove(known: Known, insertion: Insertion, order: Addition): After | Refusal {
  const { file } = insertion.source
  const { kinds } = known.settings
  const changed = readDocument({ file, text: applied(insertion) }, kinds)
  const [broken] = changed.findings
  if (broken) return refused(`the file could not be read: ${broken.message}`)
  const documents = known.documents.map((one) => (one.file === file ? changed.document : one))
  const graph = buildGraph(documents, known.settings)
  const items = newOf(known.graph.case.items, graph.case.items)
  const sections = newOf(known.graph.case.sections, graph.case.sections)
  const [item] = items
  const [section] = sections
  if (items.length + sections.length === 0) return refused(`it would be no ${nounOf(order, kinds)}`)
  if (items.length + sections.length > 1 || !isKept(known.graph, graph))
    return refused('more would change than was asked for')
  if (order.what === 'sprint') {
    return section?.sprint === undefined ? refused('it would be no sprint') : { graph, section }
  }
  if (item?.kind !== order.kind) return refused(`it would be no ${nounOf(order, kinds)}`)
  if (wordsOf(item, changed.document, graph) !== wordsAlone(order.text, kinds)) {
    return refused('its words would not be those that were given')
  }
  return { graph, item }
}

function nounOf(order: Addition, kinds: KindTable): string {
  return order.what === 'sprint' ? 'sprint' : withinSentence(rowOf(order.kind, kinds).label)
}

function refused(why: string): Refusal {
  return {
    why: `Unexpected effect of the new words: ${why}; expected other words, or the change by hand. Nothing was written`,
  }
}

function newOf<One extends { readonly key: string }>(
  before: readonly One[],
  after: readonly One[],
): readonly One[] {
  const keys = new Set(before.map(({ key }) => key))
  return after.filter(({ key }) => !keys.has(key))
}

/** Whether all that was there is there as it was, wherever it stands now. */
function isKept(before: Graph, after: Graph): boolean {
  const now = new Set(describeAll(after))
  return (
    describeAll(before).every((line) => now.has(line)) &&
    before.duplicates.length === after.duplicates.length &&
    before.reuses.size === after.reuses.size
  )
}

/** Items, sections and links, each as one line without its place. */
function describeAll({ case: { items, sections, links } }: Graph): readonly string[] {
  return [...items, ...sections, ...links].map(({ place: _, ...rest }) => JSON.stringify(rest))
}

/** The words of the new item in its file, citations included. */
function wordsOf(item: Item, document: Document, { keys }: Graph): string | undefined {
  return words(document, ({ at }) => keys.get(at) === item.key)
}

/** The same of the text by itself: behind a label, nothing in it can mean anything else. */
function wordsAlone(text: string, kinds: KindTable): string | undefined {
  const alone = { file: 'new.mdx', text: `Decision 1: ${text}\n` }
  const { document } = readDocument(alone, kinds)
  return words(document, () => true)
}

function words(document: Document, isMeant: (block: ItemBlock) => boolean): string | undefined {
  const found = [...allBlocks(document.blocks)].find(
    (block) => block.type === 'item' && isMeant(block),
  )
  if (found?.type !== 'item') return undefined
  const inner = found.blocks.flatMap((block) =>
    'words' in block ? [block.words.text] : [block.type],
  )
  return [found.words.text, ...inner].join(' ').trim()
}
