/** No fault that axe-core can find: WCAG 2.2 AA, on the narrative, the trace and every slide. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { faultsOf } from './axe.ts'
import { goTo, PRESENT, slidesOf, waitForDeck } from './deck.ts'
import { type OpenSite, openSite } from './site.ts'

let site: OpenSite

beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

describe.each(['', 'trace/', 'trace/weakest/'])('the page at %o', (path) => {
  it.each([
    { width: 320, colorScheme: 'light' },
    { width: 320, colorScheme: 'dark' },
    { width: 1280, colorScheme: 'light' },
    { width: 1280, colorScheme: 'dark' },
  ] as const)('is clean at $width px, $colorScheme', async ({ width, colorScheme }) => {
    const page = await site.open(path, { viewport: { width, height: 800 }, colorScheme })
    expect(await faultsOf(page)).toEqual([])
    await page.context().close()
  })
})

describe('a card', () => {
  it.each(['', 'deck/#/decision-2'])('is clean when it is open in %o', async (path) => {
    const page = await site.open(path)
    if (path) await waitForDeck(page)
    const scope = path ? PRESENT : 'main'
    await page.locator(`${scope} button[popovertarget]`).first().click()
    expect(await page.locator(':popover-open').count()).toBe(1)
    expect(await faultsOf(page)).toEqual([])
    await page.context().close()
  })
})

describe('the deck', () => {
  it('is clean on every slide', { timeout: 300_000 }, async () => {
    const page = await site.open('deck/')
    await waitForDeck(page)
    const faults: string[] = []
    for (const slide of await slidesOf(page)) {
      await goTo(page, slide)
      faults.push(...(await faultsOf(page)).map((fault) => `${slide.hash} ${fault}`))
    }
    expect(faults).toEqual([])
    await page.context().close()
  })
})
