/** What can change between two editions, with all that an output needs to tell it. */

import type { Place } from '../model/case.ts'
import type { CaseChallenge } from '../model/feedback.ts'
import type { Kind, Role } from '../model/kinds.ts'
import type { EditionFieldName } from './edition.ts'
import type { DiffRun } from './words.ts'

/** A part of an edition by its name there. */
export interface Named {
  readonly key: string
  readonly kind: Kind | 'section' | 'case'
  /** `Decision 5`, `Success factor 4`; the title of a section or of the case. */
  readonly name: string
  /** What several of its kind are called, where the case brings the kind. */
  readonly plural?: string
  readonly place: Place
}

/** One part in both editions. */
export interface Pair {
  readonly before: Named
  readonly after: Named
}

/** What a change is about, as each edition names it; absent where that edition does not have it. */
interface About {
  readonly before?: Named
  readonly after?: Named
  /** For evidence: keys of the decisions that it supports, or supported before it was removed. */
  readonly supports?: readonly string[]
}

/** A change of what is in both editions. */
interface InBothEditions extends About {
  readonly before: Named
  readonly after: Named
}

/** A link that came with an item. */
export interface LinkTo {
  readonly role: Role
  readonly to: Named
  readonly draft?: true
}

/** A link to a new item, from something that was there before. */
export interface LinkFrom {
  readonly role: Role
  readonly from: Named
  readonly draft?: true
}

/** What is there now and was not before. */
export interface Added extends About {
  readonly what: 'added'
  readonly after: Named
  /** What it says; `''` for sections. */
  readonly text: string
  /** Evidence that came with a decision; sections and items that came with a section. */
  readonly together: readonly Named[]
  /** Links from it, without links from evidence to a decision that came together with it. */
  readonly links: readonly LinkTo[]
  /**
   * Links to it from what was there before, for roles that are told at this end; absent without
   * one.
   */
  readonly linkedBy?: readonly LinkFrom[]
  /** Set where it is still to be written. */
  readonly gap?: true
}

/** What was there before and is gone. */
export interface Removed extends About {
  readonly what: 'removed'
  readonly before: Named
  readonly text: string
  readonly together: readonly Named[]
}

/** Other words. */
export interface Reworded extends InBothEditions {
  readonly what: 'reworded'
  /** Each passage that changed, with the words marked. */
  readonly words: readonly (readonly DiffRun[])[]
  /** Set where little stayed. */
  readonly rewritten?: true
}

/** Passages of a section that have another order. */
interface Reordered extends InBothEditions {
  readonly what: 'reordered'
}

/** A section with another title. */
interface Retitled extends InBothEditions {
  readonly what: 'retitled'
  readonly words: readonly (readonly DiffRun[])[]
}

/** It stands in another section. A section may also stand at another place in the same section. */
export interface Moved extends InBothEditions {
  readonly what: 'moved'
  /** The sections around it; absent at the top of the outline. */
  readonly from?: Named
  readonly to?: Named
}

/** Passages that moved to another section and stayed as they were. */
export interface HandedOver extends About {
  readonly what: 'handed'
  /** The section in which they stand. */
  readonly after: Named
  readonly from: Named
  readonly passages: readonly string[]
}

/** A run of items that have other numbers: "Decisions 6 to 9 are now 7 to 10". */
export interface Renumbered extends InBothEditions {
  readonly what: 'renumbered'
  /** In order; the first is the change's own. */
  readonly run: readonly Pair[]
  /** Evidence that got its numbers with them. */
  readonly along: readonly Pair[]
  /** What came or went at the start of the run, where something did. */
  readonly cause?: { readonly what: 'added' | 'removed'; readonly named: readonly Named[] }
}

/** Another strength. */
export interface Rated extends InBothEditions {
  readonly what: 'rated'
  /** In words: `{ term: 'Quality', before: 'Green', after: 'Amber: two sites only' }`. */
  readonly ratings: readonly {
    readonly term: string
    readonly before?: string
    readonly after?: string
  }[]
}

/** Steps of the reasoning of one role, at one end of which stands the same item or section. */
export interface Linked extends InBothEditions {
  readonly what: 'linked' | 'unlinked' | 'confirmed' | 'doubted'
  readonly role: Role
  /** The other ends. */
  readonly others: readonly Named[]
  /** Set where the new link is a draft. */
  readonly draft?: true
}

/** Missing words that were written, or that are missing now, or whose owner or date changed. */
export interface Gapped extends InBothEditions {
  readonly what: 'written' | 'opened' | 'reassigned'
  /** The words of the gap, in each edition; absent where nothing was written. */
  readonly was?: string
  readonly now?: string
  /** What was written or taken out with it. */
  readonly words: readonly (readonly DiffRun[])[]
}

/** Something that is said of the whole case. */
export interface Described extends About {
  readonly what: 'described'
  readonly field: EditionFieldName
  readonly from?: string
  readonly to?: string
  readonly words: readonly (readonly DiffRun[])[]
}

/** What became of something that a reader or somebody in the room asked. */
export interface Challenged extends About {
  readonly what: 'asked' | 'answered' | 'taken' | 'later' | 'reopened'
  /** What it is about, or the case. */
  readonly after: Named
  /** As it is afterwards; its words are plain, and those of a stranger. */
  readonly challenge: CaseChallenge
}

/** One difference between two states of a case. */
export type Change =
  | Added
  | Removed
  | Reworded
  | Reordered
  | Retitled
  | Moved
  | HandedOver
  | Renumbered
  | Rated
  | Linked
  | Gapped
  | Described
  | Challenged

/** Whether a change tells of a challenge. */
export function isOfChallenge(change: Change): change is Challenged {
  return 'challenge' in change
}
