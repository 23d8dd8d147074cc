/** Decisions that are to be affirmed again: from git to findings, the ranking, the table and the data. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { staleAsData } from '../../../src/core/changes/stale.ts'
import { registerCsv } from '../../../src/core/register/csv.ts'
import { registerOf } from '../../../src/core/register/index.ts'
import { weakestLinks } from '../../../src/core/weakest/index.ts'
import { readCase } from '../../../src/node/read/read-case.ts'
import { makeRepository, type Repository } from '../repository.ts'

const CASE = `# A case

## Sprint 1

Decision 1: We start with clinics

Evidence 1a (quality green): Seven of ten people gave up before they had a date

Evidence 1b (quality green): A nurse asks everything twice

Decision 2: We leave payments for later

Evidence 2a (quality green): Nobody pays online today

Evidence 2b (quality green): The law changes next year
`

const LATER = CASE.replace('Seven of ten', 'Six of ten')

let repository: Repository

beforeEach(() => {
  repository = makeRepository()
  repository.write({ '1.mdx': CASE, 'case.yaml': 'ask: Fund a trial\n' })
  repository.commit('2026-03-02')
  repository.write({ '1.mdx': LATER })
  repository.commit('2026-03-09')
})
afterEach(() => repository.remove())

/** What `stale-decision` and `unknown-reference` find, with the places. */
async function found(): Promise<readonly string[]> {
  const { findings } = await readCase(repository.case)
  return findings
    .filter(({ check }) => check === 'stale-decision' || check === 'unknown-reference')
    .map(({ message, place, related = [] }) =>
      [`${place.file}:${place.line}`, message, ...related.map(({ line }) => line)].join(' | '),
    )
}

describe('a decision whose evidence a commit changed', () => {
  it('is found, with what changed and when, and what to do', async () => {
    expect(await found()).toEqual([
      '1.mdx:5 | Unexpected decision 1 as it was before evidence 1a was reworded on 9 March 2026, expected the team to affirm it: change its words, or write the day under affirmed in case.yaml: "1: 2026-03-09" or later | 7',
    ])
  })

  it('is found no more once case.yaml affirms it, and again after the next change', async () => {
    repository.write({ 'case.yaml': 'ask: Fund a trial\naffirmed: { 1: 2026-03-10 }\n' })
    expect(await found()).toEqual([])
    repository.write({ '1.mdx': LATER.replace('asks everything', 'asks all of it') })
    repository.commit('2026-03-16')
    expect((await found()).join()).toContain('evidence 1b was reworded on 16 March 2026')
    expect((await found()).join()).not.toContain('1a')
  })

  it('is found no more once a commit touches its words', async () => {
    repository.write({ '1.mdx': LATER.replace('with clinics', 'with clinics in the north') })
    repository.commit('2026-03-16')
    expect(await found()).toEqual([])
  })

  it('says nothing of evidence that stays inside', async () => {
    repository.write({ '1.mdx': LATER.replace('1a (quality', '1a (internal, quality') })
    expect(await found()).toEqual([])
  })

  it('is told once for each piece, by what last happened to it', async () => {
    repository.write({ '1.mdx': LATER.replace(/Evidence 1a.*\n\n/, '') })
    repository.commit('2026-03-16')
    expect((await found()).join()).toContain(
      'before evidence 1a was removed on 16 March 2026, expected',
    )
  })

  it('is attacked first, and has its state in the table and in the data', async () => {
    const read = await readCase(repository.case)
    expect(weakestLinks(read).links.map(({ name, reason }) => `${name}: ${reason}`)).toEqual([
      'Decision 1: Its evidence changed since it was last confirmed.',
    ])
    const rows = registerOf(read)
    expect(rows.map(({ item, state }) => `${item.id} ${state}`).slice(0, 4)).toEqual([
      ...['1 stale', '1a complete', '1b complete', '2 complete'],
    ])
    expect(registerCsv(rows, read.graph.kinds)).toContain(
      'evidence 1a was reworded on 9 March 2026',
    )
    expect(staleAsData(read.outside)).toEqual([
      {
        decision: 'decision-1',
        evidence: [
          {
            key: 'evidence-1a',
            what: 'reworded',
            date: '2026-03-09T12:00:00Z',
            commit: repository.git('rev-parse', 'HEAD'),
          },
        ],
      },
    ])
  })
})

describe('an affirmation of no decision', () => {
  it('is found, with the nearest decision', async () => {
    repository.write({ 'case.yaml': 'ask: Fund a trial\naffirmed: { 12: 2026-03-10 }\n' })
    expect(await found()).toContain(
      'case.yaml:2 | Unexpected "12" in affirmed, expected one of 1, 2',
    )
  })
})
