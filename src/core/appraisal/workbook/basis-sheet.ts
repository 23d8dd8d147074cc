/** The sheet of what all sums start from: year 0, rates, and what is added for optimism. */
import type { Ledger } from '../plan.ts'
import { rateSteps } from '../rates.ts'
import { head, number, type Sheet, type SheetCell, text } from './cells.ts'

/** The row, from 1, in which the first rate stands. */
export const FIRST_RATE = 12

/** The sheet, and the row of what is added to each option, by its key. */
export function basisSheet(
  ledger: Ledger,
  title: string,
): { readonly sheet: Sheet; readonly upliftRows: ReadonlyMap<string, number> } {
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
    sheet: { name: 'Basis', widths: [46, 24, 24, 28, 60], rows },
    upliftRows,
  }
}
