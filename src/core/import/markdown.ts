/** The Markdown engine's two readings of a text, with what an import needs to know of each node. */
import { markdownToMdast, mdxToMdast } from 'satteri'
import { dialect } from '../syntax/parse.ts'
import type { Node } from '../syntax/tree.ts'

/** A node as written; offsets count in the text. */
export interface Written extends Node {
  readonly children?: readonly Written[]
  readonly alt?: string | null
  readonly title?: string | null
  /** Of a reference, a definition or a footnote: what ties them. */
  readonly identifier?: string
}

/** Plain Markdown, in which `{` and `import` are words. Front matter is cut off before. */
export function readMarkdown(text: string): Written {
  // Sätteri's trees have the shape of `Written`; its own types are unions too narrow to walk.
  return markdownToMdast(text, {
    features: { ...dialect, frontmatter: false },
  }) as unknown as Written
}

/** MDX; throws where it can't be read. */
export function readMdx(text: string): Written {
  return mdxToMdast(text, { features: { ...dialect } }) as unknown as Written
}

/** Every node below this one, and itself, parents first, with its parent. */
export function* withParents(
  node: Written,
  parent?: Written,
): Generator<{ readonly node: Written; readonly parent?: Written }> {
  yield parent ? { node, parent } : { node }
  for (const child of node.children ?? []) yield* withParents(child, node)
}

/** Every node of a type, in order. */
export function nodesOf(tree: Written, ...types: readonly string[]): readonly Written[] {
  return [...withParents(tree)].map(({ node }) => node).filter(({ type }) => types.includes(type))
}

const CONTAINERS = new Set(['root', 'blockquote', 'listItem', 'footnoteDefinition'])

/** Whether a node's children are blocks; HTML in it is a block too then. */
export function holdsBlocks(node: Written): boolean {
  return CONTAINERS.has(node.type)
}
