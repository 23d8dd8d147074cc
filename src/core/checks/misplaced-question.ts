/** Questions about what the case has no longer, or what has another number since. */
import type { Check } from './shared/check.ts'

export const misplacedQuestion: Check = ({ feedback, graph }) =>
  feedback.lost.map(({ file, id = 'question', moved }) => {
    const place = { file }
    const now = moved?.to !== undefined && graph.items.has(moved.to) ? moved.to : undefined
    if (moved && now !== undefined)
      return {
        message: `Unexpected ${id} about ${moved.from}, expected ${now}: what it was asked about has that number now; for the team alone until then`,
        mend: `Write "about: ${now}" in its entry`,
        place,
      }
    const what = moved
      ? `${moved.from}, which is something else now`
      : 'what the case has no longer'
    return {
      message: `Unexpected ${id} about ${what}, expected an item or a section of now: for the team alone until then`,
      place,
    }
  })
