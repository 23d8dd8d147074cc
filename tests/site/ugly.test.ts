/** A second, uglier case, built and proved like the first: nothing is made for one case alone. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { faultsOf } from './axe.ts'
import { builtCase } from './built.ts'
import { goTo, PRESENT, type Slide, slidesOf, waitForDeck } from './deck.ts'
import { faultsOfDeck } from './fit.ts'
import { faultsOfPdf, handoutsIn } from './pdf-faults.ts'
import { sidewaysOf } from './phone.ts'
import { type OpenSite, openSite } from './site.ts'

let site: OpenSite

beforeAll(async () => {
  site = await openSite(await builtCase('tests/fixtures/ugly'))
})

afterAll(() => site?.close())

it('has no slide that overflows', async () => {
  const page = await site.open('deck/')
  await waitForDeck(page)
  expect((await slidesOf(page)).length).toBeGreaterThan(80)
  expect(await faultsOfDeck(page)).toEqual([])
  await site.putBack(page)
})

it('has handouts that keep every rule for PDFs', async () => {
  const out = await builtCase('tests/fixtures/ugly')
  expect(handoutsIn(out).length).toBeGreaterThan(1)
  for (const name of handoutsIn(out)) expect(await faultsOfPdf(out, name), name).toEqual([])
})

it('has an accessible narrative that never scrolls sideways', async () => {
  const page = await site.open('', { viewport: { width: 320, height: 800 } })
  expect(await faultsOf(page)).toEqual([])
  expect((await sidewaysOf(page)).wide).toEqual([])
  await site.putBack(page)
})

it('has an accessible slide of every layout', async () => {
  const page = await site.open('deck/')
  await waitForDeck(page)
  const layouts = await page.$$eval('section.slide', (slides) =>
    slides.map((slide) => slide.className.match(/\bslide-[a-z]+/)?.[0] ?? ''),
  )
  const slides = await slidesOf(page)
  const first = new Map<string, Slide>()
  for (const [index, slide] of slides.entries()) {
    const layout = layouts[index] ?? ''
    if (!first.has(layout)) first.set(layout, slide)
  }
  const faults: string[] = []
  for (const slide of first.values()) {
    await goTo(page, slide)
    // What is around a slide is the same for all.
    const found = await faultsOf(page, slide === slides[0] ? undefined : PRESENT)
    faults.push(...found.map((fault) => `${slide.hash} ${fault}`))
  }
  expect(first.size).toBeGreaterThan(8)
  expect(faults).toEqual([])
  await site.putBack(page)
})
