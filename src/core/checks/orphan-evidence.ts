/** Evidence that belongs to no decision, and re-uses of evidence that is not there. */

import { numberOf } from '../graph/items.ts'
import type { Checkable } from '../model/assembled.ts'
import type { Found } from '../model/finding.ts'
import { decisionKey, evidenceKey } from '../model/kinds.ts'
import { nearest } from '../text/nearest.ts'
import { oneOf } from '../text/phrases.ts'
import type { Check } from './shared/check.ts'

export const orphanEvidence: Check = (checked) => [
  ...withoutDecision(checked),
  ...undefinedReuses(checked),
]

function withoutDecision({ graph, inside }: Checkable): readonly Found[] {
  const decisions = graph.case.items.filter(({ kind }) => kind === 'decision').map(({ id }) => id)
  return graph.case.items
    .filter(({ kind }) => kind === 'evidence')
    .filter(({ id }) => {
      const key = decisionKey(numberOf(id))
      // One that stays inside is the business of `cites-internal`.
      return !graph.items.has(key) && !inside.names.has(key)
    })
    .map(({ id, place }) => ({
      message: `Unexpected evidence ${id} without decision ${numberOf(id)}, expected evidence of ${nameDecisions(nearest(numberOf(id), decisions))}: write the decision or mend the number`,
      place,
    }))
}

function undefinedReuses({ graph, inside }: Checkable): readonly Found[] {
  const ids = graph.case.items.filter(({ kind }) => kind === 'evidence').map(({ id }) => id)
  return [...graph.reuses.values()]
    .filter(({ id }) => {
      const key = evidenceKey(id)
      return !graph.items.has(key) && !inside.names.has(key)
    })
    .map(({ id, place }) => ({
      message: `Unexpected re-use of evidence ${id}, which nothing defines, expected ${oneOf(nearest(id, ids))}, or its words here`,
      place,
    }))
}

function nameDecisions(ids: readonly string[]): string {
  if (ids.length === 0) return 'a decision'
  return ids.length === 1 ? `decision ${ids[0]}` : `one of the decisions ${ids.join(', ')}`
}
