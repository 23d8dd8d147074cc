/** The outputs are whole without JavaScript. */
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type OpenSite, openSite } from './site.ts'

let site: OpenSite

beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

it('the narrative reads the same without JavaScript', async () => {
  const [on, off] = await Promise.all(
    [true, false].map(async (javaScriptEnabled) => {
      const page = await site.open('', { javaScriptEnabled })
      // biome-ignore lint/performance/useDomNodeTextContent: what can be seen is the question
      const text = await page.locator('main').innerText()
      await site.putBack(page)
      return text
    }),
  )
  expect(off?.length).toBeGreaterThan(1000)
  expect(off).toBe(on)
})

it('the narrative has no search that can’t work', async () => {
  const page = await site.open('', { javaScriptEnabled: false })
  expect(await page.locator('.search-opener').isVisible()).toBe(false)
  await site.putBack(page)
})

it('the trace shows every item without JavaScript, and no filter that can’t work', async () => {
  const page = await site.open('trace/', { javaScriptEnabled: false })
  const rows = page.locator('.register tbody tr')
  const all = await rows.evaluateAll((list) => list.map((row) => row.checkVisibility()))
  expect(all.length).toBeGreaterThan(10)
  expect(all).not.toContain(false)
  expect(await page.locator('[data-filter]').isVisible()).toBe(false)
  await site.putBack(page)
})

it('the deck shows the text of every slide without JavaScript', async () => {
  const page = await site.open('deck/', { javaScriptEnabled: false })
  const { slides, hidden } = await readSlides(page)
  expect(slides).toBeGreaterThan(1)
  expect(hidden).toEqual([])
  await site.putBack(page)
})

/** How many slides there are, and the texts that cannot be seen (notes are not for all to see, the list of a drawing says what that shows, one for upright canvases shows it again, and other chapters stand in their places). */
function readSlides(page: Page) {
  return page.evaluate(() => {
    const leaves = [...document.querySelectorAll('.reveal .slides section')].filter(
      (section) => !section.querySelector(':scope > section'),
    )
    const hidden = leaves.flatMap((slide, index) => {
      const texts = [...slide.querySelectorAll('h1, h2, h3, p, li, th, td, svg text')]
      return texts
        .filter(
          (text) =>
            !text.closest('.notes, [popover], .diagram-list, .diagram-narrow, .trail') &&
            text.textContent?.trim(),
        )
        .filter((text) => {
          const { width, height } = text.getBoundingClientRect()
          const visible = text.checkVisibility({ opacityProperty: true, visibilityProperty: true })
          return !visible || width === 0 || height === 0
        })
        .map((text) => `slide ${index + 1}: ${text.textContent?.trim()}`)
    })
    const empty = leaves
      // biome-ignore lint/performance/useDomNodeTextContent: what can be seen is the question
      .map((slide, index) => ((slide as HTMLElement).innerText.trim() ? '' : `slide ${index + 1}`))
      .filter(Boolean)
    return { slides: leaves.length, hidden: [...hidden, ...empty] }
  })
}
