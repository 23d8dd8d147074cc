/** A deck so long that most of it waits outside the page: every way to a slide still leads there. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { readCase } from '../../src/node/read/read-case.ts'
import { buildSite } from '../../src/node/site/index.ts'
import { writeSynthetic } from '../bench/synthetic.ts'
import { openOverview, waitForDeck } from './deck.ts'
import { type OpenSite, openSite } from './site.ts'

let parent: string
let site: OpenSite
let page: Page

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'long-'))
  const folder = join(parent, 'case')
  await writeSynthetic(folder, 14)
  const out = join(parent, 'site')
  await buildSite({ read: await readCase(folder), out, base: '/', print: [] })
  site = await openSite(out)
})

afterAll(async () => {
  await site?.close()
  await rm(parent, { recursive: true, force: true })
})

beforeEach(async (context) => {
  page = await site.open('deck/')
  await waitForDeck(page)
  context.onTestFinished(() => site.putBack(page))
})

it('keeps few slides in the page, wherever it is', async () => {
  expect(await slidesInPage()).toBeLessThan(80)
  await page.keyboard.press('End')
  expect(await slidesInPage()).toBeLessThan(80)
})

it('makes no background for each of its slides, which would be changed at every key', async () => {
  await expect.poll(() => page.locator('.slide-background').count()).toBe(0)
})

it('goes through all slides in order, there and back', async () => {
  const there = await walk('ArrowRight')
  const numbers = there.map(numberOf)
  expect(numbers).toEqual(numbers.map((_, index) => index + 1))
  expect(numbers.length).toBe(Number(/of (\d+)/.exec(there.at(-1) ?? '')?.[1]))
  expect(await walk('ArrowLeft')).toEqual(there.toReversed())
})

it('says where it is once for each slide', async () => {
  const status = page.locator('[role="status"].unseen')
  const said = await status.evaluateHandle((element) => {
    const words: (string | null)[] = []
    new MutationObserver((changes) =>
      words.push(
        ...changes.flatMap(({ addedNodes }) => [...addedNodes].map((node) => node.textContent)),
      ),
    ).observe(element, { childList: true })
    return words
  })
  for (let press = 0; press < 8; press++) await page.keyboard.press('ArrowRight')
  await expect
    .poll(async () => (await said.jsonValue()).map((words) => numberOf(words ?? '')))
    .toEqual([2, 3, 4, 5, 6, 7, 8, 9])
})

it('shows evidence below a far slide by its address', async () => {
  await page.evaluate(() => {
    location.hash = '#/evidence-40c'
  })
  await page.waitForFunction(() => document.querySelector('.slide.present')?.id === 'evidence-40c')
  await expect.poll(() => new URL(page.url()).hash).toBe('#/evidence-40c')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  expect(await labelOf()).toContain('place 40')
  // reveal.js writes the address once a second.
  await page.waitForURL('**/#/decision-40')
  await page.reload()
  await waitForDeck(page)
  expect(await labelOf()).toContain('place 40')
})

it('goes to a far slide by its number, with the focus', async () => {
  await page.keyboard.press('g')
  await page.keyboard.type('70')
  await page.keyboard.press('Enter')
  expect(numberOf(await labelOf())).toBe(70)
  expect(await page.evaluate(() => document.activeElement?.matches('.slide.present'))).toBe(true)
})

it('takes a number in the address for the place among all slides', async () => {
  await page.goto(`${site.url}deck/?again#/69`)
  await waitForDeck(page)
  expect(numberOf(await labelOf())).toBe(70)
})

it('goes from the last slide to the first and keeps the line of progress right', async () => {
  const bar = () =>
    page.locator('.progress span').evaluate((span) => Number(/[\d.]+/.exec(span.style.transform)))
  await page.keyboard.press('End')
  await expect.poll(bar).toBe(1)
  await page.keyboard.press('Home')
  await expect.poll(bar).toBe(0)
  await page.mouse.click(640, 718)
  expect(numberOf(await labelOf())).toBeGreaterThan(40)
  await expect.poll(bar).toBeCloseTo(0.5, 1)
})

it('has all slides in the overview, draws those in sight, and opens the one that is chosen', async () => {
  await openOverview(page)
  await page.locator('.tile-picture').first().waitFor()
  expect(await page.locator('.tile').count()).toBeGreaterThan(300)
  expect(await slidesInPage()).toBeLessThan(150)
  await page.keyboard.press('End')
  await page.keyboard.press('ArrowLeft')
  const chosen = Number(await page.locator('.tile :focus b').textContent())
  await page.keyboard.press('Enter')
  await expect.poll(slidesInPage).toBeLessThan(80)
  expect(numberOf(await labelOf())).toBe(chosen)
  await page.keyboard.press('ArrowRight')
  expect(numberOf(await labelOf())).toBe(chosen + 1)
})

function slidesInPage(): Promise<number> {
  return page.locator('.slide').count()
}

function labelOf(): Promise<string> {
  return page.evaluate(() => {
    const slides = [...document.querySelectorAll('.slide.present')]
    return slides.at(-1)?.getAttribute('aria-label') ?? ''
  })
}

function numberOf(label: string): number {
  return Number(/^Slide (\d+)/.exec(label)?.[1])
}

/** Labels of the slides that a key leads over, until it leads no further. */
async function walk(key: string): Promise<readonly string[]> {
  const labels = [await labelOf()]
  for (;;) {
    await page.keyboard.press(key)
    const label = await labelOf()
    if (label === labels.at(-1)) return labels
    labels.push(label)
  }
}
