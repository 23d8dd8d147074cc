/** Where what is kept lies: with the user, never with a case, which may be a stranger's. */
import { rmSync } from 'node:fs'
import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { isAbsolute, join, relative, resolve, sep } from 'node:path'
import { git } from '../git/git.ts'
import { hideFromGit } from '../git/hide.ts'
import { enclosingRepository } from '../paths/case-folder.ts'
import { isWithin, realPath } from '../paths/index.ts'
import { whyRefused } from '../run/disk.ts'
import { writeOnStderr } from '../run/progress.mjs'

const stores = new Map<string, Promise<string>>()

/**
 * The store for a case: the folder for what is kept, as an absolute path. It is the one that
 * THROUGHLINE_STORE names, or else the user's own, which serves all cases.
 *
 * What is kept is believed: a drawing goes into pages as it is. So nobody else may have written it. Where
 * others may, or git tracks any of it in the repository of the case, nothing of it is read, and this
 * run keeps what it makes in a folder that goes with it. So it does where nothing can be written.
 */
export function storeOf(caseFolder: string): Promise<string> {
  const named = process.env.THROUGHLINE_STORE
  const folder = named === undefined ? usersStore() : resolve(named)
  const top = named === undefined ? undefined : enclosingRepository(resolve(caseFolder))
  const key = [folder, top].join('\n')
  const faultOf = async (store: string) =>
    named === undefined ? ownerFault(store) : top && gitFault(store, top)
  const store = stores.get(key) ?? makeStore(folder, faultOf)
  stores.set(key, store)
  return store
}

/** Where the programs of a user keep such things; undefined for one without a home. */
function usersStore(): string | undefined {
  const { LOCALAPPDATA, XDG_CACHE_HOME } = process.env
  // By the XDG base directories, a relative one counts as not said.
  const said = process.platform === 'win32' ? LOCALAPPDATA : XDG_CACHE_HOME
  const folder = isAbsolute(said ?? '') ? said : usualIn(homedir)
  return folder && join(folder, 'throughline')
}

function usualIn(home: () => string): string | undefined {
  const usual: Readonly<Partial<Record<string, string>>> = {
    darwin: 'Library/Caches',
    win32: 'AppData/Local',
  }
  try {
    const folder = home()
    return isAbsolute(folder) ? join(folder, usual[process.platform] ?? '.cache') : undefined
  } catch {
    return undefined // A number that is no user of this machine.
  }
}

/** @param faultOf says why somebody else may have written what is in it, and how to mend that */
async function makeStore(
  store: string | undefined,
  faultOf: (store: string) => Promise<string | undefined>,
): Promise<string> {
  if (store === undefined) return temporaryStore(`Nothing is kept, since you have no home: ${NEXT}`)
  const fault = await faultOf(store)
  if (fault) return temporaryStore(`Nothing in ${store} is used, since ${fault}`)
  // Said below, where it matters.
  await hideFromGit(store).catch(() => undefined)
  return writable(store)
}

const NEXT =
  'the next run takes as long as this one. THROUGHLINE_STORE can name another folder for it'

/** The store itself where it can be written; else one that goes with this run. */
async function writable(store: string): Promise<string> {
  const probe = join(store, `.probe-${process.pid}`)
  try {
    await mkdir(store, { recursive: true, mode: 0o700 })
    // A disk that is full takes a file, but nothing into it.
    await writeFile(probe, 'x'.repeat(PROBE))
    return store
  } catch (error) {
    const why = whyRefused(error) ?? String(error)
    return await temporaryStore(`Nothing is kept in ${store}, since ${why}: ${NEXT}`)
  } finally {
    await rm(probe, { force: true }).catch(() => undefined)
  }
}

/** Bytes: some drawings. */
const PROBE = 100_000

async function ownerFault(store: string): Promise<string | undefined> {
  const about = await stat(store).catch(() => undefined)
  const user = process.geteuid?.()
  if (!about || user === undefined) return undefined
  if (about.uid !== user) return 'it belongs to another user. Mend it: delete it'
  const isShared = (about.mode & 0o022) > 0
  return isShared ? `others may write there. Mend it with: chmod go-w "${store}"` : undefined
}

/** @param top of the repository of the case */
async function gitFault(store: string, top: string): Promise<string | undefined> {
  const ways = [[store, top] as const, [realPath(store), realPath(top)] as const]
  for (const [path, folder] of ways) {
    if (!isWithin(path, folder)) continue
    const name = relative(folder, path).replaceAll(sep, '/')
    try {
      // Some disks take ".Throughline" for the same folder.
      const tracked = await git(folder, ['ls-files', '-z', '--', `:(icase,literal)${name}`])
      if (tracked.length > 0) return `git tracks it. Mend it with: git rm -r --cached ${name}`
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      return `nobody can say whether git tracks it (${why}). Mend that, and nothing has to be made twice`
    }
  }
  return undefined
}

/** In place of one that cannot be used. @param why A sentence for people. */
async function temporaryStore(why: string): Promise<string> {
  writeOnStderr(why)
  const store = await mkdtemp(join(tmpdir(), 'throughline-store-'))
  process.once('exit', () => rmSync(store, { recursive: true, force: true }))
  return store
}
