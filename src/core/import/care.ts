/** Tries the fullest mends first, and takes more care where they would lose words. */

import { readFrontMatter } from '../settings/case-yaml.ts'
import { parse } from '../syntax/parse.ts'
import { type Care, mendBody } from './body.ts'
import type { Draft } from './edit.ts'
import { readMarkdown, readMdx, type Written } from './markdown.ts'
import { type Notes, notesOf } from './notes.ts'
import { rawOf, startOf } from './range.ts'
import { literalWords, wordsOf } from './words.ts'

/** Turns after which the whole file is shown as it was typed. */
const MOST_TURNS = 60

/** Whether a text is a file of a case as it is. */
export function reads(text: string): boolean {
  return parse(text, '').findings.length + readFrontMatter(text, '').findings.length === 0
}

export interface Careful {
  readonly body: Draft
  /** How many blocks show each sign as it was typed. */
  readonly literalBlocks: number
}

/**
 * The draft as MDX that can be read and has its words; `undefined` where no care was enough.
 *
 * @param head the front matter before it
 */
export function mendCarefully(draft: Draft, eol: string, head: string): Careful | undefined {
  const tree = readMarkdown(draft.text)
  const blocks = tree.children ?? []
  let cares: readonly Care[] = blocks.map(() => 'full')
  for (let turn = 0; turn < MOST_TURNS; turn += 1) {
    const body = mendBody(draft, tree, { eol, cares })
    const at = faultAt({ draft, body, head, tree, cares })
    if (at === undefined)
      return { body, literalBlocks: cares.filter((care) => care === 'literal').length }
    if (at === 'unknown') return undefined
    const more = withMoreCare(cares, at)
    if (!more) return undefined
    cares = more
  }
  return undefined
}

interface Attempt {
  readonly draft: Draft
  readonly body: Draft
  readonly head: string
  readonly tree: Written
  readonly cares: readonly Care[]
}

/** Index of the block that can't be read or lost words; `undefined` where all is well. */
function faultAt(attempt: Attempt): number | 'unknown' | undefined {
  const { body, head, tree, draft, cares } = attempt
  const text = head + body.text
  const [fault] = [...parse(text, '').findings, ...readFrontMatter(text, '').findings]
  if (fault) {
    const lines = text.split('\n').slice(0, (fault.place.line ?? 1) - 1)
    const start = lines.reduce((sum, line) => sum + line.length + 1, 0) - head.length
    const from = body.back(Math.max(0, start + (fault.place.column ?? 1) - 1))
    const index = (tree.children ?? []).findLastIndex((node) => draft.back(startOf(node)) <= from)
    return index === -1 ? 'unknown' : index
  }
  const lost = lostAt(wordsOf(readMdx(text)), expectedOf(tree, draft.text, cares))
  return lost === 'notes' ? noteAmong(tree, cares) : lost
}

/** The words of each block, and last those of the notes. */
function expectedOf(
  tree: Written,
  text: string,
  cares: readonly Care[],
): readonly (readonly string[])[] {
  const blocks = tree.children ?? []
  const isLiteral = (index: number): boolean => cares[index] === 'literal'
  const rest = { ...tree, children: blocks.filter((_, index) => !isLiteral(index)) }
  const notes: Notes = notesOf(rest)
  const words = blocks.map((node, index) =>
    isLiteral(index)
      ? literalWords(rawOf(node, text))
      : wordsOf({ type: 'root', children: [node] }, { ...notes, definitions: [] }),
  )
  return [...words, wordsOf({ type: 'root', children: [] }, notes)]
}

/** Index of the first block whose words are not there in order. */
function lostAt(
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

/** The first footnote that is still mended as one. */
function noteAmong(tree: Written, cares: readonly Care[]): number | 'unknown' {
  const index = (tree.children ?? []).findIndex(
    ({ type }, each) => type === 'footnoteDefinition' && cares[each] !== 'literal',
  )
  return index === -1 ? 'unknown' : index
}

const MORE: Readonly<Record<Care, Care>> = { full: 'bare', bare: 'literal', literal: 'literal' }

/** More care for a block; for its neighbours where it has all; `undefined` where these have too. */
function withMoreCare(cares: readonly Care[], at: number): readonly Care[] | undefined {
  const index = [at, at - 1, at + 1].find((each) => (cares[each] ?? 'literal') !== 'literal')
  return index === undefined
    ? undefined
    : cares.map((care, each) => (each === index ? MORE[care] : care))
}
