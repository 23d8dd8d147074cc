/** Dates as people read them. */
import { expect, it } from 'vitest'
import { formatDate } from '../../src/core/dates.ts'

it.each([
  ['2020', '2020'],
  ['2020-12', 'December 2020'],
  ['2020-01-01', '1 January 2020'],
  ['2020-03-14', '14 March 2020'],
  ['2020-03-14T23:30:00Z', '14 March 2020'],
])('writes %s as %s', (date, words) => {
  expect(formatDate(date)).toBe(words)
})
