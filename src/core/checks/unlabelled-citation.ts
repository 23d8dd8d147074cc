/** Citations of items whose number comes from their order. */

import type { Place } from '../model/case.ts'
import { kinds } from '../model/kinds.ts'
import type { Check } from './shared/check.ts'

/**
 * Reason: O2 becomes O3 when someone inserts an objective above it, and every citation of it then
 * means another one. A label keeps the number.
 *
 * Wrong: `- Work across boundaries` as the second objective, cited as `(O2)`.
 *
 * Right: `- Objective 2: Work across boundaries`
 */
export const unlabelledCitation: Check = {
  id: 'unlabelled-citation',
  severity: 'advice',
  rule: 'What is cited has a label of its own, so that inserting does not shift it.',
  run: ({ documents, graph }) => {
    const first = new Map<string, Place>()
    for (const { at, place } of documents.flatMap(({ citations }) => citations)) {
      for (const key of graph.cited.get(at) ?? []) if (!first.has(key)) first.set(key, place)
    }
    return graph.case.items.flatMap(({ key, kind, id, byOrder, place }) => {
      const citation = first.get(key)
      if (!byOrder || !citation) return []
      const label = `${kinds[kind].label} ${id.slice(kinds[kind].prefix.length)}: …`
      return [
        {
          message: `Unexpected citation of ${id}, whose number comes by order, expected a label that keeps it: "${label}"`,
          place,
          related: [citation],
        },
      ]
    })
  },
}
