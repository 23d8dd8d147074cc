/** Who reads a case, and what each of them does not get. */
import type { Place } from './case.ts'
import { builtInKinds, type KindTable } from './kinds.ts'

/** `public`: for everyone. `internal`: also for the team and whom it trusts. */
export const audiences = ['public', 'internal'] as const

/** For whom pages are made. */
export type Audience = (typeof audiences)[number]

/** What words in a bracket may mean: a part of the text, or that the item stays inside. */
export const bracketMeanings = ['note', 'internal'] as const

/** Words in brackets, and what `case.yaml` says that they mean. */
export type Meanings = Readonly<Record<string, (typeof bracketMeanings)[number]>>

/** For whom sources are read. */
export interface Readers {
  /** `whole`: as written, with what was withdrawn: for what changes the files. */
  readonly audience: Audience | 'whole'
  /** What the case can have: an item of any of these may be kept inside. */
  readonly kinds: KindTable
  /** Ids of items whose words are withdrawn: `12c`. Those of now, whatever the state of the text. */
  readonly withdrawn?: readonly string[]
  /** Hosts, besides the usual ones, of which everyone else gets no more than the name. */
  readonly restricted?: readonly string[]
  /** Old addresses that lead on inside the case. */
  readonly links?: Readonly<Record<string, string>>
  /** What `case.yaml` says that words in the brackets of labels mean. */
  readonly brackets?: Meanings
  /** Set for the manual of the product alone: its code shows how to write what stays inside. */
  readonly mayQuote?: true
  /** Whether it is a state of before: nobody can mend there what is not clear, so it is not told. */
  readonly isEarlier?: boolean
  /** Names of what stays inside now: items of these keys do in earlier states too. */
  readonly inside?: ReadonlySet<string>
  /** Runs of words that stay inside now, are private or withdrawn: what changed tells none of them. */
  readonly forbidden?: Needles
}

/**
 * The readers of a case that keeps nothing inside, from which nothing was withdrawn, and which brings no
 * kinds of its own.
 */
export const everyone: Readers = { audience: 'public', kinds: builtInKinds }

/** Runs by their first word. */
export type Needles = ReadonlyMap<string, readonly Needle[]>

export interface Needle {
  /** Words of lower-case letters and digits, a space between: `up to 40 000 pounds`. */
  readonly words: string
  readonly count: number
  readonly left: LeftOut
}

/** Words that were left out. They must reach no output. */
export interface LeftOut {
  /**
   * `private`: in `<Notes>`, which are for whoever speaks. `restricted`: what follows the host in an
   * address that readers can't open.
   */
  readonly why: 'internal' | 'withdrawn' | 'private' | 'restricted'
  /** As written. */
  readonly words: string
  readonly place: Place
}
