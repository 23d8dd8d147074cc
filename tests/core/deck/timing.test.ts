/** How long a talk takes, chapter by chapter, and what is said of its pace. */
import { describe, expect, it } from 'vitest'
import { agendaOf } from '../../../src/core/deck/agenda.ts'
import { planDeck } from '../../../src/core/deck/index.ts'
import { clockTime, paceOf } from '../../../src/core/deck/pace.ts'
import { planTimes } from '../../../src/core/deck/timing.ts'
import { fontMeasure } from '../../../src/node/read/measure.ts'
import { inThread } from '../../store.ts'
import { readWith } from '../read.ts'

const measure = fontMeasure(inThread)

/** Seconds by the slide's id, and the agenda. */
function planOf(yaml: string, ...texts: readonly string[]) {
  const told = readWith(`ask: Fund it.\n${yaml}`, ...texts)
  const slides = planDeck(told, measure)
  const seconds = planTimes(slides, told)
  const times = Object.fromEntries(slides.map(({ id }, index) => [id, seconds[index]]))
  return { times, chapters: agendaOf(slides, seconds) }
}

/** Prose of so many words, all of it notes. */
const prose = (words: number) => `${'word '.repeat(words - 1)}end.`

describe('planTimes', () => {
  it('counts the words of the notes at the speaker’s pace, and 20 s at least', () => {
    const text = `# T\n\n## A\n\n${prose(260)}\n\n## B\n\n${prose(10)}\n`
    expect(planOf('', text).times).toMatchObject({ title: 20, a: 120, b: 20, ask: 20 })
    expect(planOf('wordsPerMinute: 65', text).times).toMatchObject({ a: 240, b: 20 })
  })

  it('shares the timing of a file among its slides, by the words of their notes', () => {
    const text = `---\ntiming: 4\n---\n\n# T\n\n## A\n\n${prose(75)}\n\n## B\n\n${prose(25)}\n`
    const other = `## C\n\n${prose(260)}\n`
    const { times } = planOf('', text, other)
    expect(times).toMatchObject({ a: 20 + 150, b: 20 + 50, c: 120 })
  })

  it('shares evenly where there are no notes, and where minutes are too few', () => {
    const list = (minutes: number) =>
      `---\ntiming: ${minutes}\n---\n\n# T\n\n## A\n\n- One\n- Two\n\n## B\n\n- Three\n- Four\n`
    const { times } = planOf('', list(2))
    expect(times.a).toBe(60)
    expect(times.b).toBe(60)
    expect(planOf('', list(0.5)).times).toMatchObject({ a: 15, b: 15 })
  })

  it('plans a decision, and none of the evidence below it', () => {
    const { times } = planOf('', '# T\n\n## A\n\nDecision 1: We did.\n\nEvidence 1a: Because.\n')
    expect(times['decision-1']).toBe(20)
    expect(times).not.toHaveProperty('evidence-1a')
  })
})

describe('agendaOf', () => {
  it('cuts the talk at its chapters, and leaves no slide and no second out', () => {
    const text = `# T\n\n## A\n\n### A1\n\n${prose(260)}\n\n### A2\n\n- One\n\n## B\n\n### B1\n\n- Two\n`
    const { chapters, times } = planOf('', text)
    expect(chapters.map(({ title }) => title)).toEqual(['Opening', 'A', 'B', 'Closing'])
    expect(chapters[1]).toEqual({
      ...{ title: 'A', slides: ['chapter-a', 'a1', 'a2'], seconds: 160 },
      leftOut: [],
    })
    expect(chapters.flatMap(({ slides }) => slides)).toEqual(Object.keys(times))
  })
})

describe('paceOf', () => {
  it.each([
    [60, 'On time'],
    [130, 'On time'],
    [150, 'On time'],
    [151, '1 min behind'],
    [260, '2 min behind'],
    [30, 'On time'],
    [0, '1 min ahead'],
  ])('after %i s on a slide planned from 60 s to 120 s: %s', (elapsed, words) => {
    expect(paceOf(elapsed, { from: 60, to: 120 }).words).toBe(words)
  })
})

it('writes times as a clock does', () => {
  expect([0, 9.9, 65, 3600, 3725].map(clockTime)).toEqual([
    '0:00',
    '0:09',
    '1:05',
    '1:00:00',
    '1:02:05',
  ])
})
