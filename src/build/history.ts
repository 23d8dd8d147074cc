/** What git knows of a case folder: when it was committed, and the addresses that it once had. */
import type { PastAddress } from '../core/assemble.ts'
import type { Finding } from '../core/model.ts'
import type { Settings } from '../core/settings.ts'
import { keepSteps, readKept } from './history/cache.ts'
import { type Commit, GitError, isChanged, listCommits, NoHistoryError } from './history/git.ts'
import { readSteps, replay, type Step } from './history/steps.ts'

export interface Dates {
  /** ISO dates; absent where neither `case.yaml` nor git knows. */
  readonly published?: string
  readonly updated?: string
}

export interface History {
  /** ISO dates of the commits that touched the folder, latest first; `[]` without git. */
  readonly days: readonly string[]
  /** The latest of these commits: `a1b2c3d`, or `a1b2c3d with later changes`; absent without one. */
  readonly version?: string
  /** Every address that some commit had; absent without git, or where git failed. */
  readonly past?: readonly PastAddress[]
  /** Why git could not be asked, where it is there and should have been. */
  readonly findings: readonly Finding[]
}

/**
 * Files that a first look reads at most, counted anew for each commit: about 5 s. It starts with
 * the latest commits, so that a large case with a long history knows less of its oldest days.
 */
const LOOK = 10_000

/**
 * Asks git about a case folder. What is not committed yet is no history. Never throws for git.
 *
 * @param size how many files the case has now
 */
export async function readHistory(folder: string, size: number): Promise<History> {
  let days: readonly string[] = []
  try {
    const commits = await listCommits(folder)
    days = daysOf(commits)
    const most = Math.ceil(LOOK / size)
    const [past, version] = await Promise.all([
      readPast(folder, commits.toReversed(), most),
      versionOf(folder, commits),
    ])
    return { days, past, ...(version ? { version } : {}), findings: [] }
  } catch (error) {
    if (error instanceof NoHistoryError) return { days, findings: [] }
    if (error instanceof GitError) return { days, findings: [failure(error)] }
    throw error
  }
}

/** The dates of a case: as `case.yaml` says, else as git says. */
export function datesOf(days: readonly string[], { dates }: Settings): Dates {
  const published = dates?.published ?? days.at(-1)
  const updated = dates?.updated ?? days[0]
  return { ...(published ? { published } : {}), ...(updated ? { updated } : {}) }
}

async function versionOf(folder: string, [latest]: readonly Commit[]): Promise<string | undefined> {
  if (!latest) return undefined
  return (await isChanged(folder)) ? `${latest.short} with later changes` : latest.short
}

function daysOf(commits: readonly Commit[]): readonly string[] {
  return commits.map(({ day }) => day).toSorted((a, b) => (a < b ? 1 : -1))
}

/** The addresses of commits, oldest first: all that were kept, and at most so many before those. */
async function readPast(
  folder: string,
  commits: readonly Commit[],
  most: number,
): Promise<readonly PastAddress[]> {
  const kept = await readKept(folder)
  const first = commits.findIndex(({ id }) => id === kept[0]?.commit)
  const chain = commits.slice(first < 0 ? -most : first)
  const known = chain.findIndex(({ id }, index) => kept[index]?.commit !== id)
  if (known < 0) return pastOf(chain, kept)
  const same = kept.slice(0, known)
  const steps = [...same, ...(await readSteps(folder, chain.slice(known), replay(same)))]
  await keepSteps(folder, steps)
  return pastOf(chain, steps)
}

/** Every address with the last commit that had it; those that went first come first. */
function pastOf(commits: readonly Commit[], steps: readonly Step[]): readonly PastAddress[] {
  const live = new Map<string, string>()
  const gone = new Map<string, PastAddress>()
  const seen = (key: string, text: string, { short, day }: Commit): PastAddress => ({
    key,
    text,
    commit: short,
    date: day,
  })
  for (const [index, commit] of commits.entries()) {
    const { added = [], removed = [] } = steps[index] ?? {}
    for (const key of removed) {
      // What a commit removes, the one before it had.
      gone.set(key, seen(key, live.get(key) ?? '', commits[index - 1] ?? commit))
      live.delete(key)
    }
    for (const [key, text] of added) {
      gone.delete(key)
      live.set(key, text)
    }
  }
  const last = commits.at(-1)
  return [...gone.values(), ...(last ? [...live].map(([key, text]) => seen(key, text, last)) : [])]
}

function failure({ message }: GitError): Finding {
  return {
    check: 'history',
    severity: 'warning',
    message: `Unexpected failure of git (${message}), expected the history of the case folder: addresses that vanished were left unchecked`,
    place: { file: '.' },
  }
}
