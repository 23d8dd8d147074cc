/** The economic case on its pages, slides and handouts: clean, whole, and within every screen. */
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { faultsOf } from './axe.ts'
import { builtCase } from './built.ts'
import { goTo, PRESENT, slidesOf, waitForDeck } from './deck.ts'
import { faultsOfPdf } from './pdf-faults.ts'
import { type OpenSite, openSite } from './site.ts'

const out = await builtCase('tests/fixtures/economic')
let site: OpenSite

beforeAll(async () => {
  site = await openSite(out)
})
afterAll(() => site.close())

describe.each([320, 390, 1280])('the narrative at %i px', (width) => {
  let page: Page
  beforeAll(async () => {
    page = await site.open('')
    await page.setViewportSize({ width, height: 800 })
  })
  afterAll(() => site.putBack(page))

  it('is clean, and moves to no side', async () => {
    expect(await faultsOf(page, 'main')).toEqual([])
    const aside = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(aside).toBe(0)
  })

  it('says what an estimate comes to, and what each number of an option is', async () => {
    const worth = page.locator('#estimate-3 .worth')
    expect(await worth.textContent()).toMatch(
      /^£18 million a year\s+£13 to £22 million, 8 in 10 likely$/,
    )
    const numbers = await page.locator('.appraisal .preferred td strong').allInnerTexts()
    expect(numbers).toEqual(['£3.1 million', '£25 million', '£22 million', '8.2'])
  })
})

it('has slides without faults, the options side by side with the preferred one among them', async () => {
  const page = await site.open('deck/')
  await waitForDeck(page)
  const slides = await slidesOf(page)
  const own = [
    'estimate-3',
    'estimates',
    'options--appraisal',
    'options--by-year',
    'options--what-turns-it',
  ]
  for (const slide of slides.filter(({ hash }) => own.includes(hash.slice(2)))) {
    await goTo(page, slide)
    expect(await faultsOf(page, PRESENT), slide.hash).toEqual([])
  }
  const options = page.locator('[id="options--appraisal"] .options > li')
  expect(await options.count()).toBe(4)
  expect(await page.locator('.options > .preferred').textContent()).toContain('£22')
  await site.putBack(page)
})

it.each(['narrative.pdf', 'one-page.pdf', 'deck.pdf'])('%s keeps every rule', async (name) => {
  expect(await faultsOfPdf(out, name)).toEqual([])
})
