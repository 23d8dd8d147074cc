/**
 * Whether what git finds is the repository in which a folder lies. A stranger's `.git` may be a file, a
 * link or a setting that leads to somebody else's, whose words would be told as the case's own.
 */
import { lstat, readFile, realpath } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { isWithin } from '../paths/index.ts'

/**
 * Asks for three paths: the top of the working tree, its git folder, and the one that working trees
 * share; then what every command needs besides.
 */
export const WHERE = [
  'rev-parse',
  '--show-toplevel',
  '--absolute-git-dir',
  '--git-common-dir',
  '--is-shallow-repository',
  '--show-prefix',
] as const

/** Reads the answer to {@link WHERE}. */
export function readWhere(answer: string): {
  readonly paths: readonly string[]
  readonly isShallow: boolean
  readonly prefix: string
} {
  const [shallow, prefix = ''] = answer.split('\n').slice(3)
  return { paths: answer.split('\n').slice(0, 3), isShallow: shallow === 'true', prefix }
}

/**
 * A repository of its own has its folder in `.git`. Of a worktree or a submodule `.git` is a file, and
 * what it names says in turn that it belongs to this file.
 *
 * @param folder in which git was asked
 * @param answer the three paths
 */
export async function leadsBack(folder: string, answer: readonly string[]): Promise<boolean> {
  const paths = answer.map((path) => realOf(resolve(folder, path)))
  const [top = '', own = '', common = ''] = await Promise.all(paths)
  const entry = join(top, '.git')
  const found = await lstat(entry).catch(() => undefined)
  if (found?.isDirectory()) return own === entry && common === own
  if (!found?.isFile()) return false
  return common === own
    ? (await namedIn(join(own, 'config'), RE_WORKTREE)) === top
    : isWithin(own, join(common, 'worktrees')) &&
        (await namedIn(join(own, 'gitdir'), /^(.+)$/m)) === entry
}

// Matches "	worktree = ../../../inner", as git writes it for a submodule.
const RE_WORKTREE = /^[ \t]*worktree = (?:"(.+)"|(.+))$/m

/** The real path that a file of a repository names; undefined where it names none. */
async function namedIn(file: string, pattern: RegExp): Promise<string | undefined> {
  const text = await readFile(file, 'utf8').catch(() => '')
  const [, quoted, plain] = pattern.exec(text) ?? []
  const path = quoted ?? plain
  return path && realOf(resolve(dirname(file), path))
}

/** A path that is not there stays as it is. */
function realOf(path: string): Promise<string> {
  return realpath(path).catch(() => path)
}
