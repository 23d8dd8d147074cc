/** What stands with the words of an item where the narrative sets it out. */
import { type EstimateWords, estimateWordsOf } from '../appraisal/estimate-words.ts'
import type { LastChange } from '../changes/latest.ts'
import { staleOf } from '../changes/stale.ts'
import { staleSentence } from '../changes/stale-sentence.ts'
import { fromReaders } from '../feedback/in-words.ts'
import { againstOf, againstSentence } from '../graph/against.ts'
import { NO_EVIDENCE } from '../graph/gaps-in-words.ts'
import type { Graph } from '../graph/index.ts'
import { SET_OUT_UNDER } from '../graph/links-in-words.ts'
import { type SprintName, sprintOf } from '../graph/lookup.ts'
import { type StrengthSentence, strengthLine } from '../graph/strength-words.ts'
import { type Neighbourhood, neighbourhoodOf, unsaidLinksOf } from '../graph/trace.ts'
import type { Item } from '../model/case.ts'
import { calledOf, nameOf } from '../model/ids.ts'
import { isLike, rowOf } from '../model/kinds.ts'
import { propertySentences } from '../model/properties.ts'
import { allBlocks, type ItemBlock } from '../syntax/conventions/index.ts'
import type { LinkedText } from '../text/linked-text.ts'
import type { Endnote } from './endnotes.ts'
import type { EntryContext } from './entry-context.ts'
import { type Opener, openerOf, type Responses } from './responses.ts'

/** An item, in the order in which its parts are said: the author's words stand behind the name. */
export interface ItemEntry {
  readonly item: Item
  /** How the author wrote it: an entry of a list has its id behind its words, and no name. */
  readonly how: ItemBlock['how']
  /** Where links arrive; absent for a second use under a decision that nobody can name. */
  readonly anchor?: string
  /** `Success factor 2`, and in a sentence `success factor 2`. */
  readonly name: string
  readonly called: string
  /** `CSF2`, where the name does not say it. */
  readonly id?: string
  /** The sprint, where no decision above says it. */
  readonly sprint?: SprintName
  /** Its note at the end of a handout, where one is pointed to. */
  readonly note?: Endnote
  /** Set where this is no definition but `See above`: all else is said where it is set out. */
  readonly setOut?: readonly LinkedText[]
  /** That it is to be affirmed again, and why. */
  readonly stale?: readonly LinkedText[]
  /** What it comes to, of an estimate. */
  readonly worth?: EstimateWords
  /** How strong the team says it is; `[]` for kinds without strength, and for an estimate, whose worth says it. */
  readonly strength: readonly StrengthSentence[]
  /** Evidence against it that does not stand right below, with its answer; `[]` for none. */
  readonly against: readonly (readonly LinkedText[])[]
  /** What it rests on and what rests on it, a sentence each, where nothing says so right there. */
  readonly trace: readonly (readonly LinkedText[])[]
  readonly neighbours: Neighbourhood
  readonly changed?: LastChange
  readonly responses?: Responses
  /** What opens both; absent where there is neither. */
  readonly opener?: Opener
  /** How much readers have asked, where their words are not shown. */
  readonly asked?: string
  /** What is missing. */
  readonly gap?: string
}

/** The entry of an item's block; undefined where the block is no item, but a second definition. */
export function itemEntry(
  block: ItemBlock,
  { lookup, ...also }: EntryContext,
): ItemEntry | undefined {
  const { graph } = lookup.assembled
  const item = graph.items.get(graph.keys.get(block.at) ?? '')
  if (!item) return undefined
  const reuse = graph.reuses.get(block.at)
  const name = nameOf(item, graph.kinds)
  const called = calledOf(item, graph.kinds)
  const sprint = lookup.standsUnder.has(item.key) ? undefined : sprintOf(item, graph)
  const isPrefixed = rowOf(item.kind, graph.kinds).prefix !== ''
  // By order, its id stands behind its words. A second use needs a note where there is no "above".
  const isNoted = block.how !== 'entry' && (!reuse || !also.here.has(item.key))
  const note = isNoted ? also.endnotes.noteOf.get(item.key) : undefined
  const common = {
    ...{ item, how: block.how, name, called },
    ...(isPrefixed && !name.endsWith(item.id) ? { id: item.id } : {}),
    ...(sprint ? { sprint } : {}),
    ...(note ? { note } : {}),
  }
  if (!reuse) {
    const known = knownOf(item, citedIn(block, graph), { lookup, ...also })
    return {
      ...common,
      anchor: item.key,
      ...known,
      strength: [...known.strength, ...unsaid(block, item)],
    }
  }
  const { decision } = reuse
  return {
    ...common,
    ...(decision === undefined ? {} : { anchor: `${decision}-${item.key}` }),
    setOut: [{ text: `${SET_OUT_UNDER} ` }, { text: called, to: { key: item.key } }, { text: '.' }],
    ...{ strength: [], against: [], trace: [], neighbours: [] },
  }
}

/** What is said of an item and does not stand among its words: in front matter, for example. */
function unsaid(block: ItemBlock, { properties = {} }: Item): readonly StrengthSentence[] {
  if (block.how === 'row') return []
  const shown = [...allBlocks([block])]
    .flatMap((one) => ('words' in one ? [one.words.text.replace(/\s+/g, ' ')] : []))
    .join(' ')
  const others = Object.entries(properties).filter(([, words]) => !shown.includes(words))
  return propertySentences(Object.fromEntries(others)).map((words) => ({ words }))
}

/** Keys of the items that its words name. */
function citedIn(block: ItemBlock, graph: Graph): ReadonlySet<string> {
  const citations = [...allBlocks([block])].flatMap((one) =>
    'words' in one ? one.words.citations : [],
  )
  return new Set(citations.flatMap(({ at }) => graph.cited.get(at) ?? []))
}

/** What is known of an item, said once: where it is set out. */
function knownOf(
  item: Item,
  cited: ReadonlySet<string>,
  { lookup, changed, answers }: EntryContext,
) {
  const { assembled, linksTo } = lookup
  const { key } = item
  const { items, kinds } = assembled.graph
  const stale = staleOf(key, assembled.outside)
  const name = nameOf(item, kinds)
  const called = calledOf(item, kinds)
  const responses = answers({ ...item, name, called })
  const { trace, counted } = unsaidLinksOf(key, lookup, cited)
  const opener = openerOf(called, counted, responses)
  const challenges = assembled.feedback.about.get(key)
  const change = changed.get(key)
  const worth = estimateWordsOf(key, assembled)
  const isBare =
    isLike(item.kind, 'decision', kinds) &&
    !(linksTo.get(key) ?? []).some(({ role }) => role === 'supports')
  return {
    ...(stale ? { stale: staleSentence(stale, items) } : {}),
    ...(worth ? { worth } : {}),
    strength: worth ? [] : strengthLine(item, kinds),
    against: againstOf(key, assembled.graph)
      .filter((one) => lookup.standsUnder.get(one.key) !== key)
      .map((one) => againstSentence(one, assembled.graph)),
    trace,
    neighbours: counted === undefined ? [] : neighbourhoodOf(key, lookup),
    ...(change ? { changed: change } : {}),
    ...(responses ? { responses } : {}),
    ...(opener ? { opener } : {}),
    ...(challenges ? { asked: fromReaders(challenges) } : {}),
    ...(isBare ? { gap: NO_EVIDENCE } : {}),
  }
}
