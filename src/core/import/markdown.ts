/** Reads a text as Markdown or as MDX, and walks the tree. */
import { markdownToMdast, mdxToMdast } from 'satteri'
import { dialect } from '../syntax/parse.ts'
import type { Node } from '../syntax/tree.ts'

/** A node of the tree. Its offsets count in the text that was read. */
export interface MarkdownNode extends Node {
  readonly children?: readonly MarkdownNode[]
  readonly alt?: string | null
  readonly title?: string | null
  /** Ties a reference or a footnote call to its definition. */
  readonly identifier?: string
}

/** Reads plain Markdown, in which `{` and `import` are words. Expects no front matter. */
export function readMarkdown(text: string): MarkdownNode {
  // Sätteri's trees have the shape of `Written`; its own types are unions too narrow to walk.
  return markdownToMdast(text, {
    features: { ...dialect, frontmatter: false },
  }) as unknown as MarkdownNode
}

/** Reads MDX; throws where it can't be read. */
export function readMdx(text: string): MarkdownNode {
  return mdxToMdast(text, { features: { ...dialect } }) as unknown as MarkdownNode
}

/** This node and every node below it, each with its parent; parents come first. */
export function* withParents(
  node: MarkdownNode,
  parent?: MarkdownNode,
): Generator<{ readonly node: MarkdownNode; readonly parent?: MarkdownNode }> {
  yield parent ? { node, parent } : { node }
  for (const child of node.children ?? []) yield* withParents(child, node)
}

/** Every node of a type, in order. */
export function nodesOf(tree: MarkdownNode, ...types: readonly string[]): readonly MarkdownNode[] {
  return [...withParents(tree)].map(({ node }) => node).filter(({ type }) => types.includes(type))
}

const CONTAINERS = new Set(['root', 'blockquote', 'listItem', 'footnoteDefinition'])

/** Whether a node's children are blocks. Then HTML in it is a block too. */
export function holdsBlocks(node: MarkdownNode): boolean {
  return CONTAINERS.has(node.type)
}
