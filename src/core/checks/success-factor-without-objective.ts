/** Success factors that measure no objective. */
import { linkCheck } from './shared/without-link.ts'

export const successFactorWithoutObjective = linkCheck(
  { kind: 'success-factor', end: 'from', role: 'measures' },
  'without objective',
  () => 'the objective that it measures in brackets: "(O1)"',
)
