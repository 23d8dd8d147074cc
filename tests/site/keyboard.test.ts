/** The deck by keyboard alone. */
import type { Page } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { builtCase } from './built.ts'
import { goTo, PRESENT, placeOf, slidesOf, waitForDeck, walk } from './deck.ts'
import { type OpenSite, openSite } from './site.ts'

let site: OpenSite
let page: Page

beforeAll(async () => {
  site = await openSite(await builtCase('tests/fixtures/strong'))
})
afterAll(() => site.close())

beforeEach(async () => {
  page = await site.open('deck/')
  await waitForDeck(page)
})
afterEach(() => site.putBack(page))

it('Space walks through every slide, and Shift and Space back', async () => {
  const places = (await slidesOf(page)).map(({ across, down }) => `${across}/${down}`)
  expect(await walk(page, 'Space')).toEqual(places)
  expect(await walk(page, 'Shift+Space')).toEqual(places.toReversed())
})

it('right tells the whole story, and left goes back', async () => {
  const slides = await slidesOf(page)
  const story = [...new Set(slides.map(({ across }) => `${across}/0`))]
  expect(await walk(page, 'ArrowRight')).toEqual(story)
  expect(await walk(page, 'ArrowLeft')).toEqual(story.toReversed())
})

it('down goes through what lies below a slide, and up back', async () => {
  const slides = await slidesOf(page)
  const columns = Map.groupBy(slides, ({ across }) => across)
  const stacks = [...columns.values()].filter((column) => column.length > 1)
  expect(stacks.length).toBeGreaterThan(0)
  for (const [first, ...rest] of stacks) {
    if (!first) continue
    const places = [first, ...rest].map(({ across, down }) => `${across}/${down}`)
    await goTo(page, first)
    expect(await walk(page, 'ArrowDown')).toEqual(places)
    expect(await walk(page, 'ArrowUp')).toEqual(places.toReversed())
  }
})

it('Tab never reaches a slide that is not shown', async () => {
  for (const slide of (await slidesOf(page)).slice(0, 12)) {
    await goTo(page, slide)
    for (let press = 0; press < 8; press += 1) {
      await page.keyboard.press('Tab')
      expect(await isOnHiddenSlide(page), `${slide.hash}, Tab ${press + 1}`).toBe(false)
    }
    expect((await placeOf(page)).slide).toBe(`${slide.across}/${slide.down}`)
  }
})

it('opens evidence over the slide, and Escape returns to the citation', async () => {
  const citing = await firstWithCitation(page)
  expect(citing, 'a slide with a citation').toBeDefined()
  const button = page.locator(`${PRESENT} button[popovertarget]`).first()
  const target = await button.getAttribute('popovertarget')
  const popover = page.locator(`[id="${target}"]`)
  await button.focus()
  await page.keyboard.press('Enter')
  await popover.waitFor()
  expect((await popover.textContent())?.trim()).not.toBe('')
  await page.keyboard.press('Escape')
  expect(await popover.isVisible()).toBe(false)
  expect(await button.evaluate((element) => element === document.activeElement)).toBe(true)
  expect((await placeOf(page)).slide).toBe(citing)
  expect(await page.locator('.overview[open]').count()).toBe(0)
})

function isOnHiddenSlide(deck: Page): Promise<boolean> {
  return deck.evaluate((selector) => {
    const slide = document.activeElement?.closest('.reveal .slides section:not(.stack)')
    return slide !== null && slide !== undefined && !slide.matches(selector)
  }, PRESENT)
}

async function firstWithCitation(deck: Page): Promise<string | undefined> {
  for (const slide of await slidesOf(deck)) {
    await goTo(deck, slide)
    const buttons = deck.locator(`${PRESENT} button[popovertarget]`)
    if ((await buttons.count()) > 0) return `${slide.across}/${slide.down}`
  }
  return undefined
}
