/** A picture alone in its paragraph, and its caption: the paragraph of emphasis right after it. */
import { element, type Node, textOf } from '../tree.ts'
import type { FigureBlock } from './block.ts'
import { baseOf, type Context, mark } from './context.ts'
import { picturesAlone, unmarked } from './picture.ts'
import { wordsOf } from './words.ts'

/** Reads a paragraph that is a picture, in a link or not; `undefined` where it is anything else. */
export function readFigure(node: Node, context: Context): FigureBlock | undefined {
  const [only, ...others] = picturesAlone(node.children ?? []) ?? []
  if (!only || others.length > 0) return undefined
  const base = baseOf(node, context)
  const words = wordsOf([node], context.citations)
  const { image, node: shown } = unmarked(only)
  const alternative = image?.alt ?? ''
  return { ...base, type: 'figure', words, alternative, node: mark('Figure', base.at, [shown]) }
}

/** Whether a node can be the caption of the picture before it: `_Fig. 1: The old form_` alone. */
export function isCaption(node: Node): boolean {
  const [first, ...others] = node.children ?? []
  const isAlone = node.type === 'paragraph' && first?.type === 'emphasis' && others.length === 0
  return isAlone && textOf(node).trim() !== ''
}

/** A picture with its caption, whose words are the picture's own from then on. */
export function withCaption(figure: FigureBlock, node: Node, context: Context): FigureBlock {
  const words = node.children?.flatMap((emphasis) => emphasis.children ?? []) ?? []
  const caption = element('Caption', { at: baseOf(node, context).at }, words)
  return {
    ...figure,
    words: wordsOf([node], context.citations),
    node: { ...figure.node, children: [...(figure.node.children ?? []), caption] },
  }
}
