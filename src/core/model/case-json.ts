/** The shape of `case.json`. */
import type { Case, Stale } from './case.ts'
import type { CaseChallenge } from './feedback.ts'
import type { Accepted, Finding } from './finding.ts'

/** `case.json`: a field may be added; none is renamed or dropped without a new `schema` number. */
export interface CaseJson extends Case {
  readonly schema: 1
  /** Set where it holds what is not for everyone. */
  readonly audience?: 'internal'
  /** Decisions to be affirmed again. */
  readonly stale: readonly Stale[]
  /** What readers answered and the room asked, newest first beside each part of the case. */
  readonly challenges: readonly CaseChallenge[]
  readonly findings: readonly Finding[]
  readonly accepted: readonly Accepted[]
}
