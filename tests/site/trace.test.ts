/** The trace: the whole case at a glance, in a map, a matrix and a table that can be narrowed. */

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CaseJson } from '../../src/core/model/case-json.ts'
import { type OpenSite, openSite, siteFolder } from './site.ts'

let site: OpenSite
let theCase: CaseJson

beforeAll(async () => {
  site = await openSite()
  theCase = JSON.parse(await readFile(join(siteFolder, 'case.json'), 'utf8'))
})
afterAll(() => site.close())

it('has a row for every item, with its text as in case.json', async () => {
  const page = await site.open('trace/')
  const texts = await page.locator('.register-text').allTextContents()
  expect(texts).toEqual(theCase.items.map(({ text }) => text))
  const kept = await readFile(join(siteFolder, 'trace.csv'), 'utf8')
  expect(kept.startsWith('\uFEFFId,Kind,Text,')).toBe(true)
  expect(kept.split('\r\n')).toHaveLength(theCase.items.length + 2)
  await site.putBack(page)
})

it('leads from an id to the item in the narrative', async () => {
  const page = await site.open('trace/')
  await page.getByRole('rowheader', { name: 'Evidence 2a' }).getByRole('link').click()
  await expect.poll(() => new URL(page.url()).hash).toBe('#evidence-2a')
  await page.locator('#evidence-2a').waitFor()
  await site.putBack(page)
})

it('draws the map: objectives with success factors, and each sprint', async () => {
  const page = await site.open('trace/')
  const figures = page.locator('section[aria-labelledby=map] figure')
  expect(await figures.locator('.diagram-title').allTextContents()).toEqual([
    'Objectives and success factors',
    'Sprint 1: decisions and evidence',
    'Sprint 2: decisions and evidence',
  ])
  expect(await figures.locator('svg.drawing').count()).toBe(3)
  const link = figures.locator('svg a').first()
  expect(await link.getAttribute('href')).toBe('../#objective-1')
  await site.putBack(page)
})

it('names row and column of the matrix, and says what each mark means', async () => {
  const page = await site.open('trace/')
  const matrix = page.getByRole('table', { name: /measures which objective/ })
  expect(await matrix.locator('thead th[scope=col]').count()).toBe(6)
  const first = matrix.getByRole('row', { name: 'O1' })
  expect(await first.getByRole('cell').allTextContents()).toEqual([
    ...Array.from({ length: 5 }, () => 'draft'),
    '',
  ])
  await site.putBack(page)
})

describe('the filter', () => {
  it('narrows by kind, sprint, state and words, and counts', async () => {
    const page = await site.open('trace/')
    const count = page.getByRole('status')
    expect(await count.textContent()).toBe('18 of 18 items')
    await page.getByLabel('Kind', { exact: true }).selectOption('decision')
    expect(await count.textContent()).toBe('5 of 18 items')
    await page.getByLabel('Sprint', { exact: true }).selectOption('2')
    expect(await idsOf(page)).toEqual(['3', '4'])
    await page.getByLabel('State', { exact: true }).selectOption('no-evidence')
    expect(await idsOf(page)).toEqual(['4'])
    await page.getByRole('button', { name: 'Reset' }).click()
    await page.getByLabel('Words', { exact: true }).fill('POLICY ddat')
    expect(await idsOf(page)).toEqual(['2', '2a'])
    await site.putBack(page)
  })

  it('keeps the choice in the address, where another reader finds it', async () => {
    const page = await site.open('trace/')
    await page.getByLabel('Kind', { exact: true }).selectOption('decision')
    await page.getByLabel('Sprint', { exact: true }).selectOption('2')
    const chosen = `${site.url}trace/?kind=decision&sprint=2`
    await expect.poll(() => page.url()).toBe(chosen)
    await page.goto(chosen)
    expect(await page.getByRole('status').textContent()).toBe('2 of 18 items')
    await page.getByRole('button', { name: 'Reset' }).click()
    await page.waitForFunction(() => location.search === '')
    expect(await idsOf(page)).toHaveLength(18)
    await site.putBack(page)
  })

  it('shows all rows where the address asks for what the case has not', async () => {
    const page = await site.open('trace/?kind=nonsense&sprint=99')
    expect(await page.getByRole('status').textContent()).toBe('18 of 18 items')
    await site.putBack(page)
  })

  it('opens from the count of a state', async () => {
    const page = await site.open('trace/')
    await page.locator('.tally a', { hasText: 'No evidence' }).click()
    await page.waitForURL('**/trace/?state=no-evidence#items')
    expect(await idsOf(page)).toEqual(['4'])
    await site.putBack(page)
  })
})

it('can be reached from the narrative, and leads back', async () => {
  const page = await site.open('')
  await page.getByRole('link', { name: 'trace of every claim' }).click()
  const nav = page.getByRole('navigation', { name: 'Pages of this case' })
  expect(await nav.locator('[aria-current=page]').textContent()).toBe('Trace')
  await nav.getByRole('link', { name: 'Narrative' }).click()
  await expect.poll(() => new URL(page.url()).pathname).toBe('/')
  await site.putBack(page)
})

it('keeps every item, with labels, on paper', async () => {
  const page = await site.open('trace/')
  await page.emulateMedia({ media: 'print' })
  const row = page.locator('.register tbody tr').last()
  // biome-ignore lint/performance/useDomNodeTextContent: what can be seen is the question
  expect(await row.innerText()).toMatch(/Decision[\s\S]*State\s+No evidence/)
  expect(await page.getByLabel('Words', { exact: true }).isVisible()).toBe(false)
  await site.putBack(page)
})

/** Ids of the rows that can be seen. */
function idsOf(page: Page): Promise<readonly string[]> {
  return page
    .locator('.register tbody tr:not([hidden]) th')
    .evaluateAll((heads) => heads.map((head) => head.textContent?.trim() ?? ''))
}
