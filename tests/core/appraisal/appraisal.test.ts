/** Options, appraised: the golden numbers of the Green Book, and what turns a case. */
import { describe, expect, it } from 'vitest'
import { ledgerInDoubt } from '../../../src/core/appraisal/index.ts'
import { presentValue } from '../../../src/core/appraisal/present-value.ts'
import { discountFactors } from '../../../src/core/appraisal/rates.ts'
import { caseOf, ledgerIn } from '../estimates/economic-case.ts'

it('tells a ratio near 1 so finely that it says on which side of it', () => {
  const [option] = ledgerIn([
    '## Options',
    '- Option 1: We build',
    'Estimate 1 (OPT1, cost, one-off, 2026): It costs £970,000 to £1,030,000',
    'Estimate 2 (OPT1, benefit, one-off, 2026): It saves £1,000,000 to £1,060,000',
  ]).options
  expect(option?.told?.bcr?.central).toBe('1.03')
})

describe('discounting', () => {
  const factors = discountFactors('green-book-2026', 130)

  it.each([
    [0, 1],
    [1, 0.9662],
    [10, 0.7089],
    [30, 0.3563],
    [31, 0.3459],
  ])('in year %i is by %f', (year, factor) => {
    expect(factors[year]).toBeCloseTo(factor, 4)
  })

  it.each([
    [1, 1 / 1.015],
    [30, 1.015 ** -30],
    [31, 1.015 ** -30 / 1.0129],
  ])('of health in year %i is by %f', (year, factor) => {
    expect(discountFactors('green-book-2026', 31, 'health')[year]).toBeCloseTo(factor, 10)
  })

  it('by the rate of health takes what counts QALYs or says so, and no cost', () => {
    const ledger = ledgerIn([
      '- Option 1 (preferred): A clinic',
      'Estimate 1 (a year, 2027 to 2036): People gain 1 to 3 life years',
      ...[
        'Estimate 2 (OPT1, benefit, to society): EST1 × £50 a life year (high confidence)',
        'Estimate 3 (OPT1, cost, health, a year, 2027 to 2036): It costs £100',
        'Estimate 4 (OPT1, disbenefit, health effects, a year, 2027 to 2036): Staff lose £50',
        'Estimate 5 (OPT1, benefit, to society, a year, 2027 to 2036): Drivers gain £50',
      ],
    ])
    const parts = ledger.options[0]?.parts.map(({ weight }) => Number(weight.toFixed(2)))
    // £100 in each of years 1 to 10 is £922.22 by 1.5%.
    expect(parts).toEqual([9.22, -8.32, -9.22, 8.32])
    const [option] = ledger.options
    const years = option?.years.reduce((sum, { worth }) => sum + worth, 0)
    expect(years).toBeCloseTo(option?.npsv?.central ?? 0, 9)
  })

  it('of £100 in each of years 1 to 10 gives £831.66', () => {
    expect(presentValue([0, ...Array.from({ length: 10 }, () => 100)], factors)).toBeCloseTo(
      831.66,
      2,
    )
  })
})

describe('an option', () => {
  const options = ['## Options', '- Option 1: Business as usual\n- Option 2 (preferred): We build']
  const golden = [
    ...options,
    'Estimate 1 (OPT2, cost, one-off, 2026): It costs £100',
    'Estimate 2 (OPT2, cost, 2027 to 2028, a year): It costs £50',
    'Estimate 3 (OPT2, benefit, 2029 to 2035, a year): It saves £30',
  ]
  const two = (lines: readonly string[], economics?: string) =>
    ledgerIn(lines, economics).options.find(({ id }) => id === 'OPT2')

  it('has the golden present values', () => {
    const option = two(golden)
    expect(option?.costs?.central).toBeCloseTo(194.98, 2)
    expect(option?.benefits?.central).toBeCloseTo(171.24, 2)
    expect(option?.npsv?.central).toBeCloseTo(-23.74, 2)
    expect(option?.bcr?.central).toBeCloseTo(0.88, 2)
    expect(option?.told?.bcr?.central).toBe('0.88')
    expect(option?.years.map(({ year }) => year)).toEqual(
      Array.from({ length: 11 }, (_, at) => 2026 + at),
    )
  })

  it('costs more by what is added for optimism, and brings less by a disbenefit', () => {
    const optimism =
      '  optimism: { OPT2: { works: 20%, running: 0.1, class: software, reason: R } }'
    const factors = discountFactors('green-book-2026', 2)
    const running = presentValue([0, 50, 50], factors)
    expect(two(golden, optimism)?.costs?.central).toBeCloseTo(120 + running * 1.1, 6)
    const less = 'Estimate 4 (OPT2, disbenefit, to society, one-off, 2026): Teams lose £10'
    expect(two([...golden, less.replace(', to society', '')])?.npsv?.central).toBeCloseTo(-33.74, 2)
  })

  it('spreads what comes once over its years, and counts nothing beyond the horizon', () => {
    const spread = two([
      ...options,
      'Estimate 1 (OPT2, cost, one-off, 2026 to 2027): It costs £100',
    ])
    expect(spread?.costs?.central).toBeCloseTo(50 + 50 / 1.035, 6)
    const open = two([...options, 'Estimate 1 (OPT2, cost, from 2027, a year): It costs £100'])
    expect(open?.costs?.central).toBeCloseTo(831.66, 2)
  })

  it('knows when the case turns', () => {
    const { switching, tornado, preferred } = ledgerIn([
      ...options,
      'Estimate 1: People make 2 to 3 million calls',
      'Estimate 2: A call costs £6 to £8',
      'Estimate 3 (OPT2, benefit, one-off, 2026): EST1 × EST2 falls away',
      'Estimate 4 (OPT2, cost, one-off, 2026): It costs £7 million',
    ])
    expect(preferred).toBe('option-2')
    expect(tornado.map(({ estimate }) => estimate)).toEqual(['estimate-1', 'estimate-2'])
    const calls = switching.find(
      ({ estimate, turns }) => estimate === 'estimate-1' && turns === 'nil',
    )
    expect(calls?.value).toBeCloseTo(1e6, 0)
    expect(calls?.told).toBe('1 million calls')
  })

  it('is best as often as its samples are', () => {
    const { options: all } = ledgerIn([
      '## Options',
      '- Option 1: Business as usual\n- Option 2: We build\n- Option 3: We buy',
      'Estimate 1 (OPT2, benefit, one-off, 2026): It saves £10 to £20',
      'Estimate 2 (OPT3, benefit, one-off, 2026): It saves £10 to £20',
    ])
    const chances = all.map(({ chanceOfBest = 0 }) => chanceOfBest)
    expect(chances[0]).toBe(0)
    expect(chances[1]).toBeCloseTo(0.5, 1)
    expect(chances.reduce((sum, one) => sum + one)).toBeCloseTo(1, 6)
  })

  it('falls with what it rests on', () => {
    const whole = caseOf(golden)
    const doubted = ledgerInDoubt(whole, { without: new Set(['estimate-3']) })
    expect(doubted.options.at(-1)?.npsv?.central).toBeCloseTo(-194.98, 2)
    const other = ledgerInDoubt(whole, { instead: new Map([['estimate-3', '£60']]) })
    expect(other.options.at(-1)?.benefits?.central).toBeCloseTo(342.48, 2)
  })
})

it.each([
  [
    'Option 2: We wait. Discounted because it is slow.',
    { fate: 'discounted', because: 'it is slow' },
  ],
  ['Option 2 (do minimum): We wait', { isDoMinimum: true }],
  ['Option 2: Do nothing', { isBusinessAsUsual: true }],
  ['Option 2 (preferred): We wait', { isPreferred: true, fate: 'carried forward' }],
  ['Option 2: Carried forward: it is quick', { fate: 'carried forward', because: 'it is quick' }],
  ['Option 2: People preferred it', {}],
])('"%s" says where it stands', (words, place) => {
  const { options } = ledgerIn(['## Options', `- ${words}`, 'Estimate 1: We send 2 to 3 letters'])
  const { isBusinessAsUsual, isDoMinimum, isPreferred, fate, because } = options[0] ?? {}
  expect(
    JSON.parse(JSON.stringify({ isBusinessAsUsual, isDoMinimum, isPreferred, fate, because })),
  ).toEqual(place)
})
