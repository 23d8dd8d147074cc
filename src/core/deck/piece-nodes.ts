/** The nodes of a case by the pieces that they are, before any output renders them. */
import type { Document } from '../syntax/conventions/index.ts'
import { attributeOf, type Node, walk } from '../syntax/tree.ts'
import { keyOf, type Origin } from './piece.ts'

/** What the case holds that slides may show, by the keys of pieces. */
export function piecesOf(documents: readonly Document[]): ReadonlyMap<string, Node> {
  const pieces = new Map<string, Node>()
  const blocks = documents.flatMap((document) => document.blocks)
  for (const node of blocks.flatMap((block) => [...walk(block.node)])) {
    const origin = originOf(node)
    if (origin && !pieces.has(keyOf(origin))) pieces.set(keyOf(origin), node)
  }
  return pieces
}

/** What a mark is as a piece; of those that are not named here all but citations are blocks. */
function originOf(node: Node): Origin | undefined {
  const at = attributeOf(node, 'at')
  const { name } = node
  if (at === undefined || !name || name === 'Cite') return undefined
  const numbered = NUMBERED[name]
  if (numbered) return { type: numbered, at, n: Number(attributeOf(node, 'n')) }
  return { type: WHOLE[name] ?? 'block', at }
}

const NUMBERED: Readonly<Record<string, 'sentence' | 'row'>> = { Sentence: 'sentence', Row: 'row' }

const WHOLE: Readonly<Record<string, 'entry' | 'image' | 'lead-in' | 'quoted'>> = {
  Entry: 'entry',
  Item: 'entry',
  LeadIn: 'lead-in',
  Picture: 'image',
  Quoted: 'quoted',
}
