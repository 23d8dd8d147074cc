/** What a far reader waits for: a page shows itself by what came with it, and then stays where it is. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type OpenSite, openSite, siteFolder } from './site.ts'

let site: OpenSite

beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

it.each(['', 'deck/', 'deck/speaker/', 'trace/', 'changes/', 'accessibility/', '404.html'])(
  'asks for no style sheet on %o',
  async (path) => {
    const page = await site.open('favicon.svg')
    const asked: string[] = []
    page.on('request', (request) => {
      if (request.resourceType() === 'stylesheet') asked.push(request.url())
    })
    await page.goto(site.url + path, { waitUntil: 'networkidle' })
    expect(asked).toEqual([])
    expect(await page.evaluate(() => document.styleSheets.length)).toBeGreaterThan(0)
    await site.putBack(page)
  },
)

it.each([
  [1280, 800],
  [768, 1024],
  [390, 844],
])('shows the first sentence of the case on a screen of %i by %i px', async (width, height) => {
  const page = await site.open('', { viewport: { width, height } })
  const { end, says } = await page.evaluate(() => {
    const texts = document.createTreeWalker(
      document.querySelector('main > p') as Node,
      NodeFilter.SHOW_TEXT,
    )
    const text = texts.nextNode()
    const range = document.createRange()
    const says = text?.textContent?.split('. ')[0] ?? ''
    range.setStart(text as Node, 0)
    range.setEnd(text as Node, says.length)
    return { end: range.getBoundingClientRect().bottom, says }
  })
  expect(says).toMatch(/^A team at the Government Digital Service are prototyping/)
  expect(end).toBeGreaterThan(0)
  expect(end).toBeLessThanOrEqual(height)
  await site.putBack(page)
})

it.each([
  ['deck/', 1280, 800],
  ['deck/', 1024, 768],
  ['deck/#/decision-3', 1600, 700],
])(
  'shows the slide of %s on a screen of %i by %i px before its script, where it stays',
  async (path, width, height) => {
    const context = await site.browser.newContext({ viewport: { width, height } })
    const page = await context.newPage()
    const come = Promise.withResolvers<void>()
    await page.route(/\.js$/, async (route) => {
      await come.promise
      await route.continue()
    })
    await page.goto(site.url + path, { waitUntil: 'commit' })
    const places = () =>
      page.evaluate(async () => {
        await document.fonts.ready
        const shown = [...document.querySelectorAll('.canvas, .canvas *')].filter((one) =>
          one.checkVisibility({ visibilityProperty: true, opacityProperty: true }),
        )
        return shown.map((one) => {
          const { x, y, width, height } = one.getBoundingClientRect()
          return [
            one.className,
            ...[x, y, width, height].map((length) => Math.round(length * 4)),
          ].join()
        })
      })
    await expect.poll(async () => (await places()).length).toBeGreaterThan(3)
    const before = await places()
    expect(before.filter((place) => place.startsWith('canvas,'))).toHaveLength(1)
    come.resolve()
    await page.waitForSelector('.presenting:not(.opening)')
    expect(await places()).toEqual(before)
    await context.close()
  },
)

it('is a page to read where the script of a deck does not come', async () => {
  const context = await site.browser.newContext()
  const page = await context.newPage()
  await page.route(/\.js$/, (route) => route.abort())
  await page.goto(`${site.url}deck/`)
  await page.waitForSelector('.deck:not(.presenting)')
  expect(await page.locator('.canvas').last().isVisible()).toBe(true)
  await context.close()
})

it('presents where the script of a deck comes last of all, and begins once nobody waits for it', async () => {
  const context = await site.browser.newContext()
  const page = await context.newPage()
  const come = Promise.withResolvers<void>()
  await page.route(/\.js$/, async (route) => {
    await come.promise
    await route.continue()
  })
  await page.clock.install()
  // When the page waits no longer.
  await page.addInitScript(() => {
    const { setTimeout } = globalThis
    const waiting = ((work: () => void, ms: number) => {
      Object.assign(globalThis, { late: Date.now() + ms, setTimeout })
      return setTimeout(work, ms)
    }) as typeof setTimeout // as the page calls it
    globalThis.setTimeout = waiting
  })
  await page.goto(`${site.url}deck/`, { waitUntil: 'commit' })
  await page.waitForSelector('.presenting .canvas')
  const late = await page.evaluate(() => Number(Reflect.get(globalThis, 'late')))
  await page.clock.pauseAt(late - 1)
  come.resolve()
  await page.waitForSelector('.slides .present', { state: 'attached' })
  await page.clock.runFor(20_000)
  await page.waitForSelector('.presenting:not(.opening) .slides .present')
  await context.close()
})

it('says in a line how far one has read', async () => {
  const page = await site.open('')
  const read = (top: number) =>
    page.evaluate(async (top) => {
      scrollTo({ top, behavior: 'instant' })
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
      const { transform } = getComputedStyle(document.querySelector('.page') as Element, '::after')
      return new DOMMatrix(transform).a
    }, top)
  expect(await read(0)).toBe(0)
  expect(await read(1e6)).toBeCloseTo(1)
  await site.putBack(page)
})

it('allows on every page the styles that came with it, and no other', async () => {
  const names = await readdir(siteFolder, { recursive: true })
  for (const name of names.filter((each) => each.endsWith('.html'))) {
    const html = await readFile(join(siteFolder, name), 'utf8')
    const [, allowed = ''] = /; ?style-src ([^;"]*)/.exec(html) ?? []
    const styles = html.match(/<style[ >]/g) ?? []
    expect(allowed, name).toMatch(/^'sha256-[^']+'(?: 'sha256-[^']+')*$/)
    expect(allowed.split(' ').length, name).toBe(styles.length)
  }
})
