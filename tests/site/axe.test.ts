/** No fault that axe-core can find: WCAG 2.2 AA, on every page, every slide and what opens over them. */
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { faultsOf } from './axe.ts'
import { goTo, PRESENT, placeOf, slidesOf, waitForDeck } from './deck.ts'
import { type OpenSite, openSite } from './site.ts'

let site: OpenSite

beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

describe.each(['', 'trace/', 'trace/weakest/', 'changes/', 'accessibility/', 'evidnce-1a/of-old/'])(
  'the page at %o',
  (path) => {
    let page: Page
    beforeAll(async () => {
      page = await site.open(path)
    })
    afterAll(() => site.putBack(page))

    it.each([
      { width: 320, colorScheme: 'light' },
      { width: 320, colorScheme: 'dark' },
      { width: 1280, colorScheme: 'light' },
      { width: 1280, colorScheme: 'dark' },
    ] as const)('is clean at $width px, $colorScheme', async ({ width, colorScheme }) => {
      await page.setViewportSize({ width, height: 800 })
      await page.emulateMedia({ colorScheme })
      expect(await faultsOf(page)).toEqual([])
    })
  },
)

const SCHEMES = ['light', 'dark'] as const

/** The deck at a slide; `keys` are pressed one after another. */
async function openDeck(path: string, keys = ''): Promise<Page> {
  const page = await site.open(path)
  if (!path.includes('speaker') && !path.includes('view=read')) await waitForDeck(page)
  for (const key of keys.split(' ').filter(Boolean)) await page.keyboard.press(key)
  return page
}

describe.each([
  ['with evidence open', 'deck/#/decision-2', 'e', '.card:popover-open'],
  ['as an overview', 'deck/#/decision-2', 'o', '.overview .tile-picture'],
  ['with the go-to box', 'deck/', 'g', '.goto[open]'],
  ['with results in it', 'deck/', 'g d e c', '[role="option"]'],
  ['with help', 'deck/', '?', '.help[open]'],
  ['when it is black', 'deck/', 'b', '.black[open]'],
  ['as a page to read', 'deck/?view=read', '', '.reading .view-bar'],
  ['as a page with help', 'deck/?view=read', '?', '.help[open]'],
  ['as the speaker sees it', 'deck/speaker/#/decision-2', '', '.speaker-desk'],
])('the deck %s', (_, path, keys, proof) => {
  let page: Page
  beforeAll(async () => {
    page = await openDeck(path, keys)
    await page.locator(proof).first().waitFor()
  })
  afterAll(() => site.putBack(page))

  it.each(SCHEMES)('is clean, %s', async (colorScheme) => {
    await page.emulateMedia({ colorScheme })
    await page.locator(proof).first().waitFor()
    expect(await faultsOf(page)).toEqual([])
  })
})

describe('the deck on every slide, at every step', () => {
  const faults: Record<(typeof SCHEMES)[number], string[]> = { light: [], dark: [] }
  let looks = 0
  beforeAll(async () => {
    const page = await openDeck('deck/')
    for (const slide of await slidesOf(page)) {
      await goTo(page, slide)
      for (let { shown } = await placeOf(page), before = -1; shown > before; ) {
        for (const colorScheme of SCHEMES) {
          await page.emulateMedia({ colorScheme })
          const found = await faultsOf(page, PRESENT)
          faults[colorScheme].push(...found.map((one) => `${slide.hash} ${one}`))
          looks += 1
        }
        before = shown
        if ((await hiddenSteps(page)) === 0) break
        await page.keyboard.press('ArrowRight')
        shown = (await placeOf(page)).shown
      }
    }
    await site.putBack(page)
  })

  it.each(SCHEMES)('is clean, %s', (colorScheme) => {
    expect(looks).toBeGreaterThan(30)
    expect(faults[colorScheme]).toEqual([])
  })
})

/** How many steps of the slide are still to come. */
function hiddenSteps(page: Page): Promise<number> {
  return page.locator(`${PRESENT} .fragment:not(.visible)`).count()
}

it('a card in the narrative is clean', async () => {
  const page = await site.open('')
  await page.locator('main button[popovertarget]').first().click()
  expect(await page.locator(':popover-open').count()).toBe(1)
  expect(await faultsOf(page)).toEqual([])
  await site.putBack(page)
})
