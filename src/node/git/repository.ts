/** What is asked of a repository: commits, tags, what is checked out, objects. */

import type { Checkout } from '../../core/model/assembled.ts'
import { GitError, git, linesOf, trustedRepository } from './git.ts'

/** A commit that touched the case folder. */
export interface Commit {
  /** The full id. */
  readonly id: string
  readonly short: string
  /** ISO date on which it was committed, in UTC. */
  readonly day: string
  /** The same to the second: `2020-03-02T12:00:00Z`. */
  readonly time: string
  /** Whether it is on the main line, where a merge tells what it brought. */
  readonly isMain: boolean
}

/** An object as git keeps it. */
interface GitObject {
  /** The name by which it was asked for. */
  readonly name: string
  readonly type: string
  readonly bytes: Buffer
}

/** A case folder without its receipts: a receipt describes the case, and is no change of it. */
export const CASE = ['--', '.', ':(exclude)receipts']

/**
 * Whether the clone is shallow: it knows nothing before some commit.
 *
 * @throws NoHistoryError, GitError
 */
export async function isShallow(folder: string): Promise<boolean> {
  return (await trustedRepository(folder)).isShallow
}

/**
 * The whole id of the commit that a tag, branch or id names; undefined for one that is not known.
 *
 * @throws NoHistoryError, GitError
 */
export async function findCommit(folder: string, ref: string): Promise<string | undefined> {
  // Git would find a date such as "2020-03-02" nowhere, and "@{yesterday}" only on the machine that
  // made it.
  if (!RE_REF.test(ref)) return undefined
  const asked = ['--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]
  const out = await git(folder, ['rev-parse', ...asked]).catch((error) => {
    if (error instanceof GitError) return undefined
    throw error
  })
  return out?.toString().trim()
}

// Matches "v1.2", "meetings/3-march", "case@2", "a1b2c3d", "HEAD~2": no spaces, and nothing that asks
// for more.
const RE_REF = /^(?!-|.*[@^]\{)[^\s:?*[\\]+$/

/** A tag, and the commit that it names. */
export interface Tag {
  readonly name: string
  /** Whole id. */
  readonly commit: string
  /** ISO date on which it was set, in UTC. */
  readonly day: string
}

/**
 * The tags of commits from which the present one follows, oldest first.
 *
 * @throws NoHistoryError, GitError
 */
export async function listTags(folder: string): Promise<readonly Tag[]> {
  const day = '%(creatordate:format-local:%Y-%m-%d)'
  const format = `--format=${day} %(objectname) %(*objectname) %(refname:lstrip=2)`
  const which = ['--merged=HEAD', '--sort=creatordate', format, 'refs/tags']
  const out = await git(folder, ['for-each-ref', ...which])
  return linesOf(out).map((line) => {
    const [set = '', own = '', named = '', ...name] = line.split(' ')
    return { name: name.join(' '), commit: named || own, day: set }
  })
}

/**
 * Where a folder lies in its repository, and which branch is checked out. Where a commit is checked
 * out without a branch, as build machines do, it is the branch that the repository was cloned with.
 *
 * @throws NoHistoryError, GitError
 */
export async function readCheckout(folder: string): Promise<Checkout> {
  const { prefix } = await trustedRepository(folder)
  const branch =
    (await nameOf(folder, 'HEAD', 'refs/heads/')) ??
    (await nameOf(folder, 'refs/remotes/origin/HEAD', 'refs/remotes/origin/'))
  return { prefix, ...(branch ? { branch } : {}) }
}

/** What a symbolic name stands for, without `start`; undefined where it stands for nothing. */
async function nameOf(folder: string, name: string, start: string): Promise<string | undefined> {
  try {
    const out = await git(folder, ['symbolic-ref', name])
    const whole = out.toString().trim()
    return whole.startsWith(start) ? whole.slice(start.length) : undefined
  } catch (error) {
    if (error instanceof GitError) return undefined // "ref HEAD is not a symbolic ref"
    throw error
  }
}

/**
 * Whether the commit that is checked out is a commit or follows from it; false for one that git does
 * not have.
 *
 * @param commit whole id
 * @throws NoHistoryError
 */
export async function isInHistory(folder: string, commit: string): Promise<boolean> {
  try {
    await git(folder, ['merge-base', '--is-ancestor', commit, 'HEAD'])
    return true
  } catch (error) {
    if (error instanceof GitError) return false
    throw error
  }
}

/**
 * Reads objects in one call, in the order of their names: ids, or `ID:./` for the folder at a
 * commit. A folder that is not there is left out.
 *
 * @throws GitError also where an object is lost, which other objects name
 */
export async function readObjects(
  folder: string,
  names: readonly string[],
): Promise<readonly GitObject[]> {
  if (names.length === 0) return []
  const out = await git(folder, ['cat-file', '--batch'], `${names.join('\n')}\n`)
  const objects: GitObject[] = []
  let at = 0
  for (const name of names) {
    const end = out.indexOf('\n', at)
    const [, type = '', size] = out.toString('utf8', at, end).split(' ')
    at = end + 1
    if (size === undefined) {
      // "… missing"
      if (name.includes(':')) continue
      throw new GitError(`fatal: object ${name.slice(0, 7)} is missing`)
    }
    objects.push({ name, type, bytes: out.subarray(at, at + Number(size)) })
    at += Number(size) + 1
  }
  return objects
}
