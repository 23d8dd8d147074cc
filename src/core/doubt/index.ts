/** What falls with something: the graph by `falls.ts`, the sums by the ledger, together. */
import type { Checkable } from '../model/assembled.ts'
import type { Audience } from '../model/audience.ts'
import { doubterOf, type Falls, type FindFalls } from './falls.ts'
import { askFaults, type DoubtFound } from './in-words.ts'
import { preferredBySums, sumsInDoubt } from './sums.ts'
import { supportOf } from './support.ts'
import { isDoubtable, type SupportGraph } from './support-graph.ts'
import type { DoubtSums } from './told-sums.ts'
import type { WhatIf } from './what-if.ts'

type Whole = Pick<Checkable, 'graph' | 'settings'>

/** What a doubt does to a case. */
export function doubtIn(whole: Whole, { doubted, replaced }: WhatIf): DoubtFound {
  const support = supportOf(whole)
  const falls = doubterOf(support)(doubted)
  const instead = new Map(replaced.map(({ at, words }) => [support.items[at]?.key ?? '', words]))
  const sums = sumsInDoubt(whole, { without: estimatesOf(falls, support), instead })
  return { falls, sums, replaced }
}

/** Keys of the estimates that nobody can count on any more. */
function estimatesOf({ doubted, fallen }: Falls, { items }: SupportGraph): ReadonlySet<string> {
  const gone = [...doubted, ...fallen].flatMap((at) => items[at] ?? [])
  return new Set(gone.flatMap(({ sort, key }) => (sort === 'estimate' ? key : [])))
}

/** What a page needs to doubt: `doubts.json`. */
export interface DoubtData {
  readonly support: SupportGraph
  /** What the sums become for some single doubts, each once. */
  readonly sums: readonly DoubtSums[]
  /** Of each item, the place of its sums; -1 where no sum changes. */
  readonly sumsOf: readonly number[]
  /** What is typed in a terminal before doubts. */
  readonly command: string
  /** Whether the case has sums at all. */
  readonly hasSums: boolean
}

/** What each single doubt does, in the order of the items; absent for what cannot be doubted. */
type SingleDoubts = readonly (DoubtFound | undefined)[]

const known = new WeakMap<Whole['graph'], SingleDoubts>()

/** Every single doubt. What the same estimates fall with is worked out once, and is one value. */
export function singleDoubtsOf(whole: Whole): SingleDoubts {
  const support = supportOf(whole)
  const singles = known.get(whole.graph) ?? makeSingles(whole, support)
  known.set(whole.graph, singles)
  return singles
}

function makeSingles(whole: Whole, support: SupportGraph): SingleDoubts {
  const doubt = doubterOf(support)
  const sums = new Map<string, DoubtSums | undefined>()
  return support.items.map((item, at) => {
    if (!isDoubtable(item)) return undefined
    const falls = doubt([at])
    const without = estimatesOf(falls, support)
    const name = [...without].toSorted().join(' ')
    if (!sums.has(name)) sums.set(name, sumsInDoubt(whole, { without }))
    return { falls, sums: sums.get(name) }
  })
}

/** The same as data, for whoever doubts in a browser. */
export function doubtDataOf(whole: Whole, audience: Audience = 'public'): DoubtData {
  const support = supportOf(whole)
  const singles = singleDoubtsOf(whole)
  const sums = [...new Set(singles.flatMap((found) => found?.sums ?? []))]
  const sumsOf = singles.map((found) => (found?.sums ? sums.indexOf(found.sums) : -1))
  const inside = audience === 'internal' ? ' --audience internal' : ''
  const command = `npx throughline check${inside} --what-if`
  return { support, sums, sumsOf, command, hasSums: whole.graph.estimates.size > 0 }
}

/** What sinks the ask. Numbers are places in the list of items. */
export interface Sinking {
  /** Each alone. */
  readonly singles: readonly number[]
  /** Two together, of which neither does it alone. */
  readonly pairs: readonly (readonly [number, number])[]
  /** How many items were paired, where more could have been; absent where all were. */
  readonly paired?: number
}

/** How many items are paired at most: those with which most falls. */
const PAIRED = 100

const sinking = new WeakMap<Whole['graph'], Sinking>()

/** The single doubts and the pairs after which the ask no longer stands. */
export function sinkingOf(whole: Whole): Sinking {
  const found = sinking.get(whole.graph) ?? findSinking(whole)
  sinking.set(whole.graph, found)
  return found
}

function findSinking(whole: Whole): Sinking {
  const support = supportOf(whole)
  const doubt = doubterOf(support)
  const bySums = preferredBySums(whole)
  const sinks = (places: readonly number[]): boolean => {
    const falls = doubt(places)
    const without = estimatesOf(falls, support)
    const preferred = without.size > 0 ? bySums?.(without) : undefined
    const sums = preferred && { options: [], estimates: [], unworked: [], preferred }
    return askFaults(support, { falls, sums }).length > 0
  }
  const all = underAsk(support).filter((at) => isDoubtable(support.items[at] ?? { sort: 'other' }))
  const singles = all.filter((at) => sinks([at]))
  const alone = new Set(singles)
  const others = all.filter((at) => !alone.has(at))
  const candidates = others.length > PAIRED ? mostOf(others, doubt) : others
  const pairs = candidates.flatMap((one, index) =>
    candidates
      .slice(index + 1)
      .flatMap((other) => (sinks([one, other]) ? [[one, other] as const] : [])),
  )
  return { singles, pairs, ...(others.length > PAIRED ? { paired: PAIRED } : {}) }
}

function mostOf(places: readonly number[], doubt: FindFalls): readonly number[] {
  const weight = new Map(
    places.map((at) => {
      const { fallen, weakened } = doubt([at])
      return [at, fallen.length + weakened.length]
    }),
  )
  return places
    .toSorted((one, other) => (weight.get(other) ?? 0) - (weight.get(one) ?? 0))
    .slice(0, PAIRED)
    .toSorted((one, other) => one - other)
}

/** Places of all that the ask rests on, in order: no other doubt can sink it. */
function underAsk({ items, ask }: SupportGraph): readonly number[] {
  const { named, preferred, counted, decisions } = ask
  const chosen = preferred === undefined ? [] : [preferred]
  const found = new Set([...named, ...chosen, ...counted, ...decisions])
  for (const at of found)
    for (const ground of [...(items[at]?.anyOf ?? []), ...(items[at]?.allOf ?? [])])
      found.add(ground)
  return [...found].toSorted((one, other) => one - other)
}
