/** What stands on what, as plain data: small enough to travel, and the same in terminal and browser. */

/** What an item is, as far as a doubt cares. */
export type SupportSort = 'evidence' | 'assumption' | 'estimate' | 'decision' | 'option' | 'other'

/** One item. Numbers are places in the list of items. */
export interface SupportItem {
  readonly key: string
  /** As authors cite it: `3a`, `EST2`. */
  readonly id: string
  /** `Evidence 3a`. */
  readonly name: string
  readonly sort: SupportSort
  /** Its first words. */
  readonly text: string
  /** What it rests on, of which one piece is enough; absent where it rests on nothing of the kind. */
  readonly anyOf?: readonly number[]
  /** What it cannot do without. */
  readonly allOf?: readonly number[]
  /** What it speaks against. */
  readonly against?: readonly number[]
}

/** The items of a case in their order, and what the ask follows from. */
export interface SupportGraph {
  readonly items: readonly SupportItem[]
  readonly ask: SupportedAsk
}

/** What the ask follows from, by places in the list of items. */
export interface SupportedAsk {
  /** Whether the case says what it asks. */
  readonly isWritten: boolean
  /** What the words of the ask name in brackets: it needs all of these. */
  readonly named: readonly number[]
  /** The preferred option, which it needs too. */
  readonly preferred?: number
  /** Set where the case has it that this option costs more than it brings. */
  readonly isAtLoss?: true
  /** The estimates that are counted in the sum of the preferred option. */
  readonly counted: readonly number[]
  /** Set where sums stay inside, so that nobody outside can say what they do to the ask. */
  readonly isPart?: true
  /** The decisions: where it names nothing and nothing is preferred, it needs one of them. */
  readonly decisions: readonly number[]
}

/** Sorts that can be doubted: what is said to be so, assumed, counted or decided. */
const DOUBTABLE: ReadonlySet<SupportSort> = new Set([
  'evidence',
  'assumption',
  'estimate',
  'decision',
])

/** Whether an item can be doubted. */
export function isDoubtable({ sort }: Pick<SupportItem, 'sort'>): boolean {
  return DOUBTABLE.has(sort)
}
