/** Tables in an item or an entry: they belong to it, and are none of its words. */
import { element } from '../tree.ts'
import type { Block, TableBlock } from './block.ts'

/** A block as it stands in an item: around a table, the mark by which slides show it apart. */
export function setApart(block: Block): Block {
  if (block.type !== 'table' || block.node.name === 'Apart') return block
  return { ...block, node: element('Apart', { at: block.at }, [block.node]) }
}

/** The tables in an item or an entry. */
export function tablesIn({ blocks }: { readonly blocks: readonly Block[] }): readonly TableBlock[] {
  return blocks.filter((block) => block.type === 'table')
}
