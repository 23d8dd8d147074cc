/** HTML tags inside a paragraph, where each tag is a node of its own. */
import type { MarkdownNode } from './markdown.ts'
import { tagOf } from './tags.ts'

interface InlineTag {
  /** In lower case. */
  readonly name: string
  readonly isEnd: boolean
}

// Matches "<b>", "</a>", "<br/>".
const RE_TAG = /^<(\/?)([a-z][\w-]*)/i

/** Reads a piece of inline HTML as a tag. Returns `undefined` for comments and declarations. */
export function tagIn(html: string): InlineTag | undefined {
  const match = RE_TAG.exec(html)
  return match ? { name: (match[2] ?? '').toLowerCase(), isEnd: match[1] === '/' } : undefined
}

/** A start tag and its end tag among siblings. */
export interface TagPair {
  readonly open: MarkdownNode
  readonly close: MarkdownNode
  readonly name: string
  /** The siblings between them. */
  readonly inner: readonly MarkdownNode[]
}

/** All tags among the children of one node. */
export interface InlineTags {
  /** Inner pairs come first. A tag without its partner is in no pair. */
  readonly pairs: readonly TagPair[]
  readonly paired: ReadonlySet<MarkdownNode>
  /** Scripts, styles and frames that have an end tag, with everything inside them. */
  readonly hidden: ReadonlySet<MarkdownNode>
}

const NO_TAGS: InlineTags = { pairs: [], paired: new Set(), hidden: new Set() }

/** Reads the tags among siblings. */
export function readTags(siblings: readonly MarkdownNode[]): InlineTags {
  if (!siblings.some(({ type }) => type === 'html')) return NO_TAGS
  const pairs = pairsAmong(siblings)
  return {
    pairs,
    paired: new Set(pairs.flatMap(({ open, close }) => [open, close])),
    hidden: new Set(
      pairs
        .filter(({ name }) => tagOf(name).hidden)
        .flatMap(({ open, close, inner }) => [open, ...inner, close]),
    ),
  }
}

function pairsAmong(siblings: readonly MarkdownNode[]): readonly TagPair[] {
  const pairs: TagPair[] = []
  const waiting: { readonly at: number; readonly name: string }[] = []
  for (const [at, node] of siblings.entries()) {
    const tag = node.type === 'html' ? tagIn(node.value ?? '') : undefined
    if (!tag || VOID.has(tag.name)) continue
    if (!tag.isEnd) {
      waiting.push({ at, name: tag.name })
      continue
    }
    const index = waiting.findLastIndex(({ name }) => name === tag.name)
    const from = waiting[index]?.at
    const open = from === undefined ? undefined : siblings[from]
    if (from === undefined || !open) continue
    waiting.length = index
    pairs.push({ open, close: node, name: tag.name, inner: siblings.slice(from + 1, at) })
  }
  return pairs
}

/** Tags without content. */
const VOID = new Set(['br', 'img', 'hr', 'wbr', 'input', 'source'])
