/** Success factors that measure no objective. */

import { shorten } from '../text/phrases.ts'
import type { Check } from './shared/check.ts'

export const successFactorWithoutObjective: Check = ({ graph }) => {
  const measuring = new Set(
    graph.case.links.filter(({ role }) => role === 'measures').map(({ from }) => from),
  )
  return graph.case.items
    .filter(({ kind, key }) => kind === 'success-factor' && !measuring.has(key))
    .map(({ id, text, place }) => ({
      message: `Unexpected success factor ${id} without objective ("${shorten(text)}"), expected the objective that it measures in brackets: "(O1)"`,
      place,
    }))
}
