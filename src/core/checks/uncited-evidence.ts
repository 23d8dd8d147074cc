/** Evidence that the case never uses. */
import type { Check } from './shared/check.ts'

export const uncitedEvidence: Check = ({ graph }) => {
  const supporting = graph.case.links.filter(({ role }) => role === 'supports')
  const used = new Set([...supporting.map(({ from }) => from), ...[...graph.cited.values()].flat()])
  return graph.case.items
    .filter(({ kind, key }) => kind === 'evidence' && !used.has(key))
    .map(({ id, place }) => ({
      message: `Unexpected evidence ${id} that nothing uses, expected a decision that it supports or a citation (${id})`,
      place,
    }))
}
