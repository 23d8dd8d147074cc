/** `npm run changes`: what is new since a tag, a commit or a date. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changes } from '../../../src/cli/commands/changes.ts'
import { execute } from '../../../src/cli/index.ts'
import type { ChangeFormat } from '../../../src/core/changes/format.ts'
import { makeRepository, type Repository } from '../../node/repository.ts'

const CASE = `# A case

## Why

People book the same visit two or three times, and many of them give up.

## Sprint 1

Decision 1: We start with visits to clinics, since they are half of all bookings.
`

let repository: Repository
let first: string
let last: string

beforeAll(() => {
  repository = makeRepository()
  const { write, commit, git } = repository
  write({ '1.mdx': CASE })
  first = commit('2020-03-02')
  git('tag', 'sponsors-1')
  write({ '1.mdx': `${CASE}\nEvidence 1a: In our survey, 412 people gave up.\n` })
  commit('2020-03-09')
  git('tag', '--annotate', '--message=Board', 'board/2')
  write({ '1.mdx': '# A case\n\n<5\n' })
  commit('2020-03-10')
  git('tag', 'broken')
  git('tag', 'case@1.{0}', first)
  write({ '1.mdx': `${CASE}\nEvidence 1a: In our survey, 412 people gave up early.\n` })
  last = commit('2020-03-16')
})
afterAll(() => repository.remove())

async function said(since: string, changeFormat: ChangeFormat = 'text'): Promise<string> {
  const lines: string[] = []
  const code = await changes({ case: repository.case, since, changeFormat }, (words) =>
    lines.push(words),
  )
  expect(code).toBe(0)
  return lines.join('\n')
}

const ADDED = 'Evidence 1a added, which supports decision 1.'
const REWORDED = 'Evidence 1a reworded.\n    In our survey, 412 people gave up {+early.+}'

describe('changes are told', () => {
  it.each([
    ['a tag', 'sponsors-1', ADDED],
    ['a tag with signs of which git knows others', 'case@1.{0}', ADDED],
    ['a tag with words of its own', 'board/2', REWORDED],
    ['a commit before another', 'HEAD~2', REWORDED],
  ])('since %s', async (_, since, sentence) => {
    expect(await said(since)).toBe(`What changed from ${since} to ${last}\n\n${sentence}`)
  })

  it.each([
    ['before the case', '2020-01-31', '31 January 2020', ADDED],
    ['of a commit, from its beginning', '2020-03-09', '9 March 2020', ADDED],
    ['after a commit', '2020-03-10', '10 March 2020', REWORDED],
    ['to come', '2030-01-01', '1 January 2030', 'Nothing that a reader sees.'],
  ])('since a day %s', async (_, since, day, sentence) => {
    expect(await said(since)).toBe(`What changed from ${day} to ${last}\n\n${sentence}`)
  })

  it('as Markdown, and as data', async () => {
    expect(await said(first, 'md')).toBe(`## What changed from ${first} to ${last}\n\n- ${ADDED}`)
    expect(JSON.parse(await said('2020-03-10', 'json'))).toMatchObject({
      schema: 1,
      since: '2020-03-10',
      until: last,
      changes: [{ what: 'reworded', sentence: 'Evidence 1a reworded.' }],
    })
  })
})

describe('changes are refused', () => {
  it.each([
    [
      'sponsor-1',
      '--since: Unexpected "sponsor-1", expected a date such as 2020-03-02, or sponsors-1.',
    ],
    ['2020-02-31', '--since: Unexpected "2020-02-31", expected a date such as 2020-03-02, or '],
    ['--output=x', '--since: Unexpected "--output=x", expected a date'],
    ['@{yesterday}', '--since: Unexpected "@{yesterday}", expected a date'],
    ['HEAD^{/case}', '--since: Unexpected "HEAD^{/case}", expected a date'],
    ['HEAD:slides', '--since: Unexpected "HEAD:slides", expected a date'],
    [
      'broken',
      '--since: Unexpected "broken", at which 1.mdx could not be read, expected a commit with files that can.',
    ],
  ])('since %j, which says what is known', async (since, message) => {
    await expect(said(since)).rejects.toThrow(message)
  })

  it('without a date, and in a folder without a history', async () => {
    await expect(execute(['changes', '--case', repository.case])).rejects.toThrow(
      'Expected --since REF|DATE: npm run changes -- --since 2020-03-02',
    )
    const other = makeRepository()
    other.write({ '1.mdx': CASE })
    await expect(
      execute(['changes', '--case', other.case, '--since', '2020-03-02']),
    ).rejects.toThrow('expected a case whose folder has a history in git')
    other.remove()
  })
})
