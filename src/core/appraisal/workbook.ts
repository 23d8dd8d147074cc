/** `figures.xlsx` as a plan: the sums of the case as formulas of a spreadsheet, for economists to check. */
import { type Expression, evaluate, type Operation } from '../estimates/expression.ts'
import type { LedgerEntry } from '../estimates/ledger.ts'
import { unitWords } from '../estimates/unit.ts'
import { priceWords } from './charts.ts'
import type { Ledger, OptionAppraisal } from './index.ts'
import { sharesOf } from './present-value.ts'
import { rateSteps } from './rates.ts'

/** How a cell looks. `input`: a number of the case, which may be changed. */
export type CellLook =
  | 'title'
  | 'head'
  | 'wrapped'
  | 'input'
  | 'money'
  | 'total'
  | 'share'
  | 'factor'

/** A cell: words, which are never a formula; a number; or a formula of ours with what it comes to. */
export interface SheetCell {
  readonly value?: string | number | undefined
  /** Without its `=`. No words of a case are in it. */
  readonly formula?: string
  readonly look?: CellLook
}

/** One sheet. */
export interface Sheet {
  readonly name: string
  /** Of columns, in letters; the last one holds for those behind it. */
  readonly widths: readonly number[]
  /** How many rows and columns stay in sight. */
  readonly frozen?: { readonly rows: number; readonly columns: number }
  readonly rows: readonly (readonly SheetCell[])[]
}

/** The sheets, in their order. */
export function figuresWorkbook(ledger: Ledger, title: string): readonly Sheet[] {
  const basis = basisSheet(ledger, title)
  const years = yearsSheet(ledger, basis.upliftRows)
  return [basis.sheet, estimatesSheet(ledger), years.sheet, totalsSheet(ledger, years.places)]
}

const text = (value: string, look?: CellLook): SheetCell => ({ value, ...(look ? { look } : {}) })
const number = (value: number | undefined, look?: CellLook): SheetCell => ({
  value,
  ...(look ? { look } : {}),
})
const head = (...names: readonly string[]) => names.map((name) => text(name, 'head'))
const sum = (formula: string, value: string | number | undefined, look?: CellLook): SheetCell => ({
  formula,
  value,
  ...(look ? { look } : {}),
})

/** Where the first rate and the first option stand on the sheet of the basis. */
const FIRST_RATE = 12

function basisSheet(ledger: Ledger, title: string) {
  const { basis, options } = ledger
  const steps = rateSteps(basis.rates.name)
  const firstOption = FIRST_RATE + steps.length + 3
  const [currency = ''] = basis.currency.over
  const rows: readonly (readonly SheetCell[])[] = [
    [text(title, 'title')],
    [text('Coloured cells hold the numbers of the case. All others are worked out from them.')],
    [
      text('Year 0, which is not discounted'),
      number(basis.base, 'input'),
      text(`Prices of ${basis.prices}`),
    ],
    [text('Last year that counts'), number(basis.until)],
    [text('Counted in'), text(currency.length > 1 ? currency.toUpperCase() : currency)],
    [text('A range is'), text(basis.likelihood)],
    [text('Rates'), text(basis.rates.name), text(`Edition of ${basis.rates.date}`)],
    [text('Samples'), number(basis.samples), text(basis.generator)],
    [
      text(
        'Lows, medians and highs come from the samples. They stay as they are when a number is changed.',
      ),
    ],
    [],
    head('From year, after year 0', 'Rate a year', 'Of health and life'),
    ...steps.map(({ from, rate, health }) => [
      number(from),
      ...[rate, health].map((one) => number(one, 'input')),
    ]),
    [],
    [text('Added because plans usually go over', 'title')],
    head(
      'Option',
      'To what it costs once',
      'To what it costs a year',
      'Projects of the sort',
      'Why so much here',
    ),
    ...options.map(({ id, optimism }) => [
      text(id),
      number(optimism?.works ?? 0, 'input'),
      number(optimism?.running ?? 0, 'input'),
      text(optimism?.class ?? ''),
      text(optimism?.reason ?? '', 'wrapped'),
    ]),
  ]
  const upliftRows = new Map(options.map(({ key }, at) => [key, firstOption + at]))
  return {
    sheet: { name: 'Basis', widths: [46, 24, 24, 28, 60], rows } satisfies Sheet,
    upliftRows,
  }
}

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
  ...['Option', 'Cost or benefit', 'Type', 'Once or a year', 'From year', 'To year', 'Prices of'],
  ...['Confidence'],
]
/** Columns of that sheet. */
const [CENTRAL, RHYTHM, FROM, TO] = ['C', 'L', 'M', 'N']
/** The first of the columns with the numbers that a sentence says. */
const FIRST_INPUT = ESTIMATES.length

function estimatesSheet({ estimates, options }: Ledger): Sheet {
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
function rowsOf(estimates: readonly LedgerEntry[]): ReadonlyMap<string, number> {
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

/** Where an option's sums stand among the years, and each of its estimates. */
interface OptionRows {
  readonly option: OptionAppraisal
  readonly entries: readonly { readonly entry: LedgerEntry; readonly row: number }[]
  readonly costs: number
  readonly benefits: number
}

const YEARS = [
  'Option',
  'Estimate',
  'Counts as',
  'Central value',
  'Added',
  'Times',
  'From',
  'To',
  'How often',
]
const FIRST_YEAR = YEARS.length
const YEAR_SHEET = 'Options by year'

function yearsSheet(ledger: Ledger, upliftRows: ReadonlyMap<string, number>) {
  const { basis, estimates, options } = ledger
  const rowOf = rowsOf(estimates)
  const byKey = new Map(estimates.map((entry) => [entry.key, entry]))
  const appraised = options.filter(({ years }) => years.length > 0)
  const hasHealth = appraised.some(({ years }) => years[0]?.health)
  const all = (appraised.find(({ years }) => years[0]?.health) ?? appraised[0])?.years ?? []
  const columns = all.map((_, at) => letterOf(FIRST_YEAR + at))
  const rateRange = (column: string) =>
    `Basis!$${column}$${FIRST_RATE}:$${column}$${FIRST_RATE + rateSteps(basis.rates.name).length - 1}`
  const label = (words: string) => [
    text(words, 'head'),
    ...Array.from({ length: FIRST_YEAR - 1 }, () => text('', 'head')),
  ]
  const before = (at: number) => columns[at - 1] ?? ''
  /** The rate of each year, in a row, and the factor that it makes, in the next one. */
  const discounted = (
    row: number,
    name: { readonly rate: string; readonly factor: string; readonly in: string },
    factorOf: (year: OptionAppraisal['years'][number]) => number,
  ): readonly (readonly SheetCell[])[] => {
    const factors = all.map(factorOf)
    const rates = factors.map((factor, at) =>
      at === 0
        ? number(0, 'share')
        : sum(
            `LOOKUP(${columns[at]}2,${rateRange('A')},${rateRange(name.in)})`,
            // What factors leave behind the twelfth decimal is no rate.
            Number(((factors[at - 1] ?? 1) / factor - 1).toFixed(12)),
            'share',
          ),
    )
    const made = factors.map((factor, at) =>
      at === 0
        ? number(1, 'factor')
        : sum(`${before(at)}${row + 1}/(1+${columns[at]}${row})`, factor, 'factor'),
    )
    return [
      [...label(name.rate), ...rates],
      [...label(name.factor), ...made],
    ]
  }
  const rows: (readonly SheetCell[])[] = [
    [
      ...head(...YEARS),
      ...all.map(({ year }, at) => sum(at === 0 ? 'Basis!$B$3' : `${before(at)}1+1`, year, 'head')),
    ],
    [
      ...label('Years after year 0'),
      ...columns.map((column, at) => sum(`${column}1-Basis!$B$3`, at)),
    ],
    ...discounted(3, { rate: 'Rate', factor: 'Discount factor', in: 'B' }, ({ factor }) => factor),
    ...(hasHealth
      ? discounted(
          5,
          { rate: 'Rate of health', factor: 'Discount factor of health', in: 'C' },
          ({ health }) => health?.factor ?? 1,
        )
      : []),
  ]
  const places = appraised.map((option): OptionRows => {
    const discounting = { base: basis.base, factors: option.years.map(({ factor }) => factor) }
    const own = option.counted.flatMap((key) => byKey.get(key) ?? [])
    const first = rows.length + 1
    const entries = own.map((entry, at) => ({ entry, row: first + at }))
    const upliftRow = upliftRows.get(option.key) ?? 0
    for (const { entry, row } of entries) {
      const { flow, type, rhythm, years, value } = entry
      const isCost = flow === 'cost'
      const times = (type === 'disbenefit' ? -1 : 1) * entry.perYear
      const added = isCost
        ? ((rhythm === 'one-off' ? option.optimism?.works : option.optimism?.running) ?? 0)
        : 0
      const shares = years && rhythm ? sharesOf({ years, rhythm }, discounting) : []
      const from = (column: string) => `Estimates!$${column}$${rowOf.get(entry.key) ?? 0}`
      rows.push([
        text(option.id),
        text(entry.id),
        text(isCost ? 'Cost' : entry.isHealth ? 'Health' : 'Benefit'),
        sum(from(CENTRAL), value?.central),
        isCost
          ? sum(`Basis!$${rhythm === 'one-off' ? 'B' : 'C'}$${upliftRow}`, added, 'share')
          : number(0, 'share'),
        number(times),
        sum(from(FROM), years?.from),
        sum(from(TO), years?.to),
        sum(from(RHYTHM), rhythm),
        ...columns.map((column, at) =>
          sum(
            `IF(AND(${column}$1>=$G${row},${column}$1<=$H${row}),$D${row}*(1+$E${row})*$F${row}*IF($I${row}="a year",1,1/($H${row}-$G${row}+1)),0)`,
            (value?.central ?? 0) * (1 + added) * times * (shares[at] ?? 0),
            'money',
          ),
        ),
      ])
    }
    const last = rows.length
    const costs = rows.length + 1
    const line = (
      name: string,
      formula: (column: string) => string,
      value: (year: OptionAppraisal['years'][number]) => number,
    ) =>
      rows.push([
        text(option.id, 'total'),
        text('', 'total'),
        text(name, 'total'),
        ...Array.from({ length: FIRST_YEAR - 3 }, () => text('', 'total')),
        ...option.years.map((year, at) => sum(formula(columns[at] ?? ''), value(year), 'total')),
      ])
    const only = (what: string) => (column: string) =>
      `SUMIF($C$${first}:$C$${last},"${what}",${column}$${first}:${column}$${last})`
    line('Costs', only('Cost'), (year) => year.costs)
    const isOfHealth = entries.some(({ entry }) => entry.isHealth)
    line(
      'Benefits',
      (column) =>
        [only('Benefit'), ...(isOfHealth ? [only('Health')] : [])]
          .map((of) => of(column))
          .join('+'),
      (year) => year.benefits,
    )
    line(
      'Benefits less costs',
      (column) => `${column}${costs + 1}-${column}${costs}`,
      (year) => year.benefits - year.costs,
    )
    line(
      'The same, discounted',
      (column) =>
        `${column}${costs + 2}*${column}$4${isOfHealth ? `+${only('Health')(column)}*(${column}$6-${column}$4)` : ''}`,
      (year) => year.worth,
    )
    rows.push([])
    return { option, entries, costs, benefits: costs + 1 }
  })
  const sheet: Sheet = {
    name: YEAR_SHEET,
    widths: [9, 10, 22, 18, 9, 7, 8, 8, 11, 16],
    frozen: { rows: hasHealth ? 6 : 4, columns: 3 },
    rows,
  }
  return { sheet, places }
}

const TOTALS = [
  ...[
    'Option',
    'What it is',
    'Present value of costs',
    'Present value of benefits',
    'Net present social value',
  ],
  ...[
    'Benefits by costs (BCR)',
    'Low',
    'Median',
    'High',
    'Best in so many trials',
    'Estimates not counted in money',
  ],
]

/** Behind the words of an option. */
const IN_PART = ' (in part: some of what it costs or brings is not for everyone)'

function totalsSheet({ basis, estimates, options }: Ledger, places: readonly OptionRows[]): Sheet {
  const ids = new Map(estimates.map(({ key, id }) => [key, id]))
  const count = places[0]?.option.years.length ?? 1
  const [first, last] = [letterOf(FIRST_YEAR), letterOf(FIRST_YEAR + count - 1)]
  const yearsIn = (row: number) => `'${YEAR_SHEET}'!$${first}$${row}:$${last}$${row}`
  const worth = (row: number) => `SUMPRODUCT(${yearsIn(row)},${yearsIn(4)})`
  // What is of health loses less by waiting.
  const more = (row: number) => `SUMPRODUCT(${yearsIn(row)},${yearsIn(6)}-${yearsIn(4)})`
  const ofHealth = (entries: OptionRows['entries']) =>
    entries.flatMap(({ entry, row }) => (entry.isHealth ? [more(row)] : []))
  const rows = options.map((option, at): readonly SheetCell[] => {
    const place = places.find((one) => one.option === option)
    const { npsv, bcr, costs, benefits, chanceOfBest, hidden } = option
    const row = at + 2
    return [
      text(option.id),
      text(`${option.text}${hidden === 'parts' ? IN_PART : ''}`, 'wrapped'),
      ...(place && npsv
        ? [
            sum(worth(place.costs), costs?.central, 'money'),
            sum(
              [worth(place.benefits), ...ofHealth(place.entries)].join('+'),
              benefits?.central,
              'money',
            ),
            sum(`D${row}-C${row}`, npsv.central, 'total'),
            bcr ? sum(`D${row}/C${row}`, bcr.central, 'money') : text(''),
            number(npsv.low, 'money'),
            number(npsv.median, 'money'),
            number(npsv.high, 'money'),
          ]
        : [
            text(hidden ? 'not published' : 'nothing counted'),
            ...Array.from({ length: 6 }, () => text('')),
          ]),
      number(chanceOfBest, 'share'),
      text(option.uncounted.flatMap((key) => ids.get(key) ?? []).join(', ')),
    ]
  })
  const types = places.flatMap(({ option, entries }) => {
    const benefits = entries.filter(({ entry }) => entry.flow === 'benefit')
    return [...Map.groupBy(benefits, ({ entry }) => entry.type ?? 'other')].map(([type, own]) => [
      text(option.id),
      text(type),
      text(''),
      sum(
        [...own.map(({ row }) => worth(row)), ...ofHealth(own)].join('+'),
        option.byType?.[type]?.central,
        'money',
      ),
    ])
  })
  return {
    name: 'Totals',
    widths: [9, 50, 22, 22, 22, 18, 18, 18, 18, 16, 30],
    frozen: { rows: 1, columns: 1 },
    rows: [
      head(...TOTALS),
      ...rows,
      [],
      [text(`In ${priceWords(basis)}. A range is ${basis.likelihood}.`)],
      [],
      ...(types.length > 0
        ? [head('Option', 'Benefits by type', '', 'Present value'), ...types]
        : []),
    ],
  }
}

/** `A`, `Z`, `AA`: the name of a column, from 0. */
export function letterOf(column: number): string {
  const rest = Math.floor(column / 26)
  return `${rest > 0 ? letterOf(rest - 1) : ''}${String.fromCharCode(65 + (column % 26))}`
}
