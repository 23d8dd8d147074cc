/** The files of `feedback/` in a case, as they are: whatever somebody wrote into them stays. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { isWithin, realPath, shown } from '../paths/index.ts'
import { type FileFault, readCaseFile } from '../read/case-file.ts'
import { refusal } from '../run/disk.ts'
import { UsageError } from '../run/usage-error.ts'

/** Where answers lie in a case. */
export const FEEDBACK = 'feedback'

const entry = z.looseObject({
  id: z.string().optional(),
  title: z.string(),
  body: z.string().nullish(),
})

/** An entry of a file. */
export type FeedbackEntry = z.infer<typeof entry>

const known = z.array(entry)

/**
 * What the files have, by their names in the case; nothing where there are none.
 * @throws UsageError where one is no list of answers, or lies elsewhere
 */
export function feedbackIn(folder: string): ReadonlyMap<string, readonly FeedbackEntry[]> {
  const inside = join(folder, FEEDBACK)
  if (!isThere(folder)) return new Map()
  const names = readdirSync(inside).filter((name) => name.endsWith('.json'))
  return new Map(
    names
      .map((name) => `${FEEDBACK}/${name}`)
      .map((file) => [file, entriesOf(folder, file)] as const),
  )
}

/**
 * Whether a case has such a folder.
 * @throws UsageError where it lies elsewhere
 */
export function isThere(folder: string): boolean {
  const inside = join(folder, FEEDBACK)
  if (!existsSync(inside)) return false
  if (!isWithin(realPath(inside), realPath(folder)))
    throw new UsageError(`${shown(inside)} leads out of the case; expected a folder in it.`)
  return true
}

/** The day here, as people name it and files of it are called: `2026-11-30`. */
export function localDay(now: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

/** The number of the last id, `F12` → 12; 0 where there is none. */
export function lastNumberIn(files: ReadonlyMap<string, readonly FeedbackEntry[]>): number {
  const numbers = [...files.values()]
    .flat()
    .map(({ id }) => Number(/^F(\d+)$/.exec(id ?? '')?.[1] ?? 0))
  return Math.max(0, ...numbers)
}

/** A file as it is written. */
export function feedbackText(entries: readonly object[]): string {
  return `${JSON.stringify(entries, null, 2)}\n`
}

/**
 * Takes one text after another, since each writes a whole file; one that failed does not stop the next.
 *
 * @param say is told why something cannot be kept, each reason once: the page hears only that it is not
 */
export function inTurn<Done>(
  take: (text: string) => Promise<Done>,
  say: (words: string) => void,
): (text: string) => Promise<Done> {
  const said = new Set<string>()
  const tell = (error: unknown): void => {
    const why =
      error instanceof UsageError
        ? error.message
        : (refusal(error) ?? `This is a fault of Throughline: ${error}`)
    if (!said.has(why)) say(`What is asked or drawn cannot be kept. ${why}`)
    said.add(why)
  }
  let last: Promise<unknown> = Promise.resolve()
  return (text) => {
    const next = last.then(() => take(text))
    last = next.catch(tell)
    return next
  }
}

function entriesOf(folder: string, file: string): readonly FeedbackEntry[] {
  const found = readCaseFile(folder, file)
  const path = shown(join(folder, file))
  if ('fault' in found)
    throw new UsageError(`${path} ${UNREAD[found.fault]}. Mend that, then try again.`)
  try {
    return known.parse(JSON.parse(found.bytes.toString('utf8')))
  } catch {
    throw new UsageError(
      `Unexpected ${path}; expected a list of answers or questions. Move it elsewhere, then try again.`,
    )
  }
}

const UNREAD: Readonly<Record<FileFault, string>> = {
  absent: 'has gone',
  dangling: 'is a link that leads nowhere',
  outside: 'leads out of the case',
  special: 'is no file',
  large: 'is too large to be read',
  refused: 'may not be read by you',
}
