/** What changed, week by week. */
import type { Change } from './change.ts'
import type { Dated } from './stale.ts'

/** A commit on the main line, which tells what a merge brought. Its date is to the second. */
export interface Step extends Dated {
  readonly short: string
  /** The Monday of its week. */
  readonly week: string
  /** All of its week's changes. Set on the last commit of a week that could be read. */
  readonly ofWeek?: readonly Change[]
  /** Set on the first commit with something to read. */
  readonly isFirst?: true
  /** Files that could not be read: the commit was left out. */
  readonly unread?: readonly string[]
}

/** The history of a case. */
export interface MainLine {
  /** Oldest first. */
  readonly steps: readonly Step[]
  /** False where older commits are not known. */
  readonly isWhole: boolean
}

/** A commit as readers are told of it. */
export type Commit = Pick<Step, 'commit' | 'short' | 'date'>

/** A change of a week, and the last commit that made it; absent where it comes of several. */
export interface WeekChange {
  readonly change: Change
  readonly commit?: Commit
}

export interface Week {
  /** ISO date; the week ends on the Sunday after. */
  readonly monday: string
  /** The most telling first. Changes that were undone within the week are left out. */
  readonly changes: readonly WeekChange[]
  /** Set where the case was first published in it. */
  readonly first?: Commit
  /** Commits that were left out, with the files that could not be read. Oldest first. */
  readonly unread: readonly (Commit & { readonly files: readonly string[] })[]
  /** When the last commit that could be read was made; absent where none could. */
  readonly updated?: string
}

/** The weeks in which a reader sees something new or something was left out, newest first. */
export function weeksOf({ steps, isWhole }: MainLine): readonly Week[] {
  return [...Map.groupBy(steps, ({ week }) => week)]
    .map(([monday, own]): Week => {
      const first = isWhole ? own.find(({ isFirst }) => isFirst) : undefined
      const updated = own.findLast(({ unread }) => !unread)?.date
      const changes = own.findLast(({ ofWeek }) => ofWeek)?.ofWeek ?? []
      return {
        monday,
        changes: changes.map((change) => withCommit(change, own)),
        ...(first ? { first: commitOf(first) } : {}),
        unread: own.flatMap((step) =>
          step.unread ? [{ ...commitOf(step), files: step.unread }] : [],
        ),
        ...(updated ? { updated } : {}),
      }
    })
    .filter(({ changes, first, unread }) => changes.length > 0 || first || unread.length > 0)
    .toReversed()
}

/** The last commit that did the same to the same part; else the last that touched it. */
function withCommit(change: Change, steps: readonly Step[]): WeekChange {
  const isAbout = (other: Change): boolean =>
    (change.after !== undefined && change.after.key === other.after?.key) ||
    (change.before !== undefined && change.before.key === other.before?.key)
  const touching = steps.filter(({ changes }) => changes.some(isAbout))
  const same = touching.findLast(({ changes }) =>
    changes.some((other) => other.what === change.what && isAbout(other)),
  )
  const telling = steps.filter(({ changes }) => changes.length > 0)
  const step = same ?? touching.at(-1) ?? (telling.length === 1 ? telling[0] : undefined)
  return step ? { change, commit: commitOf(step) } : { change }
}

function commitOf({ commit, short, date }: Step): Commit {
  return { commit, short, date }
}
