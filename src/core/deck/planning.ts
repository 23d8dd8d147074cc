/** What planning a deck looks at, and the pieces that slides are set from. */

import type { Assembled } from '../model/assembled.ts'
import type { Item } from '../model/case.ts'
import {
  type Block,
  type EntryBlock,
  type ItemBlock,
  isApart,
  isNotesBlock,
  type Words,
} from '../syntax/conventions/index.ts'
import type { Measure } from '../text/measure.ts'
import { shownSentences } from '../text/quoted.ts'
import { highest } from './canvas.ts'
import { blockPiece, type Piece, sentencePieces } from './piece.ts'

/** What planning the slides of a section needs to know. */
export interface Planning {
  readonly assembled: Pick<Assembled, 'documents' | 'graph' | 'settings'>
  readonly measure: Measure
  /** Blocks that define items, by key of the item. */
  readonly definitions: ReadonlyMap<string, ItemBlock>
  /** What decisions rest on, in order, by key of the decision. */
  readonly evidence: ReadonlyMap<string, readonly Item[]>
  /** Key of evidence → key of the first decision that it supports. */
  readonly supports: ReadonlyMap<string, string>
}

/** An entry of a list; `[]` for one that is still to be written. */
export function entryPieces(entry: ItemBlock | EntryBlock, planning: Planning): readonly Piece[] {
  if (entry.type === 'entry' && entry.gap) return []
  const { keys, items } = planning.assembled.graph
  const key = keys.get(entry.at)
  const id = items.get(key ?? '')?.id
  const inner = entry.blocks.flatMap((block) => innerPieces(block, planning))
  const text = [withoutDrafts(entry.words), ...inner.map((piece) => piece.text)].join('\n')
  const parts = partsOf(entry, planning)
  const depth = depthOf(entry)
  const citations = entry.words.citations.flatMap(({ draft, raw }) => (draft ? [] : [raw]))
  return [
    {
      type: 'entry',
      at: entry.at,
      text,
      ...(key === undefined ? {} : { item: key }),
      ...(id === undefined ? {} : { id }),
      ...(citations.length > 0 ? { citations } : {}),
      ...(parts.length > 1 ? { parts } : {}),
      ...(depth > 0 ? { depth } : {}),
    },
  ]
}

/** How many lists deep what is nested in an entry goes. */
function depthOf({ nested = [] }: ItemBlock | EntryBlock): number {
  const inner = nested.flatMap(({ entries }) => entries.map(depthOf))
  return nested.length === 0 ? 0 : 1 + highest(inner)
}

/** Its sentences and nested entries; `[]` where it holds what has no place to be cut at. */
function partsOf(entry: ItemBlock | EntryBlock, planning: Planning): readonly Piece[] {
  if (!entry.nested) return []
  const [own = ''] = entry.words.text.split('\n')
  const sentences = sentencePieces(entry.at, shownSentences(own))
  const nested = entry.nested.flatMap((list) =>
    list.entries.flatMap((inner) => entryPieces(inner, planning)),
  )
  return [...sentences, ...nested.map((piece) => ({ ...piece, nested: true as const }))]
}

/** What stands below an item's own words: each block and each entry of a list begins a line. */
export function piecesBelow({ blocks }: ItemBlock, planning: Planning): readonly Piece[] {
  return blocks.flatMap((block) => {
    const numbers = block.type === 'list' && block.ordered ? (block.start ?? 1) : undefined
    return innerPieces(block, planning).map((piece, index): Piece => {
      const startsParagraph = index === 0 || piece.type === 'entry'
      return {
        ...piece,
        ...(startsParagraph ? { startsParagraph } : {}),
        ...(piece.type !== 'entry' && RE_LEADS.test(piece.text) ? { leads: true as const } : {}),
        ...(numbers === undefined ? {} : { number: numbers + index }),
      }
    })
  })
}

/** The name of a part, `Consequences`, or words that end in a colon. */
const RE_LEADS = /[\p{L}\p{N}):]$/u

/** What an item holds beside its own words, as pieces that can flow. */
function innerPieces(block: Block, planning: Planning): readonly Piece[] {
  if (block.type === 'prose') return sentencePieces(block.at, block.words.sentences)
  if (block.type === 'list') return block.entries.flatMap((entry) => entryPieces(entry, planning))
  // A table has slides of its own, and so has a picture.
  if (isNotesBlock(block) || isApart(block) || block.type === 'figure') return []
  if ('words' in block) return [blockPiece(block.at, block.words.text)]
  return []
}

/** Draft links are told by the diagram, not on the list. */
function withoutDrafts({ text, citations }: Words): string {
  const drafts = citations.filter((citation) => citation.draft)
  return drafts.reduce((words, { raw }) => words.replace(raw, ''), text).trim()
}
