/** What readers asked, and what became of it. Of a question that is gone nothing is told: somebody may have taken it back. */
import { withoutParticulars } from '../feedback/as-data.ts'
import type { CaseChallenge } from '../model/feedback.ts'
import type { Challenged, Named } from './change.ts'
import { type Comparison, type EditionSide, named, sideOf } from './comparison.ts'
import type { Edition } from './edition.ts'

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

function changeOf(
  before: CaseChallenge | undefined,
  { outcome, owner, due }: CaseChallenge,
): Challenged['what'] | undefined {
  if (!before) return 'asked'
  const isOther = outcome === 'taken' && (before.owner !== owner || before.due !== due)
  if (before.outcome === outcome) return isOther ? 'taken' : undefined
  return outcome === 'open' ? 'reopened' : outcome
}
