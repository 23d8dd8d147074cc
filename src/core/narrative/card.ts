/** The card that a citation opens: an item in short, wherever it is cited. */
import { type EstimateWords, estimateWordsOf } from '../appraisal/estimate-words.ts'
import { hostOf } from '../audience/access.ts'
import { countWords } from '../feedback/index.ts'
import { type Lookup, type SprintName, sprintOf } from '../graph/lookup.ts'
import { traceOf } from '../graph/trace.ts'
import type { Item } from '../model/case.ts'
import { calledOf, nameOf } from '../model/ids.ts'
import type { LinkedText } from '../text/linked-text.ts'

/** What a card says, in order. */
interface Card {
  readonly item: Item
  /** `Evidence 3a`, and in a sentence `evidence 3a`. */
  readonly name: string
  readonly called: string
  readonly sprint?: SprintName
  /** What it comes to, of an estimate. */
  readonly worth?: EstimateWords
  /** What its words link to, each called by its host. */
  readonly addresses: readonly CardLink[]
  readonly trace: readonly (readonly LinkedText[])[]
  /** How much readers have asked; absent where they have not. */
  readonly asked?: string
}

/** A link below the words of a card. */
interface CardLink {
  readonly href: string
  readonly host: string
}

/** The web addresses among these, each called by its host. */
export function linksOf(addresses: readonly string[]): readonly CardLink[] {
  return addresses
    .filter((href) => RE_WEB.test(href))
    .map((href) => ({ href, host: hostOf(href)?.replace(/^www\./, '') || href }))
}

/** The card of an item. */
export function cardOf(item: Item, lookup: Lookup): Card {
  const { graph, feedback } = lookup.assembled
  const name = nameOf(item, graph.kinds)
  const sprint = sprintOf(item, graph)
  const challenges = feedback.about.get(item.key)
  const worth = estimateWordsOf(item.key, lookup.assembled)
  return {
    ...{ item, name, called: calledOf(item, graph.kinds) },
    ...(sprint ? { sprint } : {}),
    ...(worth ? { worth } : {}),
    addresses: linksOf(item.addresses ?? []),
    trace: traceOf(item.key, lookup),
    ...(challenges ? { asked: countWords(challenges) } : {}),
  }
}

// Matches what has a host: a place of the case has none, nor has a mail address.
const RE_WEB = /^https?:/i
