/** Answers to challenges that no reader has made. */
import { answeredBy } from '../feedback/taken-up.ts'
import { listed } from '../text/listed.ts'
import { nearest } from '../text/nearest.ts'
import { nameInText } from '../text/phrases.ts'
import type { Check } from './shared/check.ts'

export const unknownChallenge: Check = ({ graph, feedback }) => {
  const shown = [...feedback.about.values(), feedback.general]
    .flat()
    .flatMap(({ id }) => id ?? [])
    .toSorted((one, other) => Number(one.slice(1)) - Number(other.slice(1)))
  return graph.case.items.flatMap((item) =>
    answeredBy(item)
      .filter((id) => !feedback.ids.has(id))
      .map((id) => {
        const expected =
          shown.length > 0
            ? `one that a reader made, such as ${listed(nearest(id, shown))}`
            : 'feedback that has it, in feedback.json or in feedback/'
        return {
          message: `Unexpected answer of ${nameInText(item, graph.kinds)} to challenge ${id}, expected ${expected}`,
          place: item.place,
        }
      }),
  )
}
