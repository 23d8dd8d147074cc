/** Describes what an import recognised, what it mended, and what is left to do. */

import type {
  DocumentComment,
  DocumentPlace,
  TrackedChange,
} from '../../core/import/foreign/document.ts'
import type { Mend } from '../../core/import/index.ts'
import type { Assembled } from '../../core/model/assembled.ts'
import { formatDate } from '../../core/text/dates.ts'
import { listed } from '../../core/text/listed.ts'
import { amountOf } from '../../core/text/phrases.ts'
import { shown } from '../paths/index.ts'
import { commandLine } from '../report/command-line.ts'
import { summary } from '../report/index.ts'
import type { ImportedPicture } from './pictures.ts'

/** One file that was imported. */
export interface ImportedFile {
  /** Absolute. */
  readonly path: string
  /** Its name in the case. */
  readonly name: string
  readonly mends: readonly Mend[]
  /** What of it did not arrive, a sentence each. */
  readonly notTaken?: readonly string[]
  /** What was read otherwise than it was marked, a sentence each. */
  readonly readAs?: readonly string[]
  readonly comments?: readonly DocumentComment[]
  readonly changes?: readonly TrackedChange[]
}

interface ImportResult {
  /** Absolute path of the new case. */
  readonly folder: string
  readonly imported: readonly ImportedFile[]
  readonly pictures: readonly ImportedPicture[]
  readonly leftOut: readonly string[]
  readonly assembled: Assembled
  /** What was put beside its items of comments and tracked changes, ready to print. */
  readonly brought?: readonly string[]
}

/** The summary as lines to print. A part without entries is left out. */
export function describeImport({
  folder,
  imported,
  pictures,
  leftOut,
  assembled,
  brought = [],
}: ImportResult): string {
  const renamed = imported.filter(({ path, name }) => baseOf(path) !== baseOf(name))
  const mends = imported.flatMap((file) => file.mends.map((mend) => lineOf(file, mend)))
  const dir = shown(folder)
  const parts = [
    part('Left out:', leftOut),
    part(
      'Named anew:',
      renamed.map(({ path, name }) => `${shown(path)} → ${name}`),
    ),
    part(
      'Not taken:',
      told(imported, ({ notTaken }) => notTaken),
    ),
    part(
      'Read as:',
      told(imported, ({ readAs }) => readAs),
    ),
    brought,
    part(
      'Comments, which are not in the case (--comments puts each beside its item):',
      brought.length > 0 ? [] : told(imported, ({ comments }) => comments?.map(commentLine)),
    ),
    part(
      'Changes that are tracked, taken as if they were accepted:',
      told(imported, ({ changes }) => changes?.map(changeLine)),
    ),
    part(`Mended (${mends.length}):`, mends),
    part(
      'Pictures:',
      pictures.map(({ name, bytes }) => `${name}, ${sizeOf(bytes.length)}`),
    ),
    [`Recognised: ${recognised(assembled)}.`],
    [
      `Imported ${amountOf(imported.length, 'file')} into ${dir}. ${remaining(assembled)}`,
      `All findings: ${commandLine('check', folder)}`,
      `Next, see it while you write: ${commandLine('dev', folder)}`,
    ],
  ]
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')
}

function part(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [title, ...lines]
}

/** `"Is it so?" on "12 people" in "Why now" (A. Person, 3 March 2020)` */
export function commentLine(comment: DocumentComment): string {
  const on = comment.quoted === undefined ? '' : ` on "${clipped(comment.quoted)}"`
  return `"${clipped(comment.words)}"${on}${whereAndWho(comment)}`
}

/** `put in "Is it so" in "Why now" (A. Person, 3 March 2020)` */
export function changeLine(change: TrackedChange): string {
  const what = change.sort === 'inserted' ? 'put in' : 'took out'
  return `${what} "${clipped(change.words)}"${whereAndWho(change)}`
}

function whereAndWho({
  block,
  headings,
  by,
  on,
  isDone,
}: DocumentPlace & Partial<DocumentComment>): string {
  const place = headings.at(-1) ?? block
  const day = on === undefined ? undefined : formatDate(on)
  const who = [by, day, isDone ? 'done' : undefined].filter((each) => each !== undefined)
  return `${place === '' ? '' : ` in "${clipped(place)}"`}${who.length === 0 ? '' : ` (${who.join(', ')})`}`
}

/** Sentences, each behind the path of its file. */
function told(
  imported: readonly ImportedFile[],
  of: (file: ImportedFile) => readonly string[] | undefined,
): readonly string[] {
  return imported.flatMap((file) =>
    (of(file) ?? []).map((words) => `${shown(file.path)}: ${words}`),
  )
}

/** `12 decisions, 3 evidence, 9 citations, 2 gaps`. */
function recognised({ graph }: Assembled): string {
  const { items, gaps } = graph.case
  const byKind = [...graph.kinds].flatMap(([kind, { label, plural }]) => {
    const number = items.filter((item) => item.kind === kind).length
    return number === 0 ? [] : [`${number} ${(number === 1 ? label : plural).toLowerCase()}`]
  })
  const others = [amountOf(graph.cited.size, 'citation'), amountOf(gaps.length, 'gap')]
  return [...byKind, ...others].join(', ')
}

function remaining({ findings, unreadable }: Assembled): string {
  const rest = findings.length === 0 ? 'No findings remain.' : summary(findings)
  const broken = findings.filter(({ severity }) => severity === 'error')
  const files = listed(new Set(broken.map(({ place }) => place.file)))
  return unreadable ? `${rest} It cannot be built before the errors in ${files} are mended.` : rest
}

/** `notes/a.md:3:5 <b> → **`, with the note where there is one. */
function lineOf({ path }: ImportedFile, { line, column, found, made, note }: Mend): string {
  const to = made.trim() === '' ? 'nothing' : clipped(made)
  const what = found === '' ? `added ${clipped(made)}` : `${clipped(found)} → ${to}`
  return `${shown(path)}:${line}:${column} ${what}${note ? ` (${note})` : ''}`
}

/** The most characters shown of the text before, and of the text after. */
const MOST_SHOWN = 60

function clipped(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  const characters = [...line]
  return characters.length <= MOST_SHOWN ? line : `${characters.slice(0, MOST_SHOWN).join('')}…`
}

/** `12 kB`; at least 1. */
function sizeOf(bytes: number): string {
  return bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1000))} kB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`
}

function baseOf(path: string): string {
  const name = path.split(/[\\/]/).at(-1) ?? ''
  return name.replace(/\.[^.]*$/, '')
}
