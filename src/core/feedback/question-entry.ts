/** A question of a room as an entry of a file of feedback: the shape of issues, so that one reader reads both. */
import type { AskedQuestion, Outcome } from './questions.ts'

/** What an entry says in place of an outcome; those that are open or answered say it by `state`. */
export const NEXT: Partial<Readonly<Record<Outcome, string>>> = {
  later: 'later',
  taken: 'taken away',
  hidden: 'set aside',
}

/** A new entry. */
export function entryOf(question: AskedQuestion) {
  const { name, id, about, words, on } = question
  return {
    question: id,
    title: words,
    about,
    createdAt: on,
    ...changing(question),
    ...(name === undefined ? {} : { name, nameMayBeShown: false }),
    confidential: true as const,
  }
}

/** The entry as it is now: what the team has written into it stays. */
export function entryWith(
  { next: _next, owner: _owner, due: _due, ...entry }: Readonly<Record<string, unknown>>,
  question: AskedQuestion,
) {
  return { ...entry, ...changing(question) }
}

function changing({ outcome, same, owner, due }: AskedQuestion) {
  const next = NEXT[outcome]
  const isClosed = outcome === 'answered' || outcome === 'hidden'
  return {
    state: isClosed ? ('closed' as const) : ('open' as const),
    same,
    ...(next ? { next } : {}),
    ...(outcome === 'taken' && owner ? { owner } : {}),
    ...(outcome === 'taken' && due ? { due } : {}),
  }
}
