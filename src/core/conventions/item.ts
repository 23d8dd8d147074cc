/** An item from its label: a paragraph or a heading. */
import { cutInline, element, type Node, textOf } from '../tree.ts'
import type { Block, ItemBlock } from './block.ts'
import { baseOf, type Context } from './context.ts'
import { isReuse, type Label } from './label.ts'
import { markSentences, wordsOf } from './words.ts'

/** The item that a label makes of a node; `inline` are the node's words, the label included. */
export function itemOf(
  node: Node,
  context: Context,
  label: Label & { how: 'label' | 'heading'; inline: readonly Node[] },
): ItemBlock {
  const base = baseOf(node, context)
  const inline = stripLabel(label.inline, label.length)
  const words = wordsOf([{ type: 'paragraph', children: inline }], context.citations)
  const sentence =
    label.how === 'heading'
      ? [element('Sentence', { at: base.at, n: '1' }, inline, false)]
      : markSentences(inline, base.at).nodes
  const children = words.text ? [{ type: 'paragraph', children: sentence }] : []
  return {
    ...base,
    type: 'item',
    kind: label.kind,
    id: label.id,
    ...(label.kind === 'evidence' && isReuse(words.text) ? { reuse: true as const } : {}),
    how: label.how,
    ...(label.how === 'heading' ? { level: node.depth ?? 1 } : {}),
    words,
    blocks: [],
    node: element('Item', { at: base.at }, children),
  }
}

/** An item with what else belongs to it. */
export function withBlocks(item: ItemBlock, blocks: readonly Block[]): ItemBlock {
  const children = [...(item.node.children ?? []), ...blocks.map((block) => block.node)]
  return { ...item, blocks, node: { ...item.node, children } }
}

/** Takes a label off inline nodes, with the bold marks that held nothing else. */
export function stripLabel(inline: readonly Node[], length: number): readonly Node[] {
  const rest = cutInline(inline, length)[1].filter((node) => textOf(node) !== '' || !node.children)
  const [first, ...others] = rest
  if (first?.type !== 'text') return rest
  return [{ ...first, value: (first.value ?? '').replace(/^\s+/, '') }, ...others]
}
