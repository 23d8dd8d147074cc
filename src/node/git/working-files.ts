/**
 * Whether the files of a case are those of a commit. `git status` would run the programs that a
 * repository names as its filters, so the files are compared here, and git only lists names.
 */
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { lstat, readFile, readlink } from 'node:fs/promises'
import { join } from 'node:path'
import { GitError, git, namesOf } from './git.ts'
import { specialFile, UNREAD } from './own-files.ts'
import { CASE, readObjects } from './repository.ts'

/**
 * Whether a case folder holds what no commit has. Ignored files and receipts do not count.
 *
 * @throws NoHistoryError, GitError
 */
export async function isChanged(folder: string): Promise<boolean> {
  const found = await listFiles(folder)
  const committed = await listCommitted(folder)
  for (const name of new Set([...committed.keys(), ...namesOf(found)]))
    if (await isOther(folder, name, committed.get(name))) return true
  return false
}

/**
 * The names of all files of a case that git does not ignore, each with a zero byte behind it.
 *
 * @throws NoHistoryError, GitError
 */
export async function listFiles(folder: string): Promise<Buffer> {
  const special = await specialFile(folder)
  if (special !== undefined)
    throw new GitError(`${special} is no file, and git would read it for ever: delete it`)
  const which = ['-z', '--cached', '--others', '--exclude-standard', ...PACKAGES]
  return git(folder, ['ls-files', ...which, ...CASE])
}

/** Nobody writes a case in there, and there are very many. */
const PACKAGES = [`--exclude=${UNREAD}/`]

interface Committed {
  readonly mode: string
  readonly id: string
}

const SUBMODULE = '160000'

/** Path in the folder → what the present commit has there. */
async function listCommitted(folder: string): Promise<ReadonlyMap<string, Committed>> {
  const rows = namesOf(await git(folder, ['ls-tree', '-r', '-z', 'HEAD'])).map((row) => {
    const [about = '', name = ''] = split(row, '\t')
    const [mode = '', , id = ''] = about.split(' ')
    return [name, { mode, id }] as const
  })
  return new Map(rows.filter(([name]) => !/^receipts(?:\/|$)/.test(name)))
}

/** Whether a file is another than the commit has; a file is `undefined` where it has none. */
async function isOther(
  folder: string,
  name: string,
  committed: Committed | undefined,
): Promise<boolean> {
  const path = join(folder, name)
  if (committed?.mode === SUBMODULE) return isOtherSubmodule(path, committed.id)
  const bytes = await contentOf(path)
  if (bytes === 'none') return committed !== undefined
  if (bytes === 'folder' || committed === undefined) return true
  const { id } = committed
  if (idOf(bytes, id) === id || idOf(withPlainLines(bytes), id) === id) return false
  const [object] = await readObjects(folder, [id])
  return !object || !isPointerTo(object.bytes, bytes)
}

/** One that nobody fetched is an empty folder, in which git would answer for the repository around. */
async function isOtherSubmodule(path: string, id: string): Promise<boolean> {
  if (!existsSync(join(path, '.git'))) return false
  const head = await git(path, ['rev-parse', 'HEAD'])
  return head.toString().trim() !== id || isChanged(path)
}

/** What git would keep of a path. A link is not followed. */
async function contentOf(path: string): Promise<Buffer | 'none' | 'folder'> {
  const found = await lstat(path).catch(() => undefined)
  if (found === undefined) return 'none'
  if (found.isSymbolicLink()) return Buffer.from(await readlink(path))
  return found.isFile() ? readFile(path) : 'folder'
}

/** The id that git gives to a file of these bytes; as long as `like`, which tells how it counts. */
function idOf(bytes: Buffer, like: string): string {
  return createHash(like.length === 64 ? 'sha256' : 'sha1')
    .update(`blob ${bytes.length}\0`)
    .update(bytes)
    .digest('hex')
}

/** Text as it is committed where lines end as on Windows. */
function withPlainLines(bytes: Buffer): Buffer {
  if (!bytes.includes('\r\n') || bytes.includes(0)) return bytes
  return Buffer.from(bytes.toString('latin1').replaceAll('\r\n', '\n'), 'latin1')
}

// Matches "oid sha256:4d7a…" in what Git LFS commits in place of a large file.
const RE_POINTER = /^version https:\/\/git-lfs\S+\n(?:[^\n]*\n)*?oid sha256:([0-9a-f]{64})\n/

function isPointerTo(committed: Buffer, bytes: Buffer): boolean {
  const [, named] = RE_POINTER.exec(committed.toString('latin1', 0, 1024)) ?? []
  return named !== undefined && named === createHash('sha256').update(bytes).digest('hex')
}

function split(words: string, at: string): readonly string[] {
  const index = words.indexOf(at)
  return [words.slice(0, index), words.slice(index + 1)]
}
