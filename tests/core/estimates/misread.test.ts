/** Amounts as a hospital, a council, a tax authority, a ministry of defence and an agency for rivers write them. */
import { describe, expect, it } from 'vitest'
import { ledgerOf } from '../../../src/core/appraisal/index.ts'
import { assemble } from '../../../src/core/assemble.ts'
import { read } from '../read.ts'

const OPTIONS = '- Option 1: Business as usual\n- Option 2 (preferred): We build\n'

/** The ledger of estimates that each are `(bracket) words`, or words alone. */
function entriesOf(lines: readonly string[]) {
  const written = lines.map((line, at) => {
    const [, bracket = '', words = line] = /^(\([^)]*\)) (.*)$/.exec(line) ?? []
    return `Estimate ${at + 1} ${bracket}: ${words}`
  })
  const found = read(
    `# Case\n\n## Options\n\n${OPTIONS}\n## Estimates\n\n${written.join('\n\n')}\n`,
  )
  return { entries: ledgerOf(found)?.estimates ?? [], findings: found.findings }
}

const READ: readonly (readonly [line: string, range: string, says?: object])[] = [
  ['(OPT2, cost) It costs £3m to £4m/yr', '£3 to £4 million', { rhythm: 'a year' }],
  ['It costs £20k to £30k/mth', '£20,000 to £30,000 a month', { period: 'month' }],
  ['A third of callers call again', '33%'],
  ['Between a quarter and two thirds of callers', '25% to 67%'],
  ['Half of £2m to £3m', '£1 to £1.5 million'],
  ['Two-thirds of £900k to £1.2m', '£600,000 to £800,000'],
  ['Prices change by −2% to +5%', '−2% to 5%'],
  ['They rise by +2% to +5%', '2% to 5%'],
  ['Each WTE costs £45k to £52k', '£45,000 to £52,000 a WTE'],
  ['23 FTE at £38k to £44k per FTE', '£870,000 to £1 million'],
  ['3,200 to 4,100 bed days × £360 a bed day', '£1.2 to £1.5 million'],
  ['£30 to £35 per FTE hour', '£30 to £35 an hour'],
  ['It rises by 5 to 8 percentage points', '5 to 8 percentage points'],
  ['A household pays £2.10 to £2.60 per week', '£2.10 to £2.60 a household a week'],
  ['£5 to £6 per head × 1 million people', '£5 to £6 million'],
  ['25,000 to 35,000 tCO2e × £260 to £300 per tCO2e', '£6.9 to £9.9 million'],
  ['40 to 60 MWh saved a year', '40 to 60 MWh', { rhythm: 'a year' }],
  ['4 to 6 ha of wetland', '4 to 6 ha'],
  ['11.5m to 12m returns', '11.5 to 12 million returns'],
  ['£3 million (min £2 million, max £5 million)', '£2 to £5 million'],
  ['£3 million (low: £2 million; high: £5 million)', '£2 to £5 million'],
  ['£4.8m [£4m – £6m]', '£4 to £6 million'],
  ['We need £120m to £180m by 2029-30', '£120 to £180 million'],
  ['(one-off in 2026-27) £1m to £2m', '£1 to £2 million', { years: { from: 2026, to: 2026 } }],
  ['(FY27/28 to FY36/37) £1m to £2m', '£1 to £2 million', { years: { from: 2027, to: 2036 } }],
  ['£1m to £2m in 2019-20 prices', '£1 to £2 million', { prices: 2019 }],
  ['12 FTE at £45,000 to £55,000 a year', '£540,000 to £660,000', { rhythm: 'a year' }],
  ['(OPT2, running cost) 12 staff at £45,000 to £55,000 each a year', '£540,000 to £660,000'],
  ['Two senior managers at £60,000 to £70,000', '£120,000 to £140,000'],
  ['12 FTE at £4,000 to £5,000 a month', '£48,000 to £60,000 a month'],
  ['8,000 hours at £30 to £40', '£240,000 to £320,000'],
  ['We open in 12 offices at £20,000 to £30,000', '£240,000 to £360,000'],
  ['4 vans at £20,000 to £30,000 plus 2 cars at £10,000 to £20,000', '£110,000 to £150,000'],
  ['It costs £40,000 to £50,000 an FTE', '£40,000 to £50,000 an FTE'],
  ['12 FTE at EST34', '£480,000 to £600,000'],
  ['After 3 meetings we bought it at £3m to £4m', '£3 to £4 million'],
  ['£2m to £3m for each of 4 depots', '£8 to £12 million'],
  ['£2m to £3m at each of the four sites', '£8 to £12 million'],
  ['We build in 18 months at £2m to £3m', '£2 to £3 million'],
  ['In phase 2 at £2m to £3m we build', '£2 to £3 million'],
  ['The site opens on 3 March at £2m to £3m', '£2 to £3 million'],
  ['It costs £3m to £4m at peak times', '£3 to £4 million'],
  ['A pump uses £1.459 to £1.525 a litre', '£1.459 to £1.525 a litre'],
  ['£1m to £2m in cash terms', '£1 to £2 million', { isNominal: true }],
]

it('reads what five teams write', () => {
  const { entries } = entriesOf(READ.map(([line]) => line))
  expect(entries.map(({ told, unworked }) => told?.range ?? unworked?.fault)).toEqual(
    READ.map(([, range]) => range),
  )
  for (const [at, [, , says = {}]] of READ.entries()) expect(entries[at]).toMatchObject(says)
})

const FOUND: readonly (readonly [line: string, expected: string])[] = [
  ['The scheme runs a deficit of £3m', 'a sign, or what it is in the bracket'],
  ['It saves £1bn, of which half is cash-releasing', 'an estimate for each part'],
  ['The rate is 25 basis points', 'a share'],
  ['12 aircraft at £85m to £95m each', 'for each of what'],
  ['(OPT2, cost, 2027) Laptops cost £800 to £900 each', 'for each of what'],
  ['Pay rises from £2 million to £3 million', 'an estimate of each'],
  ['Stays fall from 6.2 days to 5.4 days', 'an estimate of each'],
  ['A net cost of £450k rising to £620k', 'an estimate of each'],
  ['(a year, 2027 to 2029) It costs £3m to £4m over three years', '"one-off" in its bracket'],
  ['(a year, 2027 to 2056) Whole-life cost of £12m to £18m', '"one-off" in its bracket'],
  ['(one-off, 2027 to 2029) It costs £3m a year', '"a year" in its bracket'],
  ['(per month, 2027) It costs £3m a year', 'the same in its bracket'],
  ['(2026 prices) £3m to £4m in 2019 prices', 'the same year of prices'],
  ['(OPT2, benefit, 2027) The loss is £2 to £3 million', '"cost" or "disbenefit"'],
  ['(OPT2, cost, 2027) A saving of £2 to £3 million', '"benefit" in its bracket'],
  ['(OPT2, benefit, 2027) The net present value is £3m', 'since the sums discount it'],
  ['two to three hundred thousand pounds', 'both ends in digits'],
  ['12km to 15km of bank', 'its unit in a word of its own'],
  ['3.5 to 4.2 m of freeboard', 'its unit in a word of its own'],
  ['P50 £210m (P10 £180m, P90 £260m)', 'the middle, then the range'],
  ['£3 million (+20%/−10%)', 'the range in full'],
  ['12 Band 7 nurses at £45,000 to £55,000', 'Unexpected sum'],
  ['12 staff at an average salary of £45k to £55k', 'what one of them costs'],
  ['12 staff paid £45k to £55k', 'what one of them costs'],
  ['12 staff, each at £45,000 to £55,000', 'one sum: write "12 staff ×'],
  ['A team of 12 at £45,000 to £55,000', 'one sum: write "12 × £45,000 to £55,000 a person"'],
  ['A dozen lorries at £200,000 to £300,000', 'how many in digits'],
  ['£2m to £3m for each of the depots', 'how many of them there are'],
  ['£2m to £3m in each of 4 years', 'how many of them there are'],
  ['Each of the four depots costs £2m to £3m', 'a sum'],
  ['Households × £3 to £4', 'on both sides of "×"'],
  ['The number of lorries times £200,000 to £300,000', 'on both sides of "times"'],
  ['£3 to £4 × (number of households)', 'on both sides of "×"'],
  ['(number of households) × £3 to £4', 'on both sides of "×"'],
  ['constructor × 2', 'on both sides of "×"'],
  ['Income less £2m to £3m', 'on both sides of "less"'],
  ['£2m to £3m plus VAT', 'on both sides of "plus"'],
  ['Three times £2m to £3m', 'a sum in digits'],
  ['It costs minus £2m to £3m', 'a minus sign right in front'],
  ['It costs a negative £2m to £3m', 'a minus sign right in front'],
  ['£2m to £3m, and as much again for training', 'a sum that says it in numbers'],
  ['£2m to £3m and twice that for staff', 'a sum that says it in numbers'],
  ['€1.500 to €2.500', 'commas between thousands'],
  ['1.500 € to 2.500 €', 'commas between thousands'],
  ['1,5 à 2,5 millions €', 'numbers as in English'],
  ['2 bis 3 Millionen €', 'numbers as in English'],
  ['£12,00,000 to £13,00,000', 'a comma before each three digits'],
  ['£800 to £1.2 million', 'the scale behind both numbers'],
  ['£3 to £800k', 'the scale behind both numbers'],
  ['Error falls by 0.2 to 0.4 percentage points of £12bn', 'expected a share'],
]

it('finds what it would read as another number than is meant, and says what to write', () => {
  const { entries } = entriesOf(FOUND.map(([line]) => line))
  const faults = entries.map(({ told, unworked }) => told?.range ?? unworked?.fault)
  for (const [at, [line, expected]] of FOUND.entries()) expect(faults[at], line).toContain(expected)
})

describe('one end of a range', () => {
  it.each([
    'under £3m',
    '≤ £3m',
    'not more than £3m',
    'up to £3m',
    '>£3m',
    '£3m+',
    'in excess of £3m',
  ])('is found in "%s"', (words) => {
    const { findings } = entriesOf([`It costs ${words}`])
    expect(findings.map(({ message }) => message)).toContainEqual(
      expect.stringContaining('Unexpected one end of a range, "£3m"'),
    )
  })
})

it('reads the right signs rightly: a deficit that is a cost, losses that end, one year that is each', () => {
  const { entries } = entriesOf([
    '(OPT2, cost, 2027, a year) A deficit of £2m to £3m',
    '(OPT2, benefit, 2027, a year) Avoided losses of £2m to £3m',
    '(OPT2, cost, one-off, 2027) It costs £2m to £3m a year',
    '(OPT2, cost, 2027 to 2029, one-off) It costs £2m to £3m over three years',
  ])
  expect(entries.map(({ told }) => told?.range)).toEqual(Array(4).fill('£2 to £3 million'))
})

describe('a benefit that is counted twice', () => {
  const benefit = (type: string, years = '2028 to 2036') =>
    `(OPT2, benefit, ${type}, ${years}, a year)`
  const twice = (...lines: readonly string[]) =>
    entriesOf(lines).findings.filter(({ check }) => check === 'benefit-counted-twice').length

  it('is found as a share of another, and under two names', () => {
    const calls = `${benefit('cash-releasing')} Fewer calls save £1m to £2m`
    expect(twice(calls, `${benefit('non-cash-releasing')} 50% of EST1 frees time`)).toBe(1)
    expect(twice(calls, '50% of EST1', `${benefit('to society')} EST2 × 3`)).toBe(1)
    expect(twice(calls, `${benefit('to society')} Fewer calls save £1 million to £2 million`)).toBe(
      1,
    )
    expect(twice(calls, `${benefit('to society')} Fewer calls save time of £1m to £2m`)).toBe(1)
  })

  it('is none in other years, in another place, of a disbenefit, or of a share of what is not counted', () => {
    const calls = `${benefit('cash-releasing')} Fewer calls in Leeds save £1m to £2m`
    expect(twice(calls, `${benefit('to society')} Fewer calls in York save £1m to £2m`)).toBe(0)
    expect(twice(calls, `${benefit('to society', '2037')} 50% of EST1`)).toBe(0)
    expect(twice(calls, `${benefit('disbenefit')} 10% of EST1 is lost`)).toBe(0)
    expect(twice('£1m to £2m', `${benefit('to society')} 50% of EST1`)).toBe(0)
  })
})

it('takes an owner and a disbenefit to somebody in a bracket, and a driver of an option without a flow', () => {
  const { entries, findings } = entriesOf([
    '(OPT2, 2028 to 2036, owner: Head of Waste and Streets) Missed bins fall by 40% to 60%',
    '(OPT2, benefit, to society, a year, 2028 to 2036) EST1 of £2m to £3m',
    '(OPT2, disbenefit to residents, a year, 2028 to 2036, owned by Finance) It costs £1m to £2m',
  ])
  expect(entries.map(({ type }) => type)).toEqual([undefined, 'to society', 'disbenefit'])
  const ids = ['unknown-bracket', 'unreadable-estimate', 'uncounted-estimate']
  expect(findings.filter(({ check }) => ids.includes(check))).toEqual([])
})

it('finds years that are turned round once, and asks no measure of a factor that says it', () => {
  const factors =
    'Success factor 1: Missed bins fall below 2 in 1,000 by March 2029\n\nSuccess factor 2: Fit with plan 2030\n'
  const line = 'Estimate 1 (OPT2, cost, a year, 2030 to 2028): It costs £1m to £2m'
  const { findings } = read(`# Case\n\n## Options\n\n${OPTIONS}\n${line}\n\n${factors}`)
  expect(findings.filter(({ message }) => /EST1.*(?:first|year)/.test(message))).toHaveLength(1)
  const asked = findings.filter(({ check }) => check === 'success-factor-without-measure')
  expect(asked.map(({ message }) => message)).toEqual([expect.stringContaining('Fit with plan')])
})

it('finds one number of two documents in one option, and an estimate in another language', () => {
  const head = `# Case\n\n## Options\n\n${OPTIONS}\n`
  const line = 'Estimate 1 (OPT2, cost, one-off, 2027): It costs £2m to £3m\n'
  const found = assemble([
    { file: 'a.mdx', text: `${head}${line}` },
    {
      file: 'b.mdx',
      text: `# More\n\n${line.replace('It costs £2m to £3m', 'Vans cost £7m to £8m')}`,
    },
    { file: 'c.mdx', text: '# Plus\n\nEstimation 4 (OPT2, coût, 2027): 1,5 à 2,5 millions €\n' },
  ])
  const said = found.findings.map(({ check, message }) => `${check}: ${message}`)
  expect(said).toContainEqual(
    expect.stringContaining(
      'benefit-counted-twice: Unexpected EST1 of two documents in one option',
    ),
  )
  expect(said).toContainEqual(expect.stringMatching(/^unreadable-estimate: .*millions/))
})
