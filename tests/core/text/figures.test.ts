/** Which figures claim something of the world. */
import { describe, expect, it } from 'vitest'
import { figuresIn } from '../../../src/core/text/figures.ts'

const wordsIn = (text: string): readonly string[] => figuresIn(text).map(({ words }) => words)

describe('figuresIn', () => {
  it.each([
    ['Around 70% give up', ['Around 70%']],
    ['60 to 70 per cent, or 60%–70%', ['60 to 70 per cent', '60%–70%']],
    ['seventy per cent of calls', ['seventy per cent']],
    ['up by 3.5 percentage points', ['3.5 percentage points']],
    ['£4 million, €1.2bn, $3 and £75 to £80', ['£4 million', '€1.2bn', '$3', '£75 to £80']],
    [
      '1.2 million people, two hundred thousand, 3bn',
      ['1.2 million', 'two hundred thousand', '3bn'],
    ],
    ['3 in 5 users, one in three, nine out of ten', ['3 in 5', 'one in three', 'nine out of ten']],
    ['Half of users and two-thirds of all calls', ['Half of users', 'two-thirds of all calls']],
    ['a quarter of the halls', ['a quarter of the halls']],
    ['10 times, 3x, 2.5× and three times more', ['10 times', '3x', '2.5×', 'three times more']],
    ['about 240,000 a year, 310,000 residents', ['about 240,000', '310,000']],
    ['more than 200 bookings', ['more than 200']],
    ['70\u00a0%\nof\nall', ['70 %']],
  ])('%j holds %j', (text, figures) => {
    expect(wordsIn(text)).toEqual(figures)
  })

  it.each([
    'In 2020, from 10 March to 21 December, at 10:30, on 01/02/2020',
    'Sprint 3 of 4, page 2 of 3, in version 2.10.1, Decision 12, 12a, O1, CSF2',
    'a two-week sprint, 3 of 5 days, two of five options, about 100 days, over 500 words',
    'over 2020 and 2021, 3 in 2020, half of 2019, the second half of users',
    'half of the week, a quarter of an hour, half of it, half of us',
    'We are 100% sure, one of two, we met three times, 23 places, over 30',
    'n = 1,204, A4, 2x2, 3D, 24/7, no. 3, GP1',
    'times have changed, at times, by half, halves',
  ])('%j holds none', (text) => {
    expect(wordsIn(text)).toEqual([])
  })

  it('counts the characters of what it found, line ends and all', () => {
    expect(figuresIn('It is around\n70% now')).toEqual([
      { index: 6, length: 10, words: 'around 70%' },
    ])
  })

  it('comes to an end over long strings of digits and spaces', () => {
    // A pattern that goes back over them again and again would not.
    for (const text of ['1'.repeat(50_000), `1${' '.repeat(50_000)}a`, '1,'.repeat(30_000)]) {
      expect(figuresIn(text).length).toBeLessThan(2)
    }
  })
})
