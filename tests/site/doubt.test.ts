/** What falls with something, on pages and slides: what the terminal says, by the same function. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DoubtFound, type ToldDoubt, tellDoubt } from '../../src/core/doubt/in-words.ts'
import { singleDoubtsOf } from '../../src/core/doubt/index.ts'
import { supportOf } from '../../src/core/doubt/support.ts'
import { plainText } from '../../src/core/text/linked-text.ts'
import { readCase } from '../../src/node/read/read-case.ts'
import { faultsOf } from './axe.ts'
import { builtCase } from './built.ts'
import { PRESENT, waitForDeck } from './deck.ts'
import { sidewaysOf } from './phone.ts'
import { type OpenSite, openSite } from './site.ts'

const CASE = 'tests/fixtures/economic'
const folder = await builtCase(CASE)
let site: OpenSite

beforeAll(async () => {
  site = await openSite(folder)
})
afterAll(() => site.close())

/** What the dialog says, without what joins a minus to its number. */
async function saidOn(page: Page): Promise<unknown> {
  await page.locator('.doubt section').first().waitFor()
  return page.locator('.doubt').evaluate((dialog) => {
    const plain = (element: Element | null) => element?.textContent?.replaceAll('\u2060', '')
    return {
      title: plain(dialog.querySelector('h2')),
      ask: plain(dialog.querySelector('.doubt-ask')),
      parts: [...dialog.querySelectorAll('section')].map((part) => ({
        title: plain(part.querySelector('h3')),
        lines: [...part.querySelectorAll('li')].map(plain),
      })),
    }
  })
}

function linesOf({ title, ask, parts }: ToldDoubt): unknown {
  return {
    title,
    ask: plainText(ask.line),
    parts: parts.map((part) => ({ title: part.title, lines: part.lines.map(plainText) })),
  }
}

describe('the trace', () => {
  it('says of each item what the terminal says', async () => {
    const read = await readCase(CASE)
    const support = supportOf(read)
    const singles = singleDoubtsOf(read)
    const page = await site.open('trace/')
    const keys = await page.$$eval('.register [data-doubt]', (all) =>
      all.map((button) => (button as HTMLElement).dataset['doubt'] ?? ''),
    )
    expect(keys.length).toBeGreaterThan(10)
    for (const key of keys) {
      const at = support.items.findIndex((item) => item.key === key)
      await page.locator(`.register [data-doubt="${key}"]`).dispatchEvent('click')
      const found = singles[at] as DoubtFound // every button doubts what can be doubted
      expect(await saidOn(page)).toEqual(linesOf(tellDoubt(support, found)))
      await page.keyboard.press('Escape')
    }
    await site.putBack(page)
  })

  it('lists what falls with each item without JavaScript, and no button that can’t work', async () => {
    const page = await site.open('trace/', { javaScriptEnabled: false })
    const row = page.locator('tr', { has: page.locator('th a[href="../#evidence-2a"]') })
    const details = row.locator('.falls')
    await details.locator('summary').click()
    expect((await details.textContent())?.replace(/\s+/g, ' ')).toContain(
      'the ask no longer stands.',
    )
    expect(await page.locator('[data-doubt]:visible').count()).toBe(0)
    await site.putBack(page)
  })
})

describe('the narrative', () => {
  it('opens it from a card by keys alone, and gives the focus back', async () => {
    const page = await site.open('')
    await page.locator('main button[popovertarget="card-evidence-1b"]').first().focus()
    await page.keyboard.press('Enter')
    const button = page.locator('#card-evidence-1b [data-doubt]')
    await button.focus()
    await page.keyboard.press('Enter')
    expect(await saidOn(page)).toMatchObject({ title: 'If evidence 1b does not hold' })
    expect(await faultsOf(page, '.doubt')).toEqual([])
    await page.keyboard.press('Escape')
    const focused = page.locator(':focus')
    expect(await focused.getAttribute('popovertarget')).toBe('card-evidence-1b')
    await site.putBack(page)
  })

  it('says for several doubts what the graph says, and the command for the sums', async () => {
    const page = await site.open('')
    await page.locator('#card-evidence-1a [data-doubt]').dispatchEvent('click')
    const other = page.locator('.doubt option', { hasText: 'Evidence 1b' })
    await page.locator('.doubt select').selectOption((await other.getAttribute('value')) ?? '')
    const said = await page.locator('.doubt').textContent()
    expect(said).toContain('If evidence 1a and evidence 1b do not hold')
    expect(said).toContain('npx throughline check --what-if "-1a, -1b"')
    await page.locator('.doubt-chip').first().click()
    expect(await saidOn(page)).toMatchObject({ title: 'If evidence 1b does not hold' })
    await site.putBack(page)
  })

  it('fits a phone', async () => {
    const page = await site.open('', { viewport: { width: 320, height: 640 } })
    await page.locator('#card-evidence-1a [data-doubt]').dispatchEvent('click')
    await saidOn(page)
    expect((await sidewaysOf(page)).wide).toEqual([])
    await site.putBack(page)
  })
})

describe('the deck', () => {
  it.each([
    [1280, 720],
    [1024, 768],
    [834, 1194],
  ])(
    'shows it on one slide of %i × %i px, and leaves it with the same key',
    async (width, height) => {
      const page = await site.open('deck/#/decision-2', { viewport: { width, height } })
      await waitForDeck(page)
      await page.keyboard.press('x')
      expect(await saidOn(page)).toMatchObject({ title: 'If decision 2 does not hold' })
      const over = await page.locator('.doubt').evaluate((dialog) => {
        const parts = dialog.querySelector('.doubt-parts')
        const isWhole = parts !== null && parts.scrollHeight <= parts.clientHeight
        return [dialog.clientWidth, dialog.clientHeight, isWhole]
      })
      expect(over).toEqual([width, height, true])
      expect(await faultsOf(page, '.doubt')).toEqual([])
      await page.keyboard.press('x')
      expect(await page.locator('.doubt[open]').count()).toBe(0)
      expect(await page.locator(PRESENT).getAttribute('id')).toBe('decision-2')
      await site.putBack(page)
    },
  )

  it('offers the rest of the case where nothing on the slide can be doubted', async () => {
    const page = await site.open('deck/#/title')
    await waitForDeck(page)
    await page.keyboard.press('x')
    const options = page.locator('.doubt option')
    await options.nth(1).waitFor({ state: 'attached' })
    expect(await page.locator('.doubt-ask').textContent()).toContain('Nothing here can be doubted')
    await page.locator('.doubt select').selectOption({ index: 1 })
    expect(await saidOn(page)).toMatchObject({ title: 'If decision 1 does not hold' })
    await site.putBack(page)
  })

  it('counts what a slide has no room for', async () => {
    const page = await site.open('deck/#/decision-2')
    await waitForDeck(page)
    await page.locator('#card-evidence-1a [data-doubt]').dispatchEvent('click')
    await saidOn(page)
    expect(await page.locator('.doubt-rest').first().textContent()).toMatch(/^And \d+ more\.$/)
    const isWhole = await page
      .locator('.doubt-parts')
      .evaluate((place) => place.scrollHeight <= place.clientHeight)
    expect(isWhole).toBe(true)
    await site.putBack(page)
  })

  it('doubts the evidence whose drawer is open, and where slides are a page to read too', async () => {
    const page = await site.open('deck/#/decision-2')
    await waitForDeck(page)
    await page.keyboard.press('e')
    await page.locator('.card:popover-open').waitFor()
    await page.keyboard.press('x')
    expect(await saidOn(page)).toMatchObject({ title: 'If evidence 2a does not hold' })
    await page.keyboard.press('Escape')
    await page.keyboard.press('r')
    await page.locator('html.reading').waitFor()
    await page.keyboard.press('x')
    expect(await saidOn(page)).toMatchObject({ title: 'If decision 2 does not hold' })
    expect(await page.locator('.doubt-slide').count()).toBe(0)
    await site.putBack(page)
  })
})

it('loads at most 15 kB of script once somebody doubts, and nothing before', async () => {
  const page = await site.open('trace/')
  const files: Promise<Buffer>[] = []
  const asked: string[] = []
  page.on('response', (response) => {
    asked.push(response.url())
    if (response.request().resourceType() === 'script') files.push(response.body())
  })
  await page.locator('.register [data-doubt="evidence-2a"]').dispatchEvent('click')
  await saidOn(page)
  const sizes = (await Promise.all(files)).map((file) => gzipSync(file).length)
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(15_000)
  expect(asked.filter((url) => url.endsWith('/doubts.json'))).toHaveLength(1)
  await site.putBack(page)
})

it.each(['narrative.html', 'deck.html'])('%s doubts from disk', async (file) => {
  const context = await site.browser.newContext({ offline: true })
  const page = await context.newPage()
  await page.goto(pathToFileURL(join(folder, 'offline', file)).href)
  await page.locator('html.can-doubt').waitFor()
  await page.locator('#card-evidence-1a [data-doubt]').dispatchEvent('click')
  expect(await saidOn(page)).toMatchObject({ title: 'If evidence 1a does not hold' })
  await context.close()
})
