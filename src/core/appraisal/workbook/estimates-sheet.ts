/** The sheet of all estimates: their numbers, and the formulas by which some follow from others. */
import { type Expression, evaluate, type Operation } from '../../estimates/expression.ts'
import type { LedgerEntry } from '../../estimates/ledger.ts'
import { unitWords } from '../../estimates/unit.ts'
import type { Ledger } from '../plan.ts'
import { FLOW_NAMES } from '../sum-names.ts'
import { head, letterOf, number, type Sheet, type SheetCell, sum, text } from './cells.ts'

const ESTIMATES = [
  ...[
    'Id',
    'What it says',
    'Central value',
    'Counts',
    'Low',
    'Median',
    'High',
    'How it is worked out',
  ],
  ...['Option', FLOW_NAMES.flow, 'Type', FLOW_NAMES.rhythm, 'From year', 'To year', 'Prices of'],
  ...['Confidence'],
]
/** Columns that formulas of other sheets ask. */
export const [CENTRAL, RHYTHM, FROM, TO] = ['C', 'L', 'M', 'N']
/** The first of the columns with the numbers that a sentence says. */
const FIRST_INPUT = ESTIMATES.length

/** A row for each estimate, in the order of the case. */
export function estimatesSheet({ estimates, options }: Ledger): Sheet {
  const rowOf = rowsOf(estimates)
  const most = Math.max(0, ...estimates.map(({ inputs }) => inputs.length))
  const ids = new Map(options.map(({ key, id }) => [key, id]))
  const rows = estimates.map((entry): readonly SheetCell[] => {
    const { id, value, expression, years, told } = entry
    const row = rowOf.get(entry.key) ?? 0
    const range = told?.likelihood ? value : undefined
    return [
      text(id),
      text(entry.text, 'wrapped'),
      value && expression
        ? sum(formulaOf(expression, row, rowOf), value.central)
        : text(entry.unworked?.fault ?? ''),
      text(unitWords(entry.unit)),
      number(range?.low),
      number(range?.median),
      number(range?.high),
      text(entry.formula ?? curveOf(entry)),
      text(ids.get(entry.option ?? '') ?? ''),
      text(entry.flow ?? ''),
      text(entry.type ?? ''),
      text(entry.rhythm ?? ''),
      number(years?.from, 'input'),
      number(years?.to, 'input'),
      number(entry.prices),
      text(
        entry.isInitial
          ? `${entry.confidence ?? 'not said'}: initial estimate`
          : (entry.confidence ?? ''),
      ),
      ...entry.inputs.map(({ central }) => number(central, 'input')),
    ]
  })
  const numbers = Array.from({ length: most }, (_, at) => `Number ${at + 1}`)
  return {
    name: 'Estimates',
    widths: [9, 60, 18, 14, 16, 16, 16, 34, 9, 12, 18, 14, 10, 10, 10, 24, 16],
    frozen: { rows: 1, columns: 1 },
    rows: [head(...ESTIMATES, ...numbers), ...rows],
  }
}

function curveOf({ inputs: [input] }: LedgerEntry): string {
  return input ? (input.curve === 'fixed' ? 'one number' : `${input.curve} curve`) : ''
}

/** The row of each estimate on its sheet, from 1. */
export function rowsOf(estimates: readonly LedgerEntry[]): ReadonlyMap<string, number> {
  return new Map(estimates.map(({ key }, at) => [key, at + 2]))
}

const OPERATORS: Readonly<Record<Operation, readonly [before: string, between: string]>> = {
  plus: ['', '+'],
  minus: ['', '-'],
  times: ['', '*'],
  by: ['', '/'],
  larger: ['MAX', ','],
  smaller: ['MIN', ','],
}

function formulaOf(
  expression: Expression,
  row: number,
  rowOf: ReadonlyMap<string, number>,
): string {
  return evaluate<string>(expression, {
    input: (index) => `$${letterOf(FIRST_INPUT + index)}$${row}`,
    estimate: (key) => `$${CENTRAL}$${rowOf.get(key) ?? 0}`,
    negative: (of) => `-(${of})`,
    operate: (operator, left, right) => {
      const [before, between] = OPERATORS[operator]
      return `${before}(${left}${between}${right})`
    },
  })
}
