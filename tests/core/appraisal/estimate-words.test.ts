/** What stands beside an estimate: its number with its range, how it came about, whose it is, how sure. */
import { expect, it } from 'vitest'
import { estimateWordsOf, rangeLine } from '../../../src/core/appraisal/estimate-words.ts'
import { plainText } from '../../../src/core/text/linked-text.ts'
import { read } from '../read.ts'

const whole = read(`# Case

## Estimates

Estimate 1 (2027 to 2036, a year, low confidence): People make 2 to 3 million calls

Estimate 2 (2026 prices, high confidence): A call costs £6 to £8

Estimate 3 (OPT1, benefit, cash-releasing): 10% of EST1 × EST2 no longer arises

Estimate 4 (OPT1, cost, one-off, 2027, medium confidence): Building it costs £2 to £3 a year for EST9

## Options

- Option 1: One place to book
- Option 2: Business as usual
`)

const said = (key: string) => {
  const words = estimateWordsOf(key, whole)
  return words && [words.central, rangeLine(words), words.sentences.map(plainText).join(' ')]
}

it('says number, range and its meaning, and what it was worked out from', () => {
  expect(said('estimate-1')).toEqual([
    '2.5 million calls a year',
    '2 to 3 million calls, 8 in 10 likely',
    '2027 to 2036. Low confidence: an initial estimate.',
  ])
  expect(said('estimate-3')).toEqual([
    '£1.8 million a year',
    '£1.3 to £2.2 million, 8 in 10 likely',
    'Worked out as 10% of EST1 (2.5 million calls) × EST2 (£7 a call). A cash-releasing benefit of OPT1. 2027 to 2036, 2026 prices. Low confidence: an initial estimate.',
  ])
  const [sum = []] = estimateWordsOf('estimate-3', whole)?.sentences ?? []
  expect(sum.flatMap(({ to }) => to ?? [])).toEqual([{ key: 'estimate-1' }, { key: 'estimate-2' }])
})

it('tells factors so finely that their product is what is told', () => {
  const sums = read(`# Case

Estimate 1: We get 110,000 to 120,000 calls

Estimate 2: A call costs £4

Estimate 3: EST1 × EST2
`)
  const words = estimateWordsOf('estimate-3', sums)
  expect([words?.central, plainText(words?.sentences[0] ?? [])]).toEqual([
    '£460,000',
    'Worked out as EST1 (115,000 calls) × EST2 (£4 a call).',
  ])
})

it('says so where nothing can be worked out', () => {
  expect(said('estimate-4')).toEqual([
    undefined,
    '',
    'It comes to no number yet. A one-off cost of OPT1. 2027. Medium confidence.',
  ])
})

it('says nothing of other items', () => {
  expect(said('option-1')).toBeUndefined()
})
