/** Tags among the words of a paragraph, each a node of its own. */
import type { Written } from './markdown.ts'
import { tagOf } from './tags.ts'

export interface InlineTag {
  /** In lower case. */
  readonly name: string
  readonly isEnd: boolean
}

// Matches "<b>", "</a>", "<br/>".
const RE_TAG = /^<(\/?)([a-z][\w-]*)/i

/** The tag that an inline piece of HTML is; `undefined` for comments and declarations. */
export function tagIn(html: string): InlineTag | undefined {
  const match = RE_TAG.exec(html)
  return match ? { name: (match[2] ?? '').toLowerCase(), isEnd: match[1] === '/' } : undefined
}

/** A start tag and its end tag among siblings. */
export interface Pair {
  readonly open: Written
  readonly close: Written
  readonly name: string
  /** The siblings between them. */
  readonly inner: readonly Written[]
}

/** The tags among siblings, read once for all of them. */
export interface Tags {
  /** Inner ones first; what has no partner is in none. */
  readonly pairs: readonly Pair[]
  readonly paired: ReadonlySet<Written>
  /** Scripts, styles and frames that are closed among these siblings, with what stands in them. */
  readonly hidden: ReadonlySet<Written>
}

const NO_TAGS: Tags = { pairs: [], paired: new Set(), hidden: new Set() }

/** Reads the tags among siblings. */
export function readTags(siblings: readonly Written[]): Tags {
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

function pairsAmong(siblings: readonly Written[]): readonly Pair[] {
  const pairs: Pair[] = []
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

/** Tags that hold nothing. */
const VOID = new Set(['br', 'img', 'hr', 'wbr', 'input', 'source'])
