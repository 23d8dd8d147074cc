/** Questions that somebody took away to answer, and has not answered. */
import { stateOf } from '../feedback/in-words.ts'
import { shorten } from '../text/phrases.ts'
import type { Check } from './shared/check.ts'

export const takenAway: Check = ({ feedback }) =>
  [...feedback.about.values(), feedback.general]
    .flat()
    .filter(({ asked, answered }) => asked?.next === 'taken' && !answered)
    .map((challenge) => {
      const { id = 'a question', words, asked } = challenge
      const said = stateOf(challenge).replace(/^T/, 't').slice(0, -1)
      return {
        message: `Unexpected ${id} without an answer, expected one to "${shorten(words)}", ${said}`,
        place: { file: asked?.file ?? 'feedback.json' },
      }
    })
