/** What changed, week by week. */
import { mondayOf } from '../text/dates.ts'
import { type Change, isOfChallenge, type Pair } from './change.ts'
import type { Note } from './notes.ts'
import type { Dated } from './stale.ts'

/** A commit on the main line; a merge tells what it brought. Its date is to the second. */
export interface HistoryStep extends Dated {
  readonly short: string
  /** The Monday of its week. */
  readonly week: string
  /** All of its week's changes. Set on the last commit of a week that could be read. */
  readonly ofWeek?: readonly Change[]
  /** Set on the first commit with something to read. */
  readonly isFirst?: true
  /** What was asked before it: keys of challenges, and of what they are about. Set on that commit alone. */
  readonly asked?: readonly (readonly [challenge: string, about: string])[]
  /** Files that could not be read: the commit was left out. */
  readonly unread?: readonly string[]
  /** Keys and names of files that stayed inside then; absent where nothing did. */
  readonly inside?: readonly string[]
}

/** The history of a case. */
export interface MainLine {
  /** Oldest first. */
  readonly steps: readonly HistoryStep[]
  /** False where older commits are not known. */
  readonly isWhole: boolean
}

/** A commit as readers are told of it. */
export type ShownCommit = Pick<HistoryStep, 'commit' | 'short' | 'date'>

/** A change of a week, and the last commit that made it; the commit is absent where several made it. */
interface WeekChange {
  readonly change: Change
  readonly commit?: ShownCommit
  /** The key, at the end of the history, of what it is about; absent where that is gone. */
  readonly now?: string
}

/** What changed in a week, and what the team says of it. */
export interface Week {
  /** ISO date; the week ends on the Sunday after. */
  readonly monday: string
  /** The team's own words, in the order of their file. */
  readonly notes: readonly Note[]
  /** The most important first. Changes that were undone within the week are left out. */
  readonly changes: readonly WeekChange[]
  /** Set where the case was first published in it. */
  readonly first?: ShownCommit
  /** Commits that were left out, with the files that could not be read. Oldest first. */
  readonly unread: readonly (ShownCommit & { readonly files: readonly string[] })[]
  /** When the last commit that could be read was made; absent where none could. */
  readonly updated?: string
}

/** The weeks with a change, a commit that was left out, or a note of the team; newest first. */
export function weeksOf(
  { steps, isWhole }: MainLine,
  notes: readonly Note[] = [],
): readonly Week[] {
  const notesOfWeek = Map.groupBy(notes, ({ day }) => mondayOf(day))
  const made = Map.groupBy(steps, ({ week }) => week)
  const mondays = [...new Set([...made.keys(), ...notesOfWeek.keys()])].toSorted()
  let follow: KeyFollower = (key) => key
  const weeks: Week[] = []
  for (const monday of mondays.toReversed()) {
    const own = made.get(monday) ?? []
    const first = isWhole ? own.find(({ isFirst }) => isFirst) : undefined
    const updated = own.findLast(({ unread }) => !unread)?.date
    const changes = own.findLast(({ ofWeek }) => ofWeek)?.ofWeek ?? []
    weeks.push({
      monday,
      notes: notesOfWeek.get(monday) ?? [],
      changes: changes.map((change) => withCommit(change, own, follow)),
      ...(first ? { first: commitOf(first) } : {}),
      unread: own.flatMap((step) =>
        step.unread ? [{ ...commitOf(step), files: step.unread }] : [],
      ),
      ...(updated ? { updated } : {}),
    })
    follow = followKey(changes, follow)
  }
  return weeks.filter(
    ({ notes, changes, first, unread }) =>
      notes.length + changes.length + unread.length > 0 || first !== undefined,
  )
}

/** From the key of a part to its key at the end of the history; undefined where it is gone. */
type KeyFollower = (key: string) => string | undefined

/** Follows a key through changes, and then with `on`. */
function followKey(changes: readonly Change[], on: KeyFollower): KeyFollower {
  const pairs = changes
    .flatMap(pairsOf)
    .map(({ before, after }) => [before.key, after.key] as const)
  const renamed = new Map(pairs)
  const gone = new Set(
    changes.flatMap((change) => (change.what === 'removed' ? [change.before.key] : [])),
  )
  return (key) => {
    const next = renamed.get(key) ?? (gone.has(key) ? undefined : key)
    return next === undefined ? undefined : on(next)
  }
}

function pairsOf(change: Change): readonly Pair[] {
  if (change.what === 'renumbered') return [...change.run, ...change.along]
  return change.before && change.after ? [{ before: change.before, after: change.after }] : []
}

/** The change, with the last commit that did the same to its part, or else touched it. */
function withCommit(
  change: Change,
  steps: readonly HistoryStep[],
  follow: KeyFollower,
): WeekChange {
  const isAbout = (other: Change): boolean => {
    if (isOfChallenge(change) || isOfChallenge(other))
      return keyOfChallenge(change) === keyOfChallenge(other)
    return (
      (change.after !== undefined && change.after.key === other.after?.key) ||
      (change.before !== undefined && change.before.key === other.before?.key)
    )
  }
  const touching = steps.filter(({ changes }) => changes.some(isAbout))
  const same = touching.findLast(({ changes }) =>
    changes.some((other) => other.what === change.what && isAbout(other)),
  )
  const changing = steps.filter(({ changes }) => changes.length > 0)
  const step = same ?? touching.at(-1) ?? (changing.length === 1 ? changing[0] : undefined)
  const now = change.after && follow(change.after.key)
  return {
    change,
    ...(step ? { commit: commitOf(step) } : {}),
    ...(now === undefined ? {} : { now }),
  }
}

function keyOfChallenge(change: Change): string | undefined {
  return isOfChallenge(change) ? change.challenge.key : undefined
}

function commitOf({ commit, short, date }: HistoryStep): ShownCommit {
  return { commit, short, date }
}
