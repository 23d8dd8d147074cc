/** Where the blocks of a file start and end in its text, so that something can be put between them. */

import type { Source } from '../model/source.ts'
import type { Block, Document, EntryBlock } from '../syntax/conventions/index.ts'
import { parseOnce } from '../syntax/parse.ts'
import { type Node, walk } from '../syntax/tree.ts'
import { lineStarts } from '../text/lines.ts'

/** A block with its stretch of the text. */
export interface Spot {
  readonly block: Block | EntryBlock
  readonly source: Source
  /** 0-based offsets; the end is behind all that belongs to the block, and behind no white space. */
  readonly start: number
  readonly end: number
  /** The list, item or component in which it stands. */
  readonly inside: Block | EntryBlock | undefined
}

/** Every block of a file in document order, outer ones first; `[]` for a file that can't be read. */
export function spotsOf(source: Source, { blocks }: Document): readonly Spot[] {
  const { tree } = parseOnce(source)
  if (!tree) return []
  const nodes = (tree.children ?? []).flatMap((node) => [...walk(node)])
  const lines = lineStarts(source.text)
  const flat = [...nested(blocks, undefined)].map(({ block, inside }) => ({
    block,
    inside,
    start: (lines[(block.place.line ?? 1) - 1] ?? 0) + (block.place.column ?? 1) - 1,
  }))
  const spots = flat.map(({ start, ...rest }): Spot => {
    const next = flat.find((other) => other.start > start)?.start ?? source.text.length
    const end = endOf(rest.block, { start, next }, nodes)
    return { ...rest, source, start, end: source.text.slice(0, end).trimEnd().length }
  })
  return spots.map((spot) => ({ ...spot, end: wholeEnd(spot, spots) }))
}

/** The spots that stand beside one, in the same list, item or component, from it on. */
export function besides(spot: Spot, spots: readonly Spot[]): readonly Spot[] {
  return spots.slice(spots.indexOf(spot) + 1).filter(({ inside }) => inside === spot.inside)
}

/** The spot before one, in the same list, item or component. */
export function before(spot: Spot, spots: readonly Spot[]): Spot | undefined {
  return spots.slice(0, spots.indexOf(spot)).findLast(({ inside }) => inside === spot.inside)
}

/** Whether an empty line stands between two spots. */
export function isApart(first: Spot, second: Spot): boolean {
  return /\n[ \t]*\r?\n/.test(first.source.text.slice(first.end, second.start))
}

function* nested(
  blocks: readonly (Block | EntryBlock)[],
  inside: Block | EntryBlock | undefined,
): Generator<Pick<Spot, 'block' | 'inside'>> {
  for (const block of blocks) {
    yield { block, inside }
    const inner = block.type === 'list' ? block.entries : 'blocks' in block ? block.blocks : []
    yield* nested(inner, block)
  }
}

/** The end of a block's own node. Labelled lines share a paragraph: each ends where the next starts. */
function endOf(
  block: Block | EntryBlock,
  { start, next }: { readonly start: number; readonly next: number },
  nodes: readonly Node[],
): number {
  const type = nodeType(block)
  const found = nodes.find(
    (node) => node.position?.start.offset === start && (type ?? node.type) === node.type,
  )
  const around = found ?? nodes.findLast((node) => isAround(node, start))
  const end = around?.position?.end.offset ?? next
  return around?.type === 'paragraph' ? Math.min(end, next) : end
}

/** An entry may start where its list starts. */
function nodeType(block: Block | EntryBlock): string | undefined {
  if (block.type === 'list') return 'list'
  if (block.type === 'entry' || (block.type === 'item' && block.how === 'entry')) return 'listItem'
  return undefined
}

function isAround({ type, position }: Node, offset: number): boolean {
  const [start, end] = [position?.start.offset ?? 0, position?.end.offset ?? 0]
  return type === 'paragraph' && start <= offset && offset < end
}

/** With what belongs to an item and stands after its own node. */
function wholeEnd(spot: Spot, spots: readonly Spot[]): number {
  const inner = spots.filter(({ inside }) => inside === spot.block)
  return Math.max(spot.end, ...inner.map((one) => wholeEnd(one, spots)))
}
