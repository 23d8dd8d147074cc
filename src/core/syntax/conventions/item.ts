/** An item from its label: a paragraph or a heading. */
import { has } from '../../model/kinds.ts'
import { cutInline, element, type Node, type Point, textOf, walk } from '../tree.ts'
import { setApart } from './apart.ts'
import type { Block, ItemBlock } from './block.ts'
import { baseOf, type Context, mark } from './context.ts'
import { readEstimated } from './estimate.ts'
import { isReuse, type Label } from './label.ts'
import {
  brokenAtProperties,
  propertiesOf,
  propertiesWithin,
  titleWithin,
} from './property-lines.ts'
import { readStrength } from './strength.ts'
import { markSentences, wordsOf } from './words.ts'

/** The item that a label makes of a node; `inline` are the node's words, the label included. */
export function itemOf(
  node: Node,
  context: Context,
  label: Label & { how: 'label' | 'heading'; inline: readonly Node[] },
): ItemBlock {
  const base = baseOf(node, context)
  const { inline: labelled, ...said } = readLabelled(label.inline, label, context)
  const inline = brokenAtProperties(labelled)
  const words = wordsOf([{ type: 'paragraph', children: inline }], context.citations)
  const reuse = isReuse(label.kind, words.text, context.kinds)
  const { owner } = said.estimate ?? {}
  const properties = { ...(owner ? { owner } : {}), ...propertiesOf(inline.map(textOf).join('')) }
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
    ...(reuse ? { reuse } : {}),
    how: label.how,
    ...said,
    ...(Object.keys(properties).length > 0 ? { properties } : {}),
    label: { kind: label.kind, id: label.id, length: label.length, ...bracketOf(label) },
    ...(node.position ? { end: node.position.end } : {}),
    ...(label.how === 'heading' ? { level: node.depth ?? 1 } : {}),
    words,
    blocks: [],
    node: mark('Item', base.at, children),
  }
}

function bracketOf({ bracket }: Label): Pick<Label, 'bracket'> {
  return bracket ? { bracket } : {}
}

/** An item with what else belongs to it; `end` is where the last of that ends. */
export function withBlocks(
  item: ItemBlock,
  blocks: readonly Block[],
  end: Point | undefined = item.end,
): ItemBlock {
  const inside = blocks.map(setApart)
  const children = [...(item.node.children ?? []), ...inside.map((block) => block.node)]
  const properties = item.record ? (item.properties ?? {}) : propertiesWithin(item, inside)
  const title = item.how === 'heading' && item.words.text === '' ? titleWithin(inside) : undefined
  return {
    ...item,
    ...(title === undefined ? {} : { words: { ...item.words, text: title, sentences: [title] } }),
    ...(end ? { end } : {}),
    ...(Object.keys(properties).length > 0 ? { properties } : {}),
    blocks: inside,
    node: { ...item.node, children },
  }
}

/**
 * Takes a label off inline nodes, and the bold marks that held nothing but the label. The label's
 * bracket is taken off too where it says how strong the item is, or of what an estimate is one. A bracket that says something
 * else, or that has a link in it, stays in front of the text.
 */
export function readLabelled(
  inline: readonly Node[],
  { kind, length, bracket }: Label,
  { kinds }: Context,
): Pick<ItemBlock, 'strength' | 'estimate'> & { readonly inline: readonly Node[] } {
  const rest = withoutSpace(cutInline(inline, length)[1])
  if (!bracket) return { inline: rest }
  const [, from] = cutInline(inline, bracket.start)
  const [kept] = cutInline(from, bracket.end - bracket.start)
  const isCitation = kept.some(({ name }) => name === 'Cite') && !RE_YEAR.test(bracket.words)
  const strength =
    has(kind, 'rated', kinds) && !isCitation ? readStrength(bracket.words) : undefined
  const isPlain = !kept.some((node) => [...walk(node)].some(({ type }) => type === 'link'))
  const estimate = has(kind, 'valued', kinds) ? readEstimated(bracket.words) : undefined
  return {
    inline:
      (strength || estimate) && isPlain
        ? rest
        : withoutSpace([...kept, { type: 'text', value: ' ' }, ...rest]),
    ...(strength ? { strength } : {}),
    ...(estimate ? { estimate } : {}),
  }
}

// Matches "2020", which has the shape of a decision's id too.
const RE_YEAR = /^\s*(?:19|20)\d\d\s*$/

function hasPicture(node: Node): boolean {
  return [...walk(node)].some(({ type }) => type === 'image')
}

function withoutSpace(inline: readonly Node[]): readonly Node[] {
  const rest = inline.filter(
    (node) =>
      textOf(node) !== '' || !node.children || node.name === 'FootnoteMark' || hasPicture(node),
  )
  const [first, ...others] = rest
  if (first?.type !== 'text') return rest
  return [{ ...first, value: (first.value ?? '').replace(/^\s+/, '') }, ...others]
}
