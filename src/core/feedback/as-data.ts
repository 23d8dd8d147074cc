/** Challenges as data: what a state of a case says of each, without anybody's name but that of an owner. */
import type { Assembled } from '../model/assembled.ts'
import type { CaseChallenge, Challenge } from '../model/feedback.ts'
import { stateOf } from './in-words.ts'

/** All challenges that these readers get, in the order of the case, then those about all of it. */
export function challengesOf({
  feedback: { about, general },
  graph,
}: Pick<Assembled, 'feedback' | 'graph'>): readonly CaseChallenge[] {
  const { sections, items } = graph.case
  const places = new Map([...sections, ...items].map(({ key }, at) => [key, at]))
  const placeOf = (key: string) => places.get(key) ?? places.size
  const beside = [...about].toSorted(([one], [other]) => placeOf(one) - placeOf(other))
  const all = [
    ...beside.flatMap(([key, own]) => own.map((one) => dataOf(one, key))),
    ...general.map((one) => dataOf(one, undefined)),
  ]
  const met = new Map<string, number>()
  return all.map((one) => {
    const times = (met.get(one.key) ?? 0) + 1
    met.set(one.key, times)
    return times === 1 ? one : { ...one, key: `${one.key}~${times}` }
  })
}

function dataOf(challenge: Challenge, about: string | undefined): CaseChallenge {
  const { key, words, opened, answered, asked } = challenge
  const { same, next, owner, due } = asked ?? {}
  const outcome = answered ? 'answered' : (next ?? 'open')
  const isTaken = outcome === 'taken'
  return {
    key: key ?? words,
    sort: asked ? 'question' : 'challenge',
    ...(about === undefined ? {} : { about }),
    words,
    ...(opened ? { opened } : {}),
    ...(same ? { same } : {}),
    outcome,
    ...(isTaken && owner ? { owner } : {}),
    ...(isTaken && due ? { due } : {}),
    state: stateOf(challenge),
  }
}

/** What is told of one whose particulars may have been taken back since. */
export function withoutParticulars(
  { owner: _owner, due: _due, ...told }: CaseChallenge,
  outcome: CaseChallenge['outcome'],
): CaseChallenge {
  const answered = outcome === 'answered'
  const next = outcome === 'later' || outcome === 'taken' ? { next: outcome } : {}
  const state = stateOf({ answered, asked: { file: '', same: 0, ...next } })
  return { ...told, outcome, state }
}
