/** The rows of one option on the sheet by year: its estimates, and what they come to in each year. */
import type { LedgerEntry } from '../../estimates/ledger.ts'
import type { OptionAppraisal } from '../plan.ts'
import { sharesOf } from '../present-value.ts'
import { NET } from '../sum-names.ts'
import { blanks, number, type SheetCell, sum, text } from './cells.ts'
import { CENTRAL, FROM, RHYTHM, TO } from './estimates-sheet.ts'

/** Where an option's sums stand among the years, and each of its estimates: rows from 1. */
export interface OptionRows {
  readonly option: OptionAppraisal
  readonly entries: readonly EntryRow[]
  readonly costs: number
  readonly benefits: number
}

interface EntryRow {
  readonly entry: LedgerEntry
  readonly row: number
}

/** What the rows of all options are made with. */
export interface YearGrid {
  /** Letters of the columns of years, from year 0 on. */
  readonly columns: readonly string[]
  readonly base: number
  readonly entries: ReadonlyMap<string, LedgerEntry>
  /** Of each estimate, on its own sheet. */
  readonly estimateRows: ReadonlyMap<string, number>
  /** Of what is added for optimism to each option, on the sheet of the basis. */
  readonly upliftRows: ReadonlyMap<string, number>
}

/** Columns of the sheet by year that formulas ask: what is counted as, and the numbers of an estimate. */
const [COUNTED_AS, VALUE, ADDED, TIMES, FIRST, LAST, OFTEN] = ['C', 'D', 'E', 'F', 'G', 'H', 'I']

/** The row, from 1, with the discount factor of each year. */
export const FACTOR_ROW = 4
/** The row, from 1, with the discount factor of effects on health and life. */
export const HEALTH_FACTOR_ROW = 6

/** How many columns stand in front of the years. */
export const BEFORE_YEARS = 9

/**
 * Rows of an option, and where its sums stand in them.
 * @param first the row, from 1, in which they begin
 */
export function rowsOfOption(
  option: OptionAppraisal,
  first: number,
  grid: YearGrid,
): { readonly rows: readonly (readonly SheetCell[])[]; readonly place: OptionRows } {
  const own = option.counted.flatMap((key) => grid.entries.get(key) ?? [])
  const entries = own.map((entry, at) => ({ entry, row: first + at }))
  const costs = first + entries.length
  const place = { option, entries, costs, benefits: costs + 1 }
  const rows = [
    ...entries.map((one) => entryRow(one, option, grid)),
    ...sumRows(place, { ...grid, first, last: costs - 1 }),
    [],
  ]
  return { rows, place }
}

/** What an estimate comes to in each year, with what is added to it. */
function entryRow(
  { entry, row }: EntryRow,
  option: OptionAppraisal,
  { columns, base, estimateRows, upliftRows }: YearGrid,
): readonly SheetCell[] {
  const { flow, type, rhythm, years, value } = entry
  const isCost = flow === 'cost'
  const uplift = rhythm === 'one-off' ? option.optimism?.works : option.optimism?.running
  const added = isCost ? (uplift ?? 0) : 0
  const times = (type === 'disbenefit' ? -1 : 1) * entry.perYear
  const factors = option.years.map(({ factor }) => factor)
  const shares = years && rhythm ? sharesOf({ years, rhythm }, { base, factors }) : []
  const from = (column: string) => `Estimates!$${column}$${estimateRows.get(entry.key) ?? 0}`
  const upliftAt = `Basis!$${rhythm === 'one-off' ? 'B' : 'C'}$${upliftRows.get(option.key) ?? 0}`
  const cell = (column: string) => `$${column}${row}`
  const share = `IF(${cell(OFTEN)}="a year",1,1/(${cell(LAST)}-${cell(FIRST)}+1))`
  const money = `${cell(VALUE)}*(1+${cell(ADDED)})*${cell(TIMES)}*${share}`
  return [
    text(option.id),
    text(entry.id),
    text(isCost ? 'Cost' : entry.isHealth ? 'Health' : 'Benefit'),
    sum(from(CENTRAL), value?.central),
    isCost ? sum(upliftAt, added, 'share') : number(0, 'share'),
    number(times),
    sum(from(FROM), years?.from),
    sum(from(TO), years?.to),
    sum(from(RHYTHM), rhythm),
    ...columns.map((column, at) =>
      sum(
        `IF(AND(${column}$1>=${cell(FIRST)},${column}$1<=${cell(LAST)}),${money},0)`,
        (value?.central ?? 0) * (1 + added) * times * (shares[at] ?? 0),
        'money',
      ),
    ),
  ]
}

/** Costs, benefits, what is left of these, and the same discounted: a row each. */
function sumRows(
  { option, entries, costs, benefits }: OptionRows,
  { columns, first, last }: Pick<YearGrid, 'columns'> & Record<'first' | 'last', number>,
): readonly (readonly SheetCell[])[] {
  const line = (
    name: string,
    formula: (column: string) => string,
    value: (year: OptionAppraisal['years'][number]) => number,
  ): readonly SheetCell[] => [
    ...[text(option.id, 'total'), text('', 'total'), text(name, 'total')],
    ...blanks(BEFORE_YEARS - 3, 'total'),
    ...option.years.map((year, at) => sum(formula(columns[at] ?? ''), value(year), 'total')),
  ]
  const only = (what: string) => (column: string) =>
    `SUMIF($${COUNTED_AS}$${first}:$${COUNTED_AS}$${last},"${what}",${column}$${first}:${column}$${last})`
  const isOfHealth = entries.some(({ entry }) => entry.isHealth)
  const brought = [only('Benefit'), ...(isOfHealth ? [only('Health')] : [])]
  const factor = (column: string) => `${column}$${FACTOR_ROW}`
  // What is of health loses less by waiting.
  const more = (column: string) =>
    isOfHealth
      ? `+${only('Health')(column)}*(${column}$${HEALTH_FACTOR_ROW}-${factor(column)})`
      : ''
  const net = benefits + 1
  return [
    line('Costs', only('Cost'), (year) => year.costs),
    line(
      'Benefits',
      (column) => brought.map((of) => of(column)).join('+'),
      (year) => year.benefits,
    ),
    line(
      NET,
      (column) => `${column}${benefits}-${column}${costs}`,
      (year) => year.benefits - year.costs,
    ),
    line(
      'The same, discounted',
      (column) => `${column}${net}*${factor(column)}${more(column)}`,
      (year) => year.worth,
    ),
  ]
}
