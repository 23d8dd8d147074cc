/** Evidence that may hold no longer. */
import { itemsLike } from '../graph/items.ts'
import { monthsBetween } from '../text/age.ts'
import { inWords } from '../text/months.ts'
import { nameInText } from '../text/phrases.ts'
import type { Check } from './shared/check.ts'

/** Age is counted up to the last update of the case. Evidence without a date is left out. */
export const oldEvidence: Check = ({ graph, settings, outside: { asOf } }) => {
  const limit = settings.limits.evidenceMonths
  return itemsLike('evidence', graph).flatMap((item) => {
    const { strength, place } = item
    if (!strength?.date || asOf === undefined) return []
    const age = monthsBetween(strength.date, asOf)
    if (age <= limit) return []
    return [
      {
        message: `Unexpected ${nameInText(item, graph.kinds)} from ${inWords(age)} ago, expected it to be at most ${inWords(limit)} old: ask again, or accept it in case.yaml with the reason why it still holds`,
        place,
      },
    ]
  })
}
