/** What the tool has to say of a case. */
import type { FindingId } from '../findings/catalogue.ts'
import type { Place } from './case.ts'
import type { Severity } from './severity.ts'

/** What was found: fact, expectation, next step. */
export interface Finding extends Found {
  readonly check: FindingId
  readonly severity: Severity
}

/** What and where, before it has the id and the severity of its row in the catalogue. */
export interface Found {
  /** For programs: "Unexpected …, expected …". */
  readonly message: string
  /** For people: what to do, and about what; absent where the catalogue and the message say it. */
  readonly mend?: string
  readonly place: Place
  readonly related?: readonly Place[]
  /** The words at the place, where these alone are wrong, and those that `check --fix` writes for them. */
  readonly instead?: { readonly words: string; readonly by: string }
}

/** A finding that the team has accepted in `case.yaml`. */
export interface Accepted extends Finding {
  readonly reason: string
  readonly owner: string
}
