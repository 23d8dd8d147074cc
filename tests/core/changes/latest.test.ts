/** What the case itself says of its history. */
import { expect, it } from 'vitest'
import { compareCases } from '../../../src/core/changes/index.ts'
import { latestChanges, pageHistory } from '../../../src/core/changes/latest.ts'
import { type HistoryStep, type Week, weeksOf } from '../../../src/core/changes/weeks.ts'
import { edition } from './between.ts'

const START = `# Case

## Sprint 1

Decision 1: We ask people at home before we build anything

Decision 2: We work with policy teams from the start
`
const REWORDED = START.replace('from the start', 'from the second week on')
const GROWN = REWORDED.replace(
  'Decision 2:',
  'Decision 2: We write the case in the open\n\nEvidence 2a: Readers trust what they can follow\n\nDecision 3:',
)

const steps: readonly HistoryStep[] = [START, REWORDED, GROWN].map((text, index, texts) => {
  const [day, week] = [
    ['2020-03-03', '2020-03-02'],
    ['2020-03-10', '2020-03-09'],
    ['2020-03-19', '2020-03-16'],
  ][index] as [string, string]
  const changes = compareCases(edition(texts[index - 1] ?? START), edition(text))
  const named = { date: `${day}T09:00:00Z`, commit: `c${index}`, short: `c${index}`, week }
  return { ...named, changes, ofWeek: changes, ...(index === 0 ? { isFirst: true as const } : {}) }
})

const weeks = (notes: Parameters<typeof weeksOf>[1] = []): readonly Week[] =>
  weeksOf({ steps, isWhole: true }, notes)

it('marks what changed in the latest week, and nothing that only has another number', () => {
  const change = { day: '2020-03-19', monday: '2020-03-16' }
  expect(Object.fromEntries(latestChanges(weeks()))).toEqual({
    'decision-2': change,
    'evidence-2a': change,
  })
  expect(latestChanges([]).size).toBe(0)
})

it('lists every note, what changed in other weeks, and the day of publication', () => {
  const notes = [
    { day: '2020-02-20', text: 'We began to write.' },
    { day: '2020-03-10', isWeek: true, text: 'We asked again.\n\nNobody knew.' },
    { day: '2020-03-12', text: 'Presented to the board.' },
  ] as const
  expect(
    pageHistory(weeks(notes), '2020-03-03').map(({ when, words }) => [when, ...words]),
  ).toEqual([
    ['19 March 2020', 'Decision 2 added, with evidence 2a. And one more change.'],
    ['12 March 2020', 'Presented to the board.'],
    ['9 to 15 March 2020', 'We asked again.', 'Nobody knew.'],
    ['3 March 2020', 'First published.'],
    ['20 February 2020', 'We began to write.'],
  ])
  expect(pageHistory([], undefined)).toEqual([])
})
