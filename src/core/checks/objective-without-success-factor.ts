/** Objectives of which nobody could say whether they are met. */

import { shorten } from '../text/phrases.ts'
import type { Check } from './shared/check.ts'

export const objectiveWithoutSuccessFactor: Check = ({ graph }) => {
  const measured = new Set(
    graph.case.links.filter(({ role }) => role === 'measures').map(({ to }) => to),
  )
  return graph.case.items
    .filter(({ kind, key }) => kind === 'objective' && !measured.has(key))
    .map(({ id, text, place }) => ({
      message: `Unexpected objective ${id} without success factor ("${shorten(text)}"), expected a success factor that cites it: "… (${id})"`,
      place,
    }))
}
