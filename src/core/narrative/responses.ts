/** How a reader answers to a section or an item, and what readers have answered. */

import { type ChallengeList, challengeList } from '../feedback/in-words.ts'
import { unansweredOf } from '../feedback/index.ts'
import type { AnswerSubject, Ways } from '../feedback/ways.ts'
import type { Checkable } from '../model/assembled.ts'
import type { LinkedText } from '../text/linked-text.ts'

/** The words that open what stands behind a section or an item: one place for all of it, also for Tab. */
export interface Opener {
  /** What is seen: `Respond`, or how many challenges there are. */
  readonly summary: string
  /** What is only heard after it. */
  readonly unseen: string
  /** Whether a challenge waits for an answer. */
  readonly isChallenged: boolean
}

/** What stands behind an entry, closed until it is asked for. */
export interface Responses extends Opener {
  readonly challenges?: ChallengeList
  /** `Suggest a change to decision 5`, `Challenge decision 5`. */
  readonly ways: readonly LinkedText[]
}

/**
 * What a reader can answer to something, and has answered; undefined where there is neither.
 *
 * @param called as it stands in a sentence: `decision 5`, `“Benefits”`
 */
export function responsesTo(
  answered: AnswerSubject & { readonly called: string },
  waysTo: (answered: AnswerSubject) => Ways,
  { feedback, settings }: Pick<Checkable, 'feedback' | 'settings'>,
): Responses | undefined {
  const { key, called } = answered
  const challenges = feedback.about.get(key) ?? []
  const { suggest, challenge } = waysTo(answered)
  const way = (text: string, web: string | undefined): readonly LinkedText[] =>
    web === undefined ? [] : [{ text: `${text} ${called}`, to: { web } }]
  const ways = [...way('Suggest a change to', suggest), ...way('Challenge', challenge)]
  if (challenges.length === 0)
    return ways.length === 0
      ? undefined
      : { summary: 'Respond', unseen: ` to ${called}`, isChallenged: false, ways }
  const list = challengeList(challenges, settings.repository)
  return {
    summary: list.count,
    unseen: ` about ${called}`,
    isChallenged: unansweredOf(challenges) > 0,
    challenges: list,
    ways,
  }
}

/**
 * What opens an item's neighbourhood, its responses, or both: `5 success factors` around objective 1.
 *
 * @param counted what stands around it and is not said in its words; absent for nothing
 */
export function openerOf(
  called: string,
  counted: string | undefined,
  responses: Responses | undefined,
): Opener | undefined {
  if (counted === undefined) return responses
  const challenges = responses?.challenges?.count
  return {
    summary: challenges === undefined ? counted : `${counted}, ${challenges}`,
    unseen: ` around ${called}${responses && !challenges ? ', respond' : ''}`,
    isChallenged: responses?.isChallenged ?? false,
  }
}
