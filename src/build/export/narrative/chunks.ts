/** The narrative as a word processor takes it, one chunk below the other. */
import type { Block, ItemBlock, ListBlock } from '../../../core/conventions/index.ts'
import type { Diagram } from '../../../core/diagram/index.ts'
import { diagramsAfter } from '../../../core/diagram/places.ts'
import { isRated, kinds, nameOf } from '../../../core/kinds.ts'
import type { Item } from '../../../core/model.ts'
import { strengthSentences } from '../../../core/strength-words.ts'
import { standsUnder, traceLines } from '../../../core/trace.ts'
import type { ReadCase } from '../../sources.ts'
import { entryOf, flowOf } from '../flow.ts'
import { runsOf } from '../inline.ts'
import { type Lookups, lookupsOf } from '../lookups.ts'
import { type Flow, type Paragraph, plain, type Run } from '../text.ts'

/** How a paragraph looks, where it is not running text. */
export type Role = 'item' | 'words' | 'quiet' | 'gap' | 'lead-in' | 'rule'

export type Chunk =
  | {
      readonly type: 'heading'
      readonly depth: number
      readonly runs: readonly Run[]
      readonly key: string
    }
  | (Paragraph & {
      readonly role?: Role
      /** Keys under which links arrive here. */
      readonly key?: string
    })
  | { readonly type: 'diagram'; readonly diagram: Diagram }
  | Exclude<Flow, Paragraph>

/** What is for slides or for the speaker. */
const HIDDEN = new Set(['Slide', 'Notes'])

interface Telling {
  readonly lookups: Lookups
  readonly read: Pick<ReadCase, 'documents' | 'graph' | 'settings'>
  readonly after: ReadonlyMap<string, readonly Diagram[]>
  /** Evidence right below its decision, which needs no link to it. */
  readonly under: ReadonlyMap<string, string>
}

/** The whole case below its title, and what the words in it mean. */
export function planNarrative(read: Telling['read']): {
  readonly chunks: readonly Chunk[]
  readonly lookups: Lookups
} {
  const lookups = lookupsOf(read, { hidden: HIDDEN, drafts: true })
  const telling = {
    lookups,
    read,
    after: diagramsAfter(read),
    under: standsUnder(read.graph.case.items),
  }
  const blocks = read.documents.flatMap((document) => document.blocks)
  return { chunks: blocks.flatMap((block) => chunksOf(block, telling)), lookups }
}

function chunksOf(block: Block, telling: Telling): readonly Chunk[] {
  const { lookups, read, after } = telling
  const diagrams = (after.get(block.at) ?? []).map(
    (diagram): Chunk => ({ type: 'diagram', diagram }),
  )
  switch (block.type) {
    case 'heading':
      return [...headingChunks(block, telling), ...diagrams]
    case 'item':
      return itemChunks(block, telling)
    case 'list':
      return [...listChunks(block, telling), ...diagrams]
    case 'gap':
      return inRole(flowOf([block.node], lookups), 'gap')
    case 'lead-in':
      return inRole(flowOf([block.node], lookups), 'lead-in')
    case 'rule':
      return [plainIn('', 'rule')]
    case 'element': {
      if (HIDDEN.has(block.name)) return []
      const isTransparent = block.blocks.some(({ type }) => type !== 'diagram')
      if (isTransparent) return block.blocks.flatMap((inner) => chunksOf(inner, telling))
      return flowOf([block.node], lookups)
    }
    default:
      return block.at === read.graph.titleAt ? [] : flowOf([block.node], lookups)
  }
}

function headingChunks(
  block: Extract<Block, { type: 'heading' }>,
  { lookups }: Telling,
): readonly Chunk[] {
  const { graph } = lookups
  const section = graph.sections.get(graph.keys.get(block.at) ?? '')
  if (!section || block.at === graph.titleAt) return []
  const { key, depth, sprint } = section
  const runs = runsOf(block.node.children ?? [], lookups)
  const isEmpty = graph.case.gaps.some(
    (gap) => gap.section === key && gap.item === undefined && gap.text === undefined,
  )
  const owed = sprint === undefined ? 'To be written' : 'No decisions recorded yet'
  return [{ type: 'heading', depth, runs, key }, ...(isEmpty ? [plainIn(owed, 'gap')] : [])]
}

/** A labelled item: its name, its words, and what is known of it. */
function itemChunks(block: ItemBlock, telling: Telling): readonly Chunk[] {
  const { lookups } = telling
  const { graph } = lookups
  const item = graph.items.get(graph.keys.get(block.at) ?? '')
  const words = flowOf(block.node.children ?? [], lookups)
  if (!item) return inRole(words, 'words')
  const reuse = graph.reuses.has(block.at)
  const isPrefixed = kinds[item.kind].prefix !== ''
  const sprint = item.sprint === undefined ? '' : `, sprint ${item.sprint}`
  const name: Run = { text: nameOf(item.kind, item.id), bold: true, kind: item.kind }
  const id = isPrefixed ? ` ${item.id}` : ''
  const head: Chunk = {
    type: 'paragraph',
    runs: [name, { text: `${id}${item.kind === 'decision' ? sprint : ''}` }],
    level: 0,
    role: 'item',
    ...(reuse ? {} : { key: item.key }),
  }
  if (!reuse) return [head, ...inRole(words, 'words'), ...aboutItem(item, telling)]
  const back: Run = { text: nameOf(item.kind, item.id).toLowerCase(), to: { key: item.key } }
  const setOut = quietLine([{ text: 'Set out under ' }, back, { text: '.' }])
  return [head, ...inRole(words, 'words'), setOut]
}

/** Strength, links both ways, and whether evidence is missing. */
function aboutItem(item: Item, telling: Telling): readonly Chunk[] {
  const { links } = telling.lookups.graph.case
  const isBare =
    item.kind === 'decision' &&
    !links.some(({ role, to }) => role === 'supports' && to === item.key)
  const strength =
    isRated(item.kind) || item.strength
      ? [
          quietLine([
            {
              text: strengthSentences(item.strength)
                .map(({ words }) => words)
                .join(' '),
            },
          ]),
        ]
      : []
  return [
    ...strength,
    ...traceOf(item, telling),
    ...(isBare ? [plainIn('No evidence recorded yet', 'gap')] : []),
  ]
}

function traceOf(item: Item, { lookups: { graph }, under }: Telling): readonly Chunk[] {
  const links = graph.case.links.filter(
    ({ role, from, to }) => role !== 'supports' || under.get(from) !== to,
  )
  const lines = traceLines(
    links.filter(({ from }) => from === item.key),
    links.filter(({ to }) => to === item.key),
  )
  const runs = lines.flatMap(({ words, to }, index): readonly Run[] => [
    { text: `${index === 0 ? '' : ' '}${words} ` },
    ...to.flatMap(({ key, draft }, place): readonly Run[] => [
      ...(place === 0 ? [] : [{ text: ', ' }]),
      { text: endOf(key, graph), to: { key } },
      ...(draft ? [{ text: ' (draft)' }] : []),
    ]),
    { text: '.' },
  ])
  return runs.length === 0 ? [] : [quietLine(runs)]
}

function endOf(key: string, { items, sections }: Lookups['graph']): string {
  const item = items.get(key)
  if (!item) return sections.get(key)?.title ?? key
  return item.kind === 'decision' ? `decision ${item.id}` : item.id
}

/** Entries, each with the id of the item that it is. */
function listChunks(block: ListBlock, { lookups }: Telling): readonly Chunk[] {
  const { graph } = lookups
  const list = block.ordered ? 'number' : 'bullet'
  const entries = block.entries.flatMap((entry) => {
    const item = graph.items.get(graph.keys.get(entry.at) ?? '')
    const id: readonly Run[] = item
      ? [{ text: ' ' }, { text: item.id, bold: true, kind: item.kind }]
      : []
    const isGap = entry.type === 'entry' && entry.gap !== undefined
    return entryOf(entry.node, lookups).map((flow, index): Chunk => {
      if (flow.type !== 'paragraph' || index > 0) return flow
      return {
        ...flow,
        list,
        runs: [...flow.runs, ...id],
        ...(item ? { key: item.key } : {}),
        ...(isGap ? { role: 'gap' as const } : {}),
      }
    })
  })
  const hasDrafts = block.entries.some(({ words }) => words.citations.some(({ draft }) => draft))
  const note = 'Links marked “draft” are the team’s own, to be confirmed.'
  return [...entries, ...(hasDrafts ? [plainIn(note, 'quiet')] : [])]
}

function inRole(flows: readonly Flow[], role: Role): readonly Chunk[] {
  return flows.map((flow) =>
    flow.type === 'paragraph' && flow.list === undefined ? { ...flow, role } : flow,
  )
}

function plainIn(text: string, role: Role): Chunk {
  return { ...plain(text), role }
}

function quietLine(runs: readonly Run[]): Chunk {
  return { type: 'paragraph', runs, level: 0, role: 'quiet' }
}
