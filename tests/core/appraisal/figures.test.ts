/** What the page of figures says, and `figures.csv`. */
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { figuresCsv } from '../../../src/core/appraisal/csv.ts'
import { figuresOf } from '../../../src/core/appraisal/figures.ts'
import { ledgerOf } from '../../../src/core/appraisal/index.ts'
import { plainText } from '../../../src/core/text/linked-text.ts'
import { caseOf } from '../estimates/economic-case.ts'

const whole = caseOf([
  'Estimate 1 (2027 to 2036, a year, 1a): Teams make 2 to 3 million calls',
  'Estimate 2 (medium confidence): A call costs £6 to £8',
  'Estimate 3 (OPT2, cost, one-off, 2027, high confidence): Building it costs about £0.9 million, £0.8 to £1.4 million',
  'Estimate 4 (OPT2, benefit, cash-releasing, 2028 to 2036, a year): 10% of EST1 × EST2',
  'Estimate 5 (OPT2, benefit, a year): -2+3 fewer vans stand idle',
  'Option 1: Business as usual',
  'Option 2 (preferred): =1+1 place to book. It is new.',
  '## Benefits',
  'Benefit 1: Nobody asks twice.',
  'Benefit 2: Calls fall (EST4).',
  '## Sprint 1',
  'Decision 1: We count calls.',
  'Evidence 1a: A log, see [the log](https://docs.google.com/d/1).',
])
const figures = figuresOf(whole)

describe('the page of figures', () => {
  it('begins with what the preferred option comes to, and says while that is initial', () => {
    expect(figures?.lead).toBe(
      'Option 2, =1+1 place to book, comes to a net present social value of £12 million in 2026 prices: £8.7 to £15 million, 8 in 10 likely. It rests on initial estimates.',
    )
  })

  it('has each estimate with its curve, its median, and evidence that readers can’t open', () => {
    expect(figures?.entries.map(({ id }) => id)).toEqual(['EST1', 'EST2', 'EST3', 'EST4', 'EST5'])
    const notes = figures?.entries.map((entry) =>
      entry.notes.map(({ term, words }) => `${term}: ${plainText(words)}`),
    )
    expect(notes?.[0]).toEqual([
      'Curve: 2 to 3 million: normal',
      'Rests on: 1a (not publicly available)',
      'In the sums of: EST4',
    ])
    expect(notes?.[2]?.[0]).toBe('Median: £1 million')
    expect(figures?.entries.map(({ worth }) => worth.isInitial)).toEqual([
      true,
      false,
      false,
      true,
      true,
    ])
  })

  it('lines up the years, which add up to the totals of the ledger', () => {
    const [years] = figures?.years ?? []
    expect(years?.counted).toBe('£ million in 2026 prices, central values')
    expect(years?.rows[1]).toEqual(['2027', '0.90', '0.00', '−0.90', '0.9662', '−0.87'])
    const npsv = ledgerOf(whole)?.options[1]?.npsv?.central ?? 0
    expect(years?.total.at(-1)).toBe((npsv / 1e6).toFixed(1 + 1))
    const decimals = years?.rows.flatMap(([, ...cells]) =>
      [0, 1, 2, 4].map((at) => cells[at]?.split('.')[1]?.length),
    )
    expect(new Set(decimals)).toEqual(new Set([2]))
  })

  it('puts what is not in money beside what is', () => {
    const [option] = figures?.benefits ?? []
    expect(option?.inMoney).toEqual(['Cash-releasing: £13 million (£9.7 to £16 million)'])
    expect(option?.otherwise.map(plainText)).toEqual(['-2+3 fewer vans stand idle (EST5)'])
    expect(figures?.unestimated.map(plainText)).toEqual(['B1 Nobody asks twice.'])
  })

  it('tries more than 50 years by lower rates too', () => {
    const lines = [
      'Estimate 1 (OPT1, benefit, a year, from 2026): It saves £2',
      'Option 1: A new one',
    ]
    const long = figuresOf(caseOf(lines, '  horizon: 60\n'))?.years[0]
    expect(long?.lower).toBe('£58')
    expect(long?.total.at(-1)).toBe('53')
    expect(figures?.years[0]?.lower).toBeUndefined()
  })

  it('is not there without an estimate', () => {
    const none = caseOf(['Option 1: Business as usual'])
    expect([figuresOf(none), figuresCsv(none)]).toEqual([undefined, undefined])
  })
})

describe('figures.csv', () => {
  const text = figuresCsv(whole) ?? ''
  const rows: readonly Record<string, string>[] = parse(text, { bom: true, columns: true })
  const find = (id: string, what: string) =>
    rows.find((row) => row['Id'] === id && row['What'] === what)

  it('has each estimate and each total, unrounded', () => {
    const option = ledgerOf(whole)?.options[1]
    expect(Number(find('EST4', 'Estimate')?.['Central'])).toBeCloseTo(1_750_000, 6)
    const npsv = find('OPT2', 'Net present social value')
    expect(Number(npsv?.['Central'])).toBeCloseTo(option?.npsv?.central ?? 0, 6)
    expect(Number(npsv?.['Low'])).toBeCloseTo(option?.npsv?.low ?? 0, 6)
    // Binary sums leave no digits at the end: "2.9000000000000004".
    const tails = rows.filter((row) => /\d{16}/.test(`${row['Central']}`.replace('.', '')))
    expect(tails).toEqual([])
    expect(find('OPT2', 'Present value of benefits: cash-releasing')?.['Counts']).toBe('£')
    expect(find('EST1', 'Estimate')?.['Rests on']).toBe('1a')
  })

  it('holds no words that a spreadsheet takes for a formula, and says for whom it is', () => {
    expect(find('OPT2', 'Net present social value')?.['Text']).toMatch(/^\(preferred\)|^'=/)
    expect(find('EST5', 'Estimate')?.['Text']).toMatch(/^'-2\+3/)
    const inside: readonly Record<string, string>[] = parse(
      figuresCsv(whole, 'Internal: not for publication') ?? '',
      { bom: true, columns: true },
    )
    expect(inside.every((row) => row['For whom'] === 'Internal: not for publication')).toBe(true)
  })
})
