/** What the tool has to say of a case. */
import type { Place } from './case.ts'

export type Severity = 'error' | 'warning' | 'advice'

/** What a check has to say: fact, expectation, next step. */
export interface Finding {
  /** Id of the check; never changes. */
  readonly check: string
  readonly severity: Severity
  readonly message: string
  readonly place: Place
  readonly related?: readonly Place[]
}

/** A finding that the team has accepted in `case.yaml`. */
export interface Accepted extends Finding {
  readonly reason: string
  readonly owner: string
}
