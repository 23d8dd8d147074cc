/** The words that a reader of a text sees, in order: what an import must not change. */
import { wordsOfHtml } from './html-tree.ts'
import { readTags, type Tags, tagIn } from './inline-tag.ts'
import { holdsBlocks, type Written } from './markdown.ts'
import { type Notes, notesOf } from './notes.ts'
import { isPlaceholder } from './placeholder.ts'
import { isBreak } from './tags.ts'

/**
 * The words of a tree. Footnotes stand at the end as `Note 1: …`, and where they are called as
 * `(note 1)`. Raised digits count as digits; what makes a link or a picture is no word, but the
 * text that stands for the picture is.
 */
export function wordsOf(tree: Written, notes: Notes = notesOf(tree)): readonly string[] {
  const { numbers, definitions } = notes
  const read = (node: Written, parent: Written, tags: Tags): string => {
    if (node.type === 'html') return wordsOfTag(node, holdsBlocks(parent), tags)
    if (node.type === 'image' || node.type === 'imageReference') return node.alt ?? ''
    if (node.type === 'footnoteReference')
      return ` (note ${numbers.get(node.identifier ?? '') ?? '?'})`
    if (node.type === 'break') return ' '
    if (WITHOUT_WORDS.has(node.type)) return ''
    return node.value ?? readAll(node)
  }
  const readAll = (node: Written): string => {
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

/** Every piece of a text between spaces: its words where it is taken literally. */
export function literalWords(text: string): readonly string[] {
  return text.normalize('NFKC').split(/\s+/u).filter(Boolean)
}

function wordsOfTag(node: Written, isFlow: boolean, { paired }: Tags): string {
  const html = node.value ?? ''
  if (isPlaceholder(html) && (isFlow || !paired.has(node))) return html
  if (isFlow) return ` ${wordsOfHtml(html)} `
  const tag = tagIn(html)
  if (tag?.name === 'img') return wordsOfHtml(html)
  return tag && isBreak(tag.name) ? ' ' : ''
}

const WITHOUT_WORDS = new Set([
  'definition',
  'footnoteDefinition',
  'yaml',
  'toml',
  'mdxFlowExpression',
  'mdxTextExpression',
  'mdxjsEsm',
])

const GLUED = new Set(['list', 'table', 'tableRow', 'mdxJsxFlowElement'])
