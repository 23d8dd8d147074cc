/** Turns plain Markdown into a file of a case: the words stay, the signs are mended. */

import { deepestIn } from '../syntax/nesting.ts'
import { applyEdits, type Edit, type ImportDraft, type Mend, newDraft } from './draft.ts'
import { escapeEverySign } from './escape.ts'
import { readForeignFrontMatter } from './front-matter.ts'
import { readMarkdown } from './markdown.ts'
import { keptInside } from './marking.ts'
import { mendHeadings } from './mend-headings.ts'
import { isReadable, mendMarkdown } from './mend-markdown.ts'
import { mendMdx } from './mend-mdx.ts'
import { mendProse } from './mend-prose.ts'
import { mendReferences } from './mend-references.ts'
import { mendUnclosed } from './mend-unclosed.ts'
import { wordsOf } from './words.ts'

export type { ImportDraft, Mend } from './draft.ts'

/** An imported file. */
export interface Imported {
  readonly text: string
  /** In the order of the file. */
  readonly mends: readonly Mend[]
  /** The same text as a draft, for further edits. */
  readonly draft: ImportDraft
  /** The title that front matter gave. */
  readonly title?: string
  /**
   * The Markdown without front matter, with bad links and wrongly encoded characters mended. It has
   * the same words as `text`.
   */
  readonly prepared: string
  /** Names of headings to which links lead, as other tools write them → the words of the heading. */
  readonly anchors?: ReadonlyMap<string, string>
  /** Set where some or all blocks show each sign as it was typed, because nothing else worked. */
  readonly literal?: 'some' | 'all'
}

/**
 * Imports one file. MDX that can be read stays as it is, so importing twice changes nothing.
 *
 * @param file its name, which tells Markdown from MDX
 */
export function importText(given: string, file: string): Imported {
  const source = tidied(given)
  if (!/\.mdx$/i.test(file)) return importMarkdown(source)
  const draft = newDraft(source)
  if (isReadable(source)) return done(draft, source)
  const repaired = mendMdx(draft, isReadable)
  return repaired ? done(repaired, repaired.text) : importMarkdown(source)
}

/** Removes what no editor shows: a byte order mark, zero bytes, half characters. */
function tidied(text: string): string {
  return text
    .replace(/^\uFEFF/, '')
    .replaceAll('\0', '\uFFFD')
    .replace(/\r(?!\n)/g, '\n')
    .toWellFormed()
}

/** Nothing, but for a file that stays inside. */
function saidOf(marking: string | undefined): Pick<Edit, 'quiet' | 'note'> {
  return marking === undefined ? { quiet: true } : { note: keptInside(marking) }
}

function importMarkdown(source: string): Imported {
  const eol = source.includes('\r\n') ? '\r\n' : '\n'
  const front = readForeignFrontMatter(source, eol)
  const head = front?.text ?? ''
  const whole = newDraft(source)
  const cut = front
    ? applyEdits(whole, [{ start: 0, end: front.end, text: '', ...saidOf(front.marking) }])
    : whole
  // What is deeper than anyone writes could not be walked.
  const isDeep = deepestIn(readMarkdown(cut.text)) !== undefined
  const { draft: prepared, anchors } = isDeep
    ? { draft: cut, anchors: NO_ANCHORS }
    : mendHeadings(mendUnclosed(mendProse(cut)))
  const careful = isDeep
    ? undefined
    : (mendMarkdown(withReferences(prepared), eol, head) ?? mendMarkdown(prepared, eol, head))
  const body = careful?.body ?? literally(prepared, eol)
  const made = applyEdits(body, [{ start: 0, end: 0, text: head, quiet: true }])
  const mends = [...headMends(source.slice(0, front?.end ?? 0), head), ...made.mends]
  const isPartly = careful !== undefined && careful.literalBlocks > 0
  return {
    ...done({ ...made, mends }, prepared.text),
    ...(front?.title === undefined ? {} : { title: front.title }),
    ...(anchors.size === 0 ? {} : { anchors }),
    ...(careful ? {} : { literal: 'all' as const }),
    ...(isPartly ? { literal: 'some' as const } : {}),
  }
}

const NO_ANCHORS: ReadonlyMap<string, string> = new Map()

function done(draft: ImportDraft, prepared: string): Imported {
  const mends = inOrder(draft.mends)
  return { text: draft.text, mends, draft: { ...draft, mends }, prepared }
}

/** Sorts mends by their place in the file. */
export function inOrder(mends: readonly Mend[]): readonly Mend[] {
  return mends.toSorted((a, b) => a.line - b.line || a.column - b.column)
}

function literally(draft: ImportDraft, eol: string): ImportDraft {
  const note = 'the file is shown as it was typed, sign by sign: nothing less kept its words'
  const text = escapeEverySign(draft.text, eol)
  return applyEdits(draft, [{ start: 0, end: draft.text.length, text, note }])
}

/** Puts the addresses of reference links into the links, unless that would change the words. */
function withReferences(draft: ImportDraft): ImportDraft {
  const tree = readMarkdown(draft.text)
  const made = applyEdits(draft, mendReferences(tree, draft.text))
  if (made === draft) return draft
  return wordsOf(readMarkdown(made.text)).join(' ') === wordsOf(tree).join(' ') ? made : draft
}

function headMends(found: string, made: string): readonly Mend[] {
  if (found === made) return []
  const note = 'front matter of another tool: what a case does not know is a comment now'
  return [{ line: 1, column: 1, found, made, note }]
}
