/** The pages on a phone: narrative, trace, and the deck as a page to read. */

import type { Locator } from 'playwright'
import { PNG } from 'pngjs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { builtCase } from './built.ts'
import { sidewaysOf } from './phone.ts'
import { type OpenSite, openSite } from './site.ts'

let site: OpenSite

beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

describe.each(['', 'trace/', 'deck/'])('the page at %o', (path) => {
  it('never scrolls sideways at 320 px, only wide content does in frames of its own', async () => {
    const page = await site.open(path, { viewport: { width: 320, height: 640 } })
    const { width, wide } = await sidewaysOf(page)
    expect(wide).toEqual([])
    expect(width).toBeLessThanOrEqual(320)
    await site.putBack(page)
  })

  it('keeps the labels of diagrams at 14 px or more', async () => {
    const page = await site.open(path, { viewport: { width: 320, height: 640 } })
    const small = await page.evaluate(() =>
      [...document.querySelectorAll('figure svg text')].flatMap((text) => {
        const svg = text.closest('svg') as SVGSVGElement
        const scale = svg.getScreenCTM()?.a ?? 1
        const size = Number.parseFloat(getComputedStyle(text).fontSize) * scale
        return size < 13.95 ? [`${text.textContent?.trim()}: ${size.toFixed(1)} px`] : []
      }),
    )
    expect(small).toEqual([])
    await site.putBack(page)
  })

  it('has each diagram of the case as a list, where its drawing would have to scroll', async () => {
    const page = await site.open(path, { viewport: { width: 390, height: 844 } })
    const figures = page.locator('figure.diagram:has(.drawing-of-case)')
    expect(await figures.count()).toBeGreaterThan(0)
    for (const figure of await figures.all()) {
      expect(await figure.locator('.diagram-list > li').first().isVisible()).toBe(true)
      expect(await figure.locator('.diagram-frame:visible').count()).toBe(0)
    }
    await site.putBack(page)
  })
})

it('draws the diagrams of the case where there is room', async () => {
  const page = await site.open('', { viewport: { width: 1280, height: 844 } })
  const frames = page.locator('figure.diagram:has(.drawing-of-case) > .diagram-frame')
  expect(await frames.first().isVisible()).toBe(true)
  await site.putBack(page)
})

it('leaves no bracket at the end of a line, before the id that it opens for', async () => {
  const page = await site.open('', { viewport: { width: 390, height: 844 } })
  const apart = await page.$$eval('.cite', (all) =>
    all.flatMap((cite) => {
      const words = document.createTreeWalker(cite, NodeFilter.SHOW_TEXT).nextNode()
      const id = cite.querySelector('.cite-to')
      if (!words?.textContent?.startsWith('(') || !id) return []
      const part = words.parentElement
      const isWhole = part?.contains(id) && getComputedStyle(part).whiteSpace === 'nowrap'
      return isWhole ? [] : [cite.textContent]
    }),
  )
  expect(await page.locator('.cite').count()).toBeGreaterThan(0)
  expect(apart).toEqual([])
  await site.putBack(page)
})

it('keeps headings apart that follow each other, less so than from what they stand above', async () => {
  const page = await site.open('', { viewport: { width: 390, height: 844 } })
  const gaps = await page.$$eval('main > :is(h2, h3, h4)', (all) => {
    const boxes = all.map((one) => ({ ...one.getBoundingClientRect().toJSON(), of: one }))
    return boxes.slice(1).flatMap((box, index) => {
      let between = box.of.previousElementSibling
      while (between?.matches('.cross-link, .behind')) between = between.previousElementSibling
      return between === boxes[index]?.of ? [box.top - boxes[index]?.bottom] : []
    })
  })
  expect(gaps.length).toBeGreaterThan(0)
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(20)
  await site.putBack(page)
})

it('says by an arrow below a drawing that it goes on, until its end is seen', async () => {
  const ugly = await openSite(await builtCase('tests/fixtures/ugly'))
  const page = await ugly.open('', { viewport: { width: 390, height: 844 } })
  const frame = page.locator('.diagram-narrow:visible').first()
  expect(await darkBelow(frame)).toBeGreaterThan(100)
  await frame.evaluate((element) => element.scrollTo(element.scrollWidth, 0))
  expect(await darkBelow(frame)).toBe(0)
  await ugly.putBack(page)
  await ugly.close()
})

/** How many dark pixels the strip below what a frame holds has, where its arrow stands. */
async function darkBelow(frame: Locator): Promise<number> {
  const { width, height, data } = PNG.sync.read(await frame.screenshot())
  let dark = 0
  for (let y = height - 18; y < height - 2; y += 1)
    for (let x = width - 40; x < width; x += 1)
      if ((data[(y * width + x) * 4] ?? 255) < 80) dark += 1
  return dark
}
