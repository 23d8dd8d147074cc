/** From when on readers may ask what changed. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { findSince } from '../../../src/node/history/since.ts'
import { occasionsOf } from '../../../src/node/read/occasions.ts'
import { readCase } from '../../../src/node/read/read-case.ts'
import { makeRepository, type Repository } from '../repository.ts'

const CASE = `# A case

Decision 1: We start with visits to clinics.

Evidence 1a: Half of all bookings are visits to clinics.
`

let repository: Repository

beforeEach(() => {
  repository = makeRepository()
})
afterEach(() => repository.remove())

it('begins with what was shown, and passes over what git has no longer', async () => {
  const { write, commit, git } = repository
  write({ '1.mdx': CASE })
  commit('2020-03-03')
  const shown = git('rev-parse', 'HEAD')
  git('tag', 'v1')
  write({
    '1.mdx': `${CASE}\nEvidence 1b: Nurses told us the same.\n`,
    'receipts/sponsors.json': receiptOf('Sponsor meeting 3 March', shown),
    'receipts/board.json': receiptOf('Board', '0'.repeat(40)),
  })
  commit('2020-03-10')
  const occasions = await occasionsOf(await readCase(repository.case))
  expect(occasions.map(({ what, name, slug }) => [what, name, slug])).toEqual([
    ['receipt', 'Sponsor meeting 3 March', 'sponsors'],
    ['tag', 'v1', 'v1'],
    ['monday', undefined, '2020-03-09'],
  ])
  for (const { changes } of occasions)
    expect(changes.map(({ what, after }) => [what, after?.name])).toEqual([
      ['added', 'Evidence 1b'],
    ])
})

it('lets changes be counted from what was shown, by its name', async () => {
  const { write, commit, git } = repository
  write({ '1.mdx': CASE })
  commit('2020-03-03')
  const name = 'Sponsor meeting 3 March'
  write({
    '1.mdx': `${CASE}\nEvidence 1b: Nurses told us the same.\n`,
    'receipts/sponsor-meeting-3-march.json': receiptOf(name, git('rev-parse', 'HEAD')),
    'case.yaml': `since: ${name}\n`,
  })
  commit('2020-03-10')
  const read = await readCase(repository.case)
  expect(read.outside.since?.name).toBe(name)
  expect(read.outside.since?.changes.map(({ after }) => after?.name)).toEqual(['Evidence 1b'])
  expect(await findSince(read, 'sponsor-meeting-3-march')).toHaveProperty('edition')
  expect(await findSince(read, 'Sponsor meeting 2 March')).toEqual({
    fault: expect.stringContaining(`, or ${name}`),
  })
})

function receiptOf(name: string, commit: string): string {
  const empty = { sections: [], items: [], links: [], gaps: [], findings: [] }
  const shown = { schema: 1, title: 'A case', ...empty }
  return JSON.stringify({ schema: 1, name, day: '2020-03-03', commit, case: shown, pdfs: [] })
}
