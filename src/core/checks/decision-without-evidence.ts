/** Decisions that nothing supports. */

import { shorten } from '../text/phrases.ts'
import type { Check } from './shared/check.ts'

export const decisionWithoutEvidence: Check = ({ graph }) => {
  const supported = new Set(
    graph.case.links.filter(({ role }) => role === 'supports').map(({ to }) => to),
  )
  return graph.case.items
    .filter(({ kind, key }) => kind === 'decision' && !supported.has(key))
    .map(({ id, text, place }) => ({
      message: `Unexpected decision ${id} without evidence ("${shorten(text)}"), expected "Evidence ${id}a: …" below it`,
      place,
    }))
}
