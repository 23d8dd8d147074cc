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
