/** From plain Markdown to a file of a case that can be read: its words stay, its signs are mended. */
import { mendCarefully, reads } from './care.ts'
import { type Draft, draftOf, edited, type Mend } from './edit.ts'
import { literal } from './escape.ts'
import { readForeignFrontMatter } from './front-matter.ts'
import { readMarkdown } from './markdown.ts'
import { mendPhrases } from './mend-phrases.ts'
import { mendReferences } from './mend-references.ts'
import { mendUnclosed } from './mend-unclosed.ts'
import { repair } from './repair.ts'
import { wordsOf } from './words.ts'

export type { Draft, Mend } from './edit.ts'

/** A file as the case keeps it. */
export interface Imported {
  readonly text: string
  /** In the order of the file. */
  readonly mends: readonly Mend[]
  /** The text, for further mends. */
  readonly draft: Draft
  /** The title that front matter gave. */
  readonly title?: string
  /**
   * The source as Markdown, without front matter and with its bad links and lost characters mended:
   * what it says as words, the text says too.
   */
  readonly prepared: string
  /** Set where nothing less would do: some blocks, or all, show each sign as it was typed. */
  readonly literal?: 'some' | 'all'
}

/**
 * Mends a file. One that is MDX already, and can be read, stays as it is: so what was imported once
 * stays as it is too.
 *
 * @param file its name, which tells Markdown from MDX
 */
export function importText(given: string, file: string): Imported {
  const source = tidied(given)
  if (!/\.mdx$/i.test(file)) return importMarkdown(source)
  const draft = draftOf(source)
  if (reads(source)) return done(draft, source)
  const repaired = repair(draft, reads)
  return repaired ? done(repaired, repaired.text) : importMarkdown(source)
}

/** A text without what no editor shows: a byte order mark, zero bytes, half characters. */
function tidied(text: string): string {
  return text
    .replace(/^\uFEFF/, '')
    .replaceAll('\0', '\uFFFD')
    .replace(/\r(?!\n)/g, '\n')
    .toWellFormed()
}

function importMarkdown(source: string): Imported {
  const eol = source.includes('\r\n') ? '\r\n' : '\n'
  const front = readForeignFrontMatter(source, eol)
  const head = front?.text ?? ''
  const whole = draftOf(source)
  const cut = front ? edited(whole, [{ start: 0, end: front.end, text: '', quiet: true }]) : whole
  const prepared = mendUnclosed(mendPhrases(cut))
  const careful =
    mendCarefully(withReferences(prepared), eol, head) ?? mendCarefully(prepared, eol, head)
  const body = careful?.body ?? literally(prepared, eol)
  const made = edited(body, [{ start: 0, end: 0, text: head, quiet: true }])
  const mends = [...headMends(source.slice(0, front?.end ?? 0), head), ...made.mends]
  const isPartly = careful !== undefined && careful.literalBlocks > 0
  return {
    ...done({ ...made, mends }, prepared.text),
    ...(front?.title === undefined ? {} : { title: front.title }),
    ...(careful ? {} : { literal: 'all' as const }),
    ...(isPartly ? { literal: 'some' as const } : {}),
  }
}

function done(draft: Draft, prepared: string): Imported {
  const mends = inOrder(draft.mends)
  return { text: draft.text, mends, draft: { ...draft, mends }, prepared }
}

/** In the order of the file. */
export function inOrder(mends: readonly Mend[]): readonly Mend[] {
  return mends.toSorted((a, b) => a.line - b.line || a.column - b.column)
}

function literally(draft: Draft, eol: string): Draft {
  const note = 'the file is shown as it was typed, sign by sign: nothing less kept its words'
  const text = literal(draft.text, eol)
  return edited(draft, [{ start: 0, end: draft.text.length, text, note }])
}

/** With the addresses of references in their links, unless that would change how words are read. */
function withReferences(draft: Draft): Draft {
  const tree = readMarkdown(draft.text)
  const made = edited(draft, mendReferences(tree, draft.text))
  if (made === draft) return draft
  return wordsOf(readMarkdown(made.text)).join(' ') === wordsOf(tree).join(' ') ? made : draft
}

function headMends(found: string, made: string): readonly Mend[] {
  if (found === made) return []
  const note = 'front matter of another tool: what a case does not know is a comment now'
  return [{ line: 1, column: 1, found, made, note }]
}
