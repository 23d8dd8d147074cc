/** `<Columns>`: a heading or bold words start a column; without these each block is a column. */
import { type Node, textOf } from '../tree.ts'
import type { Block, Column } from './block.ts'
import { asBoldLine } from './bold-line.ts'
import { baseOf, type Context, mark } from './context.ts'
import { readLabel } from './label.ts'

/** The same nodes with bold words for headings: the name of a column is no section of the case. */
export function withBoldHeadings(nodes: readonly Node[], context: Context): readonly Node[] {
  return nodes.map((node) => {
    if (node.name === 'Step')
      return { ...node, children: withBoldHeadings(node.children ?? [], context) }
    return readLabel(textOf(node), context.kinds, true) ? node : asBoldLine(node)
  })
}

/** Cuts blocks into columns; `nodes` are those that the blocks were read from. */
export function columnsOf(
  nodes: readonly Node[],
  blocks: readonly Block[],
  context: Context,
): readonly Column[] {
  const labels = new Map(
    nodes.flatMap((node) => {
      const label = nameOfColumn(node)
      return label === undefined ? [] : [[baseOf(node, context).at, label] as const]
    }),
  )
  const columns: { label?: string; blocks: Block[] }[] = []
  for (const block of blocks) {
    const label = labels.get(block.at)
    if (label !== undefined) columns.push({ label, blocks: [block] })
    else if (labels.size === 0 || columns.length === 0) columns.push({ blocks: [block] })
    else columns.at(-1)?.blocks.push(block)
  }
  return columns
}

/** A column as a mark. */
export function markColumn({ blocks }: Column): Node {
  const children = blocks.map(({ node }) => node)
  return mark('Column', blocks[0]?.at ?? '', children)
}

/** The bold words at the start of a node; `undefined` where it starts otherwise. */
function nameOfColumn(node: Node): string | undefined {
  const [first] = node.children ?? []
  if (node.name === 'Step') return first && nameOfColumn(first)
  return node.type === 'paragraph' && first?.type === 'strong' ? textOf(first) : undefined
}
