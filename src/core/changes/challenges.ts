/** What readers asked, and what became of it. Of a question that is gone nothing is told: somebody may have taken it back. */
import { withoutParticulars } from '../feedback/as-data.ts'
import type { CaseChallenge, MovedSubject } from '../model/feedback.ts'
import { type Challenged, type Change, isOfChallenge, type Named } from './change.ts'
import { type Comparison, type EditionSide, named, sideOf } from './comparison.ts'
import type { Edition } from './edition.ts'
import type { HistoryStep } from './weeks.ts'

/** A change for each challenge that is new, or of which something else became. */
export function challengeChanges({ before, after }: Comparison): readonly Challenged[] {
  const earlier = byKey(before.edition)
  return after.edition.challenges.flatMap((challenge): readonly Challenged[] => {
    const what = changeOf(earlier.get(challenge.key), challenge)
    return what === undefined ? [] : [{ what, after: aboutOf(challenge, after), challenge }]
  })
}

/** Challenges of an edition that are not answered in a later one, each as one that was asked. */
export function stillOpen(before: Edition, after: Edition): readonly Challenged[] {
  const earlier = byKey(before)
  const side = sideOf(after)
  return after.challenges
    .filter(({ key, outcome }) => outcome !== 'answered' && earlier.has(key))
    .map((challenge) => ({ what: 'asked', after: aboutOf(challenge, side), challenge }))
}

function aboutOf({ about }: CaseChallenge, side: EditionSide): Named {
  if (about !== undefined) return named(side, about)
  return { key: '', kind: 'case', name: side.edition.title, place: { file: 'feedback' } }
}

/**
 * A change of an earlier day as readers may know it now: in the words of today, and with the owner, day
 * and place of an answer only where they are still said. Undefined where readers have the challenge no
 * longer.
 *
 * @param now the challenges that they have, by key
 */
export function asToldNow(
  change: Challenged,
  now: ReadonlyMap<string, CaseChallenge>,
): Challenged | undefined {
  const { outcome, state } = change.challenge
  const known = now.get(change.challenge.key)
  if (known === undefined) return undefined
  const challenge = known.state === state ? known : withoutParticulars(known, outcome)
  return { ...change, challenge }
}

/** The challenges of a state of the case. */
export function byKey({
  challenges,
}: Pick<Edition, 'challenges'>): ReadonlyMap<string, CaseChallenge> {
  return new Map(challenges.map((one) => [one.key, one]))
}

/** Items with another number since something was asked about them, by the changes of each commit, the first one first. */
export function movedSubjects(
  steps: readonly (Pick<HistoryStep, 'asked'> & { readonly changes: readonly Change[] })[],
): readonly MovedSubject[] {
  const asked = new Map<string, { readonly from: string; readonly to: string | undefined }>()
  for (const { changes, asked: before = [] } of steps) {
    for (const [key, about] of before) asked.set(key, { from: about, to: about })
    const numbers = new Map(
      changes.flatMap((change) =>
        change.what === 'renumbered'
          ? [...change.run, ...change.along].map(
              (pair) => [pair.before.key, pair.after.key] as const,
            )
          : [],
      ),
    )
    const taken = new Set(numbers.values())
    for (const [key, { from, to = '' }] of asked)
      asked.set(key, { from, to: numbers.get(to) ?? (taken.has(to) ? undefined : to) })
    for (const change of changes)
      if (change.what === 'asked')
        asked.set(change.challenge.key, { from: change.after.key, to: change.after.key })
  }
  return [...asked].flatMap(([challenge, { from, to }]) =>
    from === to ? [] : [{ challenge, from, ...(to ? { to } : {}) }],
  )
}

/**
 * Tells nothing twice: what was asked before and is there again, since its file could not be read for
 * a while or since it was kept inside, is told as what became of it meanwhile.
 */
export class ToldChallenges {
  readonly #last: Map<string, CaseChallenge>

  constructor(before: ReadonlyMap<string, CaseChallenge> = new Map()) {
    this.#last = new Map(before)
  }

  /** The same as they are now; telling the one changes nothing in the other. */
  copy(): ToldChallenges {
    return new ToldChallenges(this.#last)
  }

  /** The changes that are new to whoever was told all before. */
  tell(changes: readonly Change[]): readonly Change[] {
    return changes.flatMap((change): readonly Change[] => {
      if (!isOfChallenge(change)) return [change]
      const { challenge } = change
      const before = this.#last.get(challenge.key)
      this.#last.set(challenge.key, challenge)
      if (change.what !== 'asked' || before === undefined) return [change]
      const what = changeOf(before, challenge)
      return what === undefined ? [] : [{ ...change, what }]
    })
  }
}

function changeOf(
  before: CaseChallenge | undefined,
  { outcome, owner, due }: CaseChallenge,
): Challenged['what'] | undefined {
  if (!before) return 'asked'
  const isOther = outcome === 'taken' && (before.owner !== owner || before.due !== due)
  if (before.outcome === outcome) return isOther ? 'taken' : undefined
  return outcome === 'open' ? 'reopened' : outcome
}
