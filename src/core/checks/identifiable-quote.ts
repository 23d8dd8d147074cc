/** Quotes whose speaker can be told by participant and organisation together. */
import type { Check } from './shared/check.ts'
import { organisationIn } from './shared/organisation.ts'
import { type Passage, placeIn } from './shared/passage.ts'
import { quotesIn } from './shared/speaker.ts'

/**
 * Reason: in a small sample of senior people, the number of a participant and an organisation
 * together give a person away, and every other quote of theirs too.
 *
 * Wrong: `> Head of service, Northmere Council, P3`
 *
 * Right: `> Head of service, P3`, or `> Head of service, Northmere Council`
 */
export const identifiableQuote: Check = {
  id: 'identifiable-quote',
  severity: 'warning',
  rule: 'A quote names a participant or an organisation, and not both.',
  run: (checked) =>
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
    }),
}

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
