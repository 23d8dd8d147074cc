/** Every item of the case in one list, with what it rests on, who relies on it, and its state. */

import { isRestricted } from '../audience/access.ts'
import { type StaleDecision, staleOf } from '../changes/stale.ts'
import { unansweredOf } from '../feedback/index.ts'
import { type ReasoningStep, stepsOf } from '../graph/reasoning.ts'
import { citedAs } from '../graph/scopes.ts'
import type { Assembled } from '../model/assembled.ts'
import type { Item } from '../model/case.ts'
import type { Kind } from '../model/kinds.ts'
import { type ItemState, statesOf } from './state.ts'

export { type ItemState, stateNames, states } from './state.ts'

/** An item or section at the other end of a link. */
export interface Reference {
  readonly key: string
  /** Absent for a section. */
  readonly kind?: Kind
  /** The id of an item, the title of a section. */
  readonly name: string
  /** Set where all links to it are drafts. */
  readonly draft?: true
}

/** One item. */
export interface RegisterRow {
  readonly item: Item
  /** Title of the section in which it stands. */
  readonly section: string
  readonly state: ItemState
  readonly restsOn: readonly Reference[]
  readonly reliedOnBy: readonly Reference[]
  /** Evidence that speaks against it, and of such evidence what it speaks against. */
  readonly opposedBy: readonly Reference[]
  readonly opposes: readonly Reference[]
  /** Whether it links to what readers can't open. */
  readonly closed: boolean
  /** Challenges of readers that nobody has answered. */
  readonly unanswered: number
  /** What changed under a decision since it was last confirmed; absent for all else. */
  readonly stale?: StaleDecision
}

type RegisterSource = Pick<Assembled, 'graph' | 'settings' | 'feedback' | 'outside'>

/** All items in document order. */
export function registerOf({
  graph,
  settings,
  feedback,
  outside,
}: RegisterSource): readonly RegisterRow[] {
  const steps = stepsOf(graph.case.links)
  const below = Map.groupBy(steps, ({ claim }) => claim)
  const above = Map.groupBy(steps, ({ ground }) => ground)
  const opposing = graph.case.links
    .filter(({ role }) => role === 'opposes')
    .map((link): ReasoningStep => ({ claim: link.to, ground: link.from, link }))
  const against = Map.groupBy(opposing, ({ claim }) => claim)
  const attacked = Map.groupBy(opposing, ({ ground }) => ground)
  const stateOf = statesOf(graph, outside.stale)
  return graph.case.items.map((item) => {
    const addresses = item.addresses ?? []
    const stale = staleOf(item.key, outside)
    return {
      item,
      section: graph.sections.get(item.section)?.title ?? '',
      state: stateOf.get(item.key) ?? 'complete',
      restsOn: referencesTo(below.get(item.key) ?? [], 'ground', graph),
      reliedOnBy: referencesTo(above.get(item.key) ?? [], 'claim', graph),
      opposedBy: referencesTo(against.get(item.key) ?? [], 'ground', graph),
      opposes: referencesTo(attacked.get(item.key) ?? [], 'claim', graph),
      closed: addresses.some((address) => isRestricted(address, settings.restricted)),
      unanswered: unansweredOf(feedback.about.get(item.key)),
      ...(stale ? { stale } : {}),
    }
  })
}

/** How many items are in each state; states without items are left out. */
export function tally(rows: readonly RegisterRow[]): ReadonlyMap<ItemState, number> {
  const groups = Map.groupBy(rows, ({ state }) => state)
  return new Map([...groups].map(([state, own]) => [state, own.length]))
}

/** The other ends, each once, in document order of the links. */
function referencesTo(
  steps: readonly ReasoningStep[],
  end: 'claim' | 'ground',
  { items, sections }: RegisterSource['graph'],
): readonly Reference[] {
  const byEnd = Map.groupBy(steps, (step) => step[end])
  return [...byEnd].map(([key, same]) => {
    const item = items.get(key)
    return {
      key,
      ...(item ? { kind: item.kind } : {}),
      name: item ? citedAs(item) : (sections.get(key)?.title ?? key),
      ...(same.every(({ link }) => link.draft) ? { draft: true as const } : {}),
    }
  })
}
