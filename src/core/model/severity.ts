/** How serious a finding is. */

/** From the gravest on. `case.yaml` may give a finding another one than its own. */
export const severities = ['error', 'warning', 'advice'] as const

/** How much a finding matters. */
export type Severity = (typeof severities)[number]
