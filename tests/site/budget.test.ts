/** What a first view weighs, gzipped, as the table of budgets in the design says. */
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { fragmentOf, tokenOf } from '../../src/core/room/address.ts'
import { builtCase } from './built.ts'
import { type OpenSite, openSite } from './site.ts'

/** 1 kB = 1000 bytes. */
const KB = 1000

let site: OpenSite

beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

it('the narrative takes at most 75 kB, of which 1.5 kB script: what asks for the search', async () => {
  const { total, script } = await weigh('')
  expect(total).toBeLessThanOrEqual(75 * KB)
  expect(script).toBeLessThanOrEqual(1.5 * KB)
})

it('the deck takes at most 120 kB, of which 45 kB script', async () => {
  const { total, script } = await weigh('deck/')
  expect(total).toBeLessThanOrEqual(120 * KB)
  expect(script).toBeLessThanOrEqual(45 * KB)
})

it('who follows a room loads at most 25 kB of script more than the deck has', async () => {
  const films = await openSite(await builtCase('tests/fixtures/films'))
  const key = crypto.getRandomValues(new Uint8Array(32))
  const follow = `deck/#${fragmentOf({ token: tokenOf(key), key })}`
  const [deck, followed] = [await weigh('deck/', films), await weigh(follow, films, '.room-bar')]
  await films.close()
  expect(followed.script - deck.script).toBeGreaterThan(10 * KB) // it did come in
  expect(followed.script - deck.script).toBeLessThanOrEqual(25 * KB)
})

it('the speaker view takes at most 120 kB, of which 10 kB script', async () => {
  const { total, script } = await weigh('deck/speaker/')
  expect(total).toBeLessThanOrEqual(120 * KB)
  expect(script).toBeLessThanOrEqual(10 * KB)
})

it('the trace takes at most 75 kB, of which 10 kB script', async () => {
  const { total, script } = await weigh('trace/')
  expect(total).toBeLessThanOrEqual(75 * KB)
  expect(script).toBeLessThanOrEqual(10 * KB)
})

it.each([
  ['', 0.5],
  ['deck/', 0.45],
])('/%s has at most %f elements for each of its words', async (path, most) => {
  const page = await site.open(path)
  const { elements, words } = await page.evaluate(() => {
    for (const script of document.querySelectorAll('script')) script.remove()
    const { body } = document
    return {
      elements: body.querySelectorAll('*').length,
      words: body.textContent.split(/\s+/).length,
    }
  })
  await page.context().close()
  expect(elements / words).toBeLessThanOrEqual(most)
})

it.each(['', 'deck/', 'trace/'])(
  'waits at /%s for no style sheet and no font, and moves nothing when they come',
  async (path) => {
    const context = await site.browser.newContext({ viewport: { width: 412, height: 823 } })
    const page = await context.newPage()
    await page.addInitScript(watchShifts)
    const late = Promise.withResolvers<void>()
    const held: string[] = []
    await page.route(/\.(?:css|woff2)$/, async (route) => {
      held.push(route.request().url())
      await late.promise
      await route.continue()
    })
    await page.goto(site.url + path, { waitUntil: 'commit' })
    const paints = () => page.evaluate(() => performance.getEntriesByType('paint').length)
    await expect.poll(paints).toBeGreaterThan(0)
    expect(held).not.toEqual([])
    late.resolve()
    await page.waitForLoadState('networkidle')
    await page.evaluate(() => document.fonts.ready.then(() => undefined))
    const { moved, sum } = await page.evaluate(watchedShifts)
    await context.close()
    // Of the share of the screen that moves, times how far: a thousandth is less than a letter.
    expect(sum, moved.join('\n')).toBeLessThan(0.001)
  },
)

declare global {
  interface Window {
    shifts: { readonly value: number; readonly words: string }[]
  }
}

/** Runs in the page, before anything of it. */
function watchShifts(): void {
  window.shifts = []
  new PerformanceObserver((list) => {
    // The types of the DOM do not know this entry.
    for (const shift of list.getEntries() as Shift[]) {
      const [words = ''] = shift.sources.map(({ node }) => node?.textContent ?? '')
      window.shifts.push({ value: shift.value, words })
    }
  }).observe({ type: 'layout-shift', buffered: true })
}

interface Shift extends PerformanceEntry {
  readonly value: number
  readonly sources: readonly { readonly node?: Node }[]
}

/** What has moved, once the page was painted twice. */
function watchedShifts(): Promise<{ readonly moved: readonly string[]; readonly sum: number }> {
  const found = () => ({
    moved: window.shifts.map(({ value, words }) => `${value} ${words.slice(0, 60)}`),
    sum: window.shifts.reduce((sum, { value }) => sum + value, 0),
  })
  return new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve(found()))))
  })
}

interface Weight {
  /** Bytes of everything that is loaded, text gzipped. */
  readonly total: number
  /** Bytes of script, in files and in the page. */
  readonly script: number
  /** Script elements that run. */
  readonly scripts: number
}

/** @param comes what stands on the page once all of it has come */
async function weigh(path: string, from = site, comes = 'body'): Promise<Weight> {
  const context = await from.browser.newContext({ viewport: { width: 1280, height: 720 } })
  const page = await context.newPage()
  const loaded: Promise<{ readonly bytes: number; readonly isScript: boolean }>[] = []
  page.on('response', (response) => {
    if (!response.url().startsWith(from.url) || !response.ok()) return
    const isScript = response.request().resourceType() === 'script'
    loaded.push(response.body().then((body) => ({ bytes: gzipSync(body).length, isScript })))
  })
  await page.goto(from.url + path, { waitUntil: 'networkidle' })
  await page.locator(comes).waitFor({ state: 'attached' })
  await page.waitForLoadState('networkidle')
  const inline = await page.evaluate(() =>
    [...document.scripts]
      .filter((script) => !/json|speculationrules/.test(script.type))
      .map((script) => script.textContent ?? ''),
  )
  page.removeAllListeners('response')
  const files = await Promise.all(loaded)
  await context.close()
  const ofFiles = sum(files.filter(({ isScript }) => isScript).map(({ bytes }) => bytes))
  const ofPage = sum(inline.filter((text) => text !== '').map((text) => gzipSync(text).length))
  return {
    total: sum(files.map(({ bytes }) => bytes)),
    script: ofFiles + ofPage,
    scripts: inline.length,
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
