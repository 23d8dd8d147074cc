/** The commits of a case folder, also those from before somebody moved it. */

import { GitError, git, linesOf, trustedRepository } from '../git/git.ts'
import { CASE, type Commit } from '../git/repository.ts'
import { RE_WRITING } from '../paths/reading-order.ts'

/**
 * The commits that touched a case folder, each before the commits from which it follows; `[]` where
 * none did. A shallow clone knows fewer.
 *
 * @throws NoHistoryError, GitError
 */
export async function listCommits(folder: string): Promise<readonly Commit[]> {
  return (await listHistoryParts(folder)).flatMap(({ commits }) => commits)
}

/**
 * Where a case folder lay before, the latest first: `docs/case`, or `` for the top of the repository.
 * `[]` for one that nobody moved.
 *
 * @throws NoHistoryError, GitError
 */
export async function listFormerFolders(folder: string): Promise<readonly string[]> {
  return (await listHistoryParts(folder)).flatMap(({ home }) => home ?? [])
}

/** The history of a folder while it lay at one place. */
interface HistoryPart {
  /** The earlier place; absent for the place where it lies now. */
  readonly home?: string
  readonly commits: readonly Commit[]
}

/** How many earlier places are looked for. */
const MOVES = 8

async function listHistoryParts(folder: string): Promise<readonly HistoryPart[]> {
  const { prefix } = await trustedRepository(folder)
  let path = prefix.replace(/\/$/, '')
  const parts: HistoryPart[] = [{ commits: await logOf(folder, CASE) }]
  while (parts.length <= MOVES) {
    const first = parts.at(-1)?.commits.at(-1)
    const home = first && (await formerFolder(folder, path, first.id))
    if (first === undefined || home === undefined) break
    parts.push({ home, commits: await logOf(folder, [`${first.id}^1`, ...pathsOf(home)]) })
    path = home
  }
  return parts
}

/** @param which from which commit on, where not from the present one, and paths */
async function logOf(folder: string, which: readonly string[]): Promise<readonly Commit[]> {
  const format = ['--format=%H %h %cd', '--date=format-local:%Y-%m-%dT%H:%M:%SZ']
  const [all, main] = await Promise.all([
    git(folder, ['log', ...format, '--topo-order', '--full-history', '--show-pulls', ...which]),
    git(folder, ['log', ...format, '--first-parent', ...which]),
  ])
  const isMain = new Set(linesOf(main).map((line) => line.split(' ')[0]))
  return linesOf(all).map((line) => {
    const [id = '', short = '', time = ''] = line.split(' ')
    return { id, short, day: time.slice(0, 10), time, isMain: isMain.has(id) }
  })
}

/** Where the case lay at the top of a repository, only files of writing may belong to it. */
function pathsOf(home: string): readonly string[] {
  if (home !== '') return ['--', `:(top,literal)${home}`, `:(top,exclude,literal)${home}/receipts`]
  return ['--', ...['*.md', '*.mdx', '*.markdown'].map((name) => `:(top,glob,icase)${name}`)]
}

/** Where most writing of a new folder came from, in the commit that made it; undefined for no place. */
async function formerFolder(
  folder: string,
  path: string,
  first: string,
): Promise<string | undefined> {
  const inside = path === '' ? '' : `${path}/`
  const renames = await renamesOf(folder, ['diff-tree', '-r', `${first}^1`, first])
  const homes = renames.flatMap(([from, to]): readonly string[] => {
    if (!to.startsWith(inside) || !RE_WRITING.test(from)) return []
    const name = `/${to.slice(inside.length)}`
    const home = `/${from}`.endsWith(name)
      ? `/${from}`.slice(1, -name.length)
      : from.replace(/\/?[^/]*$/, '')
    return home === path ? [] : [home]
  })
  const counted = [...Map.groupBy(homes, (home) => home).values()]
  return counted.toSorted((a, b) => b.length - a.length)[0]?.[0]
}

/**
 * Files that were renamed to sources of the case: names without the ending, below the folder as it
 * lay then and now.
 *
 * @throws NoHistoryError, GitError
 */
export async function listRenamed(folder: string): Promise<ReadonlyMap<string, string>> {
  const { prefix } = await trustedRepository(folder)
  const homes = [prefix.replace(/\/$/, ''), ...(await listFormerFolders(folder))]
  const nameIn = (path: string): string | undefined => {
    const home = homes.find((one) => one === '' || path.startsWith(`${one}/`))
    return home === undefined ? undefined : path.slice(home === '' ? 0 : home.length + 1)
  }
  const paths = homes.flatMap((home) => (home === '' ? [':(top)'] : [`:(top,literal)${home}`]))
  const renames = await renamesOf(folder, ['log', '--format=', 'HEAD', '--', ...paths])
  const steps = new Map(
    renames.flatMap(([from, to]) => {
      const [old, now] = [nameIn(from), nameIn(to)]
      return old && now && RE_WRITING.test(old) && RE_WRITING.test(now) ? [[old, now] as const] : []
    }),
  )
  return new Map(
    [...steps.keys()].flatMap((old) => {
      let now = steps.get(old)
      for (let step = 0; now && !now.endsWith('.mdx') && step < MOVES; step += 1)
        now = steps.get(now)
      return now?.endsWith('.mdx')
        ? [[old.replace(RE_WRITING, ''), now.replace(RE_WRITING, '')] as const]
        : []
    }),
  )
}

/** Pairs of paths from the top of the repository; `[]` for a commit without one before it. */
async function renamesOf(
  folder: string,
  [command, ...rest]: readonly ['diff-tree' | 'log', ...(readonly string[])],
): Promise<readonly (readonly [string, string])[]> {
  const plain = ['--no-ext-diff', '--no-textconv', '--ignore-submodules=all', '--no-relative']
  const how = ['--name-status', '--find-renames', '--diff-filter=R', ...plain, '-z']
  try {
    const words = (await git(folder, [command, ...how, ...rest])).toString().split('\0')
    return words.flatMap((word, index) =>
      RE_RENAMED.test(word) ? [[words[index + 1] ?? '', words[index + 2] ?? ''] as const] : [],
    )
  } catch (error) {
    if (error instanceof GitError) return []
    throw error
  }
}

// Matches "R087": renamed, with 87 % of the words.
const RE_RENAMED = /^\s*R\d{3}$/
