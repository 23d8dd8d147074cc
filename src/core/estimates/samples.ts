/** Samples: the same for the same case, whatever else stands in it. */
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { type EstimateInput, normalQuantiles, quantilesOf } from './distribution.ts'

/** How often a case is tried out. */
export const SAMPLES = 10_000

/** What makes the samples, for readers who check them. */
export const GENERATOR = 'xoroshiro128+, seeded by the id of each estimate; Latin hypercube samples'

let normal: Float64Array | undefined

/**
 * Samples of an input: each stretch of its curve once, in an order of its own that its name alone
 * decides. So a new estimate changes no other.
 *
 * @param name key of the estimate, and the place of the number in it
 */
export function samplesOf(input: EstimateInput, name: string, percent: number): Float64Array {
  normal ??= normalQuantiles(SAMPLES)
  const values = quantilesOf(input, percent, normal)
  if (input.curve === 'fixed') return values
  const random = xoroshiro128plus(seedOf(name))
  // Fisher and Yates' shuffle.
  for (let last = values.length - 1; last > 0; last -= 1) {
    const other = (random.next() >>> 0) % (last + 1)
    const value = values[last] ?? 0
    values[last] = values[other] ?? 0
    values[other] = value
  }
  return values
}

/** FNV-1a, 32 bits. */
function seedOf(name: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < name.length; index += 1)
    hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193)
  return hash
}

/** What the samples say: the middle one, and the ends between which `percent` of them lie. */
export interface Spread {
  readonly median: number
  readonly low: number
  readonly high: number
}

/** Where samples are put in order: to make room for each anew takes longer than to order them. */
const ordering = new Float64Array(SAMPLES)

/** The spread of samples, which it leaves as they are. */
export function spreadOf(samples: Float64Array, percent: number): Spread {
  const some = ordering.length === samples.length ? ordering : new Float64Array(samples.length)
  some.set(samples)
  const tail = (1 - percent / 100) / 2
  return {
    low: quantile(some, tail),
    median: quantile(some, 0.5),
    high: quantile(some, 1 - tail),
  }
}

/** Between the two samples beside the likelihood. Puts them in their place, and no others. */
function quantile(samples: Float64Array, likelihood: number): number {
  const last = samples.length - 1
  const at = Math.min(last, Math.max(0, likelihood * samples.length - 0.5))
  const before = inPlace(samples, Math.floor(at))
  const after = inPlace(samples, Math.ceil(at))
  return before + (after - before) * (at - Math.floor(at))
}

/** The value that would stand at a place if all were sorted (Hoare's selection): a third of the time of that. */
function inPlace(values: Float64Array, place: number): number {
  const at = (index: number) => values[index] ?? 0
  let [left, right] = [0, values.length - 1]
  while (right > left) {
    const pivot = at((left + right) >> 1)
    let [from, to] = [left, right]
    while (from <= to) {
      while (at(from) < pivot) from += 1
      while (at(to) > pivot) to -= 1
      if (from > to) break
      const other = at(from)
      values[from++] = at(to)
      values[to--] = other
    }
    if (place <= to) right = to
    else if (place >= from) left = from
    else break
  }
  return at(place)
}
