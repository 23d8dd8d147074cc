/** How many findings there are, by severity, in words. */
import type { Accepted, Finding } from '../../core/model/finding.ts'
import { type Severity, severities } from '../../core/model/severity.ts'

const WORDS: Readonly<Record<Severity, readonly [one: string, many: string]>> = {
  error: ['error', 'errors'],
  warning: ['warning', 'warnings'],
  advice: ['piece of advice', 'pieces of advice'],
}

/** `Found 2 errors, 1 warning; 4 accepted in case.yaml.`; `No findings.` when there are none. */
export function summary(findings: readonly Finding[], accepted: readonly Accepted[] = []): string {
  const open = counted(findings)
  const living = accepted.length === 0 ? '' : `; ${accepted.length} accepted in case.yaml`
  return `${open === '' ? 'No findings' : `Found ${open}`}${living}.`
}

/** `2 errors, 1 warning, 3 pieces of advice`; `''` for no findings. */
export function counted(findings: readonly Finding[]): string {
  const counts = countsOf(findings)
  return severities
    .flatMap((severity) => (counts[severity] === 0 ? [] : [many(counts[severity], severity)]))
    .join(', ')
}

/** How many findings there are of each severity. */
export function countsOf(findings: readonly Finding[]): Readonly<Record<Severity, number>> {
  const of = (wanted: Severity) => findings.filter(({ severity }) => severity === wanted).length
  return { error: of('error'), warning: of('warning'), advice: of('advice') }
}

/** `(2, 'advice')` → `2 pieces of advice`. */
export function many(count: number, severity: Severity): string {
  return `${count} ${WORDS[severity][count === 1 ? 0 : 1]}`
}
