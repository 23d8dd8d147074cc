/** Objectives that no benefit serves, where others are served. */
import type { Check } from './shared/check.ts'
import { linkCheck } from './shared/without-link.ts'

/** Says nothing until some benefit serves an objective. */
export const unservedObjective: Check = (checked) =>
  checked.graph.case.links.some(({ role }) => role === 'serves') ? unserved(checked) : []

const unserved = linkCheck(
  { kind: 'objective', end: 'to', role: 'serves' },
  'that no benefit serves',
  ({ id }) => `a benefit that cites it: "… (${id})"`,
)
