/** What stands on the handout of one page: what a sponsor needs to decide, and how sure it is. */
import type { Checkable } from '../assemble.ts'
import type { Kind } from '../kinds.ts'
import type { Place } from '../model.ts'
import { placeInSettings } from '../settings.ts'
import type { StrengthSentence } from '../strength-words.ts'
import { strongestPart, weakestPart } from './evidence.ts'
import { factorsPart, objectivesPart, optionsPart } from './items.ts'
import { problemPart } from './problem.ts'

/** One entry of a part. */
export interface Line {
  /** `O1`, `Evidence 3a`; absent for what is no item. */
  readonly name?: string
  /** Of the item or section, for a link to the narrative. */
  readonly key?: string
  /** Gives the name its hue. */
  readonly kind?: Kind
  readonly text: string
  /** Quiet sentences below: what measures it, how strong it is. */
  readonly below?: readonly StrengthSentence[]
  /** Set for the option that the team prefers. */
  readonly preferred?: true
}

/** A stretch of the page under a heading of its own. */
export interface Part {
  readonly title: string
  /** What leads to the lines, or the whole part where there are none. */
  readonly lead?: string
  /** Set where the lead is a quote or a sentence that carries the part. */
  readonly stands?: true
  readonly lines: readonly Line[]
  /** Set where two lines stand side by side. */
  readonly paired?: true
  /** Said at the end: `12 others are on the long list.` */
  readonly more?: string
  /** Said in place of all else where the case has nothing: `To be written`. */
  readonly gap?: string
  /** Where the author would cut; the file of the settings for the ask. */
  readonly place?: Place
}

export interface OnePage {
  readonly title: string
  readonly ask: Part
  readonly problem: Part
  readonly objectives: Part
  readonly factors: Part
  readonly options: Part
  /** At most three pieces of evidence, the strongest first. */
  readonly strongest: Part
  /** At most three claims that a sponsor will attack first. */
  readonly weakest: Part
}

/** Chooses what the page says. What a case does not have is a gap and said so. */
export function onePageOf(checked: Checkable): OnePage {
  return {
    title: checked.graph.case.title,
    ask: askPart(checked),
    problem: problemPart(checked),
    objectives: objectivesPart(checked),
    factors: factorsPart(checked),
    options: optionsPart(checked),
    strongest: strongestPart(checked),
    weakest: weakestPart(checked),
  }
}

function askPart({ settings, settingsSource }: Checkable): Part {
  const file = settingsSource?.file ?? 'case.yaml'
  const place = settingsSource ? placeInSettings(settingsSource.text, file, ['ask']) : { file }
  const title = 'What we ask'
  if (settings.ask === undefined) return { title, lines: [], gap: 'To be written', place }
  return { title, lead: settings.ask.trim(), stands: true, lines: [], place }
}
