/** The sheet of what each option costs and brings by year, and of how years are discounted. */
import type { Ledger, OptionAppraisal } from '../plan.ts'
import { rateSteps } from '../rates.ts'
import { FIRST_RATE } from './basis-sheet.ts'
import { blanks, head, letterOf, number, type Sheet, type SheetCell, sum, text } from './cells.ts'
import { rowsOf } from './estimates-sheet.ts'
import { BEFORE_YEARS, type OptionRows, rowsOfOption, type YearGrid } from './option-rows.ts'

const YEARS = [
  ...['Option', 'Estimate', 'Counts as', 'Central value', 'Added', 'Times'],
  ...['From', 'To', 'How often'],
]

/** Its name, as formulas write it. */
export const YEAR_SHEET = 'Options by year'

type Row = readonly SheetCell[]
type Years = OptionAppraisal['years']

/** The sheet, and where the sums of each option stand on it. */
export function yearsSheet(
  { basis, estimates, options }: Ledger,
  upliftRows: ReadonlyMap<string, number>,
): { readonly sheet: Sheet; readonly places: readonly OptionRows[] } {
  const appraised = options.filter(({ years }) => years.length > 0)
  const ofHealth = appraised.find(({ years }) => years[0]?.health)
  const years = (ofHealth ?? appraised[0])?.years ?? []
  const columns = years.map((_, at) => letterOf(BEFORE_YEARS + at))
  const steps = rateSteps(basis.rates.name).length
  const rows = headRows(years, { columns, steps, hasHealth: ofHealth !== undefined })
  const grid: YearGrid = {
    ...{ columns, base: basis.base, upliftRows, estimateRows: rowsOf(estimates) },
    entries: new Map(estimates.map((entry) => [entry.key, entry])),
  }
  const frozen = { rows: rows.length, columns: 3 }
  const places = appraised.map((option) => {
    const made = rowsOfOption(option, rows.length + 1, grid)
    rows.push(...made.rows)
    return made.place
  })
  const widths = [9, 10, 22, 18, 9, 7, 8, 8, 11, 16]
  return { sheet: { name: YEAR_SHEET, widths, frozen, rows }, places }
}

/** What the rows above all options are made with: letters of the years, and how many rates there are. */
interface HeadGrid {
  readonly columns: readonly string[]
  readonly steps: number
  readonly hasHealth: boolean
}

/** The years, and the rate and the factor of each; of health and life too, where there is any. */
function headRows(years: Years, grid: HeadGrid): Row[] {
  const { columns, hasHealth } = grid
  const yearOf = (at: number) => (at === 0 ? 'Basis!$B$3' : `${columns[at - 1]}1+1`)
  const names = { rate: 'Rate', factor: 'Discount factor', column: 'B' }
  const ofHealth = { rate: 'Rate of health', factor: 'Discount factor of health', column: 'C' }
  const factors = years.map(({ factor }) => factor)
  const healthFactors = years.map(({ health }) => health?.factor ?? 1)
  return [
    [...head(...YEARS), ...years.map(({ year }, at) => sum(yearOf(at), year, 'head'))],
    [
      ...label('Years after year 0'),
      ...columns.map((column, at) => sum(`${column}1-Basis!$B$3`, at)),
    ],
    ...discountRows(3, names, factors, grid),
    ...(hasHealth ? discountRows(5, ofHealth, healthFactors, grid) : []),
  ]
}

/** The rate of each year, in a row, and the factor that it makes, in the next one. */
function discountRows(
  row: number,
  names: Readonly<Record<'rate' | 'factor' | 'column', string>>,
  factors: readonly number[],
  { columns, steps }: HeadGrid,
): readonly Row[] {
  const column = (name: string) => `Basis!$${name}$${FIRST_RATE}:$${name}$${FIRST_RATE + steps - 1}`
  const lookUp = (at: number) => `LOOKUP(${columns[at]}2,${column('A')},${column(names.column)})`
  // What factors leave behind the twelfth decimal is no rate.
  const rateOf = (factor: number, at: number) =>
    Number(((factors[at - 1] ?? 1) / factor - 1).toFixed(12))
  const rates = factors.map((factor, at) =>
    at === 0 ? number(0, 'share') : sum(lookUp(at), rateOf(factor, at), 'share'),
  )
  const made = factors.map((factor, at) =>
    at === 0
      ? number(1, 'factor')
      : sum(`${columns[at - 1]}${row + 1}/(1+${columns[at]}${row})`, factor, 'factor'),
  )
  return [
    [...label(names.rate), ...rates],
    [...label(names.factor), ...made],
  ]
}

/** Words in front of the years. */
function label(words: string): Row {
  return [text(words, 'head'), ...blanks(BEFORE_YEARS - 1, 'head')]
}
