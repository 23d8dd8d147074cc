/** A report as data. */

import { countsOf } from './count.ts'
import type { Report } from './report.ts'

/** A field may be added; none is renamed or dropped without a new number. */
const SCHEMA = 1

/** `{ schema, folder, findings, accepted, unchecked, counts }`: places are relative to the folder. */
export function jsonReport(report: Report): string {
  const { folder, findings, accepted, unchecked, weakest, sinking, learnNext, whatIf, fit } = report
  const counts = { ...countsOf(findings), accepted: accepted.length }
  const facts = { schema: SCHEMA, folder, findings, accepted, unchecked, counts }
  const asked = { weakest, sinking, learnNext, whatIf, fit }
  return JSON.stringify({ ...facts, ...asked }, null, 2)
}
