/** What readers have answered. */
import type { Place } from './case.ts'

/** What a reader has answered, or somebody in the room has asked. */
export interface Challenge {
  /** Its own id, `F12`, where it came from a document; absent for an issue of a code host. */
  readonly id?: string
  /** What it says in one line, of at most 160 characters. */
  readonly words: string
  /** Key or name that it is about, as written: `decision-5`, `Decision 5`. Absent where it says none. */
  readonly about: readonly string[]
  /** Whether its issue is closed, or an item of the case answers it. */
  readonly answered: boolean
  /** Names of the items that take it up or answer it: `Evidence 3b`; absent where none does. */
  readonly answeredIn?: readonly string[]
  /** ISO dates. */
  readonly opened?: string
  readonly closed?: string
  /** Whether it is for the team alone. */
  readonly isInside?: true
  /** What was asked in a room says more; absent for what came in any other way. */
  readonly asked?: Asked
  /** On the repository's own host; absent where it leads elsewhere. */
  readonly url?: string
}

/** A question of a room. */
interface Asked {
  /** Where it is written. */
  readonly file: string
  /** How many others asked the same. */
  readonly same: number
  /** Who asked; absent where they did not say, and for everyone but the team unless it may be shown. */
  readonly name?: string
  /** The team lets everybody read the name. */
  readonly nameMayBeShown?: true
  /** It is answered later, or somebody has taken it away. */
  readonly next?: 'later' | 'taken'
  /** Who answers it, and until when (ISO date). */
  readonly owner?: string
  readonly due?: string
}

/** Why the file, or entries of it, could not be read. */
export interface FeedbackFault {
  readonly message: string
  readonly place: Place
}

/** What readers have answered. */
export interface Feedback {
  /** Key of an item or section → its challenges, newest first. */
  readonly about: ReadonlyMap<string, readonly Challenge[]>
  /** Those that name nothing in the case. */
  readonly general: readonly Challenge[]
  readonly faults: readonly FeedbackFault[]
  /** Ids of all of them, of those too that stay inside. */
  readonly ids: ReadonlySet<string>
}
