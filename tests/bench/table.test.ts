/** What a benchmark prints. */
import { expect, test } from 'vitest'
import { type Row, seconds, table, verdict } from './table.ts'

const rows: readonly Row[] = [
  { what: 'A case' },
  { what: 'Build', ...seconds(4321), budget: 5 },
  { what: 'Script', amount: 0.04, unit: 'kB', budget: 0 },
  { what: 'Check', ...seconds(250) },
]

test('sets amounts beside their budgets and says which are met', () => {
  expect(table(rows).split('\n')).toEqual([
    'A case',
    'Build    4.32 s    ≤ 5 s   pass',
    'Script   0.0 kB   ≤ 0 kB   FAIL',
    'Check    0.25 s',
  ])
})

test('counts the budgets that are met', () => {
  expect(verdict(rows)).toBe('1 of 2 budgets met.')
})
