/** The sheet of the totals of each option, as sums over its rows by year. */
import { priceWords } from '../charts.ts'
import type { Ledger } from '../plan.ts'
import { SUM_NAMES } from '../sum-names.ts'
import { blanks, head, letterOf, number, type Sheet, type SheetCell, sum, text } from './cells.ts'
import { BEFORE_YEARS, FACTOR_ROW, HEALTH_FACTOR_ROW, type OptionRows } from './option-rows.ts'
import { YEAR_SHEET } from './years-sheet.ts'

const TOTALS = [
  ...['Option', 'What it is', SUM_NAMES.costs, SUM_NAMES.benefits, SUM_NAMES.npsv],
  ...[
    SUM_NAMES.bcr,
    'Low',
    'Median',
    'High',
    'Best in so many trials',
    'Estimates not counted in money',
  ],
]

/** Behind the words of an option. */
const IN_PART = ' (in part: some of what it costs or brings is not for everyone)'

/** A row for each option, and one for each type of its benefits. */
export function totalsSheet(
  { basis, estimates, options }: Ledger,
  places: readonly OptionRows[],
): Sheet {
  const ids = new Map(estimates.map(({ key, id }) => [key, id]))
  const count = places[0]?.option.years.length ?? 1
  const [first, last] = [letterOf(BEFORE_YEARS), letterOf(BEFORE_YEARS + count - 1)]
  const yearsIn = (row: number) => `'${YEAR_SHEET}'!$${first}$${row}:$${last}$${row}`
  const worth = (row: number) => `SUMPRODUCT(${yearsIn(row)},${yearsIn(FACTOR_ROW)})`
  // What is of health loses less by waiting.
  const more = (row: number) =>
    `SUMPRODUCT(${yearsIn(row)},${yearsIn(HEALTH_FACTOR_ROW)}-${yearsIn(FACTOR_ROW)})`
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
        : [text(hidden ? 'not published' : 'nothing counted'), ...blanks(6)]),
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
