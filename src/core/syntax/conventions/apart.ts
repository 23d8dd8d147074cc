/** Tables and charts in an item or an entry: they belong to it, and are none of its words. */
import { element } from '../tree.ts'
import type { Block, ElementBlock, TableBlock } from './block.ts'
import { isChart } from './chart-parts.ts'

/** A block as it stands in an item: around a table or a chart, the mark by which slides show it apart. */
export function setApart(block: Block): Block {
  if (!isApart(block) || block.node.name === 'Apart') return block
  return { ...block, node: element('Apart', { at: block.at }, [block.node]) }
}

/** The tables and charts in an item or an entry. */
export function tablesIn({
  blocks,
}: {
  readonly blocks: readonly Block[]
}): readonly (TableBlock | ElementBlock)[] {
  return blocks.filter(isApart)
}

/** Whether slides show a block of an item apart from its words. */
export function isApart(block: Block): block is TableBlock | ElementBlock {
  return block.type === 'table' || isChart(block)
}
