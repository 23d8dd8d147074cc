/** What git knows of a case folder: when it was committed, and the addresses that it once had. */

import type { MainLine } from '../../core/changes/weeks.ts'
import { findingOf } from '../../core/findings/finding-of.ts'
import type { Checkout, PastAddress } from '../../core/model/assembled.ts'
import { everyone, type Readers } from '../../core/model/audience.ts'
import type { Finding } from '../../core/model/finding.ts'
import type { Settings } from '../../core/settings/case-yaml.ts'
import { mondayOf } from '../../core/text/dates.ts'
import { GitError, NoHistoryError } from '../git/git.ts'
import { type Commit, isShallow, readCheckout } from '../git/repository.ts'
import { isChanged } from '../git/working-files.ts'
import { readStoredSteps, storeSteps } from './cache.ts'
import type { InWeek } from './commit-changes.ts'
import { listCommits } from './commits.ts'
import { type CommitStep, readSteps } from './steps.ts'

/** When a case was published, and last changed. */
export interface Dates {
  /** ISO dates; absent where neither `case.yaml` nor git knows. */
  readonly published?: string
  readonly updated?: string
}

/** Which state of a case git has. */
export interface GitState {
  /** Whole id of the latest commit that changed it. */
  readonly commit: string
  /** Whether the folder holds what no commit has. */
  readonly isChanged: boolean
}

interface History {
  /** ISO dates of the commits that touched the folder, latest first; `[]` without git. */
  readonly days: readonly string[]
  /** The latest of these commits; absent without one. */
  readonly state?: GitState
  /** The same in words: `a1b2c3d`, or `a1b2c3d with later changes`. */
  readonly version?: string
  /** Where the folder lies in its repository; absent without git, or where git failed. */
  readonly checkout?: Checkout
  /** Every address that some commit had; absent without git, or where git failed. */
  readonly past?: readonly PastAddress[]
  /** What each commit changed; absent without git, or where git failed. */
  readonly line?: MainLine
  /** Why git could not be asked, where it is there and should have been. */
  readonly findings: readonly Finding[]
}

/**
 * How many files a first run reads at most, about 20 s. A file counts again for each commit. It
 * starts with the latest commits, so that of a large case with a long history the oldest days stay
 * unknown.
 */
const LOOK = 50_000

/** What to ask about a case folder. */
interface HistoryRequest {
  /** How many files the case has now. */
  readonly size: number
  /** Where what was read before is kept. */
  readonly store: string
  /** For whom it is read now: what stays inside did so in earlier states too. */
  readonly readers?: Readers
}

/**
 * Asks git about a case folder. What is not committed yet does not count. Never throws an error of
 * git.
 */
export async function readHistory(
  folder: string,
  { size, store, readers = everyone }: HistoryRequest,
): Promise<History> {
  let days: readonly string[] = []
  try {
    const commits = await listCommits(folder)
    days = daysOf(commits)
    const most = Math.ceil(LOOK / size)
    const [{ past, line }, state, shallow, checkout] = await Promise.all([
      readPast(folder, { commits: commits.toReversed(), most, store, readers }),
      stateOf(folder, commits),
      isShallow(folder),
      readCheckout(folder),
    ])
    // The case began with the first commit in which there was something to read.
    const began = line.isWhole ? line.steps.find(({ isFirst }) => isFirst)?.date.slice(0, 10) : ''
    days = days.filter((day) => day >= (began ?? ''))
    return {
      ...{ days, past, checkout },
      line: { ...line, isWhole: line.isWhole && !shallow },
      ...(state ? { state, version: versionOf(state, commits) } : {}),
      findings: shallow ? [cutOff(commits.length)] : [],
    }
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

async function stateOf(folder: string, [latest]: readonly Commit[]): Promise<GitState | undefined> {
  return latest && { commit: latest.id, isChanged: await isChanged(folder) }
}

function versionOf({ commit, isChanged }: GitState, commits: readonly Commit[]): string {
  const { short = commit } = commits.find(({ id }) => id === commit) ?? {}
  return isChanged ? `${short} with later changes` : short
}

function daysOf(commits: readonly Commit[]): readonly string[] {
  return commits.map(({ day }) => day).toSorted((a, b) => (a < b ? 1 : -1))
}

interface PastRequest {
  /** Oldest first. */
  readonly commits: readonly Commit[]
  /** How many are looked at for the first time. */
  readonly most: number
  readonly store: string
  readonly readers: Readers
}

/** Reads commits, oldest first: all that are kept, and at most `most` others before those. */
async function readPast(
  folder: string,
  { commits, most, store, readers }: PastRequest,
): Promise<{ readonly past: readonly PastAddress[]; readonly line: MainLine }> {
  const kept = await readStoredSteps(folder, { store, readers })
  const first = commits.findIndex(({ id }) => id === kept[0]?.commit)
  const chain = commits.slice(first < 0 ? -most : first)
  const known = chain.findIndex(({ id }, index) => kept[index]?.commit !== id)
  const steps =
    known < 0
      ? kept.slice(0, chain.length)
      : await readSteps(
          folder,
          { commits: chain, line: inWeeks(chain), readers },
          kept.slice(0, known),
        )
  if (known >= 0) await storeSteps(folder, { store, readers }, steps)
  return {
    past: pastOf(chain, steps),
    line: { steps: lineOf(chain, steps), isWhole: chain.length === commits.length },
  }
}

/** The main line with its weeks. Where a clock was wrong, a commit gets the week of the one before. */
function inWeeks(commits: readonly Commit[]): readonly InWeek[] {
  let week = ''
  return commits
    .filter(({ isMain }) => isMain)
    .map(({ id, day }) => {
      const own = mondayOf(day)
      week = own > week ? own : week
      return { id, week }
    })
}

function lineOf(commits: readonly Commit[], steps: readonly CommitStep[]): MainLine['steps'] {
  const known = new Map(commits.map((commit) => [commit.id, commit]))
  const weeks = new Map(inWeeks(commits).map(({ id, week }) => [id, week]))
  return steps.flatMap(({ commit: id, changed, inside }) => {
    const [commit, week] = [known.get(id), weeks.get(id)]
    if (!commit || week === undefined || !changed || changed.isEmpty) return []
    const { short, time } = commit
    return [{ commit: id, short, date: time, week, ...changed, ...(inside ? { inside } : {}) }]
  })
}

/** Every address with the last commit that had it; addresses that went first come first. */
function pastOf(commits: readonly Commit[], steps: readonly CommitStep[]): readonly PastAddress[] {
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

function cutOff(commits: number): Finding {
  return findingOf('history', {
    message: `Unexpected shallow clone, which knows ${commits === 1 ? 'one commit' : `${commits} commits`} of the case folder, expected its whole history, for dates and changes: run "git fetch --unshallow"`,
    place: { file: '.' },
  })
}

function failure({ message }: GitError): Finding {
  return findingOf('history', {
    message: `Unexpected failure of git (${message}), expected the history of the case folder: without it nobody knows dates, changes and addresses that vanished`,
    place: { file: '.' },
  })
}
