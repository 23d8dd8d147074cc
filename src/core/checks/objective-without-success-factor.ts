/** Objectives of which nobody could say whether they are met. */
import { linkCheck } from './shared/without-link.ts'

export const objectiveWithoutSuccessFactor = linkCheck(
  { kind: 'objective', end: 'to', role: 'measures' },
  'without success factor',
  ({ id }) => `a success factor that cites it: "… (${id})"`,
)
