/** All slides at a glance: by keys, by touch, for those who listen, and on a phone. */
import type { BrowserContextOptions, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { builtCase } from './built.ts'
import { openOverview, PRESENT, waitForDeck } from './deck.ts'
import { type OpenSite, openSite } from './site.ts'

let site: OpenSite
let page: Page

beforeAll(async () => {
  site = await openSite(await builtCase('tests/fixtures/strong'))
})
afterEach(() => site.putBack(page))
afterAll(() => site?.close())

async function open(address: string, options?: BrowserContextOptions): Promise<void> {
  page = await site.open(`deck/${address}`, options)
  await waitForDeck(page)
}
const shown = () => page.locator(PRESENT).getAttribute('id')
const overview = () => page.getByRole('dialog', { name: 'All slides' })
/** What the tile says that has the focus. */
const chosen = async () =>
  ((await page.locator('.tile button:focus').textContent()) ?? '').replaceAll(/\s+/g, ' ')
const numberOf = async () => Number((await chosen()).split(' ')[0])

describe('the overview', () => {
  it('shows the parts of a drawing that come one after another, each in its place', async () => {
    const specimen = await openSite(await builtCase('tests/fixtures/specimen'))
    const own = await specimen.open('deck/#/a-diagram-of-the-author')
    await waitForDeck(own)
    /** Where each part stands in its drawing. */
    const places = (within: string) =>
      own.locator(`${within} svg.drawing g.fragment`).evaluateAll((parts) =>
        (parts as SVGGElement[]).flatMap((part) => {
          const drawing = part.ownerSVGElement
          if (!drawing || drawing.getBoundingClientRect().width === 0) return []
          const { e, f } = part.getCTM() ?? new DOMMatrix()
          const { a } = drawing.getCTM() ?? new DOMMatrix()
          return `${Math.round(e / a)} ${Math.round(f / a)}`
        }),
      )
    const there = await places(PRESENT)
    expect(new Set(there).size).toBeGreaterThan(2)
    await own.keyboard.press('o')
    const tile = '.tile:has([aria-current]) > .tile-picture'
    await own.locator(tile).waitFor()
    expect(await places(tile)).toEqual(there)
    await specimen.putBack(own)
    await specimen.close()
    await open('')
  })

  it.each(['o', 'Escape'])('opens with %s where one is, and Escape goes back', async (key) => {
    await open('#/decision-2')
    await page.keyboard.press(key)
    await overview().waitFor()
    const here = overview().locator('[aria-current]')
    expect(await here.count()).toBe(1)
    expect(await here.evaluate((one) => one === document.activeElement)).toBe(true)
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Escape')
    expect(await overview().isVisible()).toBe(false)
    expect(await shown()).toBe('decision-2')
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('decision-2')
  })

  it.each([
    { keys: ['o', 'ArrowRight', 'Enter'], to: 'evidence-2a' },
    { keys: ['o', 'Escape'], to: 'decision-2' },
  ])('takes keys that are pressed while it is loaded: $keys', async ({ keys, to }) => {
    await open('#/decision-2', { reducedMotion: 'reduce' })
    const { promise: isPressed, resolve: pressed } = Promise.withResolvers<void>()
    await page.route('**/_astro/overview*.js', async (route) => {
      await isPressed
      await route.continue()
    })
    const loaded = page.waitForResponse('**/_astro/overview*.js')
    for (const key of keys) await page.keyboard.press(key)
    expect(await shown()).toBe('decision-2')
    pressed()
    await (await loaded).finished()
    await expect.poll(shown).toBe(to)
    await page.evaluate(() => new Promise((done) => setTimeout(done, 100)))
    expect(await overview().isVisible()).toBe(false)
    expect(await shown()).toBe(to)
  })

  it('lists every slide below the name of its chapter, with what is missing', async () => {
    await open('')
    const slides = await page.locator('.slides .slide').count()
    await openOverview(page)
    const names = await overview().getByRole('heading', { level: 3 }).allTextContents()
    expect(names.slice(0, 2)).toEqual(['Opening', 'Strategic context'])
    expect(names.at(-1)).toBe('Closing')
    expect(
      await overview().getByRole('list', { name: 'Opening' }).getByRole('button').count(),
    ).toBe(1)
    expect(await overview().locator('.tile > button').count()).toBe(slides)
    expect(
      await overview()
        .locator('.tile small', { hasText: /^Below/ })
        .count(),
    ).toBe(await page.locator('.slides .slide-deeper').count())
  })

  it('goes by rows and columns, to the ends, and a screen at a time', async () => {
    await open('')
    await openOverview(page)
    await page.keyboard.press('End')
    const place = () =>
      page
        .locator('.tile')
        .evaluateAll((all) => all.findIndex((one) => one.contains(document.activeElement)))
    const last = await place()
    const left = () =>
      page.locator('.tile:has(:focus)').evaluate((one) => one.getBoundingClientRect().left)
    await page.keyboard.press('Home')
    expect(await numberOf()).toBe(1)
    const edge = await left()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    expect(await left()).toBe(edge)
    const third = await place()
    expect(third).toBeGreaterThan(1)
    await page.keyboard.press('ArrowLeft')
    expect(await place()).toBe(third - 1)
    await page.keyboard.press('Home')
    await page.keyboard.press('PageDown')
    expect(await place()).toBeGreaterThan(1)
    expect(await place()).toBeLessThan(last)
    await page.keyboard.press('PageUp')
    expect(await numberOf()).toBe(1)
  })

  it('goes to what is typed: a number, an id, words; Enter, Space and a click open it', async () => {
    await open('')
    await openOverview(page)
    await page.keyboard.type('2a')
    const status = overview().getByRole('status')
    expect(await status.textContent()).toBe('2a')
    await page.keyboard.press('Enter')
    await expect.poll(shown).toBe('evidence-2a')
    await openOverview(page)
    await page.keyboard.type('key decxy')
    expect(await status.textContent()).toBe('Nothing found for “key decxy”')
    await page.keyboard.press('Backspace')
    expect(await chosen()).toContain('Key decisions')
    await page.keyboard.press('ArrowRight')
    expect(await status.textContent()).toBe('')
    const next = await numberOf()
    await page.keyboard.press('Space')
    expect(await page.locator(`${PRESENT} .count`).textContent()).toContain(`${next} of `)
    await expect.poll(() => page.locator('.tile').count()).toBe(0)
    await openOverview(page)
    await page.locator('.tile').first().click()
    expect(await shown()).toBe('title')
    expect(await page.locator('.tile').count()).toBe(0)
  })

  it('draws slides as they are, and nothing on them can be used or found', async () => {
    await open('#/decision-2', { viewport: { width: 834, height: 1194 } })
    await openOverview(page)
    await page.locator('.tile-picture .ground').first().waitFor()
    const picture = page.locator('.tile:has([aria-current]) .tile-picture')
    const [slide, frame] = [picture.locator('.slide'), picture]
    const boxes = await Promise.all([slide.boundingBox(), frame.boundingBox()])
    expect(boxes[0]?.width).toBeCloseTo(boxes[1]?.width ?? 0, 0)
    expect((boxes[1]?.height ?? 0) / (boxes[1]?.width ?? 1)).toBeCloseTo(1194 / 834, 1)
    expect(await page.locator('.tile-picture [id]').count()).toBe(0)
    expect(await page.locator('.tile-picture:not([inert])').count()).toBe(0)
  })

  it('opens on a phone too, from help, and shows what is chosen', async () => {
    page = await site.open('deck/', { viewport: { width: 390, height: 844 }, hasTouch: true })
    await page.getByRole('button', { name: 'Go to and keys' }).tap()
    await page.getByRole('button', { name: 'All slides at a glance' }).tap()
    await page.locator('.tile-picture .headline').first().waitFor()
    const over = await overview().evaluate((one) => one.scrollWidth - innerWidth)
    expect(over).toBeLessThanOrEqual(0)
    await page
      .locator('.tile', { has: page.locator('small', { hasText: /^Below/ }) })
      .first()
      .tap()
    expect(await overview().isVisible()).toBe(false)
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.matches('.slide-deeper')))
      .toBe(true)
  })
})
