/** Objectives that no benefit serves, where others are served. */

import { shorten } from '../text/phrases.ts'
import type { Check } from './shared/check.ts'

/** Says nothing until some benefit serves an objective. */
export const unservedObjective: Check = ({ graph }) => {
  const { items, links } = graph.case
  const served = new Set(links.filter(({ role }) => role === 'serves').map(({ to }) => to))
  if (served.size === 0) return []
  return items
    .filter(({ kind, key }) => kind === 'objective' && !served.has(key))
    .map(({ id, text, place }) => ({
      message: `Unexpected objective ${id} that no benefit serves ("${shorten(text)}"), expected a benefit that cites it: "… (${id})"`,
      place,
    }))
}
