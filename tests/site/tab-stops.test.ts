/** What someone passes who goes through the narrative with Tab: its links, and one stop more for each part. */
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type OpenSite, openSite } from './site.ts'

let site: OpenSite

beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

/** Where Tab stops. */
interface Stop {
  /** The item or section that it belongs to; empty outside of the case. */
  readonly part: string
  readonly name: string
  readonly isLink: boolean
}

it('Tab meets no item and no section more than once besides its links and citations', async () => {
  const page = await site.open('')
  const stops = await stopsOf(page)
  const controls = stops.filter(({ isLink, part }) => !isLink && part !== '')
  expect(controls.length).toBeGreaterThan(20)
  const twice = controls.filter(
    ({ part }, index) => controls.findIndex((other) => other.part === part) !== index,
  )
  expect(twice).toEqual([])
  expect(new Set(controls.map(({ name }) => name)).size).toBe(controls.length)
  // One place for each, that opens what is behind it.
  const parts = await page.locator('main :is(.item, h2, h3, h4, h5, h6, figure.diagram)').count()
  expect(controls.length).toBeLessThanOrEqual(parts)
  await site.putBack(page)
})

/** Presses Tab until it comes round. */
async function stopsOf(page: Page): Promise<readonly Stop[]> {
  const stops: Stop[] = []
  for (;;) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate(() => {
      const at = document.activeElement
      if (!(at instanceof HTMLElement || at instanceof SVGElement) || at === document.body) return
      if (at.dataset.passed) return
      at.dataset.passed = 'true'
      const main = at.closest('main')
      const headings = [...(main?.querySelectorAll('h2, h3, h4, h5, h6') ?? [])]
      const above = headings.findLast(
        (one) => one.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING,
      )
      const own = at.closest('figure, .item')
      return {
        part: main ? own?.id || own?.getAttribute('aria-label') || above?.id || '' : '',
        name: at.ariaLabel ?? at.textContent ?? '',
        isLink: at.matches('a, .cite-to, .footnote-mark button'),
      }
    })
    if (!stop) return stops
    stops.push(stop)
  }
}
