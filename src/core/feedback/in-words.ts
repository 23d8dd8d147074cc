/** What readers have answered, in words: those of readers themselves are plain text. */
import type { Challenge } from '../model/feedback.ts'
import { formatDate } from '../text/dates.ts'
import type { LinkedText } from '../text/linked-text.ts'
import { listed } from '../text/listed.ts'
import { countWords } from './index.ts'

/** One challenge. */
interface ChallengeEntry {
  readonly words: string
  readonly url?: string
  /** `Asked 3 March 2020.`; absent where its date is not known. */
  readonly asked?: string
  /** `Answered 5 March 2020.`, or that nobody did yet. */
  readonly state: string
  readonly isAnswered: boolean
}

/** What is told of some challenges. */
export interface ChallengeList {
  /** `2 challenges, 1 answered` */
  readonly count: string
  readonly shown: readonly ChallengeEntry[]
  /** How many are left out, and where they are; absent where all are shown. */
  readonly more?: readonly LinkedText[]
}

/** How many challenges are shown: more would hide the case. */
const SHOWN = 50

/** Challenges as outputs show them, in their order. */
export function challengeList(
  challenges: readonly Challenge[],
  repository: string | undefined,
): ChallengeList {
  const more = challenges.length - SHOWN
  const where: readonly LinkedText[] =
    repository === undefined
      ? []
      : [{ text: ' in ' }, { text: 'the repository', to: { web: repository } }]
  return {
    count: countWords(challenges),
    shown: challenges.slice(0, SHOWN).map(entryOf),
    ...(more > 0 ? { more: [{ text: `And ${more} more` }, ...where, { text: '.' }] } : {}),
  }
}

function entryOf(challenge: Challenge): ChallengeEntry {
  const { id, words, url, opened, answered, asked } = challenge
  const by = asked?.name === undefined ? '' : ` by ${asked.name}`
  const others = asked?.same ? `; ${asked.same} more asked this` : ''
  const when = opened ? `Asked ${formatDate(opened)}${by}${others}.` : undefined
  return {
    words: id === undefined ? words : `${id}: ${words}`,
    ...(url === undefined ? {} : { url }),
    ...(when === undefined ? {} : { asked: when }),
    state: stateOf(challenge),
    isAnswered: answered,
  }
}

/** `Answered 5 March 2020: see evidence 3b.`, `Taken away by Ann, until 4 March 2027.` */
export function stateOf({
  closed,
  answered,
  answeredIn,
  asked,
}: Pick<Challenge, 'closed' | 'answered' | 'answeredIn' | 'asked'>): string {
  const when = closed ? ` ${formatDate(closed)}` : ''
  const where = answeredIn ? `: see ${listed(answeredIn)}` : ''
  if (answered) return `Answered${when}${where}.`
  if (asked?.next === 'later') return 'To be answered later.'
  if (asked?.next !== 'taken') return 'Not answered yet.'
  const { owner, due } = asked
  return `Taken away${owner ? ` by ${owner}` : ''}${due ? `, until ${dayOf(due)}` : ''}.`
}

/** As people write it; what is no ISO date stays as it is. */
function dayOf(due: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(due) ? formatDate(due) : due
}

/** Said where the challenges themselves are not shown, as on paper. */
export function fromReaders(challenges: readonly Challenge[]): string {
  return `From readers: ${countWords(challenges)}.`
}
