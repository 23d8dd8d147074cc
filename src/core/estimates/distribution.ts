/** How likely the values of an input are: which curve, and where each likelihood lies on it. */
import type { SentenceQuantity } from './quantities.ts'

/** One number that a sum starts from. */
export interface EstimateInput {
  readonly central: number
  /** Ends of its range; both are the central value where there is none. */
  readonly low: number
  readonly high: number
  readonly curve: 'fixed' | 'normal' | 'log-normal' | 'PERT'
  /** Set for a share, which stays between 0 and 1. */
  readonly isShare?: true
  /** As written. */
  readonly text: string
  readonly digits: number
}

/** The input that a number in a sentence is: see `economics` in the manual for which curve it has. */
export function inputOf(quantity: SentenceQuantity): EstimateInput {
  const { value, low = value, high = value, isShare, text } = quantity
  // "100% to 120% of EST1" is no part of a whole.
  const share = isShare && low >= 0 && high <= 1 ? { isShare } : {}
  return {
    central: value,
    low,
    high,
    curve: curveOf(quantity),
    ...share,
    text,
    digits: digitsOf(quantity),
  }
}

/** Rounding moves no end by more of what lies between both: "235 to 245" is not told as "240 to 250". */
const MOVED = 0.1

/** As few as its roughest number has, where these tell both ends as they are. */
function digitsOf({ digits, low, high }: SentenceQuantity): number {
  if (low === undefined || high === undefined || low === high) return digits
  const isMoved = (end: number, some: number) =>
    Math.abs(Number(end.toPrecision(some)) - end) > MOVED * (high - low)
  const few = [2, 3, 4].find((some) => !isMoved(low, some) && !isMoved(high, some)) ?? 4
  return Math.max(digits, few)
}

function curveOf({ low, high, hasCentral }: SentenceQuantity): EstimateInput['curve'] {
  if (low === undefined || high === undefined || low === high) return 'fixed'
  if (hasCentral) return 'PERT'
  return low > 0 && high / low > 2 ? 'log-normal' : 'normal'
}

/**
 * Values at so many likelihoods, evenly apart and in order: a range holds the middle `percent` of them.
 *
 * @param normal the same likelihoods on the standard normal curve: `normalQuantiles`
 */
export function quantilesOf(
  input: EstimateInput,
  percent: number,
  normal: Float64Array,
): Float64Array {
  const { low, high, curve, isShare } = input
  const z = normalQuantile(0.5 + percent / 200)
  const made = ((): Float64Array => {
    if (curve === 'fixed') return normal.map(() => input.central)
    if (curve === 'PERT') return pertQuantiles(input, percent, normal.length)
    if (curve === 'normal') {
      const [middle, spread] = [(low + high) / 2, (high - low) / 2 / z]
      // What cannot be less than nothing is not, though its tail would be.
      const least = low >= 0 ? 0 : Number.NEGATIVE_INFINITY
      return normal.map((at) => Math.max(least, middle + spread * at))
    }
    const [middle, spread] = [Math.log(low * high) / 2, Math.log(high / low) / 2 / z]
    return normal.map((at) => Math.exp(middle + spread * at))
  })()
  return isShare ? made.map((value) => Math.min(1, Math.max(0, value))) : made
}

/** So many likelihoods of the standard normal curve, each in the middle of its stretch. */
export function normalQuantiles(count: number): Float64Array {
  return Float64Array.from({ length: count }, (_, index) => normalQuantile((index + 0.5) / count))
}

/** Where a likelihood lies on the standard normal curve: P. J. Acklam's approximation, to 1e-9. */
function normalQuantile(likelihood: number): number {
  if (likelihood > 0.5) return -normalQuantile(1 - likelihood)
  if (likelihood < 0.02425) {
    const q = Math.sqrt(-2 * Math.log(likelihood))
    return polynomial(TAIL, q) / (q * polynomial(TAIL_UNDER, q) + 1)
  }
  const q = likelihood - 0.5
  const r = q * q
  return (q * polynomial(MIDDLE, r)) / (r * polynomial(MIDDLE_UNDER, r) + 1)
}

const MIDDLE = [
  -3.969683028665376e1, 2.209460984245205e2, -2.759285104469687e2, 1.38357751867269e2,
  -3.066479806614716e1, 2.506628277459239,
]
const MIDDLE_UNDER = [
  -5.447609879822406e1, 1.615858368580409e2, -1.556989798598866e2, 6.680131188771972e1,
  -1.328068155288572e1,
]
const TAIL = [
  -7.784894002430293e-3, -3.223964580411365e-1, -2.400758277161838, -2.549732539343734,
  4.374664141464968, 2.938163982698783,
]
const TAIL_UNDER = [
  7.784695709041462e-3, 3.224671290700398e-1, 2.445134137142996, 3.754408661907416,
]

function polynomial(factors: readonly number[], at: number): number {
  return factors.reduce((sum, factor) => sum * at + factor, 0)
}

/** Steps of the curve that PERT is summed in. */
const STEPS = 1024

/**
 * PERT, a beta curve of weight 4, with its peak at the central value, and with the middle `percent` of
 * it between low and high. Its own ends lie further out, and are found by halving.
 */
function pertQuantiles(
  { central, low, high }: EstimateInput,
  percent: number,
  count: number,
): Float64Array {
  const tail = (1 - percent / 100) / 2
  const place = high - low === 0 ? 0.5 : (central - low) / (high - low)
  let [from, to] = [0, 1]
  let found = unitPert(0.5, tail)
  for (let step = 0; step < 40; step += 1) {
    const peak = (from + to) / 2
    found = unitPert(peak, tail)
    if ((peak - found.low) / (found.high - found.low) < place) from = peak
    else to = peak
  }
  const scale = (high - low) / (found.high - found.low)
  const start = low - found.low * scale
  const values = new Float64Array(count)
  for (let index = 0, step = 0; index < count; index += 1) {
    const likelihood = (index + 0.5) / count
    while (step < STEPS - 1 && (found.sums[step + 1] ?? 1) < likelihood) step += 1
    const value = start + scale * between(found.sums, step, likelihood)
    values[index] = low >= 0 ? Math.max(0, value) : value
  }
  return values
}

/** The curve from 0 to 1 by its peak: its sums at each step, and its two ends. */
function unitPert(peak: number, tail: number) {
  const [first, last] = [4 * peak, 4 * (1 - peak)]
  const sums = new Float64Array(STEPS + 1)
  for (let step = 0; step < STEPS; step += 1) {
    const at = (step + 0.5) / STEPS
    sums[step + 1] = (sums[step] ?? 0) + at ** first * (1 - at) ** last
  }
  const all = sums[STEPS] ?? 1
  for (let step = 0; step <= STEPS; step += 1) sums[step] = (sums[step] ?? 0) / all
  return { sums, low: at(sums, tail), high: at(sums, 1 - tail) }
}

function at(sums: Float64Array, likelihood: number): number {
  let step = 0
  while (step < STEPS - 1 && (sums[step + 1] ?? 1) < likelihood) step += 1
  return between(sums, step, likelihood)
}

function between(sums: Float64Array, step: number, likelihood: number): number {
  const [before, after] = [sums[step] ?? 0, sums[step + 1] ?? 1]
  return (step + (after > before ? (likelihood - before) / (after - before) : 0)) / STEPS
}
