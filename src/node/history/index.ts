/** What git knows of a case folder: when it was committed, and the addresses that it once had. */

import type { MainLine } from '../../core/changes/weeks.ts'
import { findingOf } from '../../core/findings/finding-of.ts'
import type { Checkout, PastAddress } from '../../core/model/assembled.ts'
import { everyone, type Readers } from '../../core/model/audience.ts'
import type { Finding } from '../../core/model/finding.ts'
import type { Settings } from '../../core/settings/case-yaml.ts'
import { GitError, NO_GIT, NoHistoryError } from '../git/git.ts'
import { type Commit, isShallow, readCheckout } from '../git/repository.ts'
import { isChanged } from '../git/working-files.ts'
import { enclosingRepository } from '../paths/case-folder.ts'
import { listCommits } from './commits.ts'
import { failureOf } from './failure.ts'
import { readPast } from './main-line.ts'

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
  /** Every address that some commit had; absent without git, where git failed, or if not asked for. */
  readonly past?: readonly PastAddress[]
  /** What each commit changed; absent where `past` is. */
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
  /** Whether it is enough to know when it was committed: no earlier state is read. */
  readonly withoutPast?: true
}

/**
 * Asks git about a case folder. What is not committed yet does not count. Never throws an error of
 * git.
 */
export async function readHistory(
  folder: string,
  { size, store, readers = everyone, withoutPast }: HistoryRequest,
): Promise<History> {
  let days: readonly string[] = []
  try {
    const commits = await listCommits(folder)
    days = daysOf(commits)
    const most = Math.ceil(LOOK / size)
    const earlier = { commits: commits.toReversed(), most, store, readers }
    const [before, state, shallow, checkout] = await Promise.all([
      withoutPast ? undefined : readPast(folder, earlier),
      stateOf(folder, commits),
      isShallow(folder),
      readCheckout(folder),
    ])
    // The case began with the first commit in which there was something to read.
    const { steps = [], isWhole = false } = before?.line ?? {}
    const began = isWhole ? steps.find(({ isFirst }) => isFirst)?.date.slice(0, 10) : ''
    days = days.filter((day) => day >= (began ?? ''))
    return {
      ...{ days, checkout },
      ...(before ? { past: before.past, line: { steps, isWhole: isWhole && !shallow } } : {}),
      ...(state ? { state, version: versionOf(state, commits) } : {}),
      findings: shallow ? [cutOff(commits.length)] : [],
    }
  } catch (error) {
    if (error instanceof GitError || (error instanceof NoHistoryError && isBroken(folder, error)))
      return { days, findings: [failureOf(error)] }
    if (error instanceof NoHistoryError) return { days, findings: [] }
    throw error
  }
}

/** Whether there is a repository, which git does not take for one, or for which there is no git. */
function isBroken(folder: string, { message }: NoHistoryError): boolean {
  const isUnread = message === NO_GIT || message.includes('not a git repository')
  return isUnread && enclosingRepository(folder) !== undefined
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

function cutOff(commits: number): Finding {
  return findingOf('history', {
    message: `Unexpected shallow clone, which knows ${commits === 1 ? 'one commit' : `${commits} commits`} of the case folder, expected its whole history, for dates and changes: run "git fetch --unshallow"`,
    place: { file: '.' },
  })
}
