/** The words that a reader sees, in order. An import must not change them. */

import { wordsOfHtml } from './html-tree.ts'
import { type InlineTags, readTags, tagIn } from './inline-tag.ts'
import { holdsBlocks, type MarkdownNode } from './markdown.ts'
import { type Footnotes, markdownFootnotes } from './markdown-footnotes.ts'
import { isPlaceholder } from './placeholder.ts'
import { isBreak } from './tags.ts'

/**
 * The words of a tree. A footnote gives `(note 1)` at its call, and `Note 1: …` at the end. Raised
 * digits count as digits. Addresses are not words; the alternative text of a picture is.
 */
export function wordsOf(
  tree: MarkdownNode,
  notes: Footnotes = markdownFootnotes(tree),
): readonly string[] {
  const { numbers, definitions } = notes
  const read = (node: MarkdownNode, parent: MarkdownNode, tags: InlineTags): string => {
    if (node.type === 'html') return wordsOfTag(node, holdsBlocks(parent), tags)
    if (node.type === 'image' || node.type === 'imageReference') return node.alt ?? ''
    if (node.type === 'footnoteReference')
      return ` (note ${numbers.get(node.identifier ?? '') ?? '?'})`
    if (node.type === 'break') return ' '
    if (WITHOUT_WORDS.has(node.type)) return ''
    return node.value ?? readAll(node)
  }
  const readAll = (node: MarkdownNode): string => {
    const children = node.children ?? []
    const tags = readTags(children)
    const glue = holdsBlocks(node) || GLUED.has(node.type) ? '\n' : ''
    return children
      .map((child) => (tags.hidden.has(child) ? '' : read(child, node, tags)))
      .join(glue)
  }
  const atEnd = definitions.map(({ node, number }) => `Note ${number}: ${readAll(node)}`)
  return [readAll(tree), ...atEnd].join('\n').normalize('NFKC').split(/\s+/u).filter(Boolean)
}

/** The words of a text that is shown literally: everything between spaces. */
export function literalWords(text: string): readonly string[] {
  return text.normalize('NFKC').split(/\s+/u).filter(Boolean)
}

function wordsOfTag(node: MarkdownNode, isFlow: boolean, { paired }: InlineTags): string {
  const html = node.value ?? ''
  if (isPlaceholder(html) && (isFlow || !paired.has(node))) return html
  if (isFlow) return ` ${wordsOfHtml(html)} `
  const tag = tagIn(html)
  if (tag?.name === 'img') return wordsOfHtml(html)
  return tag && isBreak(tag.name) ? ' ' : ''
}

const WITHOUT_WORDS = new Set([
  ...['definition', 'footnoteDefinition', 'yaml', 'toml'],
  ...['mdxFlowExpression', 'mdxTextExpression', 'mdxjsEsm'],
])

const GLUED = new Set(['list', 'table', 'tableRow', 'mdxJsxFlowElement'])
