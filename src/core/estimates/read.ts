/** An item of the kind estimate → what it says: a sum or a number, with years, prices and whose it is. */
import type { Item } from '../model/case.ts'
import type { Estimated } from '../model/estimated.ts'
import { type EstimateInput, inputOf } from './distribution.ts'
import type { Expression } from './expression.ts'
import { readFormula, withoutCitations } from './formula.ts'
import { eachOf, quantitiesIn, type ToldQuantity } from './quantities.ts'
import { isCurrency, type Unit } from './unit.ts'

/** What an estimate says, before anything is worked out. */
export interface ReadEstimate {
  readonly key: string
  readonly expression: Expression
  readonly inputs: readonly EstimateInput[]
  /** Of each input, in their order. */
  readonly units: readonly Unit[]
  /** Of each input: the number as it stands in the sentence. */
  readonly quantities: readonly ToldQuantity[]
  /** The sum as written; absent for a number. */
  readonly formula?: string
  readonly estimated: Estimated
}

/** An estimate of which nothing can be worked out, and why: for people. */
export interface UnreadEstimate {
  readonly key: string
  readonly fault: string
}

/**
 * Reads the first sentence that says a number or a sum.
 *
 * @param sentences the words of the item, with their citations
 * @param keyOf key of the estimate that an id means
 */
export function readEstimate(
  { key, estimated = {} }: Pick<Item, 'key' | 'estimated'>,
  sentences: readonly string[],
  keyOf: (id: string) => string | undefined,
): ReadEstimate | UnreadEstimate {
  for (const sentence of sentences) {
    const formula = readFormula(sentence, keyOf)
    if (formula && 'fault' in formula) return { key, fault: formula.fault }
    if (formula) {
      const { expression, quantities, text } = formula
      const isYearly = quantities.some((one) => one.isYearly) && !estimated.rhythm
      return {
        ...{ key, ...withInputs(quantities), expression, formula: text },
        estimated: isYearly ? { rhythm: 'a year', ...estimated } : estimated,
      }
    }
    const found = quantitiesIn(withoutCitations(sentence))
    const meant = meantOf(found)
    if (meant) {
      const yearly = meant.isYearly && !estimated.rhythm ? { rhythm: 'a year' as const } : {}
      const expression = { type: 'input', index: 0 } as const
      return {
        ...{ key, expression, estimated: { ...yearly, ...estimated } },
        ...withInputs([meant], estimated.flow ? undefined : eachOf(sentence)),
      }
    }
    if (found.length > 0) {
      const all = found.map(({ text }) => `"${text}"`).join(' and ')
      return {
        key,
        fault: `Unexpected numbers ${all} in one estimate, expected ${sumOf(found, sentence) ?? 'one number, or one with a range'}`,
      }
    }
  }
  return {
    key,
    fault:
      'Unexpected estimate without a number, expected a range such as "2 to 3 million", or a sum such as "EST1 × EST2"',
  }
}

/** How two numbers become a sum where one is a price: `20 QALYs × £70,000 a QALY`. */
function sumOf(
  [first, second, ...others]: readonly ToldQuantity[],
  sentence: string,
): string | undefined {
  if (!first || !second || second.unit.under.length === 0 || others.length > 0) return undefined
  const [one, price] = [first, second].map(({ index, length }) =>
    sentence.slice(index, index + length),
  )
  return `one sum: write "${one} × ${price}"`
}

/** The number that an estimate is about: the only one, or the only one that is more than a count. */
function meantOf(found: readonly ToldQuantity[]): ToldQuantity | undefined {
  const some = found.filter(
    ({ low, isTurned, bound, isAbout, unit, isShare }) =>
      low !== undefined || isTurned || bound || isAbout || isShare || unit.over.some(isCurrency),
  )
  const all = some.length > 0 ? some : found
  return all.length === 1 ? all[0] : undefined
}

function withInputs(
  quantities: readonly ToldQuantity[],
  each?: string,
): Pick<ReadEstimate, 'inputs' | 'units' | 'quantities'> {
  return {
    quantities,
    inputs: quantities.map(inputOf),
    units: quantities.map(({ unit, isShare }) => {
      if (isShare && unit.over.length + unit.under.length === 0) return { ...unit, isShare }
      const [name = ''] = unit.over
      const isOfEach = unit.under.length === 0 && (isCurrency(name) || name === 'hour')
      return each && isOfEach ? { ...unit, under: [each] } : unit
    }),
  }
}
