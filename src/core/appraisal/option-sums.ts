/** What the estimates of each option add up to, with the samples by which options are compared. */
import type { LedgerEntry } from '../estimates/ledger.ts'
import { SAMPLES } from '../estimates/samples.ts'
import type { Unworked, Worked, WorkedEstimates } from '../estimates/work-out.ts'
import type { Graph } from '../graph/index.ts'
import { itemsLike } from '../graph/items.ts'
import type { Item } from '../model/case.ts'
import type { Economics } from '../settings/economics.ts'
import { countedIn } from './in-sums.ts'
import { type OptionPlace, placeOfOption } from './option-words.ts'
import type { Basis } from './plan.ts'
import type { Discounting } from './present-value.ts'
import { type CountedEntry, chancesOfBest, totalsOf, type Uplift } from './totals.ts'

/** What all options are summed from. */
export interface SumContext {
  readonly graph: Graph
  readonly economics: Economics
  readonly entries: readonly LedgerEntry[]
  readonly worked: WorkedEstimates
  readonly basis: Basis
  readonly discounting: Discounting
}

/** Totals of an option, and of which samples they are made: with the same samples they are the same. */
export interface SampledOption {
  readonly parts: readonly (Worked | Unworked | undefined)[]
  readonly totals: ReturnType<typeof totalsOf>
}

/** An option with what counts for it. */
export interface SummedOption extends Pick<SampledOption, 'parts'> {
  readonly item: Item
  readonly place: OptionPlace
  readonly uplift: Uplift
  /** All of its estimates that can be counted; and of these, those whose sums may be told. */
  readonly all: readonly CountedEntry[]
  readonly own: readonly CountedEntry[]
  /** Absent where nothing is counted. */
  readonly totals?: SampledOption['totals'] | undefined
  /** Whether a part of its sums stays inside. */
  readonly isHidden: boolean
}

/**
 * Each option of the case, summed, in its order.
 * @param before what was summed of the same case: what has the same samples is not summed again
 */
export function sumOptions(
  context: SumContext,
  before: ReadonlyMap<string, SampledOption> | undefined,
): readonly SummedOption[] {
  const { graph, economics, entries, worked, basis, discounting } = context
  const counted = countedIn(entries, basis.currency)
  return itemsLike('option', graph).map((item) => {
    const uplift = upliftOf(item, economics)
    const all = counted.filter(({ option }) => option === item.key)
    const isHidden = graph.hidden.partOf.has(item.key)
    const own = !isHidden || economics.partial.includes(item.id) ? all : []
    const parts = own.map(({ key }) => worked.get(key))
    const same = before?.get(item.key)
    const isSame =
      same?.parts.length === parts.length && same.parts.every((one, at) => one === parts[at])
    const by = { uplift, discounting, percent: economics.range }
    const totals = own.length === 0 ? undefined : isSame ? same.totals : totalsOf(own, worked, by)
    const place = placeOfOption(item, graph.blocks.get(item.key))
    return { item, place, uplift, all, own, parts, totals, isHidden }
  })
}

/** The options that are compared: what is as it was costs and brings nothing more, where nobody says otherwise. */
export function comparedOf(options: readonly SummedOption[]): readonly SummedOption[] {
  return options.filter(
    ({ totals, place, isHidden }) => totals || (place.isBusinessAsUsual && !isHidden),
  )
}

/** How often each of the options that are compared is the best, of 1, by key. */
export function chancesOf(compared: readonly SummedOption[]): ReadonlyMap<string, number> {
  const chances = chancesOfBest(compared.map(({ totals }) => totals?.samples ?? NO_SUMS))
  return new Map(compared.map(({ item }, at) => [item.key, chances[at] ?? 0]))
}

/** The samples of an option that costs and brings nothing. */
export const NO_SUMS: Float64Array = new Float64Array(SAMPLES)

function upliftOf({ id }: Item, { optimism }: Economics): Uplift {
  const { works = 0, running = 0 } = Object.hasOwn(optimism, id) ? (optimism[id] ?? {}) : {}
  return { works, running }
}
