/** Quotes that name a participant and an organisation, which together give the speaker away. */
import type { Check } from './shared/check.ts'
import { organisationIn } from './shared/organisation.ts'
import { type Passage, placeIn } from './shared/passage.ts'
import { quotesIn } from './shared/speaker.ts'

export const identifiableQuote: Check = (checked) =>
  quotesIn(checked).flatMap(({ passage, by = '' }) => {
    const participant = RE_PARTICIPANT.exec(by)?.[0]
    const organisation = organisationIn(by.slice(0, NEAR).replace(RE_PARTICIPANT, ' '))
    if (participant === undefined || organisation === undefined) return []
    return [
      {
        message: `Unexpected "${participant}" together with "${organisation}", expected one of the two: leave one out, since both can give a person away`,
        place: placeOfSpeaker(passage, by),
      },
    ]
  })

/** A speaker is named in so many characters; what is longer is no name. */
const NEAR = 200

// Matches "P3", "participant 3", "Interviewee no. 12".
const RE_PARTICIPANT =
  /\b(?:P|(?:[Pp]articipant|[Ii]nterviewee|[Uu]ser|[Rr]espondent|[Pp]erson)\s*(?:[Nn]o\.?|#)?\s*)\d+\b/

/** Where the speaker is named: behind the words, or in front as `by`. */
function placeOfSpeaker(passage: Passage, by: string): Passage['block']['place'] {
  const index = passage.written.lastIndexOf(by)
  return index < 0 ? passage.block.place : placeIn(passage, index, by.length)
}
