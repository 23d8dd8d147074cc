/** What changed, week by week. */
import { describe, expect, it } from 'vitest'
import { changeSentence } from '../../../src/core/changes/change-sentence.ts'
import { compareCases } from '../../../src/core/changes/index.ts'
import { type HistoryStep, weeksOf } from '../../../src/core/changes/weeks.ts'
import { mondayOf } from '../../../src/core/text/dates.ts'
import { edition } from './between.ts'

const START = `# Case

## Sprint 1

Decision 1: We ask people at home before we build anything

Decision 2: We work with policy teams from the start
`

/** A step a week, the first on Monday 2 March 2020. */
function history(texts: readonly string[]): readonly HistoryStep[] {
  return texts.map((text, index) => {
    const date = new Date(Date.UTC(2020, 2, 2 + 7 * index, 9)).toISOString()
    const before = texts[index - 1]
    const changes = before === undefined ? [] : compareCases(edition(before), edition(text))
    const step = { date, commit: `c${index}`, short: `c${index}`, week: mondayOf(date), changes }
    return before === undefined ? { ...step, isFirst: true } : { ...step, ofWeek: changes }
  })
}

/** `['2020-03-09 Decision 2 reworded. decision-3']`: with the key at the end of the history. */
function weekLines(steps: readonly HistoryStep[], isWhole = true): readonly string[] {
  return weeksOf({ steps, isWhole }).flatMap(({ monday, changes, first }) => [
    ...(first ? [`${monday} First published`] : []),
    ...changes.map(({ change, now }) => `${monday} ${changeSentence(change)} ${now ?? 'gone'}`),
  ])
}

describe('the weeks', () => {
  it('lead to items under the numbers that they have in the end', () => {
    const reworded = START.replace('from the start', 'from the second week on')
    const shifted = reworded
      .replace('Decision 2:', 'Decision 3:')
      .replace('Decision 3:', 'Decision 2: We write the case in the open\n\nDecision 3:')
    expect(weekLines(history([START, reworded, shifted]))).toEqual([
      '2020-03-16 Decision 2 added. decision-2',
      '2020-03-16 Decision 2 is now decision 3: decision 2 was added. decision-3',
      '2020-03-09 Decision 2 reworded. decision-3',
      '2020-03-02 First published',
    ])
  })

  it('do not lead to what is gone', () => {
    const reworded = START.replace('from the start', 'from the second week on')
    const without = START.split('Decision 2')[0] ?? ''
    expect(weekLines(history([START, reworded, without]))).toEqual([
      '2020-03-16 Decision 2 removed. gone',
      '2020-03-09 Decision 2 reworded. gone',
      '2020-03-02 First published',
    ])
  })

  it('do not call a beginning what is only the first that is known', () => {
    expect(weekLines(history([START]), false)).toEqual([])
  })

  it('hold what the team says, also of weeks without changes', () => {
    const notes = [
      { day: '2020-03-08', isWeek: true, text: 'Of the first week' },
      { day: '2020-02-26', text: 'Of a day before' },
    ] as const
    const weeks = weeksOf({ steps: history([START]), isWhole: true }, notes)
    expect(weeks.map(({ monday, notes: own }) => [monday, own.map(({ text }) => text)])).toEqual([
      ['2020-03-02', ['Of the first week']],
      ['2020-02-24', ['Of a day before']],
    ])
  })
})
