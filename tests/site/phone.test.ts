/** The narrative and the trace on a phone. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sidewaysOf } from './phone.ts'
import { type OpenSite, openSite } from './site.ts'

let site: OpenSite

beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

describe.each(['', 'trace/'])('the page at %o', (path) => {
  it('never scrolls sideways at 320 px, only wide content does in frames of its own', async () => {
    const page = await site.open(path, { viewport: { width: 320, height: 640 } })
    const { width, wide } = await sidewaysOf(page)
    expect(wide).toEqual([])
    expect(width).toBeLessThanOrEqual(320)
    await page.context().close()
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
    await page.context().close()
  })
})
