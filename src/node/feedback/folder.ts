/** Where answers lie in a case, and how they are taken one after another. Loads nothing that reads them. */

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { isWithin, realPath, shown } from '../paths/index.ts'
import { refusal } from '../run/disk.ts'
import { UsageError } from '../run/usage-error.ts'

/** Where answers lie in a case. */
export const FEEDBACK = 'feedback'

/**
 * The file of a case that takes what comes from one source: YAML, that a team edits by hand. One that
 * was JSON goes on as it is.
 *
 * @param source as a file may be called: `2026-11-30-room`
 */
export function fileOf(source: string, folder: string): string {
  const older = `${FEEDBACK}/${source}.json`
  return existsSync(join(folder, older)) ? older : `${FEEDBACK}/${source}.yaml`
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
