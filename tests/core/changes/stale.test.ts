/** Decisions whose evidence changed since they were last confirmed. */
import { describe, expect, it } from 'vitest'
import { assemble } from '../../../src/core/assemble.ts'
import { compareCases, type Edition, editionOf } from '../../../src/core/changes/index.ts'
import { staleDecisions } from '../../../src/core/changes/stale.ts'
import { builtInKinds } from '../../../src/core/model/kinds.ts'
import { edition } from './between.ts'

const START = `# Case

## Sprint 1

Decision 1: We ask people at home before we build anything

Evidence 1a: They told us that forms are too long

Evidence 1b (interview, quality green): Seven of ten gave up

Decision 2: We work with policy teams from the start

Evidence 2a: Most big decisions are made by policy teams
`

const NOTHING = editionOf(assemble([]))

/** The stale decisions after texts that were committed on the 1st, 2nd, 3rd, … of March. */
function stale(texts: readonly string[], affirmed: Readonly<Record<string, string>> = {}) {
  const editions: readonly Edition[] = [NOTHING, ...texts.map((text) => edition(text))]
  const history = texts.map((_, index) => ({
    date: `2026-03-0${index + 1}T09:00:00Z`,
    commit: `c${index + 1}`,
    changes: compareCases(editions[index] ?? NOTHING, editions[index + 1] ?? NOTHING),
  }))
  return staleDecisions(history, { affirmed, kinds: builtInKinds }).map(({ decision, evidence }) =>
    [
      decision,
      ...evidence.map(
        (one) => `${one.evidence.name} ${one.what} ${one.date.slice(0, 10)} ${one.commit}`,
      ),
    ].join(', '),
  )
}

const REUSED = `${START}\nEvidence 1a: See above\n`
const REWORDED = START.replace('too long', 'much too long')

describe('a decision is stale', () => {
  it('when its evidence was reworded', () => {
    expect(stale([START, REWORDED])).toEqual(['decision-1, Evidence 1a reworded 2026-03-02 c2'])
  })

  it('when its evidence was removed', () => {
    const after = START.replace('Evidence 1a: They told us that forms are too long\n\n', '')
    expect(stale([START, after])).toEqual(['decision-1, Evidence 1a removed 2026-03-02 c2'])
  })

  it('when its evidence was rated again', () => {
    const after = START.replace('quality green', 'quality red')
    expect(stale([START, after])).toEqual(['decision-1, Evidence 1b rated 2026-03-02 c2'])
  })

  it('when evidence that it used again went from it', () => {
    const used = `${START}\nEvidence 1a: See above\n`
    expect(stale([used, START])).toEqual(['decision-2, Evidence 1a removed 2026-03-02 c2'])
  })

  it('when evidence that it uses again was reworded, as well as its own decision', () => {
    const used = `${START}\nEvidence 1a: See above\n`
    expect(stale([used, used.replace('too long', 'much too long')])).toEqual([
      'decision-1, Evidence 1a reworded 2026-03-02 c2',
      'decision-2, Evidence 1a reworded 2026-03-02 c2',
    ])
  })

  it('for all that changed since, oldest first', () => {
    const later = REWORDED.replace('Seven', 'Six')
    expect(stale([START, REWORDED, later])).toEqual([
      'decision-1, Evidence 1a reworded 2026-03-02 c2, Evidence 1b reworded 2026-03-03 c3',
    ])
  })

  it('under the number that it has now', () => {
    const renumbered = REWORDED.replace(
      /(Decision|Evidence) (\d)/g,
      (_, label, number) => `${label} ${Number(number) + 1}`,
    )
    const more = renumbered.replace('## Sprint 1', '## Sprint 1\n\nDecision 1: We count the cost')
    expect(stale([START, REWORDED, more])).toEqual([
      'decision-2, Evidence 2a reworded 2026-03-02 c2',
    ])
  })

  it('again, when evidence changed after it was affirmed', () => {
    const later = REWORDED.replace('Seven', 'Six')
    expect(stale([START, REWORDED, later], { 1: '2026-03-02' })).toEqual([
      'decision-1, Evidence 1b reworded 2026-03-03 c3',
    ])
  })

  it('when what was affirmed is changed back', () => {
    expect(stale([START, REWORDED, START], { 1: '2026-03-02' })).toEqual([
      'decision-1, Evidence 1a reworded 2026-03-03 c3',
    ])
  })

  it('when evidence that went comes back with other words', () => {
    const [line = ''] = /Evidence 1a.*\n\n/.exec(START) ?? []
    const other = START.replace(
      'Evidence 1a: They told us that forms',
      'Evidence 1a: We read that letters',
    )
    expect(stale([START, START.replace(line, ''), other])).toEqual([
      'decision-1, Evidence 1a removed 2026-03-02 c2',
    ])
  })
})

describe('a decision is not stale', () => {
  it.each([
    ['when nothing but typing changed', [START, START.replace('They told', '*They*  told')]],
    [
      'when evidence that was to be written is written',
      [START.replace('They told us that forms are too long', 'To be written'), START],
    ],
    ['when evidence came', [START, START.replace('Decision 2', 'Evidence 1c: So\n\nDecision 2')]],
    [
      'when a later commit touched its words',
      [START, REWORDED, REWORDED.replace('We ask', 'We always ask')],
    ],
    [
      'when the same commit touched its words',
      [START, REWORDED.replace('We ask', 'We always ask')],
    ],
    ['when it went itself', [START, REWORDED, START.slice(0, START.indexOf('Decision 1'))]],
  ])('%s', (_, texts) => {
    expect(stale(texts)).toEqual([])
  })

  it.each([
    ['what its evidence said', [START, REWORDED, START]],
    [
      'to what is to be written',
      [START, START.replace('They told us that forms are too long', 'To be written'), START],
    ],
    ['a rating', [START, START.replace('green', 'red'), START]],
    ['evidence that was taken out', [START, START.replace(/Evidence 1a.*\n\n/, ''), START]],
    ['a re-use', [REUSED, START, REUSED]],
    [
      'what its evidence said, in steps',
      [START, REWORDED, REWORDED.replace('forms', 'letters'), START],
    ],
  ])('when somebody changed %s, and changed it back', (_, texts) => {
    expect(stale(texts)).toEqual([])
  })

  it('when its evidence is rated for the first time', () => {
    const rated = START.replace('Evidence 1a:', 'Evidence 1a (interview):')
    expect(stale([START, rated, rated.replace('1a (interview', '1a (interview, red')])).toEqual([])
  })

  it('when the team affirmed it on the day or later', () => {
    expect(stale([START, REWORDED], { 1: '2026-03-02' })).toEqual([])
    expect(stale([START, REWORDED], { 2: '2026-03-02' })).toHaveLength(1)
  })

  it('when it took the number of one that was, and went', () => {
    const first = START.slice(START.indexOf('Decision 1'), START.indexOf('Decision 2'))
    const after = START.replace(first, '').replace('Decision 2', 'Decision 1').replace('2a', '1a')
    expect(stale([START, REWORDED, after])).toEqual([])
  })
})
