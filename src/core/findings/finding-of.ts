/** From what was found to a finding. */
import type { Finding, Found } from '../model/finding.ts'
import { catalogue, type FindingId } from './catalogue.ts'

/** A finding with the severity that the catalogue gives it. */
export function findingOf(check: FindingId, found: Found): Finding {
  return { check, severity: catalogue[check].severity, ...found }
}
