/** Decisions whose evidence changed after they were last confirmed: to be affirmed again. */

import { scopedId } from '../graph/scopes.ts'
import type { Stale } from '../model/case.ts'
import { keyOfId } from '../model/ids.ts'
import type { KindTable } from '../model/kinds.ts'
import type { Change, Named } from './change.ts'
import { type EvidenceChange, evidenceChangesOf } from './evidence-changes.ts'
import { compareWords } from './words.ts'

/** One step of a case's history. */
export interface Dated {
  /** ISO date. */
  readonly date: string
  readonly commit: string
  /** What it changed. */
  readonly changes: readonly Change[]
}

/** Evidence that changed under a decision. */
export interface ChangedEvidence {
  /** As it is called now; where it is gone, as it was called last. */
  readonly evidence: Named
  readonly what: EvidenceChange['what']
  readonly date: string
  readonly commit: string
}

/** What `case.yaml` says of decisions that stand. */
interface Affirmed {
  readonly affirmed: Readonly<Record<string, string>>
  readonly kinds: KindTable
}

/** A decision that was confirmed before its evidence last changed. */
export interface StaleDecision {
  /** Key of now. */
  readonly decision: string
  /** Oldest first; never empty. */
  readonly evidence: readonly ChangedEvidence[]
}

/**
 * The decisions to be affirmed again: evidence under them was reworded, removed or rated anew after
 * the last commit that touched their own words, and after the day that `case.yaml` gives. A commit
 * that changes both confirms the decision. A change that was undone later does not count, nor does
 * a first rating. A decision whose number changed is followed.
 *
 * @param history oldest first
 * @param settings of now; `affirmed`: id of a decision → ISO date
 * @returns by the number of the decision
 */
export function staleDecisions(
  history: readonly Dated[],
  { affirmed, kinds }: Affirmed,
): readonly StaleDecision[] {
  let changed: ReadonlyMap<string, readonly EvidenceChangeOnDay[]> = new Map()
  for (const step of history) changed = changesAfter(step, changed)
  const days = new Map(
    Object.entries(affirmed)
      .filter(([id]) => scopedId(id).scope === undefined)
      .map(([id, day]) => [keyOfId(id, kinds), day]),
  )
  return [...changed]
    .map(([decision, evidence]) => {
      const day = days.get(decision) ?? ''
      const since = evidence.filter(({ date }) => date.slice(0, 10) > day)
      return { decision, evidence: notUndone(since) }
    })
    .filter(({ evidence }) => evidence.length > 0)
    .toSorted((a, b) => numberOf(a.decision) - numberOf(b.decision))
}

/** What changed under a decision; undefined where it stands, and for what is no decision. */
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

type EvidenceChangeOnDay = Omit<EvidenceChange, 'supports'> & ChangedEvidence

/** The changes that were not undone: after them, the evidence is different from what it was before. */
function notUndone(changes: readonly EvidenceChangeOnDay[]): readonly ChangedEvidence[] {
  let left: EvidenceChangeOnDay[] = []
  for (const change of changes) {
    const isSame = (one: EvidenceChangeOnDay): boolean =>
      one.what === change.what && one.evidence.key === change.evidence.key
    const start = left.findIndex((one) => isSame(one) && !compareWords(one.from, change.to))
    if (start >= 0) left = left.filter((one, index) => index < start || !isSame(one))
    // New evidence is no change, unless it was there earlier.
    else if (change.from !== '') left.push(change)
  }
  return left.map(({ evidence, what, date, commit }) => ({ evidence, what, date, commit }))
}

/** Evidence that has changed under each decision after one more step. */
function changesAfter(
  { date, commit, changes }: Dated,
  before: ReadonlyMap<string, readonly EvidenceChangeOnDay[]>,
): ReadonlyMap<string, readonly EvidenceChangeOnDay[]> {
  const names = renamings(changes)
  const renamed = new Map([...names].map(([key, after]) => [key, after.key]))
  /** Evidence that is gone keeps its name, even where other evidence has that name now. */
  const called = (one: EvidenceChangeOnDay): EvidenceChangeOnDay =>
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
    for (const { supports, ...changed } of evidenceChangesOf(change)) {
      // Evidence that is gone names its decisions as they were called before this step.
      for (const key of change.after ? supports : supports.flatMap(nameOf))
        now.set(key, [...(now.get(key) ?? []), { ...changed, date, commit }])
    }
  }
  for (const key of changes.flatMap(confirmed)) now.delete(key)
  return now
}

/** Key of each item whose number changed → its new name. */
function renamings(changes: readonly Change[]): ReadonlyMap<string, Named> {
  const pairs = changes.flatMap((change) =>
    change.what === 'renumbered' ? [...change.run, ...change.along] : [],
  )
  return new Map(pairs.map(({ before, after }) => [before.key, after]))
}

/** The key of a part whose own words changed, which confirms a decision. `[]` for other changes. */
function confirmed({ what, after }: Change): readonly string[] {
  return TOUCHES.has(what) && after ? [after.key] : []
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
