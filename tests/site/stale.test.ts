/** Decisions that are to be affirmed again, as readers and speakers see them. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readCase } from '../../src/node/read/read-case.ts'
import { renderPages } from '../../src/node/site/pages.ts'
import { makeRepository, type Repository } from '../node/repository.ts'
import { faultsOf } from './axe.ts'
import { sidewaysOf } from './phone.ts'
import { type OpenSite, openSite } from './site.ts'

const CASE = `# A case for one place to book

## What we decided in the first weeks of this discovery, with all the people who came to our meetings

Decision 1: We start with visits to clinics, since they are half of all bookings.

Evidence 1a: In our survey, 412 of 1,030 people gave up before they had a date.

Evidence 1b: A nurse told us that she asks everything twice.

Decision 2: We leave payments for later.

Evidence 2a: Nobody pays online today.
`

const WORDS =
  'To be re-affirmed. Evidence 1a was reworded on 12 March 2026 and evidence 1b was removed on 12 March 2026, after this decision was last confirmed.'

let repository: Repository
let folder: string
let site: OpenSite

beforeAll(async () => {
  repository = makeRepository()
  const { write, commit } = repository
  write({ '1.mdx': CASE, 'case.yaml': 'ask: Fund a trial\n' })
  commit('2026-03-02')
  write({ '1.mdx': CASE.replace('412 of', '398 of').replace(/Evidence 1b.*\n\n/, '') })
  commit('2026-03-12')
  folder = await mkdtemp(join(tmpdir(), 'stale-'))
  await renderPages(await readCase(repository.case), folder)
  site = await openSite(folder)
})
afterAll(async () => {
  await site.close()
  repository.remove()
  await rm(folder, { recursive: true, force: true })
})

describe('a decision to be re-affirmed', () => {
  it('says so in the narrative, with the way to what is still there', async () => {
    const page = await site.open('', { viewport: { width: 320, height: 640 } })
    const told = page.locator('.stale')
    expect(await told.count()).toBe(1)
    expect((await told.textContent())?.replace(/\s+/g, ' ').trim()).toBe(WORDS)
    expect(await page.locator('#decision-1 .stale').count()).toBe(1)
    const hrefs = await told
      .locator('a')
      .evaluateAll((all) => all.map((a) => a.getAttribute('href')))
    expect(hrefs).toEqual(['#evidence-1a'])
    expect(await sidewaysOf(page)).toEqual({ width: 320, wide: [] })
    expect(await faultsOf(page)).toEqual([])
    await site.putBack(page)
  })

  it('says so at the foot of its slide and in the notes, and on no other slide', async () => {
    const page = await site.open('deck/?view=slides#/decision-1')
    const marked = await page
      .locator('section.slide:has(.mark-foot)')
      .evaluateAll((all) => all.map((slide) => slide.id))
    expect(marked).toEqual(['decision-1'])
    const foot = page.locator('#decision-1 .mark-foot')
    expect(await foot.textContent()).toBe('To be re-affirmed')
    // One line, whatever the title of the section.
    const line = await page.locator('#decision-1 .slide-foot').boundingBox()
    expect(line?.height).toBeLessThan(40)
    expect((line?.y ?? 720) + (line?.height ?? 0)).toBeLessThan(720)
    await site.putBack(page)
    const speaker = await site.open('deck/speaker/#/decision-1')
    await expect.poll(() => speaker.locator('.stale').allTextContents()).toHaveLength(1)
    expect(await faultsOf(speaker)).toEqual([])
    await site.putBack(speaker)
  })

  it('has its state in the trace and its rank among the weakest links', async () => {
    const page = await site.open('trace/')
    expect(await page.locator('.register .state-stale').allTextContents()).toEqual([
      'To be re-affirmed',
    ])
    expect(await faultsOf(page)).toEqual([])
    await page.goto(`${site.url}trace/weakest/`)
    expect(await page.locator('main').textContent()).toContain(
      'its evidence changed since it was last confirmed',
    )
    await site.putBack(page)
  })

  it('is in case.json', async () => {
    const answer = await fetch(`${site.url}case.json`)
    const { stale } = (await answer.json()) as { stale: unknown } // the test says what is in it
    expect(stale).toMatchObject([
      {
        decision: 'decision-1',
        evidence: [
          { key: 'evidence-1a', what: 'reworded' },
          { key: 'evidence-1b', what: 'removed' },
        ],
      },
    ])
  })
})
