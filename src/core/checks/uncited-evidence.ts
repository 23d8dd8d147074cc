/** Evidence that the case never uses. */
import type { Check } from './shared/check.ts'

/**
 * Reason: evidence that supports no decision and is cited nowhere is either a forgotten argument
 * or one that can go.
 *
 * Wrong: `Evidence 9a: …` where there is no decision 9 and no text says `(9a)`.
 *
 * Right: a decision 9, `(9a)` where it matters, or `Evidence 9a: See above` under a decision.
 */
export const uncitedEvidence: Check = {
  id: 'uncited-evidence',
  severity: 'warning',
  rule: 'Evidence supports a decision or is cited, so that nothing is collected for nothing.',
  run: ({ graph }) => {
    const supporting = graph.case.links.filter(({ role }) => role === 'supports')
    const used = new Set([
      ...supporting.map(({ from }) => from),
      ...[...graph.cited.values()].flat(),
    ])
    return graph.case.items
      .filter(({ kind, key }) => kind === 'evidence' && !used.has(key))
      .map(({ id, place }) => ({
        message: `Unexpected evidence ${id} that nothing uses, expected a decision that it supports or a citation (${id})`,
        place,
      }))
  },
}
