/** Replaces an output folder whole or not at all. */

import { randomUUID } from 'node:crypto'
import { existsSync, realpathSync, renameSync, rmSync } from 'node:fs'
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join, relative } from 'node:path'
import { hideFromGit } from '../git/hide.ts'
import { filesIn } from '../paths/files.ts'
import { shown } from '../paths/index.ts'
import { whyRefused } from '../run/disk.ts'
import { onInterrupt } from '../run/interrupt.ts'
import { UsageError } from '../run/usage-error.ts'
import { writeAtomically } from '../store/atomic-write.ts'
import { lockOutput } from './output-lock.ts'

/** The file that names, below its first line, all files that were made here: they alone may go. */
export const MARKER = '.throughline'

/** What systems put beside files that somebody looked at. */
const OF_SYSTEMS = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini'])

/**
 * Fills a new folder beside `out` and puts it in its place. When `fill` throws, or the process is
 * told to stop, the new folder goes and `out` stays as it was.
 * @param out Absolute path; need not exist.
 * @returns What `fill` returns.
 * @throws UsageError when `out` is a file, cannot be made, holds what was not made here, or is being
 * filled by another build.
 */
export async function replaceFolder<T>(
  out: string,
  fill: (folder: string) => Promise<T>,
): Promise<T> {
  const target = existsSync(out) ? realpathSync(out) : out
  const fresh = beside(target, 'building')
  const unlock = await refuseUnwritable(out, async () => {
    await hideFromGit(target)
    await mkdir(dirname(target), { recursive: true })
    return lockOutput(target)
  })
  const remove = () => removeIfPossible(fresh)
  const stopListening = onInterrupt(remove)
  try {
    await refuseUnwritable(out, async () => {
      await repairLeftovers(target)
      await refuseForeign(target)
      await mkdir(fresh)
    })
    const result = await fill(fresh)
    await writeFile(join(fresh, MARKER), listOf(await filesIn(fresh)))
    await refuseForeign(target)
    swap(fresh, target)
    return result
  } finally {
    remove()
    stopListening()
    unlock()
  }
}

/**
 * Counts a file that was written into an output later among those that were made here, so that the next
 * build may replace it. In a folder of somebody else's it stays as foreign as the others.
 * @param path Absolute, within `out`.
 */
export async function addMade(out: string, path: string): Promise<void> {
  const own = relative(out, path).replaceAll('\\', '/')
  const marker = join(out, MARKER)
  const isOurs = existsSync(marker) || (await filesIn(out)).every((file) => file === own)
  if (isOurs) await writeAtomically(marker, listOf(new Set([...(await listed(marker)), own])))
}

function listOf(made: Iterable<string>): string {
  return `${['Made by Throughline, which replaces these files:', ...made].join('\n')}\n`
}

/** Throws UsageError unless `out` is absent, or holds nothing but files that were made here. */
async function refuseForeign(out: string): Promise<void> {
  if (!existsSync(out)) return
  if (!(await stat(out)).isDirectory())
    throw new UsageError(`Unexpected file at --out ${shown(out)}; expected a folder.`)
  if ((await stat(out)).dev !== (await stat(dirname(out))).dev) refuseDisk(out)
  const made = new Set([MARKER, ...(await listed(join(out, MARKER)))])
  const [foreign, ...others] = (await filesIn(out)).filter(
    (path) => !made.has(path) && !OF_SYSTEMS.has(basename(path)),
  )
  if (foreign === undefined) return
  const more = others.length === 0 ? '' : ` and ${others.length} more`
  throw new UsageError(
    `Unexpected files in --out ${shown(out)} that were not made here: ${foreign}${more}; ` +
      'they would be lost. Expected an empty or a new folder: name another one, or move them away.',
  )
}

/** The paths that a marker names; none where it is no file, or there is none. */
async function listed(marker: string): Promise<string[]> {
  try {
    return (await readFile(marker, 'utf8')).split('\n').slice(1).filter(Boolean)
  } catch {
    return []
  }
}

/** What a disk is mounted on cannot be replaced, only what lies in it. */
function refuseDisk(out: string): never {
  throw new UsageError(
    `Unexpected --out ${shown(out)} that is a disk of its own, which cannot be replaced; ` +
      `expected a folder in it, such as ${shown(join(out, 'site'))}.`,
  )
}

/** Turns an error of the system into one line about the option. */
async function refuseUnwritable<T>(out: string, prepare: () => Promise<T>): Promise<T> {
  try {
    return await prepare()
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    throw new UsageError(
      `Unexpected --out ${shown(out)} that cannot be made, since ${whyRefused(error) ?? error.code}; expected a folder that you can write.`,
    )
  }
}

/** @throws UsageError where the system does not let anybody replace it; then the old one is there. */
function swap(fresh: string, out: string): void {
  try {
    putInPlace(fresh, out)
  } catch (error) {
    const { code } = Object(error) as NodeJS.ErrnoException
    if (code === 'EBUSY' || code === 'EXDEV') refuseDisk(out)
    const why = whyRefused(error)
    if (why === undefined) throw error
    throw new UsageError(
      `Cannot replace --out ${shown(out)}, since ${why}; it is as it was. Expected a folder of your own.`,
    )
  }
}

/** Synchronous, so that no signal is heard between the two renames. */
function putInPlace(fresh: string, out: string): void {
  if (!existsSync(out)) {
    renameSync(fresh, out)
    return
  }
  const old = beside(out, 'before')
  renameSync(out, old)
  try {
    renameSync(fresh, out)
  } catch (error) {
    renameSync(old, out)
    throw error
  }
  removeIfPossible(old)
}

/** What another one owns stays: the next build tries again. */
function removeIfPossible(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true })
  } catch {
    // The new output is in its place.
  }
}

/** After a run that was killed: puts the old output back if `out` is gone, and removes the rest. */
async function repairLeftovers(out: string): Promise<void> {
  for (const name of await readdir(dirname(out))) {
    const [, what] = leftover(out).exec(name) ?? []
    const path = join(dirname(out), name)
    if (what === undefined) continue
    if (what === 'before' && !existsSync(out)) renameSync(path, out)
    else removeIfPossible(path)
  }
}

function beside(out: string, what: 'building' | 'before'): string {
  return join(dirname(out), `.${basename(out)}.${what}-${randomUUID().slice(0, 8)}`)
}

function leftover(out: string): RegExp {
  return new RegExp(`^\\.${RegExp.escape(basename(out))}\\.(building|before)-[\\da-f-]+$`)
}
