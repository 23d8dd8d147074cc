/** What each commit on the main line changed for readers, and each week as a whole. */
import { type Change, compareCases, type Edition } from '../../core/changes/index.ts'
import type { Past, PastCase } from './past.ts'

/** What is known of a commit on the main line. */
export interface CommitChanges {
  /** Changes since the commit before it that could be read; `[]` where a reader sees the same. */
  readonly changes: readonly Change[]
  /** Changes since the end of the week before. Set on the last commit of a week that could be read. */
  readonly ofWeek?: readonly Change[]
  /** Set on the first commit with something to read. */
  readonly isFirst?: true
  /** What was asked before the first commit: keys of challenges, and of what they are about. */
  readonly asked?: readonly (readonly [challenge: string, about: string])[]
  /** Files that could not be read: the commit was left out. */
  readonly unread?: readonly string[]
  /** Set where there was nothing to read yet. */
  readonly isEmpty?: true
}

/** A commit on the main line. */
export interface InWeek {
  readonly id: string
  /** The Monday of its week; never before that of an earlier commit. */
  readonly week: string
}

/** The commits with which the next new ones are compared: their case must be opened too. */
export function basesOf(
  line: readonly InWeek[],
  known: ReadonlyMap<string, CommitChanges>,
): { readonly last?: InWeek; readonly base?: InWeek } {
  const read = line.filter(({ id }) => {
    const changes = known.get(id)
    return changes && !changes.unread && !changes.isEmpty
  })
  const last = read.at(-1)
  if (!last) return {}
  return { last, base: read.findLast(({ week }) => week < last.week) ?? (read[0] as InWeek) }
}

/** Compares commits one after the other, oldest first. */
interface CommitComparer {
  /** Compares the next commit; one that is not on the line is passed over. */
  readonly compare: (commit: string) => void
  /** All changes, with those of the last week. To be called once, at the end. */
  readonly end: () => ReadonlyMap<string, CommitChanges>
}

/**
 * Continues from what is known. A change that is undone in the same week is left out of that week.
 * The first week is compared with what was first published.
 *
 * @param line oldest first
 * @param known what the first of them changed
 */
export function commitComparer(
  past: Past,
  line: readonly InWeek[],
  known: ReadonlyMap<string, CommitChanges>,
): CommitComparer {
  const results = new Map(known)
  const weekOf = new Map(line.map(({ id, week }) => [id, week]))
  const weeks = Map.groupBy(line, ({ week }) => week)
  const bases = basesOf(line, known)
  let before = seen(bases.last, past)
  let base = seen(bases.base, past)
  const endWeek = (): void => {
    if (!before || !base) return
    const news = (weeks.get(before.week) ?? [])
      .map(({ id }) => results.get(id)?.changes ?? [])
      .filter((changes) => changes.length > 0)
    const ofWeek = news.length > 1 ? compare(base, before) : (news[0] ?? [])
    results.set(before.id, { ...(results.get(before.id) ?? { changes: [] }), ofWeek })
  }
  const compareNext = (id: string): void => {
    const week = weekOf.get(id)
    if (week === undefined) return
    const found = past.at(id)
    const fault = faultOf(found, before)
    if (!found || fault) {
      results.set(id, { changes: [], ...fault })
      return
    }
    const now = seenAs(found, { id, week })
    if (before && before.week !== week) {
      endWeek()
      base = before
    }
    results.set(id, before ? { changes: compare(before, now) } : first(now))
    before = now
    base ??= now
  }
  const end = (): ReadonlyMap<string, CommitChanges> => {
    endWeek()
    return results
  }
  return { compare: compareNext, end }
}

interface SeenCase extends InWeek {
  readonly state: string
  readonly edition: Edition
}

function seen(commit: InWeek | undefined, past: Past): SeenCase | undefined {
  const found = commit && past.at(commit.id)
  return found && seenAs(found, commit)
}

function seenAs(found: PastCase, commit: InWeek): SeenCase {
  return { ...commit, state: found.state, edition: found.edition() }
}

/** Why a commit is left out. */
function faultOf(
  found: PastCase | undefined,
  before: SeenCase | undefined,
): Partial<CommitChanges> | undefined {
  if (!found || (found.isEmpty && !before)) return { isEmpty: true }
  return found.unread.length > 0 ? { unread: found.unread } : undefined
}

function first({ edition: { challenges } }: SeenCase): CommitChanges {
  const asked = challenges.flatMap(({ key, about }) =>
    about === undefined ? [] : [[key, about] as const],
  )
  return { changes: [], isFirst: true, ...(asked.length > 0 ? { asked } : {}) }
}

function compare(before: SeenCase, after: SeenCase): readonly Change[] {
  return before.state === after.state ? [] : compareCases(before.edition, after.edition)
}
