/** Puts comments and tracked changes of documents into `feedback/` of a case, a file for each document. */

import { basename, extname, join } from 'node:path'
import { type Remark, type RemarkEntry, remarksOf } from '../../core/feedback/remarks.ts'
import { subjectFinder } from '../../core/feedback/subject.ts'
import type { Assembled } from '../../core/model/assembled.ts'
import { bookmarksOf } from '../export/narrative/bookmarks.ts'
import { type FeedbackEntry, feedbackIn, lastNumberIn, withEntries } from '../feedback/files.ts'
import { fileOf } from '../feedback/folder.ts'
import { shown } from '../paths/index.ts'
import { readCase } from '../read/read-case.ts'
import { commandLine } from '../report/command-line.ts'
import type { FoundInputs } from './find-inputs.ts'
import { readDocuments } from './import-files.ts'
import { safeName } from './names.ts'
import { changeLine, commentLine, type ImportedFile } from './summary.ts'
import { type NewFile, writeFiles } from './write-files.ts'

/** What is written of remarks, and what is told of them. */
interface BroughtComments {
  readonly files: readonly NewFile[]
  /** Ready to print; empty where there are none. */
  readonly lines: readonly string[]
}

/**
 * Brings the remarks of documents into a case, whose words stay as they are.
 *
 * @param folder the case
 * @returns what is to be printed
 * @throws UsageError where a file of feedback that is there is none; then nothing was written
 */
export async function bringComments(found: FoundInputs, folder: string): Promise<string> {
  const { documents, leftOut } = await readDocuments(found)
  const read = await readCase(folder, 'internal')
  const { files, lines } = commentFiles(documents, read, folder)
  const left = leftOut.length === 0 ? [] : ['Left out:', ...leftOut, '']
  if (lines.length === 0) {
    const where = documents.map(({ path }) => shown(path)).join(', ')
    return [...left, `No comments and no tracked changes in ${where}.`].join('\n')
  }
  await writeFiles(folder, files)
  return [...left, ...lines].join('\n')
}

/**
 * The files of feedback for some documents. What a file has already stays in it, and a remark that it
 * has is not put there again.
 *
 * @param folder the case, which may not be there yet
 * @throws UsageError where a file that is there is no feedback, or lies elsewhere
 */
export function commentFiles(
  documents: readonly ImportedFile[],
  assembled: Assembled,
  folder: string,
): BroughtComments {
  const there = feedbackIn(folder)
  let last = lastNumberIn(there)
  const { items, sections } = assembled.graph.case
  const bookmarks = bookmarksOf([...sections, ...items].map(({ key }) => key))
  const find = subjectFinder(assembled, bookmarks)
  const made = new Map<string, readonly (FeedbackEntry | RemarkEntry)[]>()
  const lines: string[] = []
  for (const document of documents) {
    const source = basename(document.path)
    const remarks = remarksOf(document, source, find)
    if (remarks.length === 0) continue
    const told = [
      ...(document.comments ?? []).map(commentLine),
      ...(document.changes ?? []).map(changeLine),
    ]
    const name = fileOf(safeName(basename(source, extname(source))), folder)
    const before = made.get(name) ?? there.get(name)?.entries ?? []
    const fresh: RemarkEntry[] = []
    for (const [index, { about, ...remark }] of remarks.entries()) {
      if ([...before, ...fresh].some((each) => isSame(each, remark))) continue
      last += 1
      const id = `F${last}`
      fresh.push({ id, ...remark })
      lines.push(`${id}, about ${about ?? 'nothing that the case has'}: ${told[index]}`)
    }
    made.set(name, [...before, ...fresh])
    const known = remarks.length - fresh.length
    if (known > 0)
      lines.push(`${shown(document.path)}: ${known} ${known === 1 ? 'was' : 'were'} there already`)
  }
  if (made.size === 0) return { files: [], lines: [] }
  const paths = [...made.keys()].map((name) => shown(join(folder, name)))
  return {
    files: [...made].map(([name, entries]) => ({
      name,
      content: withEntries(name, there.get(name), entries).text,
    })),
    lines: [
      `Beside their items, in ${paths.join(', ')}:`,
      ...lines,
      `They are for the team: ${commandLine('dev --audience internal', folder)}`,
      'To show one to everybody, take out its line "confidential". To answer one, write "closed" as its state.',
    ],
  }
}

function isSame(one: Pick<FeedbackEntry, 'title' | 'body'>, other: Omit<Remark, 'about'>): boolean {
  return one.title === other.title && one.body === other.body
}
