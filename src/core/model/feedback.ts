/** What readers have answered. */
import type { Place } from './case.ts'

/** What a reader has answered, or somebody in the room has asked. */
export interface Challenge {
  /** What it is known by whatever else of it changes; absent where its file gives it nothing of the kind. */
  readonly key?: string
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

/** A challenge as data: in `case.json`, in a receipt, and where two states of a case are compared. No name is in it. */
export interface CaseChallenge {
  /** What it is known by in every state of the case, unique in each. */
  readonly key: string
  /** A question of a room, or what came in any other way. */
  readonly sort: 'question' | 'challenge'
  /** Key of the item or section that it is about; absent for the whole case. */
  readonly about?: string
  readonly words: string
  /** ISO date. */
  readonly opened?: string
  /** How many others asked the same. */
  readonly same?: number
  readonly outcome: 'open' | 'later' | 'taken' | 'answered'
  /** Who has taken it away, and until when (ISO date, or any words). */
  readonly owner?: string
  readonly due?: string
  /** All of that in a sentence: `Taken away by Ann, until 4 March 2027.` */
  readonly state: string
}

/** Why the file, or entries of it, could not be read. */
export interface FeedbackFault {
  readonly message: string
  readonly place: Place
  /** The next step; absent where nobody can say more than the message. Neither shows words of the file. */
  readonly mend?: string
}

/** What a question was asked about, which has another number since. */
export interface MovedSubject {
  /** Key of the challenge. */
  readonly challenge: string
  /** Key of the item then. */
  readonly from: string
  /** Its key now; absent where it is gone, and another has its number. */
  readonly to?: string
}

/** A challenge whose subject is gone, or has another number. */
interface LostChallenge {
  readonly file: string
  readonly id?: string
  /** Set where something else has the number that it names. */
  readonly moved?: MovedSubject
}

/** What readers have answered. */
export interface Feedback {
  /** Key of an item or section → its challenges, newest first. */
  readonly about: ReadonlyMap<string, readonly Challenge[]>
  /** Those that name nothing in the case. */
  readonly general: readonly Challenge[]
  /** Those that name what the case has no longer, or what is something else now: for the team alone, since it may stay inside. */
  readonly lost: readonly LostChallenge[]
  readonly faults: readonly FeedbackFault[]
  /** Ids of all of them, of those too that stay inside. */
  readonly ids: ReadonlySet<string>
}
