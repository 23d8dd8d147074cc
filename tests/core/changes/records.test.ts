/** A decision record is one item: an edit of any of its parts is told. */
import { expect, it } from 'vitest'
import { sentencesOf } from './between.ts'

const RECORD = `# Decisions

## ADR 4: Log as JSON

### Status

Accepted

### Context

Nobody can search what we log.

### Decision

We log each line as JSON.

### Consequences

Search gets cheap.
`

it.each([
  ['its title', 'Log as JSON', 'Log as text'],
  ['its context', 'Nobody can search', 'Few can read'],
  ['what was decided', 'each line', 'every error'],
  ['its consequences', 'cheap', 'dear'],
])('tells that %s has other words', (_, from, to) => {
  expect(sentencesOf(RECORD, RECORD.replace(from, to))).toEqual(['Decision ADR 4 reworded.'])
})
