/** Which inputs matter most, and at which values the case turns. */
import { evaluate, OPERATIONS } from '../estimates/expression.ts'
import { formatNumber } from '../estimates/format.ts'
import type { LedgerEntry } from '../estimates/ledger.ts'
import { noUnit, type Unit } from '../estimates/unit.ts'

/** What the net present social value of an option becomes at the ends of one input, all else central. */
export interface TornadoBar {
  /** Key of the estimate in whose sentence the input stands, and which of its numbers it is, from 0. */
  readonly estimate: string
  readonly input: number
  /** The input's ends, in words: `2 million calls`. */
  readonly low: string
  readonly high: string
  /** The value there. */
  readonly atLow: number
  readonly atHigh: number
}

/** The value of an input at which the case turns. */
export interface SwitchingValue {
  readonly estimate: string
  readonly input: number
  readonly central: number
  readonly value: number
  /** The same in words: `1.1 million calls`. */
  readonly told: string
  /** What happens there: the value of the preferred option is nil, or another option is better. */
  readonly turns: 'nil' | 'rank'
  /** Key of the option that is better beyond it. */
  readonly other?: string
  /** Whether it lies within the input's own range. */
  readonly isLikely: boolean
}

/** What an option's value is made of: each of its estimates, and the factor by which it counts. */
export interface WeightedOption {
  readonly key: string
  readonly parts: readonly { readonly estimate: string; readonly weight: number }[]
}

/** An input by its estimate and its place in it. */
interface Leaf {
  readonly entry: LedgerEntry
  readonly input: number
}

/** The bars of an option, the widest first. */
export function tornadoOf(
  option: WeightedOption,
  entries: readonly LedgerEntry[],
): readonly TornadoBar[] {
  const value = valuer([option], entries)
  return leavesOf([option], entries)
    .filter(({ entry, input }) => entry.inputs[input]?.curve !== 'fixed')
    .map(({ entry, input }): TornadoBar => {
      const { low, high, digits } = entry.inputs[input] ?? nothing
      const unit = unitOfInput({ entry, input })
      const [atLow = 0] = value({ entry, input }, low)
      const [atHigh = 0] = value({ entry, input }, high)
      const told = (number: number) => formatNumber(number, unit, Math.max(2, digits))
      return { estimate: entry.key, input, low: told(low), high: told(high), atLow, atHigh }
    })
    .filter(({ atLow, atHigh }) => atLow !== atHigh)
    .sort((one, other) => swing(other) - swing(one))
}

/**
 * Every value of an input at which the first option is worth nothing, or another option is better. The
 * likeliest first.
 */
export function switchingValuesOf(
  [preferred, ...rivals]: readonly WeightedOption[],
  entries: readonly LedgerEntry[],
): readonly SwitchingValue[] {
  if (!preferred) return []
  const all = [preferred, ...rivals]
  const value = valuer(all, entries)
  return leavesOf(all, entries)
    .flatMap((leaf): readonly SwitchingValue[] => {
      const { entry, input } = leaf
      const { central, low, high, isShare, digits } = entry.inputs[input] ?? nothing
      const known = new Map<number, readonly number[]>()
      const valuesAt = (x: number): readonly number[] => {
        const values = known.get(x) ?? value(leaf, x)
        known.set(x, values)
        return values
      }
      const differences = [
        { turns: 'nil' as const, at: (x: number) => valuesAt(x)[0] ?? 0 },
        ...rivals.map((rival, index) => ({
          turns: 'rank' as const,
          other: rival.key,
          at: (x: number) => {
            const [own = 0, ...others] = valuesAt(x)
            return own - (others[index] ?? 0)
          },
        })),
      ]
      return differences.flatMap(({ at, ...turn }) => {
        const found = zeroOf(at, central, isShare ? 1 : undefined)
        if (found === undefined) return []
        const told = toldTurn(found, found < central, { unit: unitOfInput(leaf), digits })
        const isLikely = found >= low && found <= high && low < high
        return [{ estimate: entry.key, input, central, value: found, told, ...turn, isLikely }]
      })
    })
    .sort((one, other) => distance(one) - distance(other))
}

/**
 * A value at which the case turns, with a digit more than its number has, so that near ones differ. Rounded so that
 * all beyond it is told: up where the case turns below it, down where it does so above.
 */
function toldTurn(
  value: number,
  isBelow: boolean,
  { unit, digits }: { readonly unit: Unit; readonly digits: number },
): string {
  const shown = Math.max(2, digits) + 1
  const near = Number(value.toPrecision(shown))
  const step = 10 ** (Math.floor(Math.log10(Math.abs(value))) + 1 - shown)
  const isExact = Math.abs(near - value) <= Math.abs(value) * EXACT
  const isWrong = !isExact && (isBelow ? near < value : near > value)
  return formatNumber(isWrong ? near + (isBelow ? step : -step) : near, unit, shown)
}

const nothing = { central: 0, low: 0, high: 0, digits: 2, isShare: undefined }

function swing({ atLow, atHigh }: TornadoBar): number {
  return Math.abs(atHigh - atLow)
}

/** How far an input has to move, counted in its central value. */
function distance({ value, central }: SwitchingValue): number {
  return Math.abs(value - central) / Math.max(Math.abs(central), 1e-12)
}

/** The inputs on which options rest, through sums. */
function leavesOf(
  options: readonly WeightedOption[],
  entries: readonly LedgerEntry[],
): readonly Leaf[] {
  const byKey = new Map(entries.map((entry) => [entry.key, entry]))
  const found = new Set(options.flatMap(({ parts }) => parts.map(({ estimate }) => estimate)))
  for (const key of found) for (const one of byKey.get(key)?.restsOn ?? []) found.add(one)
  return entries
    .filter(({ key }) => found.has(key))
    .flatMap((entry) => entry.inputs.map((_, input) => ({ entry, input })))
}

/** The central values of options where one input is another. */
function valuer(options: readonly WeightedOption[], entries: readonly LedgerEntry[]) {
  const byKey = new Map(entries.map((entry) => [entry.key, entry]))
  return (changed: Leaf, to: number): readonly number[] => {
    const known = new Map<string, number>()
    const of = (key: string): number => {
      const before = known.get(key)
      const entry = byKey.get(key)
      if (before !== undefined) return before
      if (!entry?.expression || !entry.value) return 0
      const isReached = key === changed.entry.key || entry.restsOn.length > 0
      const value = isReached
        ? evaluate<number>(entry.expression, {
            input: (index) =>
              key === changed.entry.key && index === changed.input
                ? to
                : (entry.inputs[index]?.central ?? 0),
            estimate: of,
            negative: (one) => -one,
            operate: (operator, left, right) => OPERATIONS[operator](left, right),
          })
        : entry.value.central
      known.set(key, value)
      return value
    }
    return options.map(({ parts }) =>
      parts.reduce((sum, { estimate, weight }) => sum + of(estimate) * weight, 0),
    )
  }
}

/** So many times an input nobody looks for where the case turns. */
const FURTHEST = 100
/** How far an input moves to show a slope, as a part of it, and what counts as no difference. */
const [NUDGE, EXACT] = [0.01, 1e-9]
/** Each step looks an eighth further than the one before; so many pass `FURTHEST`, and halve what lies between. */
const [STEP, STEPS, HALVINGS] = [1.12, 60, 60]

/**
 * Where a function is nil, nearest to its start: by a straight line, since most sums are one in each
 * input, else by halving between steps. From above nought to a hundred times the start.
 */
function zeroOf(
  at: (x: number) => number,
  start: number,
  most = Math.abs(start) * FURTHEST,
): number | undefined {
  const first = at(start)
  if (first === 0 || start === 0) return undefined
  const slope = (at(start * (1 + NUDGE)) - first) / (start * NUDGE)
  const line = slope === 0 ? undefined : start - first / slope
  const least = Math.abs(start) * EXACT
  const isIn = (x: number) => x * Math.sign(start) > least && Math.abs(x) <= most
  const size = Math.abs(first) + Math.abs(slope * start)
  const isLine = [0.5, 2].every(
    (times) => Math.abs(at(start * times) - first - slope * start * (times - 1)) <= size * EXACT,
  )
  if (isLine) return line !== undefined && isIn(line) ? line : undefined
  const steps = Array.from({ length: STEPS }, (_, step) => STEP ** (step + 1))
  for (const step of steps) {
    for (const x of [start / step, start * step]) {
      if (!isIn(x) || at(x) * first > 0) continue
      let [inside, beyond] = [start, x]
      for (let halving = 0; halving < HALVINGS; halving += 1) {
        const middle = (inside + beyond) / 2
        if (at(middle) * first > 0) inside = middle
        else beyond = middle
      }
      return beyond
    }
  }
  return undefined
}

/** The unit of an input where its number names one. */
export function unitOfInput({ entry, input }: Leaf): Unit {
  const unit = entry.quantities[input]?.unit ?? noUnit
  return entry.formula === undefined ? entry.unit : unit
}
