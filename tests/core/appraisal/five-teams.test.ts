/** Figures as five other teams write them: each estimate comes to something, and options to what they should. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { comparisonOf, turnSentence, turnsOf } from '../../../src/core/appraisal/comparison.ts'
import { ledgerOf } from '../../../src/core/appraisal/index.ts'
import { assemble } from '../../../src/core/assemble.ts'

/** The case of a team, with what is found in it of these ids. */
function caseOf(name: string) {
  const file = join(import.meta.dirname, `../../fixtures/figures/${name}.mdx`)
  const whole = assemble([{ file: `${name}.mdx`, text: readFileSync(file, 'utf8') }], {
    file: 'case.yaml',
    text: 'ask: Fund it.\n',
  })
  const ledger = ledgerOf(whole)
  if (!ledger) throw new Error(`Unexpected case ${name} without estimates`)
  const unworked = ledger.estimates.filter(({ value }) => !value).map(({ id }) => id)
  const ranges = ledger.options.flatMap(({ id, told }) =>
    told ? [`${id} ${told.npsv.range}`] : [],
  )
  return { whole, ledger, unworked, ranges }
}

it('a county collects food: two options, one ruled out, and where the case turns', () => {
  const { whole, ledger, unworked, ranges } = caseOf('waste')
  expect([unworked, ranges]).toEqual([
    [],
    ['OPT2 −£190,000 to £570,000', 'OPT3 −£2.5 to £5.4 million'],
  ])
  expect(ledger.options.map((one) => one.isBusinessAsUsual ?? one.fate)).toEqual([
    true,
    undefined,
    'carried forward',
    'discounted',
  ])
  const turns = turnsOf(ledger, 3).map(turnSentence)
  expect(turns).toContain('Option 3 costs more than it brings below 24,500 tonnes.')
  expect(comparisonOf(whole)?.charts.tornado?.rows[0]).toBe(
    '… of EST1 × EST2 is no longer burnt (EST5)',
  )
})

it('a hospital says behind its numbers of which years they are, and wastes money by the appointment', () => {
  const { ledger, unworked, ranges } = caseOf('hospital')
  expect([unworked, ranges.length]).toEqual([[], 2])
  const [booked, , , wasted] = ledger.estimates
  expect([booked?.years, booked?.rhythm, booked?.confidence]).toEqual([
    { from: 2026, to: 2030 },
    'a year',
    'high',
  ])
  expect(wasted?.unitWords).toBe('£ an appointment')
})

it('an office that renews licences takes one renewal from another', () => {
  const { ledger, unworked, ranges } = caseOf('licence')
  expect([unworked, ranges]).toEqual([[], ['OPT2 £3.7 to £6.5 million']])
  expect(ledger.estimates[1]?.told?.central).toBe('£31 a renewal')
  // What costs and brings nothing is better where this is worth nothing: that is told once.
  expect(ledger.switching.filter(({ turns }) => turns === 'rank')).toEqual([])
})

it('a team for data multiplies people, hours and pounds, and prefers what is worth less', () => {
  const { whole, unworked, ranges } = caseOf('data')
  expect([unworked, ranges]).toEqual([
    [],
    ['OPT2 £220,000 to £3.6 million', 'OPT3 −£30 to −£11 million'],
  ])
  const turns = turnsOf(ledgerOf(whole) ?? caseOf('data').ledger, 3).map(turnSentence)
  expect(turns).toContain('Option 3 brings more than it costs above 561 hours an analyst.')
})

it('a library counts visits by what one is worth, and never turns at nought', () => {
  const { ledger, unworked, ranges } = caseOf('library')
  expect([unworked, ranges]).toEqual([[], ['OPT2 −£20,000 to £140,000']])
  expect(ledger.options.map(({ fate, because }) => [fate, because])[2]).toEqual([
    'discounted',
    'nobody wants it',
  ])
  // The visits are in money already.
  expect(ledger.options[1]?.uncounted).toEqual([])
  expect(ledger.switching.length).toBeGreaterThan(0)
  expect(ledger.switching.every(({ value }) => value !== 0)).toBe(true)
})

it('an ask for what an estimate says is asked for what its plan may go over by', () => {
  const read = (ask: string) =>
    assemble(
      [
        {
          file: 'a.mdx',
          text: '# Case\n\n## Options\n\n- Option 1: Business as usual\n- Option 2 (preferred): We build\n\nEstimate 4 (OPT2, cost, one-off, 2027): Vans cost £2 to £2.8 million\n',
        },
      ],
      {
        file: 'case.yaml',
        text: `ask: ${ask}\neconomics:\n  base: 2026\n  optimism:\n    OPT2:\n      works: 20%\n      class: software\n      reason: Ours do\n`,
      },
    ).findings.filter(({ check }) => check === 'optimism-without-reason')
  expect(read('Fund one round at £2.4 million (EST4)').map(({ message }) => message)).toEqual([
    'Unexpected ask for £2.4 million (EST4) without what is added for optimism, expected a word on it: the sums of OPT2 count £2.88 million',
  ])
  expect(read('Fund it at £2.4 million (EST4), £2.88 million with optimism')).toEqual([])
  expect(read('Fund one round')).toEqual([])
})
