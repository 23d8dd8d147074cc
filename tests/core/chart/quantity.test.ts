/** How numbers are read as people write them. */
import { describe, expect, it } from 'vitest'
import { readCell } from '../../../src/core/chart/quantity.ts'

const numberIn = (cell: string) => {
  const read = readCell(cell)
  if (typeof read === 'string') return read
  const { value, low, high, unit } = read
  return [value, ...(low === undefined ? [] : [low, high]), unit]
}

describe('a cell with a number', () => {
  it.each([
    ['£1.2m', [1_200_000, '£']],
    ['1,030', [1030, '']],
    ['45%', [45, '%']],
    ['5 per cent', [5, '%']],
    ['−£4bn', [-4_000_000_000, '£']],
    ['-3.5', [-3.5, '']],
    ['(1,200)', [-1200, '']],
    ['about 3 million', [3_000_000, '']],
    ['6 days', [6, 'days']],
    ['two in five', [40, '%']],
    ['nine out of every ten', [90, '%']],
    ['412 of 1,030', [40, '%']],
    ['17 (1a)', [17, '']],
    ['12 (EST3, draft: 2b)', [12, '']],
    ['0', [0, '']],
    ['1 030', [1030, '']],
    ['17 [p]', [17, '']],
    ['£6/call', [6, '£/call']],
    ['5kg', [5, 'kg']],
  ])('%s', (cell, expected) => {
    expect(numberIn(cell)).toEqual(expected)
  })

  it.each([
    ['3 to 5', [4, 3, 5, '']],
    ['3–5', [4, 3, 5, '']],
    ['£13 to £23 million', [18_000_000, 13_000_000, 23_000_000, '£']],
    ['2 to 3 million', [2_500_000, 2_000_000, 3_000_000, '']],
    ['-4 to 3', [-0.5, -4, 3, '']],
    ['17 (13 to 23)', [17, 13, 23, '']],
    ['17 [95% CI 13, 23]', [17, 13, 23, '']],
    ['17 ± 3', [17, 14, 20, '']],
    ['£0.9 million, £0.8 to £1.4 million', [900_000, 800_000, 1_400_000, '£']],
  ])('that says how sure it is: %s', (cell, expected) => {
    expect(numberIn(cell)).toEqual(expected)
  })

  it.each(['', 'n/a', '–', '..', '[c]', 'not collected', 'To be written by Economics'])(
    'that is not known: "%s"',
    (cell) => {
      expect(readCell(cell)).toBe('missing')
    },
  )

  it.each([
    'often',
    'at least 3',
    '1.2.3',
    '5 to 3',
    '17 (20 to 23)',
    '3b',
    '12 March',
    '1st',
    '10am',
    '2024 to 2026',
    '2024-25',
    '2 out of 0',
    'R-1',
    '10:30',
  ])('is not seen where nobody can be sure: %s', (cell) => {
    expect(readCell(cell)).toBe('words')
  })
})
