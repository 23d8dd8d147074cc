/** What the charts of the economic case say. */
import { describe, expect, it } from 'vitest'
import {
  estimateChart,
  flowsChart,
  tableOfChart,
  tornadoChart,
  valuesChart,
} from '../../../src/core/appraisal/charts.ts'
import { ledgerIn } from '../estimates/economic-case.ts'

const ledger = ledgerIn([
  'Estimate 1 (2027 to 2036, a year): Teams make 2 to 3 million calls',
  'Estimate 2: A call costs £6 to £8',
  'Estimate 3 (OPT2, cost, one-off, 2027): Building it costs about £0.9 million, £0.8 to £1.4 million',
  'Estimate 4 (OPT2, benefit, cash-releasing, 2028 to 2036, a year): 10% of EST1 × EST2',
  'Estimate 5 (OPT2, cost, one-off, 2027): A plate on the door costs £400 to £600',
  'Option 1: Business as usual',
  'Option 2 (preferred): One place to book. It is new.',
])
const option = ledger.options[1]

describe('the chart of what matters most', () => {
  const chart = tornadoChart(ledger)
  it('begins at the central value, and has the widest bar first', () => {
    expect(chart?.from).toBe(option?.npsv?.central)
    expect(chart?.headline).toBe('Estimate 1 moves the value of option 2 most')
    const widths = chart?.rows.map((_, row) =>
      Math.abs(
        (chart.series[1]?.values[row]?.value ?? 0) - (chart.series[0]?.values[row]?.value ?? 0),
      ),
    )
    expect(widths).toEqual(widths?.toSorted((a, b) => b - a))
  })

  it('says which number of the case is varied, and how many it leaves out', () => {
    expect(chart && tableOfChart(chart).slice(0, 3)).toEqual([
      ['What is varied', 'At the low end', 'At the high end'],
      [
        'Teams make … calls (EST1)',
        '2 million calls: £9.4 million',
        '3 million calls: £15 million',
      ],
      ['A call costs … (EST2)', '£6 a call: £10 million', '£8 a call: £14 million'],
    ])
    expect(chart?.rows).toHaveLength(3)
    expect(chart?.subtitle).toMatch(/; 1 that moves it less is left out$/)
  })
})

describe('the chart of costs and benefits by year', () => {
  it('has costs below the line, and says when they are paid for', () => {
    const chart = option && flowsChart(ledger, option)
    expect(chart?.headline).toBe(
      'Option 2 has paid for itself by 2028, before discounting, by central values',
    )
    expect(chart && tableOfChart(chart).slice(0, 4)).toEqual([
      ['Year', 'Benefits', 'Costs'],
      ['2026', '0', '0'],
      ['2027', '0', '−£900,000'],
      ['2028', '£1.8 million', '0'],
    ])
  })

  it('puts years together where they are many, and loses none', () => {
    const long = ledgerIn(
      ['Estimate 1 (OPT1, cost, a year, from 2026): It costs £2', 'Option 1: A new one'],
      '  horizon: 60\n',
    )
    const [only] = long.options
    const chart = only && flowsChart(long, only)
    expect([chart?.rows[0], chart?.rows.at(-1)]).toEqual(['2026 to 2030', '2086'])
    const costs = chart?.series[1]?.values.reduce((sum, one) => sum + (one?.value ?? 0), 0)
    expect(costs).toBeCloseTo(-2 * 61)
  })
})

it('ranges of options that were appraised are in one chart', () => {
  const chart = valuesChart(ledger)
  expect(chart?.headline).toBe('Option 2 is best in all trials')
  expect(chart?.rows).toEqual(['Option 2, preferred: One place to book'])
  expect(chart?.series[0]?.values[0]?.low).toBe(option?.npsv?.low)
})

it('an estimate without a range has no chart', () => {
  const [first, , , fourth] = ledger.estimates
  expect(first && estimateChart(ledger, first)?.series[0]?.values[0]?.rangeText).toBe(
    '2 to 3 million calls',
  )
  const fixed = ledgerIn(['Estimate 1: A call costs £6'])
  expect(fixed.estimates[0] && estimateChart(fixed, fixed.estimates[0])).toBeUndefined()
  expect(fourth && estimateChart(ledger, fourth)?.unit).toBe('£')
})
