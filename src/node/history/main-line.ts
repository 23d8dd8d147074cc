/** What the commits of a case changed, and the addresses that they had. */
import type { MainLine } from '../../core/changes/weeks.ts'
import type { PastAddress } from '../../core/model/assembled.ts'
import type { Readers } from '../../core/model/audience.ts'
import { mondayOf } from '../../core/text/dates.ts'
import type { Commit } from '../git/repository.ts'
import { readStoredSteps, storeSteps } from './cache.ts'
import type { InWeek } from './commit-changes.ts'
import { type CommitStep, readSteps } from './steps.ts'

interface PastRequest {
  /** Oldest first. */
  readonly commits: readonly Commit[]
  /** How many are looked at for the first time. */
  readonly most: number
  readonly store: string
  readonly readers: Readers
}

/** Reads commits, oldest first: all that are kept, and at most `most` others before those. */
export async function readPast(
  folder: string,
  { commits, most, store, readers }: PastRequest,
): Promise<{ readonly past: readonly PastAddress[]; readonly line: MainLine }> {
  const kept = readStoredSteps(folder, { store, readers })
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
      const past = seen(key, live.get(key) ?? '', commits[index - 1] ?? commit)
      gone.set(key, { ...past, gone: commit.day })
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
