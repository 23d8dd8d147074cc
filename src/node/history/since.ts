/** The case as it was at a receipt, a tag, a commit or a date: what "since" means. */

import type { Edition } from '../../core/changes/index.ts'
import { pointsOf, type Receipt } from '../../core/changes/receipts.ts'
import type { HistoryStep, MainLine } from '../../core/changes/weeks.ts'
import type { Readers } from '../../core/model/audience.ts'
import { nearest } from '../../core/text/nearest.ts'
import { GitError, NoHistoryError } from '../git/git.ts'
import { findCommit, listTags } from '../git/repository.ts'
import { openPast } from './past.ts'

/** The case that was found; or why there is none: fact, then expectation. */
type Since = SinceFound | { readonly fault: string }

interface SinceFound {
  readonly edition: Edition
  readonly commit: string
  /** ISO; undefined where git alone knows the commit. */
  readonly day: string | undefined
}

/** Which case, and for whom it is read. */
export interface PastOf {
  readonly folder: string
  readonly readers: Readers
  /** Its history, where there is one. */
  readonly line?: MainLine | undefined
  readonly receipts: readonly Receipt[]
}

// Matches "2020-03-02".
const RE_DATE = /^\d{4}-\d{2}-\d{2}$/

/**
 * Finds the case as readers had it before a date, or at something that git knows by name. A date
 * means the moment at which its day began, in UTC. Where there is no commit before it, it means the
 * first one.
 *
 * @param since `2020-03-02`, what a receipt is for, a tag, a branch, a commit
 */
export async function findSince(of: PastOf, since: string): Promise<Since> {
  const { folder, line, readers } = of
  const asked = `Unexpected "${since}"`
  const read = line?.steps.filter(({ unread }) => !unread) ?? []
  if (read.length === 0)
    return { fault: `${asked}, expected a case whose folder has a history in git` }
  try {
    const shown = pointsOf(of.receipts).find(({ name, slug }) => [name, slug].includes(since))
    const named = shown?.commit ?? (await findCommit(folder, since))
    const commit = named ?? (isDate(since) ? beforeDay(read, since)?.commit : undefined)
    if (commit === undefined) return { fault: `${asked}, expected ${await knownTo(of, since)}` }
    const found = (await openPast(folder, [{ id: commit }], readers)).at(commit)
    if (!found || found.isEmpty)
      return { fault: `${asked}, which holds no case, expected a commit that does` }
    if (found.unread.length > 0)
      return {
        fault: `${asked}, at which ${unreadNames(found.unread, readers)} could not be read, expected a commit with files that can`,
      }
    const step = read.find((one) => one.commit === commit)
    const day = isDate(since) ? since : (shown?.day ?? step?.date.slice(0, 10))
    return { edition: found.edition(), commit, day }
  } catch (error) {
    if (error instanceof GitError || error instanceof NoHistoryError)
      return { fault: `${asked}, expected git to answer: ${error.message}` }
    throw error
  }
}

function unreadNames(files: readonly string[], { inside }: Readers): string {
  return files.filter((file) => !inside?.has(file)).join(', ') || 'its files'
}

/** Whether words are a date that the calendar has. */
export function isDate(words: string): boolean {
  const time = Date.parse(`${words}T00:00:00Z`)
  return (
    RE_DATE.test(words) &&
    !Number.isNaN(time) &&
    new Date(time).toISOString().slice(0, 10) === words
  )
}

/** The last step before a day began; the first step where there is none. */
export function beforeDay(steps: readonly HistoryStep[], day: string): HistoryStep | undefined {
  return steps.findLast(({ date }) => date.slice(0, 10) < day) ?? steps[0]
}

async function knownTo({ folder, receipts }: PastOf, since: string): Promise<string> {
  // Findings are published, so they offer no names of branches.
  const tags = (await listTags(folder)).map(({ name }) => name)
  const names = nearest(since, [...receipts.map(({ name }) => name), ...tags], 2)
  return ['a date such as 2020-03-02', ...names].join(', or ')
}
