/** What the handout of one page is made of. */
import type { StrengthSentence } from '../graph/strength-words.ts'
import type { Place } from '../model/case.ts'
import type { Kind } from '../model/kinds.ts'
import type { SmallCharts } from './small-charts.ts'

/** One entry of a part. */
export interface OnePageLine {
  /** `O1`, `Evidence 3a`; absent for what is no item. */
  readonly name?: string
  /** Of the item or section, for a link to the narrative. */
  readonly key?: string
  /** Gives the name its hue. */
  readonly kind?: Kind
  readonly text: string
  /** Quiet sentences below: what measures it, how strong it is. */
  readonly below?: readonly StrengthSentence[]
  /** Set for a value at which the case turns. */
  readonly isTurn?: true
  /** Set for the option that the team prefers. */
  readonly preferred?: true
}

/** A part of the page, with a heading of its own. */
export interface OnePagePart {
  readonly title: string
  /** Words before the lines, or all words where there are no lines. */
  readonly lead?: string
  /** Set where the lead is a quote or a sentence that is shown large. */
  readonly stands?: true
  readonly lines: readonly OnePageLine[]
  /** Set where two lines stand side by side. */
  readonly paired?: true
  /** Drawn beside the lines that are of numbers, and below them. */
  readonly charts?: SmallCharts
  /** Said at the end: `12 others are on the long list.` */
  readonly more?: string
  /** Said in place of all else where the case has nothing: `To be written`. */
  readonly gap?: string
  /** Set where a route has nothing of it: the part is left out. */
  readonly omitted?: true
  /** Where the author could shorten it; for the ask, the file of the settings. */
  readonly place?: Place
}

/** What stands on the handout of one page. */
export interface OnePage {
  readonly title: string
  /** What the route is called; absent where the page is of the whole case. */
  readonly route?: string
  readonly ask: OnePagePart
  readonly problem: OnePagePart
  readonly objectives: OnePagePart
  readonly factors: OnePagePart
  readonly options: OnePagePart
  /** Of the preferred option, where that was appraised. */
  readonly worth?: OnePagePart
  /** At most three pieces of evidence, the strongest first. */
  readonly strongest: OnePagePart
  /** At most three claims that a sponsor will attack first. */
  readonly weakest: OnePagePart
}
