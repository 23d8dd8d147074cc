/** Writes the imported files: all of them or none. */

import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { isWithin, realPath, shown } from '../paths/index.ts'
import { onInterrupt } from '../run/interrupt.ts'
import { UsageError } from '../run/usage-error.ts'

/** A file of the new case. */
export interface NewFile {
  /** With forward slashes. */
  readonly name: string
  readonly content: string | Uint8Array
}

/**
 * Refuses an unsafe target.
 *
 * @param target absolute path
 * @param sources absolute paths of the named files and folders
 * @throws UsageError where the target is a file, or lies inside a source, or is a folder that is
 *   not empty (unless `isForced`)
 */
export async function refuseTarget(
  target: string,
  sources: readonly string[],
  isForced: boolean,
): Promise<void> {
  const real = realPath(target)
  for (const source of sources) {
    const from = realPath(source)
    const isFolder = existsSync(from) && statSync(from).isDirectory()
    if (isFolder && isWithin(real, from))
      throw new UsageError(
        `--to ${shown(target)} lies inside ${shown(source)}; expected a folder outside of it.`,
      )
  }
  if (!existsSync(target)) return
  if (!statSync(target).isDirectory())
    throw new UsageError(`Unexpected file at --to ${shown(target)}; expected a folder.`)
  if (isForced || (await readdir(target)).length === 0) return
  throw new UsageError(
    `Unexpected files in --to ${shown(target)}; expected a new or an empty folder. ` +
      'To write over files of the same name: --force',
  )
}

/**
 * Writes the files into a new folder beside the target, then moves them all into the target. Other
 * files in the target stay.
 *
 * @throws UsageError where the target can't be made
 */
export async function writeFiles(target: string, files: readonly NewFile[]): Promise<void> {
  const [fresh, old] = [beside(target, 'importing'), beside(target, 'before')]
  const remove = (): void => {
    for (const folder of [fresh, old]) rmSync(folder, { recursive: true, force: true })
  }
  const stopListening = onInterrupt(remove)
  try {
    await refuseUnwritable(target, () => mkdir(fresh, { recursive: true }))
    for (const { name, content } of files) {
      await mkdir(dirname(join(fresh, name)), { recursive: true })
      await writeFile(join(fresh, name), content)
    }
    if (existsSync(target)) moveAll(files, { fresh, target, old })
    else renameSync(fresh, target)
  } finally {
    remove()
    stopListening()
  }
}

/** Turns an error of the file system into one line about the option. */
async function refuseUnwritable(target: string, prepare: () => Promise<unknown>): Promise<void> {
  try {
    await prepare()
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    throw new UsageError(
      `Unexpected --to ${shown(target)} that cannot be made (${error.code}); expected a folder.`,
    )
  }
}

/** Synchronous, so that no signal interrupts it. If one move fails, all are undone. */
function moveAll(
  files: readonly NewFile[],
  { fresh, target, old }: { fresh: string; target: string; old: string },
): void {
  const undo: (() => void)[] = []
  const move = (from: string, to: string): void => {
    renameSync(from, to)
    undo.unshift(() => renameSync(to, from))
  }
  try {
    for (const { name } of files) {
      const to = join(target, name)
      mkdirSync(dirname(to), { recursive: true })
      mkdirSync(dirname(join(old, name)), { recursive: true })
      if (existsSync(to)) move(to, join(old, name))
      move(join(fresh, name), to)
    }
  } catch (error) {
    for (const back of undo) back()
    throw error
  }
}

function beside(target: string, what: string): string {
  return join(dirname(target), `.${basename(target)}.${what}-${process.pid}`)
}
