/**
 * What to learn next: open questions, assumptions and estimates, by how likely an answer is to change
 * the preferred option or the ask.
 *
 * For an estimate that is the value of information by the samples: they are sorted by its number into
 * stretches, and in each stretch the option is sought that is best on average there, by more than two
 * standard errors. How often that is another one than over all is how likely it is that knowing the number
 * changes the choice (Strong and Oakley, 2013, "An efficient method for computing single-parameter
 * partial EVPPI using Monte Carlo"). A single option is held against nothing at all.
 *
 * Of what has no number nobody can say how likely an answer is. It comes by what it can do: what sinks
 * the ask as an even chance, and the rest by how much stands on it.
 */
import { ledgerOf, samplesIn } from '../appraisal/index.ts'
import { estimatesIn } from '../estimates/expression.ts'
import { samplesOf } from '../estimates/samples.ts'
import { stepsOf } from '../graph/reasoning.ts'
import type { Checkable } from '../model/assembled.ts'
import type { Item } from '../model/case.ts'
import { has, isLike } from '../model/kinds.ts'
import { doubterOf } from './falls.ts'
import { sinkingOf } from './index.ts'
import { supportOf } from './support.ts'

/** One thing to learn. */
export interface ToLearn {
  readonly item: Item
  /** How likely its number is to change which option is best, of 1; absent for what has no number. */
  readonly chance?: number
  /** Whether the ask falls with it. */
  readonly sinks: boolean
  /** How many items fall or lose a part of their support where it does not hold; of a question, how many it is about. */
  readonly reach: number
}

/** Into how many stretches samples are sorted: 500 in each. */
const STRETCHES = 20

/** Everything that is worth an answer, the most first; what changes nothing is left out. */
export function learnNext(whole: Pick<Checkable, 'graph' | 'settings'>): readonly ToLearn[] {
  const { graph } = whole
  const support = supportOf(whole)
  const doubt = doubterOf(support)
  const sinking = new Set(sinkingOf(whole).singles)
  const chances = chancesIn(whole)
  const steps = stepsOf(graph.case.links)
  return graph.case.items
    .flatMap((item, at): readonly ToLearn[] => {
      const { sort } = support.items[at] ?? { sort: 'other' }
      if (sort === 'assumption' || sort === 'estimate') {
        const { fallen, weakened } = doubt([at])
        // A sum is learned by its numbers, and what has no range is known.
        if (sort === 'estimate' && !hasRange(item.key, graph)) return []
        const chance = chances.get(item.key)
        const told = chance === undefined ? {} : { chance }
        return [{ item, ...told, sinks: sinking.has(at), reach: fallen.length + weakened.length }]
      }
      if (!isOpen(item, graph)) return []
      const about = new Set(
        steps.flatMap(({ claim, ground }) =>
          claim === item.key ? ground : ground === item.key ? claim : [],
        ),
      )
      const places = support.items.flatMap(({ key }, index) => (about.has(key) ? index : []))
      const sinks = places.some((one) => sinking.has(one))
      const { fallen, weakened } = doubt(places)
      return [{ item, sinks, reach: places.length + fallen.length + weakened.length }]
    })
    .filter(({ chance = 0, sinks, reach }) => chance > 0 || sinks || reach > 0)
    .toSorted((one, other) => likelihoodOf(other) - likelihoodOf(one) || other.reach - one.reach)
}

function hasRange(key: string, { estimates }: Checkable['graph']): boolean {
  const read = estimates.get(key)
  return (
    read !== undefined && 'inputs' in read && read.inputs.some(({ curve }) => curve !== 'fixed')
  )
}

/** Whether an item asks something that nobody has answered: needs and actions ask nothing. */
function isOpen({ kind, properties = {} }: Item, { kinds }: Checkable['graph']): boolean {
  const asks = isLike(kind, 'question', kinds) && has(kind, 'no-claim', kinds)
  const isDone =
    properties.answer !== undefined || /^(?:answered|closed|done)/i.test(properties.status ?? '')
  return asks && String(kind) !== 'action' && !isDone
}

const EVEN = 0.5

function likelihoodOf({ chance, sinks }: ToLearn): number {
  return chance ?? (sinks ? EVEN : 0)
}

/** Key of an estimate with a number of its own → how likely that is to change which option is best. */
function chancesIn(whole: Pick<Checkable, 'graph' | 'settings'>): ReadonlyMap<string, number> {
  const { options } = samplesIn(whole)
  const { range } = whole.settings.economics
  const own = options.map(({ samples }) => samples)
  const [first] = own
  if (!first || ledgerOf(whole)?.isPart) return new Map()
  const rivals = own.length > 1 ? own : [...own, new Float64Array(first.length)]
  const means = rivals.map((samples) => samples.reduce((sum, value) => sum + value, 0))
  const best = rivals[means.indexOf(Math.max(...means))] ?? first
  const others = rivals.filter((samples) => samples !== best)
  return new Map(
    [...estimatesUnder(whole)].flatMap((key) => {
      const read = whole.graph.estimates.get(key)
      if (!read || !('expression' in read)) return []
      const chances = read.inputs.flatMap((input, index) =>
        input.curve === 'fixed'
          ? []
          : chanceOf(samplesOf(input, `${key} ${index}`, range), best, others),
      )
      return chances.length > 0 ? [[key, Math.max(...chances)] as const] : []
    }),
  )
}

/** Keys of the estimates on which the sum of an option rests. */
function estimatesUnder(whole: Pick<Checkable, 'graph' | 'settings'>): ReadonlySet<string> {
  const options = ledgerOf(whole)?.options ?? []
  const found = new Set(options.flatMap(({ parts }) => parts.map(({ estimate }) => estimate)))
  for (const key of found) {
    const read = whole.graph.estimates.get(key)
    if (read && 'expression' in read) for (const one of estimatesIn(read.expression)) found.add(one)
  }
  return found
}

/** In how many of the stretches another is better, by more than samples differ by chance. */
function chanceOf(
  input: Float64Array,
  best: Float64Array,
  others: readonly Float64Array[],
): number {
  const order = Uint32Array.from(input.keys()).sort(
    (one, other) => (input[one] ?? 0) - (input[other] ?? 0),
  )
  const length = Math.floor(order.length / STRETCHES)
  let changed = 0
  for (let stretch = 0; stretch < STRETCHES; stretch += 1) {
    const among = order.subarray(stretch * length, (stretch + 1) * length)
    if (others.some((other) => isBetter(other, best, among))) changed += 1
  }
  return changed / STRETCHES
}

/** Whether the mean difference is above nought by two standard errors. */
function isBetter(one: Float64Array, other: Float64Array, among: Uint32Array): boolean {
  let [sum, squares] = [0, 0]
  for (const at of among) {
    const difference = (one[at] ?? 0) - (other[at] ?? 0)
    sum += difference
    squares += difference * difference
  }
  const mean = sum / among.length
  const variance = Math.max(0, squares / among.length - mean * mean)
  return mean > 2 * Math.sqrt(variance / among.length)
}
