/** Evidence against a claim stands with it, and with what its team answers. */
import { expect, it } from 'vitest'
import { lookupOf } from '../../../src/core/graph/lookup.ts'
import { planNarrative } from '../../../src/core/narrative/index.ts'
import { plainText } from '../../../src/core/text/linked-text.ts'
import { read } from '../read.ts'

const whole = read(`# Case

## Key decisions

Decision 1: We go.

Evidence 1a (against, interview): Two said that calls fall by themselves.
Answer: We count them each month.

Evidence 1b: One said yes.

## Options

- Option 1: Business as usual
- Option 2: We go (1a, 1b)

## Assumptions

Assumption 1 (quality green): Calls stay (1a)

Estimate 1 (1a): People make 2 to 3 million calls
`)
const { items } = planNarrative(lookupOf({ ...whole, dates: {}, notes: [] }), { output: 'page' })

it('is told with options, assumptions and estimates, and with no decision right below which it stands', () => {
  const told = [...items.values()].flatMap(({ item, against }) =>
    against.map((words) => [item.key, plainText(words)]),
  )
  const sentence =
    'Against it: evidence 1a. Two said that calls fall by themselves. Answer: We count them each month.'
  expect(told).toEqual([
    ['option-2', sentence],
    ['assumption-1', sentence],
    ['estimate-1', sentence],
  ])
})
