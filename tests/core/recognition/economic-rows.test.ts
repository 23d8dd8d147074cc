/** Estimates in rows, with their numbers in columns, and options weighed by words in cells. */
import { expect, it } from 'vitest'
import { ledgerOf } from '../../../src/core/appraisal/index.ts'
import { linksOf, read } from '../read.ts'

const caseOf = (table: string, section: string) =>
  read(
    `# Case\n\n## Success factors\n\n- Success factor 1: Fewer calls\n- Success factor 2: More days\n\n## ${section}\n\n${table}\n`,
  )

it('reads an estimate with its number, years, prices, confidence and option from the columns of its row', () => {
  const found = caseOf(
    `| Estimate | Value | Option | Cost or benefit | Years | Rhythm | Price base | Confidence |
| --- | --- | --- | --- | --- | --- | --- | --- |
| EST4: Building it | £2 to £3 million | OPT1 | Cost | 2027 | One-off | 2026 | Medium |
| EST5: Running it | 10% of EST4 | OPT1 | Cost | from 2028 | A year | | Low |

- Option 1: We build`,
    'Estimates',
  )
  const entries = ledgerOf(found)?.estimates.map((one) => [
    ...[one.id, one.text, one.told?.range, one.option, one.flow, one.rhythm],
    ...[one.years?.from, one.prices, one.confidence],
  ])
  const own = ['option-1', 'cost'] as const
  expect(entries).toEqual([
    [
      'EST4',
      'Building it: £2 to £3 million',
      '£2 to £3 million',
      ...own,
      'one-off',
      2027,
      2026,
      'medium',
    ],
    [
      'EST5',
      'Running it: 10% of EST4',
      '£200,000 to £300,000',
      ...own,
      'a year',
      2028,
      2026,
      'low',
    ],
  ])
})

it('reads the ends of a range from two columns', () => {
  const found = caseOf(
    '| Estimate | Central | Low | High |\n| - | - | - | - |\n| Building it | £3 million | £2 million | £5 million |',
    'Estimates',
  )
  const [entry] = ledgerOf(found)?.estimates ?? []
  expect(entry?.inputs[0]).toMatchObject({ central: 3e6, low: 2e6, high: 5e6, curve: 'PERT' })
})

it('takes a table with business as usual in it for options, which meet what a cell says yes to', () => {
  const found = caseOf(
    `| Option | Fewer calls | More days |
| --- | --- | --- |
| Business as usual | Calls go on | No |
| One place | Yes | Not before 2030 |`,
    'Options',
  )
  expect(
    found.graph.case.items.filter(({ kind }) => kind === 'option').map(({ text }) => text),
  ).toEqual(['Business as usual', 'One place'])
  expect(linksOf(found)).toEqual(['option-2 meets success-factor-1'])
})

it('takes no table of what a command can do for options', () => {
  const found = caseOf(
    '| Option | What it does | Default |\n| - | - | - |\n| Quiet | Says less | Yes, always |\n| Force | Asks nothing | No |',
    'Options',
  )
  expect(found.graph.case.items.filter(({ kind }) => kind === 'option')).toEqual([])
})

it('takes a column "Outcome" of options for what was decided, and a tick by words before "Measure:"', () => {
  const found = read(`# Case

## Success factors

Success factor 1: Homes protected
Measure: homes below the line

## Options

| Option | Homes protected | Outcome |
| --- | --- | --- |
| Option 1: Business as usual | No | |
| Option 2: Gates | Yes (1a) | Preferred |
| Option 3: A wall | Partly | Rejected because it is dear |

Decision 1: We look.

Evidence 1a: A log.

Estimate 1 (OPT2, cost, 2027): £2 to £3 million`)
  expect(ledgerOf(found)?.options).toMatchObject([
    { isBusinessAsUsual: true },
    { isPreferred: true, meets: ['success-factor-1'] },
    { fate: 'discounted', because: 'it is dear', meets: [] },
  ])
})

it('counts what a row names: "Calls" beside 210,000', () => {
  const found = caseOf(
    `| ID | Estimate | Central | Low | High |
| --- | --- | --- | --- | --- |
| EST1 | Calls | 210,000 | 180,000 | 250,000 |
| EST2 | Savings | 3 | 2 | 4 |

Estimate 3: EST1 × £6 a call`,
    'Estimates',
  )
  expect(ledgerOf(found)?.estimates.map(({ unitWords }) => unitWords)).toEqual(['call', '', '£'])
})
