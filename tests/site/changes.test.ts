/** What changed, as a reader finds it: of a small case with a history of its own. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { renderPages } from '../../src/build/site.ts'
import { readCase } from '../../src/build/sources.ts'
import { makeRepository, type Repository } from '../build/repository.ts'
import { faultsOf } from './axe.ts'
import { sidewaysOf } from './phone.ts'
import { type OpenSite, openSite } from './site.ts'

const CASE = `# A case for one place to book

## Why

People book the same visit two or three times, and many of them give up.

## Sprint 1

Decision 1: We start with visits to clinics, since they are half of all bookings.

Evidence 1a: In our survey, 412 of 1,030 people gave up before they had a date.
`

/** A file that cannot be read, under a name that would be markup. */
const HOSTILE = '2 <img src=x onerror=alert(1)>.mdx'

const NOTES = `- week: 2020-03-10
  note: |
    <script>alert(1)</script> We asked "how often?"

    Nobody knew.
`

let repository: Repository
let folder: string
let site: OpenSite
const commits: string[] = []

beforeAll(async () => {
  repository = makeRepository()
  const { write, commit } = repository
  write({ '1.mdx': CASE, 'case.yaml': 'repository: https://github.com/team/case\n' })
  commits.push(commit('2020-03-04'))
  write({ '1.mdx': `${CASE}\nEvidence 1b: A nurse told us that she asks everything twice.\n` })
  write({ 'changes.yaml': NOTES })
  commits.push(commit('2020-03-09'))
  write({ [HOSTILE]: '<5\n' })
  commits.push(commit('2020-03-17'))
  write({ [HOSTILE]: undefined })
  write({ '1.mdx': CASE.replace('many of them give up', 'nearly half of them give up') })
  commits.push(commit('2020-03-19'))
  folder = await mkdtemp(join(tmpdir(), 'changes-'))
  await renderPages(await readCase(repository.case), folder)
  site = await openSite(folder)
})
afterAll(async () => {
  await site.close()
  repository.remove()
  await rm(folder, { recursive: true, force: true })
})

describe('the page of changes', () => {
  it('tells each week, the latest first, what the team says on top', async () => {
    const page = await site.open('changes/')
    const weeks = await page.$$eval('.week', (sections) =>
      sections.map((section) =>
        [...section.querySelectorAll('h2, .week-note p, .change-says, .week-first, .week-unread')]
          .map((element) => element.textContent?.replace(/\s+/g, ' ').trim())
          .join(' | '),
      ),
    )
    const [first, second, broken, last] = commits
    expect(weeks).toEqual([
      `16 to 22 March 2020 | Evidence 1b removed. Commit ${last} | Section “Why” reworded. Commit ${last} | Commit ${broken} was left out, since ${HOSTILE} could not be read then.`,
      `9 to 15 March 2020 | The team says | <script>alert(1)</script> We asked "how often?" | Nobody knew. | Evidence 1b added, which supports decision 1. Commit ${second}`,
      `2 to 8 March 2020 | First published, 4 March 2020. Commit ${first}`,
    ])
    expect(await page.locator('main script, main img').count()).toBe(0)
    await page.context().close()
  })

  it('leads to what is still there, and to the commit', async () => {
    const page = await site.open('changes/')
    const links = await page.$$eval('.change-says a', (all) =>
      all.map((link) => [link.textContent, link.getAttribute('href')?.slice(0, 38)]),
    )
    const commit = 'https://github.com/team/case/commit/'
    expect(links.map(([words, href]) => [words, href?.slice(0, commit.length)])).toEqual([
      [`Commit ${commits[3]}`, commit],
      ['Section “Why”', '../#why'],
      [`Commit ${commits[3]}`, commit],
      [`Commit ${commits[1]}`, commit],
    ])
    await page.click('text=Section “Why”')
    expect(new URL(page.url()).pathname + new URL(page.url()).hash).toBe('/#why')
    expect(await page.locator('#why').textContent()).toBe('Why')
    await page.context().close()
  })

  it('marks words for those who see no colour, and for those who hear them', async () => {
    const page = await site.open('changes/', { colorScheme: 'dark' })
    const heard = await page.locator('.change-text').last().textContent()
    expect(heard).not.toBe('')
    const words = page.locator('.change', { hasText: 'reworded' }).locator('.change-text')
    expect((await words.textContent())?.replace(/\s+/g, ' ').trim()).toMatch(
      /and \[taken out: many ?\] ?\[added: nearly half ?\] ?of them give up\.$/,
    )
    const line = (name: string) =>
      words.locator(name).evaluate((element) => getComputedStyle(element).textDecorationLine)
    expect([await line('ins'), await line('del')]).toEqual(['underline', 'line-through'])
    await page.context().close()
  })

  it.each(['light', 'dark'] as const)(
    'is clean, %s, and never scrolls sideways',
    async (scheme) => {
      const page = await site.open('changes/', {
        viewport: { width: 320, height: 640 },
        colorScheme: scheme,
      })
      expect(await faultsOf(page)).toEqual([])
      expect((await sidewaysOf(page)).wide).toEqual([])
      await page.context().close()
    },
  )
})
