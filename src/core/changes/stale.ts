/** Decisions whose evidence changed after they were last confirmed: to be affirmed again. */
import { keyOf } from '../kinds.ts'
import type { Stale } from '../model.ts'
import type { Change, Linked, Named } from './change.ts'

/** One step of a case's history. */
export interface Dated {
  /** ISO date. */
  readonly date: string
  readonly commit: string
  /** What it changed. */
  readonly changes: readonly Change[]
}

/** Evidence that changed under a decision. */
export interface Shaken {
  /** As it is called now; where it is gone, as it was called last. */
  readonly evidence: Named
  readonly what: 'reworded' | 'removed' | 'rated'
  readonly date: string
  readonly commit: string
}

export interface StaleDecision {
  /** Key of now. */
  readonly decision: string
  /** Oldest first; never empty. */
  readonly evidence: readonly Shaken[]
}

/**
 * The decisions to be affirmed: evidence under them was reworded, removed or rated anew since the
 * last commit that touched their own words, and since the day that `case.yaml` says they were
 * affirmed. A commit that changes both confirms the decision. Numbers are followed.
 *
 * @param history oldest first
 * @param affirmed number of a decision → ISO date, from `case.yaml`
 * @returns by the number of the decision
 */
export function staleDecisions(
  history: readonly Dated[],
  affirmed: Readonly<Record<string, string>>,
): readonly StaleDecision[] {
  let shaken: ReadonlyMap<string, readonly Shaken[]> = new Map()
  for (const step of history) shaken = after(step, shaken)
  const days = new Map(Object.entries(affirmed).map(([id, day]) => [keyOf('decision', id), day]))
  return [...shaken]
    .map(([decision, evidence]) => {
      const day = days.get(decision) ?? ''
      return { decision, evidence: evidence.filter(({ date }) => date.slice(0, 10) > day) }
    })
    .filter(({ evidence }) => evidence.length > 0)
    .toSorted((a, b) => numberOf(a.decision) - numberOf(b.decision))
}

/** What a decision waits for; undefined where it stands, and for whatever is no decision. */
export function staleOf(
  key: string,
  { stale = [] }: { readonly stale?: readonly StaleDecision[] },
): StaleDecision | undefined {
  return stale.find(({ decision }) => decision === key)
}

/** The same as in `case.json`. */
export function staleAsData({
  stale = [],
}: {
  readonly stale?: readonly StaleDecision[]
}): readonly Stale[] {
  return stale.map(({ decision, evidence }) => ({
    decision,
    evidence: evidence.map(({ evidence: { key }, what, date, commit }) => ({
      ...{ key, what, date, commit },
    })),
  }))
}

/** What is shaken after one more step. */
function after(
  { date, commit, changes }: Dated,
  before: ReadonlyMap<string, readonly Shaken[]>,
): ReadonlyMap<string, readonly Shaken[]> {
  const names = renamings(changes)
  const renamed = new Map([...names].map(([key, after]) => [key, after.key]))
  /** What is gone keeps its name, whoever has it now. */
  const called = (one: Shaken): Shaken =>
    one.what === 'removed' ? one : { ...one, evidence: names.get(one.evidence.key) ?? one.evidence }
  const gone = new Set(
    changes.flatMap((change) => (change.what === 'removed' ? [change.before.key] : [])),
  )
  const nameOf = (key: string): readonly string[] =>
    gone.has(key) ? [] : [renamed.get(key) ?? key]
  const now = new Map(
    [...before].flatMap(([key, evidence]) =>
      nameOf(key).map((name) => [name, evidence.map(called)] as const),
    ),
  )
  for (const change of changes) {
    for (const { what, evidence, supports } of shocksOf(change)) {
      // Evidence that is gone names its decisions as they were called.
      for (const key of change.after ? supports : supports.flatMap(nameOf))
        now.set(key, [...(now.get(key) ?? []), { evidence, what, date, commit }])
    }
  }
  for (const key of changes.flatMap(confirmed)) now.delete(key)
  return now
}

/** Keys of what has another number → its name after. */
function renamings(changes: readonly Change[]): ReadonlyMap<string, Named> {
  const pairs = changes.flatMap((change) =>
    change.what === 'renumbered' ? [...change.run, ...change.along] : [],
  )
  return new Map(pairs.map(({ before, after }) => [before.key, after]))
}

type Shock = Pick<Shaken, 'what' | 'evidence'> & { readonly supports: readonly string[] }

function shocksOf(change: Change): readonly Shock[] {
  const { before, supports = [] } = change
  if (change.what === 'unlinked') return unlinked(change)
  if (!before || supports.length === 0) return []
  if (change.what === 'removed') return [{ what: 'removed', evidence: before, supports }]
  if (change.what === 'rated') return [{ what: 'rated', evidence: change.after, supports }]
  const isReworded = change.what === 'reworded' || change.what === 'opened'
  return isReworded ? [{ what: 'reworded', evidence: change.after, supports }] : []
}

/** A re-use that was taken out: evidence that is no longer under the decision. */
function unlinked({ role, after, others }: Linked): readonly Shock[] {
  if (role !== 'supports') return []
  return others.map((evidence) => ({ what: 'removed', evidence, supports: [after.key] }))
}

/** Key of the decision whose own words a change touches; `[]` for other changes. */
function confirmed({ what, after }: Change): readonly string[] {
  return TOUCHES.has(what) && after?.kind === 'decision' ? [after.key] : []
}

const TOUCHES: ReadonlySet<Change['what']> = new Set([
  'added',
  'reworded',
  'written',
  'opened',
  'reassigned',
])

function numberOf(key: string): number {
  return Number(key.slice(key.lastIndexOf('-') + 1))
}
