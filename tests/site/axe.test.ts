/** No fault that axe-core can find: WCAG 2.2 AA, on the narrative and on every slide. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { goTo, slidesOf, waitForDeck } from './deck.ts'
import { type OpenSite, openSite } from './site.ts'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

let site: OpenSite

beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

describe('the narrative', () => {
  it.each([
    { width: 320, colorScheme: 'light' },
    { width: 320, colorScheme: 'dark' },
    { width: 1280, colorScheme: 'light' },
    { width: 1280, colorScheme: 'dark' },
  ] as const)('is clean at $width px, $colorScheme', async ({ width, colorScheme }) => {
    const page = await site.open('', { viewport: { width, height: 800 }, colorScheme })
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

/** One line for each element at fault. axe-core ships `target-size` switched off. */
async function faultsOf(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page })
    .options({ rules: { 'target-size': { enabled: true } } })
    .withTags(TAGS)
    .setLegacyMode()
    .analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary}`),
  )
}
