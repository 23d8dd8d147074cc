/** The page of the weakest links. */
import type { Page } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { weakestLinks, weaknessIds, weights } from '../../src/core/weakest/index.ts'
import { readCase } from '../../src/node/read/read-case.ts'
import { sidewaysOf } from './phone.ts'
import { type OpenSite, openSite } from './site.ts'

let site: OpenSite
let page: Page

beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())
beforeEach(async () => {
  page = await site.open('trace/weakest/')
})
afterEach(() => site.putBack(page))

it('lists every weak link of the case in order, each with its reason', async () => {
  const { links } = weakestLinks(await readCase('slides'))
  const shown = await page.$$eval('.weak', (entries) =>
    entries.map((entry) => [
      entry.querySelector('h2')?.textContent?.trim(),
      entry.querySelector('.weak-reason')?.textContent,
    ]),
  )
  expect(links.length).toBeGreaterThan(5)
  expect(shown).toEqual(links.map(({ name, reason }) => [name, reason]))
})

it('leads to the claim in the narrative, and to the slide on which it shows', async () => {
  const faults = await page.evaluate(async () => {
    const lost: string[] = []
    const pages = new Map<string, Document>()
    for (const link of document.querySelectorAll<HTMLAnchorElement>('main a')) {
      const { pathname, hash, href } = new URL(link.href)
      const html = pages.get(pathname) ?? (await read(pathname))
      pages.set(pathname, html)
      const id = hash.replace(/^#\/?/, '')
      if (id !== '' && !html.getElementById(decodeURIComponent(id))) lost.push(href)
    }
    return lost

    async function read(path: string): Promise<Document> {
      const answer = await fetch(path)
      return new DOMParser().parseFromString(await answer.text(), 'text/html')
    }
  })
  expect(faults).toEqual([])
  expect(await page.locator('main a[href*="deck/#/"]').count()).toBeGreaterThan(5)
})

it('says how the ranking is made, with the weights that count', async () => {
  const rows = await page.$$eval('.weights tbody tr', (all) =>
    all.map((row) => [...row.children].map((cell) => cell.textContent)),
  )
  expect(rows).toEqual(
    weaknessIds.map((id) => [weights[id].name, String(weights[id].points), weights[id].why]),
  )
})

it('never scrolls sideways at 320 px', async () => {
  await page.setViewportSize({ width: 320, height: 640 })
  expect((await sidewaysOf(page)).wide).toEqual([])
})
