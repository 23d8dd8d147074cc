/** The narrative on a phone. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type OpenSite, openSite } from './site.ts'

let site: OpenSite

beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

it('never scrolls sideways at 320 px, only diagrams do in their own frames', async () => {
  const page = await site.open('', { viewport: { width: 320, height: 640 } })
  const { page: width, wide } = await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true
    const scrolls = (element: Element) => /auto|scroll/.test(getComputedStyle(element).overflowX)
    const isFramed = (element: Element): boolean => {
      const parent = element.parentElement
      return parent !== null && (scrolls(parent) || isFramed(parent))
    }
    const wide = [...document.querySelectorAll('body *')]
      .filter((element) => element.checkVisibility() && !isFramed(element))
      .filter((element) => element.getBoundingClientRect().right > 321)
      .map((element) => `${element.localName}.${element.getAttribute('class')}`)
    return { page: document.documentElement.scrollWidth, wide }
  })
  expect(wide).toEqual([])
  expect(width).toBeLessThanOrEqual(320)
  await page.context().close()
})

it('keeps the labels of diagrams at 14 px or more', async () => {
  const page = await site.open('', { viewport: { width: 320, height: 640 } })
  const small = await page.evaluate(() =>
    [...document.querySelectorAll('figure svg text')].flatMap((text) => {
      const svg = text.closest('svg') as SVGSVGElement
      const scale = svg.getScreenCTM()?.a ?? 1
      const size = Number.parseFloat(getComputedStyle(text).fontSize) * scale
      return size < 13.95 ? [`${text.textContent?.trim()}: ${size.toFixed(1)} px`] : []
    }),
  )
  expect(small).toEqual([])
  await page.context().close()
})
