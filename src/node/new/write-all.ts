/** Writes several files, or none of them. */

import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { shown } from '../paths/index.ts'
import { UsageError } from '../run/usage-error.ts'
import { writeAtomically } from '../store/atomic-write.ts'

/** A file that is to be written whole. */
export interface Draft {
  /** Absolute. */
  readonly path: string
  readonly content: string | Uint8Array
}

/**
 * Writes them in this order, with the folders that they need. Where one fails, those before it are as
 * they were.
 *
 * @throws UsageError where one cannot be written
 */
export async function writeAll(drafts: readonly Draft[]): Promise<void> {
  const undo: (() => Promise<void>)[] = []
  for (const draft of drafts) {
    try {
      await write(draft, undo)
    } catch (error) {
      for (const step of undo.reverse()) await step()
      throw new UsageError(
        `Unexpected ${shown(draft.path)} that cannot be written (${(error as NodeJS.ErrnoException).code}), expected a place where it can. Nothing was written.`,
      )
    }
  }
}

async function write({ path, content }: Draft, undo: (() => Promise<void>)[]): Promise<void> {
  const made = await mkdir(dirname(path), { recursive: true })
  if (made !== undefined) undo.push(() => rm(made, { recursive: true }))
  const old = await readIfThere(path)
  await writeAtomically(path, content)
  undo.push(() => (old === undefined ? rm(path) : writeFile(path, old)))
}

/** The bytes of a file; undefined where there is none. */
export async function readIfThere(path: string): Promise<Buffer | undefined> {
  return readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined
    throw error
  })
}
