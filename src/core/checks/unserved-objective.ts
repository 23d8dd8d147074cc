/** Objectives that no benefit serves, where others are served. */

import { shorten } from '../text/phrases.ts'
import type { Check } from './shared/check.ts'

/**
 * Reason: "Who benefits?" is asked of every objective; where benefits are written for the others,
 * this one looks forgotten.
 *
 * Wrong: the objectives O1 and O2, and benefits that cite `(O1)` alone.
 *
 * Right: `- Benefit 2: Visits are planned a day ahead (O2)`.
 */
export const unservedObjective: Check = {
  id: 'unserved-objective',
  severity: 'advice',
  rule: 'Where benefits serve objectives, every objective is served, so that none looks forgotten.',
  run: ({ graph }) => {
    const { items, links } = graph.case
    const served = new Set(links.filter(({ role }) => role === 'serves').map(({ to }) => to))
    if (served.size === 0) return []
    return items
      .filter(({ kind, key }) => kind === 'objective' && !served.has(key))
      .map(({ id, text, place }) => ({
        message: `Unexpected objective ${id} that no benefit serves ("${shorten(text)}"), expected a benefit that cites it: "… (${id})"`,
        place,
      }))
  },
}
