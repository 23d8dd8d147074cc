/** Sentences become a ledger: what each comes to, with its range, in its unit. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isWorked, workOut } from '../../../src/core/estimates/work-out.ts'
import { caseOf, ledgerIn } from './economic-case.ts'

function toldOf(...lines: readonly string[]) {
  const entries = ledgerIn(lines.map((line, at) => `Estimate ${at + 1}: ${line}`)).estimates
  return entries.at(-1)
}

describe('the number of an estimate', () => {
  it.each([
    ['People make 2 to 3 million repeat calls', 2.5e6, 2e6, 3e6, 'call'],
    ['People make between two and three million calls', 2.5e6, 2e6, 3e6, 'call'],
    ['We send 3–5m letters', 4e6, 3e6, 5e6, 'letter'],
    ['It costs about £0.9 million, £0.8 to £1.4 million', 9e5, 8e5, 1.4e6, '£'],
    ['It costs £480k', 4.8e5, 4.8e5, 4.8e5, '£'],
    ['It costs £1.2m to £1.5m', 1.35e6, 1.2e6, 1.5e6, '£'],
    ['A call costs £6 to £8', 7, 6, 8, '£ a call'],
    ['We pay £6 a call', 6, 6, 6, '£ a call'],
    ['We pay NOK 200,000 to NOK 300,000', 2.5e5, 2e5, 3e5, 'nok'],
    ['Two in five people give up', 0.4, 0.4, 0.4, ''],
    ['412 of 1,030 people give up', 0.4, 0.4, 0.4, ''],
    ['10% to 30% give up', 0.2, 0.1, 0.3, ''],
    ['We wait 3 ± 0.5 weeks', 3, 2.5, 3.5, 'week'],
    ['Support costs £45k p.a. ± 10%', 45e3, 40500, 49500, '£'],
    ['A share of 12% ± 2% leaves', 0.12, 0.1, 0.14, ''],
    ['It costs £2½ million (±10%)', 2.5e6, 2.25e6, 2.75e6, '£'],
    ['It costs £2m-3m', 2.5e6, 2e6, 3e6, '£'],
    ['It costs £1.2 mn to £1.4 mn', 1.3e6, 1.2e6, 1.4e6, '£'],
    ['It costs £1 200 000 to £1 400 000', 1.3e6, 1.2e6, 1.4e6, '£'],
    ['It costs £0.4m (low £0.3m, high £0.6m)', 4e5, 3e5, 6e5, '£'],
    ['It costs £1.1m; range £0.8m-£1.6m', 1.1e6, 8e5, 1.6e6, '£'],
    ['About half a million people call', 5e5, 5e5, 5e5, 'person'],
    ['People make a million and a half calls', 1.5e6, 1.5e6, 1.5e6, 'call'],
    ['Twenty-five to thirty thousand people call', 27500, 25000, 30000, 'person'],
    ['It costs £50-90k a quarter', 7e4, 5e4, 9e4, '£ a quarter'],
    ['Firms save 90,000 hours at £30 an hour', 2.7e6, 2.7e6, 2.7e6, '£'],
    ['A call takes 6 to 12 minutes', 0.15, 0.1, 0.2, 'hour a call'],
  ])('is read from "%s"', (words, central, low, high, unit) => {
    const entry = toldOf(words)
    expect(entry?.unitWords).toBe(unit)
    expect(entry?.value?.central).toBeCloseTo(central, 6)
    expect(entry?.value?.low).toBeCloseTo(low, 6)
    expect(entry?.value?.high).toBeCloseTo(high, 6)
  })

  it.each([
    ['The net position is £(1.5)m', '"£(1.5)"'],
    ['The net position is (£1.5m)', 'minus sign'],
    ["It costs £'000 450", '"£450k"'],
    ["It costs £450 ('000)", '"£450k"'],
    ['It costs £000s 450', '"£450k"'],
    ['It costs £2.4 MM', '"million"'],
    ['It costs £3 lakh', '"million"'],
    ['It costs £450 thousands', '"thousand"'],
    ['It costs £5-6,000', 'both ends in full'],
    ['It costs £5–£6,000', 'both ends in full'],
    ['It costs £2m a year for three years', 'its years in the bracket'],
    ['It costs £2m a year for 3 years', 'its years in the bracket'],
    ['It saves 12 posts at £48k each', 'for each of what'],
    ['It costs £3-million', 'a space before'],
    ['It costs £3 per 1,000 letters', 'for one of them'],
    ['It costs £2m every two years', 'for one of them'],
    ['It costs twice £3m', 'a sum'],
    ['It costs £3m / £5m / £9m', 'a range with its middle'],
    ['It costs £2m per financial year', '"a year"'],
    ['It costs £10k pcm', 'how often'],
    ['It costs £10k monthly', 'how often'],
  ])('is not read as another one from "%s"', (words, fault) => {
    expect(toldOf(words)?.unworked?.fault).toContain(fault)
  })

  it.each([
    ['It costs £5 to £6,000', 3002.5],
    ['It costs £5,000-6,000', 5500],
    ['It saves 12 posts at £48k a post', 576_000],
    ['It costs £3 million (£2 million to £5 million)', 3e6],
  ])('is read where its signs are plain: "%s"', (words, central) => {
    expect(toldOf(words)?.value?.central).toBe(central)
  })

  it('is read for a few years where its bracket says which', () => {
    const [entry] = ledgerIn([
      'Estimate 1 (2027 to 2029): It costs £2m a year for three years',
    ]).estimates
    expect(entry).toMatchObject({ rhythm: 'a year', years: { from: 2027, to: 2029 } })
  })

  it('is not guessed among several', () => {
    expect(toldOf('It costs £3 million, and we save 10% to 20%')?.unworked?.fault).toContain(
      'expected one number',
    )
  })
})

describe('a sum', () => {
  const calls = 'People make 2 to 3 million calls'
  const cost = 'A call costs £6 to £8'

  it('is worked out from central values, with its range from samples', () => {
    const entry = toldOf(calls, cost, 'Calls cost EST1 × EST2')
    expect(entry?.value?.central).toBe(17.5e6)
    expect(entry?.told).toEqual({
      central: '£18 million',
      median: '£17 million',
      range: '£13 to £22 million',
      likelihood: '8 in 10 likely',
    })
    expect(entry?.unitWords).toBe('£')
  })

  it.each([
    ['EST1 plus EST1', 5e6],
    ['EST1 minus 0.5 million', 2e6],
    ['EST1 divided by 5', 5e5],
    ['10% of EST1', 2.5e5],
    ['a third of EST1', 2.5e6 / 3],
    ['(EST1 + EST1) × 2', 1e7],
    ['the larger of EST1 and 4 million', 4e6],
    ['the smaller of EST1 and 4 million', 2.5e6],
    ['Estimate 1 times 2', 5e6],
    ['2 million letters × £3 a letter', 6e6],
  ])('says "%s"', (words, central) => {
    expect(toldOf(calls, `It is ${words}`)?.value?.central).toBeCloseTo(central, 3)
  })

  it.each([
    ['EST1 × constructor', 'expected ids and numbers'],
    ['EST1 × __proto__', 'expected ids and numbers'],
    ['EST1 × EST9', 'nothing defines EST9'],
    ['EST1 divided by 0', 'never nought'],
    ['EST1 divided by (EST1 minus EST1)', 'never nought'],
    [`EST1${' × EST1'.repeat(100)}`, 'at most 80'],
    [`EST1${' × 900 trillion'.repeat(30)}`, 'can be counted'],
    [`${'('.repeat(30)}EST1 + 1${')'.repeat(30)}`, 'expected ids and numbers'],
    ['20% off EST1', 'joined to the sum'],
    ['EST1 plus 10 letters', 'count the same'],
    ['EST1 × £6', 'units that cancel'],
    ['the larger of EST1 and EST1 × 2', 'in brackets'],
  ])('that says "%s" comes to nothing, and says why', (words, why) => {
    const entry = toldOf(calls, `It is ${words}`)
    expect(entry?.value).toBeUndefined()
    expect(entry?.unworked?.fault).toContain(why)
  })

  it('that rests on itself comes to nothing', () => {
    const { estimates } = ledgerIn(['Estimate 1: It is EST2 × 2', 'Estimate 2: It is EST1 × 2'])
    expect(estimates.map(({ unworked }) => unworked?.why)).toEqual(['cycle', 'cycle'])
  })

  it('is told as initial until its confidence says more', () => {
    const { estimates } = ledgerIn([
      'Estimate 1 (high confidence): We send 2 to 3 letters',
      'Estimate 2 (low confidence): We send 2 to 3 letters',
      'Estimate 3: We send EST1 + EST2',
    ])
    expect(estimates.map(({ isInitial }) => isInitial)).toEqual([false, true, true])
  })
})

describe('samples', () => {
  it('are the same each time, and no other estimate moves them', () => {
    const spread = (lines: readonly string[]) => ledgerIn(lines).estimates.at(-1)?.value
    const one = ['Estimate 5: It costs £2 to £9']
    expect(spread(['Estimate 1: It costs £3 to £4', ...one])).toEqual(spread(one))
  })

  it('move together where an input is shared', () => {
    expect(toldOf('We send 2 to 3 letters', 'It is EST1 minus EST1')?.value).toEqual({
      ...{ central: 0, median: 0, low: 0, high: 0 },
    })
  })

  it.each(['2 to 3', '2 to 9', '0.1 to 0.3', '-4 to 5', '3, 2.9 to 8', '2, 2 to 8'])(
    'of "%s" have its ends at 1 and 9 in 10',
    (range) => {
      const { graph } = caseOf([`Estimate 1: We lose £${range.replaceAll(' to ', ' to £')}`])
      const one = workOut(graph.estimates, 80).get('estimate-1')
      if (!isWorked(one)) throw new Error('Unexpected estimate without a value')
      const sorted = one.samples.toSorted()
      expect(sorted[1000]).toBeCloseTo(one.low, 1)
      expect(sorted[9000]).toBeCloseTo(one.high, 1)
    },
  )

  it('narrow "the larger of" where an input is wider only as far as the curves themselves do', () => {
    // Of what is 9 for sure and what is 9 to 11, the larger one is 9 to 11. Where the first may be 8.5 to 9.5, the
    // low end rises, and the high one stays: no error of sampling.
    const larger = (first: string) => {
      const { value } = ledgerIn([
        `Estimate 1: ${first}`,
        'Estimate 2: 9 to 11',
        'Estimate 3: the larger of EST1 and EST2',
      ]).estimates[2] as { value: { low: number; high: number } }
      return value
    }
    const z = 1.2815515655446004
    // The curve of the larger of two is the product of both.
    const exact = (share: number, spread: number) => {
      const normal = (at: number, middle: number, half: number) => {
        const x = ((at - middle) / half) * z
        // Simpson's rule from the middle on.
        const step = x / 200
        const part = (index: number) => Math.exp(-((index * step) ** 2) / 2)
        const sum = Array.from(
          { length: 100 },
          (_, index) => part(2 * index) + 4 * part(2 * index + 1) + part(2 * index + 2),
        ).reduce((all, one) => all + one, 0)
        return 0.5 + (sum * step) / 3 / Math.sqrt(2 * Math.PI)
      }
      let [from, to] = [5, 15]
      for (let times = 0; times < 50; times += 1) {
        const middle = (from + to) / 2
        if (normal(middle, 9, spread) * normal(middle, 10, 1) < share) from = middle
        else to = middle
      }
      return from
    }
    const [sure, unsure] = [larger('9'), larger('8.5 to 9.5')]
    expect(sure.high - sure.low).toBeCloseTo(2, 1)
    expect(unsure.low).toBeCloseTo(exact(0.1, 0.5), 1.5)
    expect(unsure.high).toBeCloseTo(exact(0.9, 0.5), 1.5)
    expect(exact(0.9, 0.5) - exact(0.1, 0.5)).toBeLessThan(1.9)
  })

  it('never give a narrower total where an input is wider', () => {
    const width = (low: number, high: number) => {
      const value = toldOf(
        `We pay £${low} to £${high}`,
        'We pay £30 to £50',
        'It is EST1 + EST2',
      )?.value
      return (value?.high ?? 0) - (value?.low ?? 0)
    }
    fc.assert(
      fc.property(
        fc.integer({ min: 5, max: 100 }),
        fc.integer({ min: 1, max: 100 }),
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 1, max: 50 }),
        (low, more, down, up) => {
          const [narrow, wide] = [width(low, low + more), width(low - down, low + more + up)]
          expect(wide).toBeGreaterThan(narrow * 0.99)
        },
      ),
      { numRuns: 25 },
    )
  })
})
