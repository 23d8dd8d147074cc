/** The narrative as a word processor takes it, one chunk below the other. */

import { diagramsAfter } from '../../../core/diagram/places.ts'
import { standsUnder } from '../../../core/graph/links-in-words.ts'
import type { Block, ListBlock } from '../../../core/syntax/conventions/index.ts'
import { entryOf, flowOf } from '../flow.ts'
import { runsOf } from '../inline.ts'
import { type Lookups, lookupsOf } from '../lookups.ts'
import type { Run } from '../text.ts'
import { itemChunks } from './items.ts'
import type { Chunk, Telling } from './roles.ts'
import { inRole, plainIn } from './roles.ts'

/** What is for slides or for the speaker. */
const HIDDEN = new Set(['Slide', 'Notes'])

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
