/** The case as data: the one shape that the checks, the outputs and `case.json` share. */
import type { Estimated } from './estimated.ts'
import type { Kind, Role } from './kinds.ts'
import type { Properties } from './properties.ts'

/** Where something stands in the sources. Lines and columns are 1-based; no line means the whole file. */
export interface Place {
  /** Relative to the case folder, with forward slashes. */
  readonly file: string
  readonly line?: number
  readonly column?: number
  /** Characters from there on that are meant; absent where the place is a point. */
  readonly length?: number
}

/** A heading's stretch of the outline. */
export interface Section {
  /** Stable slug, unique in the case. */
  readonly key: string
  readonly title: string
  /** 1 for the top of the outline, whatever the number of hashes. */
  readonly depth: number
  /** Key of the section around it. */
  readonly parent?: string
  /** Number of the sprint, where the heading is `Sprint N`. */
  readonly sprint?: string
  /** Set where the heading is a `#` after the title: it opens a part. */
  readonly part?: true
  readonly place: Place
}

/** How sure a team is of something, as a traffic light, and why. Impact red means that much hangs on it. */
export interface Rating {
  readonly colour: 'green' | 'amber' | 'red'
  readonly reason?: string
}

/** What a team says of the strength of its evidence. What it does not say is not rated, never green. */
export interface Strength {
  readonly kind?:
    | 'interview'
    | 'analytics'
    | 'desk research'
    | 'previous discovery'
    | 'team judgement'
  /** `2020`, `2020-03` or `2020-03-14`. */
  readonly date?: string
  readonly access?: 'public' | 'restricted' | 'unpublished'
  readonly quality?: Rating
  readonly impact?: Rating
  /** Set where it speaks against what it is about. */
  readonly against?: true
  /** Words among these that say none of it, as written. */
  readonly note?: string
}

/** A part of a decision record. */
export interface ItemPart {
  /** `Context`, `Considered options`; absent for the title and what stands right below it. */
  readonly name?: string
  /** Its words, the name included. */
  readonly text: string
}

/** All words of an item: of a decision record, those of all its parts. */
export function wholeTextOf({ text, parts }: Pick<Item, 'text' | 'parts'>): string {
  return parts
    ? parts
        .map((part) => part.text)
        .join(' ')
        .trim()
    : text
}

/** Something of a kind that can be cited. */
export interface Item {
  /** `decision-3`, `success-factor-2`. */
  readonly key: string
  readonly kind: Kind
  /** `3`, `3a`, `O2`: as authors cite it. */
  readonly id: string
  /** Set where an item of another document had the id first: it is cited as `scope: id` from elsewhere. */
  readonly scope?: string
  /** Plain words, without the label; of a decision record, its title and what was decided. */
  readonly text: string
  /** Of a decision record: all of its words, part by part; absent for others. */
  readonly parts?: readonly ItemPart[]
  /** Key of the section in which it stands. */
  readonly section: string
  readonly sprint?: string
  /** Set where the id comes from the order and not from a label: inserting shifts it. */
  readonly byOrder?: true
  /** Absent where nothing is said. */
  readonly strength?: Strength
  /** Of an estimate: what its bracket says; absent where nothing is said. */
  readonly estimated?: Estimated
  /** Web addresses that its text links to; absent where there are none. */
  readonly addresses?: readonly string[]
  /** What is said of it beside its words; absent where nothing is. */
  readonly properties?: Properties
  readonly place: Place
}

/** One step of the reasoning. `from` and `to` are keys of items or sections. */
export interface Link {
  readonly from: string
  readonly to: string
  readonly role: Role
  /** Written by the team as `(draft: …)`, to be confirmed. */
  readonly draft?: true
  readonly place: Place
}

/** Something that the case says is missing, or that is plainly not there. */
export interface Gap {
  readonly section: string
  readonly item?: string
  /** The author's words; absent where nothing was written. */
  readonly text?: string
  readonly owner?: string
  readonly due?: string
  readonly place: Place
}

/** The typed graph of one case. All arrays are in document order. */
export interface Case {
  readonly title: string
  readonly sections: readonly Section[]
  readonly items: readonly Item[]
  readonly links: readonly Link[]
  readonly gaps: readonly Gap[]
}

/** A decision that is to be affirmed again: evidence under it changed since it was last confirmed. */
export interface Stale {
  /** Key. */
  readonly decision: string
  /** Oldest first; never empty. */
  readonly evidence: readonly {
    /** Key; what was removed had it last. */
    readonly key: string
    readonly what: 'reworded' | 'removed' | 'rated'
    /** When a commit changed it: ISO date, to the second. */
    readonly date: string
    readonly commit: string
  }[]
}
