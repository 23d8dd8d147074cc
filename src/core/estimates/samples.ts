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

/** Where samples are sorted: to make room for each anew takes longer than to sort them. */
const sorting = new Float64Array(SAMPLES)

/** The spread of samples, which it leaves as they are. */
export function spreadOf(samples: Float64Array, percent: number): Spread {
  const sorted = sorting.length === samples.length ? sorting : new Float64Array(samples.length)
  sorted.set(samples)
  sorted.sort()
  const tail = (1 - percent / 100) / 2
  return {
    median: quantile(sorted, 0.5),
    low: quantile(sorted, tail),
    high: quantile(sorted, 1 - tail),
  }
}

/** Between the two samples beside the likelihood. */
function quantile(sorted: Float64Array, likelihood: number): number {
  const at = Math.min(sorted.length - 1, Math.max(0, likelihood * sorted.length - 0.5))
  const [before, after] = [sorted[Math.floor(at)] ?? 0, sorted[Math.ceil(at)] ?? 0]
  return before + (after - before) * (at - Math.floor(at))
}
