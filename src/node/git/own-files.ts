/**
 * Whether all that git would read is the repository's own: plain files in its folder. A link may lead to
 * somebody else's words, and from a pipe git would read for ever.
 */
import type { Dirent } from 'node:fs'
import { lstat, readdir, readFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'

/** What git reads of its folder, for what we ask; not the hooks and sockets of other programs. */
const READ = new Set([
  ...['HEAD', 'config', 'config.worktree', 'packed-refs', 'shallow', 'index', 'commondir'],
  ...['gitdir', 'info', 'objects', 'refs', 'reftable'],
])
// Matches what git reads of the folders of a working tree.
const RE_READ = /^\.git(?:ignore|attributes|modules)$/

/**
 * What git would read and is not the repository's own, in a sentence; `undefined` where there is none,
 * or no repository.
 *
 * @param folder in which git is to be asked
 */
export async function foreignFile(folder: string): Promise<string | undefined> {
  const homes = await repositoryHomes(folder)
  if (homes === undefined) return 'its .git leads to another repository'
  for (const home of homes) {
    const other = await otherIn(home)
    if (other !== undefined) return other
  }
  return undefined
}

/**
 * The folders in which the repository around a folder keeps what it knows: that of the working tree, and
 * that of all of its trees. `[]` without a repository; undefined where a link or a device stands for it.
 */
export async function repositoryHomes(folder: string): Promise<readonly string[] | undefined> {
  const entry = join((await foldersTo(folder)).at(-1) ?? '', '.git')
  const found = await lstat(entry).catch(() => undefined)
  if (!found) return []
  return found.isDirectory() || found.isFile() ? homesOf(entry, found.isFile()) : undefined
}

/** The first pipe, socket or device among what says what git leaves out, in a folder and those around it. */
export async function specialFile(folder: string): Promise<string | undefined> {
  for (const around of (await foldersTo(folder)).slice(1)) {
    const special = (await entriesOf(around)).find(isSpecial)
    if (special) return special.name
  }
  return specialIn(folder)
}

/** A folder and those around it, up to the one that has a `.git`; without one, up to the first of all. */
async function foldersTo(folder: string): Promise<readonly string[]> {
  const all = [resolve(folder)]
  for (;;) {
    const at = all.at(-1) ?? ''
    const found = await lstat(join(at, '.git')).catch(() => undefined)
    if (found || dirname(at) === at) return all
    all.push(dirname(at))
  }
}

async function specialIn(folder: string): Promise<string | undefined> {
  for (const entry of await entriesOf(folder)) {
    if (isSpecial(entry)) return entry.name
    if (!entry.isDirectory() || entry.name === UNREAD) continue
    const path = join(folder, entry.name)
    const special = entry.name === '.git' ? await specialInGit(path) : await specialIn(path)
    if (special !== undefined) return special
  }
  return undefined
}

/** Git asks the repository in a folder of a case what it is. */
async function specialInGit(home: string): Promise<string | undefined> {
  const special = (await entriesOf(home)).find((entry) => READ.has(entry.name) && isNoFile(entry))
  return special && `.git/${special.name}`
}

/** The folder of packages, in which nobody writes a case: git is told to leave it out. */
export const UNREAD = 'node_modules'

function isSpecial(entry: Dirent): boolean {
  return RE_READ.test(entry.name) && isNoFile(entry)
}

/** A pipe, socket or device. Git itself reads no such link. */
function isNoFile(entry: Dirent): boolean {
  return !entry.isFile() && !entry.isDirectory() && !entry.isSymbolicLink()
}

async function homesOf(entry: string, isFile: boolean): Promise<readonly string[]> {
  const named = isFile ? await pathIn(entry, /^gitdir: (.+)$/m) : entry
  if (named === undefined) return []
  const shared = await pathIn(join(named, 'commondir'), /^(.+)$/m)
  return shared === undefined ? [named] : [named, shared]
}

async function pathIn(file: string, pattern: RegExp): Promise<string | undefined> {
  const found = await lstat(file).catch(() => undefined)
  if (!found?.isFile()) return undefined
  const [, path] = pattern.exec(await readFile(file, 'utf8').catch(() => '')) ?? []
  return path && resolve(dirname(file), path)
}

async function otherIn(home: string): Promise<string | undefined> {
  if ((await pathIn(join(home, 'objects', 'info', 'alternates'), /^(.+)$/m)) !== undefined)
    return 'it has objects in another repository (objects/info/alternates), expected a clone of its own: run "git repack -a -d", and delete that file'
  const other = await otherBelow(home, ({ name }) => READ.has(name))
  return other && `its .git has a ${other} that is no file of its own`
}

async function otherBelow(
  folder: string,
  isRead: (entry: Dirent) => boolean = () => true,
): Promise<string | undefined> {
  const entries = (await entriesOf(folder)).filter((entry) => isRead(entry) && !entry.isFile())
  const found = await Promise.all(
    entries.map((entry) =>
      entry.isDirectory() ? otherBelow(join(folder, entry.name)) : entry.name,
    ),
  )
  return found.find((name) => name !== undefined)
}

function entriesOf(folder: string): Promise<readonly Dirent[]> {
  return readdir(folder, { withFileTypes: true }).catch(() => [])
}
