/** What the one page draws of the sums, and what it says where there is no room to draw. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { onePageOf } from '../../../src/core/one-page/index.ts'
import { atStep, fitSheet } from '../../../src/core/one-page/sheet.ts'
import type { Measure } from '../../../src/core/text/measure.ts'
import { readWith } from '../read.ts'

const folder = join(import.meta.dirname, '../../fixtures/economic')
const textOf = (file: string) => readFileSync(join(folder, file), 'utf8')
const page = onePageOf(readWith(textOf('case.yaml'), textOf('10-case.mdx')))

it('draws the three numbers that move the value most, with both ends in words', () => {
  const { moves } = atStep(page, { size: 10, most: 1 }).worth?.charts ?? {}
  expect(moves?.bars.map(({ text, told }) => `${text}: ${told}`)).toEqual([
    '10% to 30% of EST3 no longer arises (EST6): £9.3 to £35 million',
    'Teams make 2 to 3 million repeat calls (EST1): £17 to £27 million',
    'A call costs £6 to £8 (EST2): £18 to £26 million',
  ])
  // The widest goes from side to side, and the others lie within it, around the central value.
  expect(moves?.bars[0]).toMatchObject({ from: 0, to: 1 })
  for (const { from, to } of moves?.bars ?? [])
    expect([from < (moves?.centre ?? 0), to > (moves?.centre ?? 1)]).toEqual([true, true])
})

it('draws costs below benefits, year by year, and says the highest of both', () => {
  const { years } = atStep(page, { size: 10, most: 1 }).worth?.charts ?? {}
  expect(years?.words).toBe(
    'Undiscounted, by year; highest costs £1.1 million (2027), benefits £3.5 million (2029)',
  )
  expect(years?.columns).toHaveLength(11)
  expect(years?.columns[1]).toMatchObject({ above: 0 })
  expect(
    Math.max(...(years?.columns ?? []).map(({ above, below }) => above + below)),
  ).toBeLessThanOrEqual(1)
})

it('leaves charts out where nothing else gives way, and says where they stand', () => {
  const wide: Measure = (text, size) => text.length * size * 0.62
  const { step } = fitSheet(page, {}, { paper: 'A4', measure: wide })
  expect(step.isPlain).toBe(true)
  const { charts, lines, more } = atStep(page, step).worth ?? {}
  expect([charts, lines?.filter(({ isTurn }) => isTurn).length]).toEqual([undefined, 3])
  expect(more).toContain('costs and benefits by year, stand with the figures')
})
