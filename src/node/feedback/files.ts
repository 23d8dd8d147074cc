/** The files of `feedback/` in a case, as they are: whatever somebody wrote into them stays. */

import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { isFeedback } from '../../core/feedback/file-name.ts'
import { readYamlEntries, writeYamlEntries } from '../../core/feedback/yaml-entries.ts'
import { shown } from '../paths/index.ts'
import { type FileFault, readCaseFile } from '../read/case-file.ts'
import { UsageError } from '../run/usage-error.ts'
import { FEEDBACK, isThere } from './folder.ts'

const entry = z.looseObject({
  id: z.string().optional(),
  title: z.string(),
  body: z.string().nullish(),
})

/** An entry of a file. */
export type FeedbackEntry = z.infer<typeof entry>

const entries = z.array(entry)

/** An entry as it is to be written. */
type WrittenEntry = FeedbackEntry | Readonly<Record<'title', string>>

/** A file of `feedback/`, as it was read or is to be written. */
export interface FeedbackFile {
  readonly text: string
  readonly entries: readonly FeedbackEntry[]
}

/**
 * What the files have, by their names in the case; nothing where there are none.
 * @throws UsageError where one is no list of answers, or lies elsewhere
 */
export function feedbackIn(folder: string): ReadonlyMap<string, FeedbackFile> {
  const inside = join(folder, FEEDBACK)
  if (!isThere(folder)) return new Map()
  const files = readdirSync(inside).map((name) => `${FEEDBACK}/${name}`)
  return new Map(files.filter(isFeedback).map((file) => [file, readFile(folder, file)] as const))
}

/** The number of the last id, `F12` → 12; 0 where there is none. */
export function lastNumberIn(files: ReadonlyMap<string, FeedbackFile>): number {
  const numbers = [...files.values()]
    .flatMap((file) => file.entries)
    .map(({ id }) => Number(/^F(\d+)$/.exec(id ?? '')?.[1] ?? 0))
  return Math.max(0, ...numbers)
}

/** A file with these entries: first those that it had, in their order, as they are now. */
export function withEntries(
  file: string,
  there: FeedbackFile | undefined,
  now: readonly WrittenEntry[],
): FeedbackFile {
  const text = file.endsWith('.json')
    ? `${JSON.stringify(now, null, 2)}\n`
    : writeYamlEntries(there?.text ?? '', there?.entries ?? [], now)
  const written = { text, entries: entries.parse(now) }
  lastOf.set(file, written)
  return written
}

/** By its name: a long file is read at each question, and was mostly written by us. */
const lastOf = new Map<string, FeedbackFile>()

function readFile(folder: string, file: string): FeedbackFile {
  const found = readCaseFile(folder, file)
  const path = shown(join(folder, file))
  if ('fault' in found)
    throw new UsageError(`${path} ${UNREAD[found.fault]}. Mend that, then try again.`)
  const text = found.bytes.toString('utf8')
  const last = lastOf.get(file)
  if (last?.text === text) return last
  try {
    const read = { text, entries: entries.parse(valueIn(text, file)) }
    lastOf.set(file, read)
    return read
  } catch {
    throw new UsageError(
      `Unexpected ${path}; expected a list of answers or questions. Move it elsewhere, then try again.`,
    )
  }
}

function valueIn(text: string, file: string): unknown {
  if (file.endsWith('.json')) return JSON.parse(text)
  const read = readYamlEntries(text)
  return 'value' in read ? read.value : undefined
}

const UNREAD: Readonly<Record<FileFault, string>> = {
  absent: 'has gone',
  dangling: 'is a link that leads nowhere',
  outside: 'leads out of the case',
  special: 'is no file',
  large: 'is too large to be read',
  refused: 'may not be read by you',
}
