/** No slide overflows at 1280 × 720: every container is measured, with all fragments shown. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { PRESENT, slidesOf, waitForDeck } from './deck.ts'
import { faultsOfDeck, measureSlide } from './fit.ts'
import { type OpenSite, openSite } from './site.ts'

let site: OpenSite

beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

it('keeps everything on every slide inside its box', async () => {
  const page = await site.open('deck/')
  await waitForDeck(page)
  expect((await slidesOf(page)).length).toBeGreaterThan(1)
  expect(await faultsOfDeck(page)).toEqual([])
  await site.putBack(page)
})

it('sees text that a box would clip, and text that stands outside the slide', async () => {
  const page = await site.open('deck/')
  await waitForDeck(page)
  await page.evaluate((selector) => {
    const slide = document.querySelector(selector) as HTMLElement
    const clipped = document.createElement('div')
    clipped.id = 'clipped'
    clipped.textContent = 'word '.repeat(200)
    Object.assign(clipped.style, { overflow: 'hidden', blockSize: '20px', inlineSize: '100px' })
    const outside = document.createElement('p')
    outside.id = 'outside'
    outside.textContent = 'outside'
    Object.assign(outside.style, { position: 'absolute', insetBlockStart: '900px' })
    slide.append(clipped, outside)
  }, PRESENT)
  const faults = (await measureSlide(page)).join('\n')
  expect(faults).toContain('div#clipped')
  expect(faults).toContain('p#outside')
  await site.putBack(page)
})
