/** A case with what its texts cannot say of it. */
import type { Note } from '../changes/notes.ts'
import type { MainLine } from '../changes/weeks.ts'
import type { Checkable } from './assembled.ts'

/** What the narrative tells of. */
export interface DatedCase extends Checkable {
  /** ISO dates; absent where neither `case.yaml` nor git knows. */
  readonly dates: { readonly published?: string | undefined; readonly updated?: string | undefined }
  /** What this state of the case is called; absent where nobody says so. */
  readonly version?: string
  /** What its commits changed; absent without git. */
  readonly line?: MainLine
  /** What the team says of its weeks. */
  readonly notes: readonly Note[]
}
