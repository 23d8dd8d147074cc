/** Works estimates out: their central values, their samples, and in what they count. */
import { type EstimateInput, inputOf } from './distribution.ts'
import { estimatesIn, evaluate, OPERATIONS, type Operation } from './expression.ts'
import { quantitiesIn } from './quantities.ts'
import type { ReadEstimate, UnreadEstimate } from './read.ts'
import { SAMPLES, type Spread, samplesOf, spreadOf } from './samples.ts'
import { byUnit, canAdd, isPlain, noUnit, oneOf, timesUnit, type Unit, unitWords } from './unit.ts'

/** What an estimate comes to. Shares are of 1. */
export interface Worked extends Spread {
  /** By the sum, of the inputs' central values. */
  readonly central: number
  readonly samples: Float64Array
  readonly unit: Unit
  /** How many digits the roughest of its inputs has, those of what it rests on included; from 2 to 4. */
  readonly digits: number
}

/** Why an estimate comes to nothing: what is to be found, and in which words. */
export interface Unworked {
  readonly why:
    | 'unread'
    | 'cycle'
    | 'unit'
    | 'not finite'
    | 'rests on such'
    | 'doubted'
    | 'hidden'
    | 'turned'
  readonly fault: string
}

/** By key. */
export type WorkedEstimates = ReadonlyMap<string, Worked | Unworked>

/** What is taken otherwise than the case has it, to see what falls. */
export interface LedgerDoubt {
  /** Keys of estimates that are taken for unknown. */
  readonly without?: ReadonlySet<string>
  /** Key of an estimate → what stands in place of its number or sum: `1 to 2 million`. */
  readonly instead?: ReadonlyMap<string, string>
}

/** What the estimates come to without a doubt: only what the doubt reaches is worked out again. */
interface Known {
  readonly known?: WorkedEstimates | undefined
  /** By the keys of estimates of which a part stays inside: these come to nothing. */
  readonly hidden?: ReadonlyMap<string, unknown>
}

/** Whether it came to something. */
export function isWorked(one: Worked | Unworked | undefined): one is Worked {
  return one !== undefined && 'central' in one
}

/** Works all of them out, each after what it rests on. */
export function workOut(
  estimates: ReadonlyMap<string, ReadEstimate | UnreadEstimate>,
  percent: number,
  { without = new Set(), instead = new Map(), known, hidden }: LedgerDoubt & Known = {},
): WorkedEstimates {
  const worked = new Map<string, Worked | Unworked>()
  const open: string[] = []
  const visit = (key: string): void => {
    if (worked.has(key)) return
    const read = estimates.get(key)
    if (!read) return
    if (open.includes(key)) {
      for (const one of open.slice(open.indexOf(key))) worked.set(one, inCycle)
      return
    }
    const before = known?.get(key)
    const replaced = 'expression' in read ? replacedBy(read, instead.get(key), before) : read
    if (hidden?.has(key)) worked.set(key, known?.get(key) ?? partly)
    else if (without.has(key)) worked.set(key, { why: 'doubted', fault: 'It is doubted' })
    else if (!('expression' in replaced)) worked.set(key, { why: 'unread', fault: replaced.fault })
    else {
      open.push(key)
      for (const one of estimatesIn(replaced.expression)) visit(one)
      open.pop()
      // What stands on the same as before comes to the same.
      const isSame = estimatesIn(replaced.expression).every(
        (one) => known?.get(one) === worked.get(one),
      )
      if (!worked.has(key))
        worked.set(
          key,
          before && replaced === read && isSame ? before : workedOf(replaced, worked, percent),
        )
    }
  }
  for (const key of estimates.keys()) visit(key)
  return worked
}

const inCycle: Unworked = {
  why: 'cycle',
  fault: 'Unexpected sum that in the end rests on itself, expected numbers at its end',
}

const partly: Unworked = { why: 'hidden', fault: 'Not all of its sum is published' }

/** A number without a unit, or of the same money, counts what the estimate counted: `£2` for `£6 a call`. */
function replacedBy(
  read: ReadEstimate,
  words: string | undefined,
  before: Worked | Unworked | undefined,
): ReadEstimate {
  const [quantity] = words === undefined ? [] : quantitiesIn(words)
  if (!quantity) return read
  const own = isWorked(before) ? before.unit : (read.units[0] ?? noUnit)
  const { over, under } = quantity.unit
  const isOwn = over.length === 0 || (under.length === 0 && over.join() === own.over.join())
  const units = [isOwn ? own : quantity.unit]
  return { ...read, expression: { type: 'input', index: 0 }, inputs: [inputOf(quantity)], units }
}

function workedOf(
  { key, expression, inputs, units, quantities, formula, estimated }: ReadEstimate,
  known: WorkedEstimates,
  percent: number,
): Worked | Unworked {
  if (quantities.some((one) => one.isTurned))
    return { why: 'turned', fault: 'A range in it goes from its larger end to its smaller one' }
  const missing = estimatesIn(expression).find((one) => !isWorked(known.get(one)))
  if (missing !== undefined)
    return { why: 'rests on such', fault: 'It rests on an estimate that comes to nothing' }
  const of = (one: string) => known.get(one) as Worked // none is missing
  const inUnits = evaluate<Unit | string>(expression, {
    input: (index) => units[index] ?? noUnit,
    estimate: (one) => of(one).unit,
    negative: (one) => one,
    operate: unitOfOperation,
  })
  if (typeof inUnits === 'string') return { why: 'unit', fault: inUnits }
  if (!isPlain(inUnits)) return { why: 'unit', fault: mixed(inUnits) }
  const { period } = estimated
  const unit = period && inUnits.under.length === 0 ? { ...inUnits, under: [period] } : inUnits
  const central = evaluate<number>(expression, {
    input: (index) => inputs[index]?.central ?? Number.NaN,
    estimate: (one) => of(one).central,
    negative: (one) => -one,
    operate: (operator, left, right) => OPERATIONS[operator](left, right),
  })
  const samples = evaluate<Float64Array>(expression, {
    input: (index) => samplesOf(inputs[index] as EstimateInput, `${key} ${index}`, percent), // it is counted from these
    estimate: (one) => of(one).samples,
    negative: (one) => one.map((value) => -value),
    operate: operateOn,
  })
  if (!Number.isFinite(central) || !samples.every(Number.isFinite) || isWild(central, samples))
    return {
      why: 'not finite',
      fault: `Unexpected sum "${formula ?? ''}" without an end, expected a divisor that is never nought, and numbers that can be counted`,
    }
  const spread = spreadOfInput(
    expression.type === 'input' ? inputs[0] : undefined,
    percent,
    samples,
  )
  const digits = Math.min(
    ...inputs.filter(({ curve, isShare }) => curve !== 'fixed' || isShare).map((one) => one.digits),
    ...estimatesIn(expression).map((one) => of(one).digits),
    4,
  )
  return { central, samples, unit, ...spread, digits: Math.max(2, digits) }
}

/** The range of a number is what its writer says, and its curve has its middle. */
function spreadOfInput(
  input: EstimateInput | undefined,
  percent: number,
  samples: Float64Array,
): Spread {
  if (!input) return spreadOf(samples, percent)
  const { low, high, curve } = input
  if (curve === 'PERT') return { ...spreadOf(samples, percent), low, high }
  return { median: curve === 'log-normal' ? Math.sqrt(low * high) : (low + high) / 2, low, high }
}

/** A divisor that may be nought gives numbers that are finite by chance. */
function isWild(central: number, samples: Float64Array): boolean {
  const most = 1e9 * Math.max(1, Math.abs(central))
  return Math.abs(central) > 1e18 || samples.some((value) => Math.abs(value) > most)
}

function operateOn(operator: Operation, left: Float64Array, right: Float64Array): Float64Array {
  const operation = OPERATIONS[operator]
  const made = new Float64Array(SAMPLES)
  for (let index = 0; index < SAMPLES; index += 1)
    made[index] = operation(left[index] ?? 0, right[index] ?? 0)
  // A divisor that crosses nought has quotients on both sides, however few.
  if (operator === 'by' && right.some((value) => value <= 0) && right.some((value) => value >= 0))
    return made.fill(Number.NaN)
  return made
}

/** The unit of an operation, or why there is none. */
function unitOfOperation(
  operator: Operation,
  left: Unit | string,
  right: Unit | string,
): Unit | string {
  if (typeof left === 'string') return left
  if (typeof right === 'string') return right
  if (operator === 'times') return timesUnit(left, right)
  if (operator === 'by') return byUnit(left, right)
  if (canAdd(left, right)) return unitWords(left) === '' ? right : left
  if (left.isShare || right.isShare)
    return `Unexpected share ${operator === 'plus' ? 'added to' : 'taken from'} ${unitWords(left.isShare ? right : left)}, expected a share of it: "${operator === 'plus' ? '110' : '90'}% of …"`
  return `Unexpected ${unitWords(left)} and ${unitWords(right)} in one sum, expected numbers that count the same`
}

function mixed(unit: Unit): string {
  if (unit.over.includes('percentage point'))
    return 'Unexpected percentage points of an amount, expected a share: "2% to 4% of EST1"'
  return `Unexpected unit "${unitWords(unit)}" of what is multiplied, expected units that cancel, such as calls × £ a call: write "£6 ${oneOf(unit.over.find((name) => /^\p{L}/u.test(name)) ?? 'call')}"`
}
