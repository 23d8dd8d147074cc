/** A whole case as read: what the checks, the plans and the outputs look at. */
import type { Logo } from '../brand/logo.ts'
import type { Change } from '../changes/change.ts'
import type { StaleDecision } from '../changes/stale.ts'
import type { Graph } from '../graph/index.ts'
import type { Settings } from '../settings/case-yaml.ts'
import type { Citation, Document } from '../syntax/conventions/index.ts'
import type { Measure } from '../text/measure.ts'
import type { LeftOut, Readers } from './audience.ts'
import type { Feedback, MovedSubject } from './feedback.ts'
import type { Accepted, Finding } from './finding.ts'
import type { Kind, KindTable } from './kinds.ts'
import type { PaperMargins } from './paper.ts'
import type { Source } from './source.ts'

/** What the checks look at. */
export interface Assembled {
  readonly sources: readonly Source[]
  readonly settings: Settings
  /** `case.yaml` as written, where there is one. */
  readonly settingsSource?: Source
  readonly documents: readonly Document[]
  readonly graph: Graph
  /** What readers have answered. */
  readonly feedback: Feedback
  readonly outside: Outside
  /** For whom it was read. */
  readonly audience: Readers['audience']
  /** What stays inside, by name. */
  readonly inside: Inside
  /** The words that these readers do not get. No page and no file may show them. */
  readonly leftOut: readonly LeftOut[]
  /** What is open. */
  readonly findings: readonly Finding[]
  /** What `case.yaml` accepts. */
  readonly accepted: readonly Accepted[]
  /** True where something can't be rendered at all: MDX that does not parse, a file off its schema. */
  readonly unreadable: boolean
}

/** A case as checks read it: all but what they find. */
export type Checkable = Omit<Assembled, 'findings' | 'accepted' | 'unreadable'>

/** What of a case stays inside, by name alone. */
export interface Inside {
  /** Keys of items and sections, and names of files. */
  readonly names: ReadonlySet<string>
  /** What keys of its items would be if no other item had their id: `risk-1` for `risk-1-payments`. */
  readonly bases: ReadonlySet<string>
  /** Citations in public text of items that stay inside. */
  readonly citations: readonly {
    readonly id: string
    readonly kind: Kind
    readonly citation: Citation
  }[]
}

/** What the texts cannot say of themselves. */
export interface Outside {
  /** ISO date of the case's last update: how old something is counts up to it. */
  readonly asOf?: string
  /** Addresses that some earlier state of the case had; absent without git. */
  readonly past?: readonly PastAddress[]
  /** Where items went about which a question was asked; absent without git. */
  readonly moved?: readonly MovedSubject[]
  /** Decisions that are to be affirmed again; absent without git. */
  readonly stale?: readonly StaleDecision[]
  /** What the case can have: the built-in kinds, if nobody says so. */
  readonly kinds?: KindTable
  /** Set for the manual of the product alone, see `Readers`. */
  readonly mayQuote?: true
  /** Set where what checks find is asked for later: pages do without. What stops them is found anyway. */
  readonly withoutChecks?: true
  /** For whom the case is read: for everyone, if nobody says so. */
  readonly audience?: Readers['audience']
  /** What changed since the moment that `case.yaml` names: a name to read, its ISO day, and the changes. */
  readonly since?: {
    readonly name: string
    readonly day?: string | undefined
    readonly changes: readonly Change[]
  }
  /** The letters' widths, by which slides flow; guessed without. */
  readonly measure?: Measure
  /** Where the case lies in its repository; absent without git. */
  readonly checkout?: Checkout
  /** What git calls this state: `a1b2c3d`. */
  readonly version?: string
  /** Of the case's own brand; absent where it has none. */
  readonly logo?: Logo
  /** Of its pages on paper; absent where its brand leaves them to each handout. */
  readonly margins?: PaperMargins
  /** What readers have answered: `feedback.json` of the code host, and a file for each other source. */
  readonly feedback?: readonly Source[]
}

/** Where the case lies in its repository. */
export interface Checkout {
  /** From the root of the repository: `slides/`; empty where that is the case folder. */
  readonly prefix: string
  /** Absent where git has checked out none. */
  readonly branch?: string
}

/** An address of an earlier state. */
export interface PastAddress {
  readonly key: string
  /** Title of the section or text of the item. */
  readonly text: string
  /** The last commit that had it, short, and its ISO date. */
  readonly commit: string
  readonly date: string
  /** ISO date of the commit without it; absent where only the folder lacks it. */
  readonly gone?: string
}
