/** Larger text in the deck: by its keys, and by the size that a browser is set to. */
import type { Disposable, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { waitForDeck } from './deck.ts'
import { faultsOfDeck } from './fit.ts'
import { type OpenSite, openSite } from './site.ts'

/** Of the headline that opens the first case, px. */
const SIZE = 96

let site: OpenSite
let page: Page
let sized: Disposable

beforeAll(async () => {
  site = await openSite()
})
afterEach(async () => {
  await sized.dispose()
  await site.putBack(page)
})
afterAll(() => site?.close())

it('has text at 120 % with +, still after a reload, until -', async () => {
  await open()
  expect(await headlineSize()).toBe(SIZE)
  await page.keyboard.press('+')
  expect(await headlineSize()).toBeCloseTo(SIZE * 1.2)
  await page.reload()
  await waitForDeck(page)
  await expect.poll(headlineSize).toBeCloseTo(SIZE * 1.2)
  await page.keyboard.press('-')
  expect(await headlineSize()).toBe(SIZE)
})

it.each([
  ['18px', 1.125],
  ['32px', 1.2],
  ['12px', 1],
])('follows a browser that is set to text of %s', async (size, factor) => {
  await open(size)
  await expect.poll(headlineSize).toBeCloseTo(SIZE * factor)
})

it('keeps every slide inside its box at 120 %', async () => {
  await open()
  await page.keyboard.press('+')
  expect(await faultsOfDeck(page)).toEqual([])
})

/** @param size What the browser is set to; a root of that size is all that a page sees of it. */
async function open(size = '16px'): Promise<void> {
  page = await site.open('')
  sized = await page.addInitScript((set) => {
    addEventListener('DOMContentLoaded', () => {
      document.documentElement.style.fontSize = set
    })
  }, size)
  await page.goto(`${site.url}deck/`)
  await waitForDeck(page)
}

/** Of the title slide, px on the canvas. */
function headlineSize(): Promise<number> {
  return page.$eval('#title .headline', (headline) =>
    Number.parseFloat(getComputedStyle(headline).fontSize),
  )
}
