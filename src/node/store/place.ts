/** Where what is kept of a case lies: in its repository, never with our code. */
import { existsSync, rmSync, statSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve, sep } from 'node:path'
import { git } from '../git/git.ts'
import { caseRepository } from '../paths/case-folder.ts'
import { whyRefused } from '../run/disk.ts'
import { sayOnStderr } from '../run/progress.mjs'

const NAME = '.throughline'

const stores = new Map<string, Promise<string>>()

/**
 * The store of a case: the folder for what is kept of it, as an absolute path. It is the one that
 * THROUGHLINE_STORE names, or else `.throughline` in the repository of the case, which git ignores as a whole.
 *
 * What is kept is believed: a drawing goes into pages as it is. So nobody else may have written it. Where
 * git tracks any of it, or cannot say, it came with the repository, from whoever has a part in that: then
 * nothing of it is read, and this run keeps what it makes in a folder that goes with it. So it does
 * where nothing can be written.
 */
export function storeOf(caseFolder: string): Promise<string> {
  const named = process.env.THROUGHLINE_STORE
  const home = caseRepository(resolve(caseFolder))
  const key = named === undefined ? home : `named ${resolve(named)}`
  const store =
    stores.get(key) ?? (named === undefined ? makeStore(home) : writable(resolve(named)))
  stores.set(key, store)
  return store
}

async function makeStore(home: string): Promise<string> {
  const store = join(home, NAME)
  const fault = existsSync(store) ? await faultOf(home) : undefined
  if (fault !== undefined) return temporaryStore(`Nothing in ${store} is used, since ${fault}`)
  // Said below, where it matters.
  await hideFromGit(store).catch(() => undefined)
  return writable(store)
}

/** The store itself where it can be written; else one that goes with this run. */
async function writable(store: string): Promise<string> {
  const probe = join(store, `.probe-${process.pid}`)
  try {
    await mkdir(store, { recursive: true })
    // A disk that is full takes a file, but nothing into it.
    await writeFile(probe, 'x'.repeat(PROBE))
    return store
  } catch (error) {
    const why = whyRefused(error) ?? String(error)
    return await temporaryStore(
      `Nothing is kept in ${store}, since ${why}: the next run takes as long as this one. ` +
        'THROUGHLINE_STORE can name another folder for it',
    )
  } finally {
    await rm(probe, { force: true }).catch(() => undefined)
  }
}

/** Bytes: some drawings. */
const PROBE = 100_000

/** Sees to it that git ignores the `.throughline` in which a path lies, if it lies in one. */
export async function hideFromGit(path: string): Promise<void> {
  const parts = path.split(sep)
  const at = parts.lastIndexOf(NAME)
  if (at < 0) return
  const store = parts.slice(0, at + 1).join(sep)
  const ignored = join(store, '.gitignore')
  if (existsSync(ignored)) return
  await mkdir(store, { recursive: true })
  await writeFile(ignored, '*\n')
}

/** Why somebody else may have written what is in it, and how to mend that; undefined where nobody else has. */
async function faultOf(home: string): Promise<string | undefined> {
  if (!statSync(join(home, NAME)).isDirectory()) return 'it is no folder. Mend it: delete it'
  if (!existsSync(join(home, '.git'))) return undefined
  // Some disks take ".Throughline" for the same folder.
  const asked = ['ls-files', '-z', '--', `:(icase)${NAME}`] as const
  try {
    const tracked = await git(home, asked)
    if (tracked.length === 0) return undefined
    return `git tracks it. Mend it with: git rm -r --cached ${NAME}`
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return `nobody can say whether git tracks it (${why}). Mend that, and nothing has to be made twice`
  }
}

/** In place of one that cannot be used. @param why A sentence for people. */
async function temporaryStore(why: string): Promise<string> {
  sayOnStderr(why)
  const store = await mkdtemp(join(tmpdir(), 'throughline-store-'))
  process.once('exit', () => rmSync(store, { recursive: true, force: true }))
  return store
}
