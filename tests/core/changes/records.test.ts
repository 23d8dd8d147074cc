/** A decision record is one item: an edit of any of its parts is told. */
import { expect, it } from 'vitest'
import { compareCases } from '../../../src/core/changes/index.ts'
import { edition, sentencesOf } from './between.ts'

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

it('says what was decided, and has the rest as its parts', () => {
  expect(edition(RECORD).items).toMatchObject([
    {
      text: 'Log as JSON. We log each line as JSON.',
      parts: [
        { text: 'Log as JSON.' },
        { name: 'Status', text: 'Status. Accepted.' },
        { name: 'Context', text: 'Context. Nobody can search what we log.' },
        { name: 'Decision', text: 'Decision. We log each line as JSON.' },
        { name: 'Consequences', text: 'Consequences. Search gets cheap.' },
      ],
    },
  ])
})

it.each([
  [
    'lines',
    'Status: accepted\n\nContext: Nobody knows.\n\nDecision: We write it down.\n',
    'We write it down.',
  ],
  [
    'what is chosen',
    '### Context and Problem Statement\n\nWhich?\n\n### Considered Options\n\n- A\n- B\n\n### Decision Outcome\n\nA.\n\n### Consequences\n\nB goes.\n',
    'A.',
  ],
  [
    'plain words',
    '### Status\n\nAgreed\n\n### The problem\n\nNone.\n\n### What we decided\n\nWe go.\n',
    'We go.',
  ],
])('finds what was decided in %s', (_, text, decided) => {
  const [item] = edition(`# Decisions\n\n## ADR 4: Log\n\n${text}`).items
  expect(item?.text).toBe(`Log. ${decided}`)
})

it('tells nothing of a record whose parts an older receipt has as one text', () => {
  const now = edition(RECORD)
  const items = now.items.map(({ parts: _, ...item }) => ({
    ...item,
    text: 'Log as JSON. Status. Accepted. Context. Nobody can search what we log. Decision. We log each line as JSON. Consequences. Search gets cheap.',
  }))
  expect(compareCases({ ...now, items }, now)).toEqual([])
})
