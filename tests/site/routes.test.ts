/** Routes of the first case: each a deck of its own, with its speaker view, its PDF and ways out. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { unzipSync } from 'fflate'
import { PDFDocument } from 'pdf-lib'
import type { BrowserContextOptions, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { faultsOf } from './axe.ts'
import { PRESENT, slidesOf, waitForDeck } from './deck.ts'
import { type OpenSite, openSite, siteFolder } from './site.ts'

let site: OpenSite

beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

const ROUTE = 'deck/sponsor-5/'

async function open(hash = '', options?: BrowserContextOptions): Promise<Page> {
  const page = await site.open(`${ROUTE}${hash}`, options)
  onTestFinished(() => site.putBack(page))
  return page
}

async function openDeck(hash = ''): Promise<Page> {
  const page = await open(hash)
  await waitForDeck(page)
  return page
}

const isAt = (deck: Page, id: string) =>
  deck.waitForFunction(([selector, wanted]) => document.querySelector(selector)?.id === wanted, [
    PRESENT,
    id,
  ] as const)

describe('a route', () => {
  it('has its own slides, counted, from the title to the ask, at the addresses of the deck', async () => {
    const deck = await openDeck()
    const own = (await slidesOf(deck)).map(({ hash }) => hash)
    expect(await deck.title()).toMatch(/: Five minutes with the sponsors$/)
    expect(await deck.locator(PRESENT).getAttribute('aria-label')).toMatch(/^Slide 1 of 11: /)
    await deck.keyboard.press('End')
    await isAt(deck, 'ask')
    expect(await deck.locator(`${PRESENT} .count`).textContent()).toBe('11 of 11')
    await deck.goto(`${site.url}deck/`)
    await waitForDeck(deck)
    const whole = (await slidesOf(deck)).map(({ hash }) => hash)
    expect(own).not.toContain('#/decision-3')
    expect(whole).toEqual(expect.arrayContaining(own))
  })

  it('goes to evidence at its decision, and opens it over that', async () => {
    const deck = await openDeck('#/decision-1')
    await deck.keyboard.press('e')
    await deck.locator('#card-evidence-1a:popover-open').waitFor()
    await deck.keyboard.press('Escape')
    await deck.keyboard.press('End')
    await deck.evaluate(() => {
      location.hash = '#/evidence-1a'
    })
    await isAt(deck, 'decision-1')
  })

  it('goes to its own slides by number, and opens the card of what it cuts', async () => {
    const deck = await openDeck()
    await deck.keyboard.press('g')
    await deck.keyboard.type('8')
    await deck.keyboard.press('Enter')
    await isAt(deck, 'decision-1')
    await deck.keyboard.press('g')
    await deck.keyboard.type('19')
    await deck.getByText('Nothing found').waitFor()
    await deck.locator('#goto-field').fill('3a')
    await deck.keyboard.press('Enter')
    await deck.locator('#card-evidence-3a:popover-open').waitFor()
    await deck.goto(`${site.url}deck/`)
    await deck.goto(`${site.url}${ROUTE}#/decision-4`)
    await deck.locator('#card-decision-4:popover-open').waitFor()
  })

  it('leads to the same words in the narrative, and to the whole deck', async () => {
    const deck = await openDeck('#/decision-2')
    await deck.locator(`${PRESENT} .cross-link`).click()
    await deck.waitForURL(`${site.url}#decision-2`)
    await deck.locator('#decision-2').waitFor()
    await deck.goto(`${site.url}${ROUTE}#/ask`)
    await waitForDeck(deck)
    const out = deck.locator('.leave').getByRole('link', { name: 'The whole deck' })
    await out.focus()
    await deck.keyboard.press('Enter')
    await deck.waitForURL(/\/deck\/(?:#.*)?$/)
  })

  it('can be chosen in help, with minutes and audience', async () => {
    const deck = await site.open('deck/')
    onTestFinished(() => site.putBack(deck))
    await waitForDeck(deck)
    await deck.keyboard.press('F1')
    const routes = deck.getByRole('dialog').getByRole('navigation', { name: 'Routes' })
    await routes.waitFor()
    const rows = await routes.getByRole('listitem').allTextContents()
    expect(rows.map((row) => row.replace(/\s+/g, ' ').trim())).toEqual([
      'The whole deck',
      'Five minutes with the sponsors 5 minutes. Sponsors, who decide',
      'Twenty minutes with the board 20 minutes. The programme board',
    ])
    expect(await faultsOf(deck)).toEqual([])
    await routes.getByRole('link', { name: 'Five minutes with the sponsors' }).click()
    await deck.waitForURL(`${site.url}${ROUTE}**`)
  })

  it('is a page of its own without JavaScript, with the other routes below', async () => {
    const page = await open('', { javaScriptEnabled: false })
    await page.locator('.slide#decision-2').waitFor()
    expect(await page.locator('.slide#decision-3').count()).toBe(0)
    const routes = page.getByRole('navigation', { name: 'Routes' })
    expect(await routes.locator('[aria-current]').textContent()).toBe(
      'Five minutes with the sponsors',
    )
  })
})

describe('the speaker view of a route', () => {
  it('steers its own deck and no other, and plans its own time', async () => {
    const deck = await openDeck()
    const whole = await deck.context().newPage()
    await whole.goto(`${site.url}deck/#/introduction`)
    await waitForDeck(whole)
    await deck.bringToFront()
    const [speaker] = await Promise.all([
      deck.context().waitForEvent('page'),
      deck.keyboard.press('s'),
    ])
    await speaker.getByText('Steering the deck.').waitFor()
    expect(speaker.url()).toContain(`${ROUTE}speaker/`)
    expect(await speaker.locator('[data-time="left"]').textContent()).toBe('4:10')
    await speaker.getByRole('button', { name: 'Key decisions that shaped this' }).click()
    await isAt(deck, 'chapter-key-decisions-that-shaped-this')
    await speaker.keyboard.press('ArrowRight')
    await isAt(deck, 'decision-1')
    expect(await whole.locator(PRESENT).getAttribute('id')).toBe('introduction')
    const link = speaker.locator('[data-screen="now"] .cross-link')
    expect(await link.evaluate((link: HTMLAnchorElement) => link.href)).toBe(
      `${site.url}#decision-1`,
    )
  })
})

describe('what a route is handed out as', () => {
  it.each(['sponsor-5', 'board-20'])('has a PDF of its own: %s', async (name) => {
    const pdf = await PDFDocument.load(
      await readFile(join(siteFolder, 'handouts', name, 'deck.pdf')),
      { updateMetadata: false },
    )
    expect(pdf.getTitle()).toMatch(/^Case for helping .*: (?:Five|Twenty) minutes with the \w+$/)
    const html = await readFile(join(siteFolder, 'deck', name, 'index.html'), 'utf8')
    const slides = html.matchAll(/<section id="[^"]*" class="slide /g).toArray().length
    expect(pdf.getPageCount()).toBe(slides)
  })

  it('works from disk, out of the zip, and leads on there', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'routes of a case '))
    onTestFinished(() => rm(folder, { recursive: true }))
    const zip = unzipSync(await readFile(join(siteFolder, 'offline/case.zip')))
    for (const [name, bytes] of Object.entries(zip)) {
      await mkdir(dirname(join(folder, name)), { recursive: true })
      await writeFile(join(folder, name), bytes)
    }
    const context = await site.browser.newContext({ offline: true })
    onTestFinished(() => context.close())
    const deck = await context.newPage()
    await deck.goto(`${pathToFileURL(join(folder, ROUTE, 'index.html'))}#/decision-1`)
    await isAt(deck, 'decision-1')
    const [speaker] = await Promise.all([context.waitForEvent('page'), deck.keyboard.press('s')])
    await speaker.getByText('Steering the deck.').waitFor()
    await deck.bringToFront()
    await deck.keyboard.press('F1')
    await deck.getByRole('dialog').getByRole('link', { name: 'Twenty minutes' }).click()
    await deck.waitForURL(/\/deck\/board-20\/index\.html/)
    await isAt(deck, 'title')
  })

  it('is not named in the deck as one file, which travels alone', async () => {
    const page = await readFile(join(siteFolder, 'offline/deck.html'), 'utf8')
    expect(page).not.toContain('Five minutes with the sponsors')
  })
})
