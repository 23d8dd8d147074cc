/** What the benchmark says of a long deck. */
import { expect, test } from 'vitest'
import { rowsOf } from './deck.ts'
import { medianOf, type Presenting } from './presenting.ts'
import { table } from './table.ts'

const ours: Presenting = {
  usable: 1200,
  next: 45,
  box: 20,
  goTo: 60,
  overview: 200,
  before: { heap: 2e6, nodes: 60_000 },
  after: { heap: 3e6, nodes: 60_010 },
}
const theirs: Presenting = { ...ours, usable: 2400, next: 180 }

test('sets each time beside its budget and that of reveal.js', () => {
  const lines = table(rowsOf(1089, ours, theirs)).split('\n')
  expect(lines[1]).toMatch(/^Usable \(0\.50 × reveal\.js\) +1\.20 s +≤ 1\.5 s +pass$/)
  expect(lines[2]).toMatch(
    /^Next slide, median of 30 \(0\.25 × reveal\.js\) +45 ms +≤ 50 ms +pass$/,
  )
})

test('fails a deck that holds more and more', () => {
  const after = { heap: 9e6, nodes: 90_000 }
  const lines = table(rowsOf(1089, { ...ours, after }, theirs)).split('\n')
  expect(lines.filter((line) => line.endsWith('FAIL'))).toHaveLength(2)
})

test('takes the middle of the times', () => {
  expect(medianOf([9, 1, 5])).toBe(5)
})
