/** Mends tags inside a line: bold, links, code and pictures become Markdown, the words stay. */
import type { Edit } from './draft.ts'
import { canEmphasise } from './emphasis.ts'
import { commentOf, escapeAddress, escapeWords } from './escape.ts'
import { imageMarkdown, isAddress } from './html-inline.ts'
import { attributeIn } from './html-tree.ts'
import { type InlineTags, readTags, type TagPair, tagIn } from './inline-tag.ts'
import type { MarkdownNode } from './markdown.ts'
import { isPlaceholder, PLACEHOLDER } from './placeholder.ts'
import { containerPrefixAt, endOf, startOf } from './range.ts'
import { isBreak, isKnownTag, superscriptOrSubscript, tagOf } from './tags.ts'

/** What mending a block needs to know. */
export interface MendContext {
  readonly text: string
  readonly eol: string
  /** Removes all tags, because Markdown would show their signs as text. */
  readonly isBare: boolean
}

/** Edits for the tags among a node's children. */
export function mendInline(parent: MarkdownNode, treatment: MendContext): readonly Edit[] {
  const children = parent.children ?? []
  if (!children.some(({ type }) => type === 'html')) return []
  const found = readTags(children)
  const { hidden } = found
  const pairs = treatment.isBare ? [] : found.pairs
  const paired = pairs.flatMap((pair) => mendPair(pair, treatment))
  const done = new Set(paired.map(({ start }) => start))
  const alone = children
    .filter((node) => node.type === 'html' && !hidden.has(node) && !done.has(startOf(node)))
    .map((node): Edit => {
      const note = noteOf(node, found)
      const text = aloneAs(node, { ...treatment, parent, found })
      return { start: startOf(node), end: endOf(node), text, ...(note ? { note } : {}) }
    })
  return [...withoutHidden(children, hidden), ...paired, ...alone]
}

/** Ranges that become inline code. Signs in code need no backslash. */
export function codeRanges(
  parent: MarkdownNode,
  { text, isBare }: MendContext,
): readonly { readonly start: number; readonly end: number }[] {
  const children = parent.children ?? []
  if (isBare) return []
  return readTags(children)
    .pairs.filter(({ name }) => tagOf(name).mark === '`')
    .filter((pair) => isPlainCode(pair, text))
    .map(({ open, close }) => ({ start: endOf(open), end: startOf(close) }))
}

function mendPair(pair: TagPair, { text }: MendContext): readonly Edit[] {
  const { open, close, name } = pair
  const words = text.slice(endOf(open), startOf(close))
  const raised = superscriptOrSubscript(name, words)
  if (raised !== undefined) return [{ start: startOf(open), end: endOf(close), text: raised }]
  if (name === 'a') {
    const address = attributeIn(open.value ?? '', 'href') ?? ''
    if (!isAddress(address) || words.trim() === '' || /[[\]]|https?:|www\./.test(words)) return []
    return around(pair, '[', `](${escapeAddress(address)})`)
  }
  const { mark } = tagOf(name)
  if (mark === undefined) return []
  if (mark === '`') return isPlainCode(pair, text) ? around(pair, mark, mark) : []
  const beside = { before: text[startOf(open) - 1] ?? '', after: text[endOf(close)] ?? '' }
  return canEmphasise(words, beside) ? around(pair, mark, mark) : []
}

function around({ open, close }: TagPair, before: string, after: string): readonly Edit[] {
  return [
    { start: startOf(open), end: endOf(open), text: before },
    { start: startOf(close), end: endOf(close), text: after },
  ]
}

/** Whether the content of a pair can stand between backticks unchanged. */
function isPlainCode({ open, close, inner }: TagPair, text: string): boolean {
  const words = text.slice(endOf(open), startOf(close))
  const beside = `${text[startOf(open) - 1] ?? ''}${text[endOf(close)] ?? ''}`
  if (beside.includes('`') || !inner.every(({ type }) => type === 'text')) return false
  return words.trim() !== '' && !/[`\\&|\r\n]/.test(words)
}

// Matches the signs around a comment or a declaration: "<!--", "-->", "<!", "<?", ">".
const RE_COMMENT_SIGNS = /^<(?:!--|[!?])?|(?:--)?>$/g

/** The replacement of a tag that has no partner, or whose pair makes no Markdown sign. */
function aloneAs(
  node: MarkdownNode,
  { parent, found, ...treatment }: MendContext & { parent: MarkdownNode; found: InlineTags },
): string {
  const html = node.value ?? ''
  const tag = tagIn(html)
  if (isWords(node, found)) return escapeWords(html)
  if (!tag)
    return commentOf(html.replace(RE_COMMENT_SIGNS, '').replace(/(?<!\s)\s*[\r\n]\s*/g, ' '))
  if (tag.name === 'img' && !tag.isEnd) {
    const address = treatment.isBare ? '' : (attributeIn(html, 'src') ?? '')
    return imageMarkdown(attributeIn(html, 'alt') ?? '', address)
  }
  if (tag.name === 'br' && parent.type === 'paragraph' && !treatment.isBare)
    return breakAt(node, parent, treatment)
  const isSpaced = /\s/.test(treatment.text[startOf(node) - 1] ?? ' ')
  return isBreak(tag.name) && !isSpaced ? ' ' : ''
}

/**
 * A line break where words follow; a space where a new line could be read as a list or the like.
 */
function breakAt(node: MarkdownNode, parent: MarkdownNode, { text, eol }: MendContext): string {
  const after = text.slice(endOf(node))
  if (!/[^\s\\|][ \t]*$/.test(text.slice(Math.max(0, startOf(node) - 40), startOf(node))))
    return ' '
  if (/^[ \t]*\r?\n[ \t>]*\S/.test(after) && endOf(node) < endOf(parent)) return '\\'
  if (/^[ \t]*\p{L}/u.test(after)) return `\\${eol}${containerPrefixAt(text, startOf(parent))}`
  return ' '
}

/** Removes hidden nodes, with one edit for each run of them. */
function withoutHidden(
  children: readonly MarkdownNode[],
  hidden: ReadonlySet<MarkdownNode>,
): readonly Edit[] {
  const isFirst = (index: number): boolean => {
    const before = children[index - 1]
    return before === undefined || !hidden.has(before)
  }
  return children.flatMap((node, index): readonly Edit[] => {
    if (!hidden.has(node) || !isFirst(index)) return []
    const length = children.slice(index).findIndex((other) => !hidden.has(other))
    const last = (length === -1 ? children.at(-1) : children[index + length - 1]) ?? node
    const note = `what <${tagIn(node.value ?? '')?.name}> holds is no text and was left out`
    return [{ start: startOf(node), end: endOf(last), text: '', note }]
  })
}

function isWords(node: MarkdownNode, { paired }: InlineTags): boolean {
  return isPlaceholder(node.value ?? '') && !paired.has(node)
}

function noteOf(node: MarkdownNode, found: InlineTags): string | undefined {
  const tag = tagIn(node.value ?? '')
  if (!tag || tag.isEnd || isKnownTag(tag.name)) return undefined
  if (isWords(node, found)) return PLACEHOLDER
  return `unknown tag <${tag.name}>; its words stay`
}
