/** Dates as people read them. */
import { expect, it } from 'vitest'
import { formatDate, formatWeek, mondayOf, sundayAfter } from '../../../src/core/text/dates.ts'

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

it.each([
  ['2020-03-02', '2 to 8 March 2020'],
  ['2020-02-24', '24 February to 1 March 2020'],
  ['2019-12-30', '30 December 2019 to 5 January 2020'],
])('writes the week of %s as %s', (monday, words) => {
  expect(formatWeek(monday)).toBe(words)
})
