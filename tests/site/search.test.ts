/** Searching the narrative: by key and button, by what stands there and by what is known of it. */
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { faultsOf } from './axe.ts'
import { builtCase } from './built.ts'
import { type OpenSite, openSite } from './site.ts'

let site: OpenSite

beforeAll(async () => {
  site = await openSite(await builtCase('tests/fixtures/strong'))
})
afterAll(() => site.close())

const options = (page: Page) => page.locator('.goto [role="option"]')

async function search(page: Page, words: string): Promise<void> {
  await page.keyboard.press('/')
  await page.locator('.goto[open]').waitFor()
  await page.keyboard.type(words)
  await options(page).first().waitFor()
}

it('loads what it needs once somebody asks for it, and no sooner', async () => {
  const page = await site.open('')
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await page.locator('.search-opener').click()
  await page.locator('.goto[open]').waitFor()
  expect(asked).not.toContain('/search.json')
  await page.keyboard.type('decision')
  await options(page).first().waitFor()
  await page.keyboard.type(' 2')
  expect(asked.filter((path) => path === '/search.json')).toHaveLength(1)
  await site.putBack(page)
})

it.each([
  ['1b', 'Evidence 1b'],
  ['evidence amber', 'Evidence 1a'],
  ['sprint 2', 'Section'],
  ['sprint 2 build', 'Decision 3'],
  ['objective visit', 'Objective O1'],
  ['renew eleven', 'Strategic context'],
])('finds what %j asks for', async (words, name) => {
  const page = await site.open('')
  await search(page, words)
  expect(await options(page).first().locator('b').textContent()).toBe(name)
  await site.putBack(page)
})

it('says kind, id, strength and words, and goes there with Enter', async () => {
  const page = await site.open('')
  await search(page, 'traders')
  expect(await options(page).first().textContent()).toMatch(
    /^Evidence 1a\s+Of 31 traders, .*\s+Sprint 1\. Interview, March 2020, restricted\. Quality amber/s,
  )
  await page.keyboard.press('Enter')
  await expect.poll(() => new URL(page.url()).hash).toBe('#evidence-1a')
  expect(await page.locator('.goto[open]').count()).toBe(0)
  await site.putBack(page)
})

it('leaves the key to who types, and to who has turned it off', async () => {
  const page = await site.open('')
  await search(page, 'a/b')
  expect(await page.locator('.goto [role="combobox"]').inputValue()).toBe('a/b')
  await page.getByLabel('The key / opens this').uncheck()
  await page.keyboard.press('Escape')
  await page.keyboard.press('/')
  expect(await page.locator('.goto[open]').count()).toBe(0)
  await site.putBack(page)
})

it.each(['light', 'dark'] as const)('is clean, %s', async (colorScheme) => {
  const page = await site.open('', { viewport: { width: 320, height: 640 }, colorScheme })
  await search(page, 'renewals')
  expect(await faultsOf(page)).toEqual([])
  await site.putBack(page)
})
