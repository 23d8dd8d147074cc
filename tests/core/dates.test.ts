/** Dates as people read them. */
import { expect, it } from 'vitest'
import { formatDate, mondayOf, sundayAfter } from '../../src/core/dates.ts'

it.each([
  ['2020', '2020'],
  ['2020-12', 'December 2020'],
  ['2020-01-01', '1 January 2020'],
  ['2020-03-14', '14 March 2020'],
  ['2020-03-14T23:30:00Z', '14 March 2020'],
])('writes %s as %s', (date, words) => {
  expect(formatDate(date)).toBe(words)
})

it.each([
  ['2020-03-02', '2020-03-02'],
  ['2020-03-08', '2020-03-02'],
  ['2020-03-08T23:59:59Z', '2020-03-02'],
  ['2020-01-01', '2019-12-30'],
])('has %s in the week of Monday %s', (date, monday) => {
  expect(mondayOf(date)).toBe(monday)
})

it('ends a week on its Sunday', () => {
  expect(sundayAfter('2020-02-24')).toBe('2020-03-01')
})
