/**
 * Turns Markdown into MDX: tries the best result first, and falls back where words would be lost.
 */

import { readFrontMatter } from '../settings/front-matter.ts'
import { parse } from '../syntax/parse.ts'
import type { ImportDraft } from './draft.ts'
import { type MarkdownNode, readMarkdown, readMdx } from './markdown.ts'
import { markdownFootnotes } from './markdown-footnotes.ts'
import { type MendLevel, mendBody } from './mend-body.ts'
import { rawOf, startOf } from './range.ts'
import { literalWords, wordsOf } from './words.ts'

/** After so many attempts, the whole file is shown as it was typed. */
const MOST_TURNS = 60

/** Whether a text can be read as a file of a case without any mending. */
export function isReadable(text: string): boolean {
  return parse(text, '').findings.length + readFrontMatter(text, '').findings.length === 0
}

interface MendedBody {
  readonly body: ImportDraft
  /** How many blocks show each sign as it was typed. */
  readonly literalBlocks: number
}

/**
 * Mends the draft until it reads as MDX and has all its words. Returns `undefined` where that
 * fails.
 *
 * @param head the front matter that will stand before the draft
 */
export function mendMarkdown(
  draft: ImportDraft,
  eol: string,
  head: string,
): MendedBody | undefined {
  const tree = readMarkdown(draft.text)
  const blocks = tree.children ?? []
  let levels: readonly MendLevel[] = blocks.map(() => 'full')
  for (let turn = 0; turn < MOST_TURNS; turn += 1) {
    const body = mendBody(draft, tree, { eol, levels })
    const at = faultAt({ draft, body, head, tree, levels })
    if (at === undefined)
      return { body, literalBlocks: levels.filter((level) => level === 'literal').length }
    if (at === 'unknown') return undefined
    const more = withMoreEscaping(levels, at)
    if (!more) return undefined
    levels = more
  }
  return undefined
}

interface Attempt {
  readonly draft: ImportDraft
  readonly body: ImportDraft
  readonly head: string
  readonly tree: MarkdownNode
  readonly levels: readonly MendLevel[]
}

/** Index of the first block that can't be read or lost words; `undefined` where there is none. */
function faultAt(attempt: Attempt): number | 'unknown' | undefined {
  const { body, head, tree, draft, levels } = attempt
  const text = head + body.text
  const [fault] = [...parse(text, '').findings, ...readFrontMatter(text, '').findings]
  if (fault) {
    const lines = text.split('\n').slice(0, (fault.place.line ?? 1) - 1)
    const start = lines.reduce((sum, line) => sum + line.length + 1, 0) - head.length
    const from = body.sourceOffset(Math.max(0, start + (fault.place.column ?? 1) - 1))
    const index = (tree.children ?? []).findLastIndex(
      (node) => draft.sourceOffset(startOf(node)) <= from,
    )
    return index === -1 ? 'unknown' : index
  }
  const lost = firstLostBlock(wordsOf(readMdx(text)), expectedOf(tree, draft.text, levels))
  return lost === 'notes' ? firstFootnoteBlock(tree, levels) : lost
}

/** The words of each block; the last entry holds the words of the footnotes. */
function expectedOf(
  tree: MarkdownNode,
  text: string,
  levels: readonly MendLevel[],
): readonly (readonly string[])[] {
  const blocks = tree.children ?? []
  const isLiteral = (index: number): boolean => levels[index] === 'literal'
  const rest = { ...tree, children: blocks.filter((_, index) => !isLiteral(index)) }
  const footnotes = markdownFootnotes(rest)
  const words = blocks.map((node, index) =>
    isLiteral(index)
      ? literalWords(rawOf(node, text))
      : wordsOf({ type: 'root', children: [node] }, { ...footnotes, definitions: [] }),
  )
  return [...words, wordsOf({ type: 'root', children: [] }, footnotes)]
}

/** Index of the first block whose words are missing or in another order. */
function firstLostBlock(
  kept: readonly string[],
  expected: readonly (readonly string[])[],
): number | 'notes' | undefined {
  let done = 0
  for (const [index, words] of expected.entries()) {
    const isKept = words.every((word, at) => kept[done + at] === word)
    if (!isKept) return index === expected.length - 1 ? 'notes' : index
    done += words.length
  }
  if (done === kept.length) return undefined
  return 'notes' // more words than there were
}

/** Index of the first footnote that is not yet shown literally. */
function firstFootnoteBlock(tree: MarkdownNode, levels: readonly MendLevel[]): number | 'unknown' {
  const index = (tree.children ?? []).findIndex(
    ({ type }, each) => type === 'footnoteDefinition' && levels[each] !== 'literal',
  )
  return index === -1 ? 'unknown' : index
}

const NEXT_LEVEL: Readonly<Record<MendLevel, MendLevel>> = {
  full: 'bare',
  bare: 'literal',
  literal: 'literal',
}

/**
 * Moves a block to the next level. Where it is literal already, moves a neighbour instead; returns
 * `undefined` where the neighbours are literal too.
 */
function withMoreEscaping(
  levels: readonly MendLevel[],
  at: number,
): readonly MendLevel[] | undefined {
  const index = [at, at - 1, at + 1].find((each) => (levels[each] ?? 'literal') !== 'literal')
  return index === undefined
    ? undefined
    : levels.map((level, each) => (each === index ? NEXT_LEVEL[level] : level))
}
