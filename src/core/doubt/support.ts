/** The support of a case: its claims with what holds them up. */
import { ledgerOf } from '../appraisal/index.ts'
import { estimatesIn } from '../estimates/expression.ts'
import type { Graph } from '../graph/index.ts'
import { keyNamed } from '../graph/named.ts'
import { stepsOf } from '../graph/reasoning.ts'
import { citedAs } from '../graph/scopes.ts'
import type { Checkable } from '../model/assembled.ts'
import type { Item } from '../model/case.ts'
import { nameOf } from '../model/ids.ts'
import { has, isLike, type Role } from '../model/kinds.ts'
import { shorten } from '../text/phrases.ts'
import type { SupportedAsk, SupportGraph, SupportItem, SupportSort } from './support-graph.ts'

type Whole = Pick<Checkable, 'graph' | 'settings'>

/** Roles in which a claim rests on something: the others say what it is for. */
const ROLES: ReadonlySet<Role> = new Set(['supports', 'shaped-by', 'relies-on'])

/** Characters of an item that are told. */
const WORDS = 90

const known = new WeakMap<Graph, SupportGraph>()

/** The support of a case. */
export function supportOf(whole: Whole): SupportGraph {
  const support = known.get(whole.graph) ?? make(whole)
  known.set(whole.graph, support)
  return support
}

function make(whole: Whole): SupportGraph {
  const { graph } = whole
  const all = graph.case.items
  const at = new Map(all.map(({ key }, index) => [key, index]))
  const places = (keys: Iterable<string>) =>
    [...new Set(keys)].flatMap((key) => at.get(key) ?? []).toSorted((a, b) => a - b)
  const sorts = new Map(all.map((item) => [item.key, sortOf(item, graph)]))
  const steps = stepsOf(graph.case.links.filter(({ role }) => ROLES.has(role)))
  const below = Map.groupBy(steps, ({ claim }) => claim)
  const opposing = Map.groupBy(
    graph.case.links.filter(({ role }) => role === 'opposes'),
    ({ from }) => from,
  )
  const items = all.map((item): SupportItem => {
    const sort = sorts.get(item.key) ?? 'other'
    const grounds = isHeld(item, graph)
      ? (below.get(item.key) ?? []).flatMap(({ ground }) => graph.items.get(ground) ?? [])
      : []
    const summed = summedIn(item.key, graph)
    const needs = (one: Item) => sorts.get(one.key) === 'assumption' || summed.has(one.key)
    const holds = grounds.filter((one) => speaksFor(one, sort, sorts.get(one.key)))
    const allOf = places(holds.filter(needs).map(({ key }) => key))
    const anyOf = places(holds.filter((one) => !needs(one)).map(({ key }) => key))
    const against = places((opposing.get(item.key) ?? []).map(({ to }) => to))
    return {
      key: item.key,
      id: citedAs(item),
      name: nameOf(item, graph.kinds),
      sort,
      text: shorten(item.text.split(RE_SENTENCES)[0] ?? '', WORDS),
      ...(anyOf.length > 0 ? { anyOf } : {}),
      ...(allOf.length > 0 ? { allOf } : {}),
      ...(against.length > 0 ? { against } : {}),
    }
  })
  return { items, ask: askOf(whole, items, places) }
}

function sortOf({ kind }: Item, { kinds }: Graph): SupportSort {
  if (has(kind, 'valued', kinds)) return 'estimate'
  const sorts = ['evidence', 'assumption', 'decision', 'option'] as const
  return sorts.find((sort) => isLike(kind, sort, kinds)) ?? 'other'
}

/** Whether an item is held up by what it rests on: evidence holds by itself, and a question claims nothing. */
function isHeld({ kind }: Item, { kinds }: Graph): boolean {
  return !has(kind, 'no-claim', kinds)
}

/** Whether a claim can stand on an item. What an option costs does not speak for it. */
function speaksFor({ estimated }: Item, claim: SupportSort, sort: SupportSort = 'other'): boolean {
  const isCost = estimated?.flow === 'cost' || estimated?.type === 'disbenefit'
  return sort !== 'other' && !(claim === 'option' && isCost)
}

// Matches between sentences.
const RE_SENTENCES = /(?<=[.!?])\s+/

/** Keys of the estimates in the sum of one. */
function summedIn(key: string, { estimates }: Graph): ReadonlySet<string> {
  const read = estimates.get(key)
  return new Set(read && 'expression' in read ? estimatesIn(read.expression) : [])
}

// Matches "(OPT3, decision 2)".
const RE_BRACKET = /\(([^()]{1,200})\)/g

function askOf(
  { graph, settings, ...rest }: Whole,
  items: readonly SupportItem[],
  places: (keys: Iterable<string>) => readonly number[],
): SupportedAsk {
  const inBrackets = [...(settings.ask ?? '').matchAll(RE_BRACKET)].flatMap(([, words = '']) =>
    words.split(/[,;]|\band\b/).flatMap((word) => keyNamed(word.trim(), graph) ?? []),
  )
  const ledger = ledgerOf({ graph, settings, ...rest })
  const marked = ledger && !ledger.isPreferredGuessed ? ledger.preferred : undefined
  const [preferred] = places(marked === undefined ? [] : [marked])
  const superseded = new Set(
    graph.case.links.filter(({ role }) => role === 'replaces').map(({ to }) => to),
  )
  return {
    isWritten: settings.ask !== undefined,
    named: places(inBrackets),
    ...(preferred === undefined ? {} : { preferred }),
    ...((ledger?.options.find(({ key }) => key === marked)?.npsv?.central ?? 0) < 0
      ? { isAtLoss: true as const }
      : {}),
    ...(ledger?.isPart ? { isPart: true as const } : {}),
    counted: places(ledger?.options.find(({ key }) => key === marked)?.counted ?? []),
    decisions: items.flatMap(({ sort, key }, index) =>
      sort === 'decision' && !superseded.has(key) ? index : [],
    ),
  }
}
