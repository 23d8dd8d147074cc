/** The reading view: all slides on one page, reached by its address, by a narrow window, and by zooming. */
import { PDFDocument } from 'pdf-lib'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Page } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { faultsOf } from './axe.ts'
import { builtCase } from './built.ts'
import { openOverview, PRESENT, slidesOf, waitForDeck } from './deck.ts'
import { sidewaysOf } from './phone.ts'
import { type OpenSite, openSite } from './site.ts'
import { squeeze } from './words.ts'

/** 1280×720 at 400 %. */
const ZOOMED = { width: 320, height: 180 } as const
const WIDE = { width: 1280, height: 720 } as const

let site: OpenSite
/** Of a decision that has evidence below it. */
let deep: OpenSite
let page: Page

beforeAll(async () => {
  site = await openSite()
  deep = await openSite(await builtCase('tests/fixtures/strong'))
})
afterAll(() => Promise.all([site.close(), deep.close()]))
afterEach(() => site.putBack(page))

const view = () =>
  page.evaluate(() =>
    ['presenting', 'reading']
      .filter((name) => document.documentElement.classList.contains(name))
      .join(),
  )
const shown = () => page.locator(PRESENT).getAttribute('id')
/** The slide at the top of the window. */
const atTop = () =>
  page.evaluate(
    () =>
      [...document.querySelectorAll('.slide')].findLast(
        (slide) => slide.getBoundingClientRect().top <= innerHeight / 3,
      )?.id,
  )
const isShown = (selector: string) => page.locator(selector).first().isVisible()

describe('the reading view', () => {
  beforeEach(async () => {
    page = await site.open('deck/?view=read')
  })

  it('shows every slide with its notes, and none that is hidden from anyone', async () => {
    expect(await view()).toBe('reading')
    const hidden = await page.evaluate(() =>
      // The names of other chapters stand in their own places.
      [...document.querySelectorAll('.slide, .slide .notes, .slide .canvas > :not(.trail)')]
        .filter(
          (part) => !part.checkVisibility({ opacityProperty: true, visibilityProperty: true }),
        )
        .map((part) => `${part.className} ${part.textContent?.trim().slice(0, 30)}`),
    )
    expect(hidden).toEqual([])
    expect(await page.locator('.notes').count()).toBeGreaterThan(3)
  })

  it('keeps lines to a measure that can be read, in type of 16 px and more', async () => {
    const faults = await page.evaluate(() =>
      [
        ...document.querySelectorAll('.canvas, .canvas :is(p, li, h1, h2, h3, .running), .notes p'),
      ].flatMap((part) => {
        const { fontSize } = getComputedStyle(part)
        const size = Number.parseFloat(fontSize)
        const isRead = part.matches('.entries li, .running, .rest p, .notes p, .close, .lead')
        const letters = isRead ? part.getBoundingClientRect().width / size : 0
        return size < 16 || letters > 45
          ? [`${fontSize} ${letters} ${part.textContent?.slice(0, 40)}`]
          : []
      }),
    )
    expect(faults).toEqual([])
  })

  it('prints on A4 without a slide cut in two, while the handout has a slide a page', async () => {
    const bytes = await page.pdf({ preferCSSPageSize: true })
    const pages = (await PDFDocument.load(bytes)).getPages()
    const sizes = new Set(
      pages.map((one) => `${Math.round(one.getWidth())}×${Math.round(one.getHeight())}`),
    )
    expect([...sizes]).toEqual(['595×842'])
    expect(pages.length).toBeLessThan((await slidesOf(page)).length)
    expect(
      await page
        .locator('.slide')
        .first()
        .evaluate((slide) => getComputedStyle(slide).breakInside),
    ).toBe('auto')
    await page.emulateMedia({ media: 'print' })
    expect(
      await page
        .locator('.slide')
        .first()
        .evaluate((slide) => getComputedStyle(slide).breakInside),
    ).toBe('avoid')
  })

  it('has help and go to, and shows no other key as working', async () => {
    await page.keyboard.press('?')
    await page.waitForSelector('.help[open]')
    expect(await page.locator('.help kbd').allTextContents()).toEqual([
      'G',
      'O',
      'X',
      'N',
      'R',
      '?',
      'F1',
    ])
    expect(await faultsOf(page)).toEqual([])
    await page.keyboard.press('Escape')
    for (const key of ['b', 'e', 'z', 'l', 'f']) await page.keyboard.press(key)
    expect(await page.locator('dialog[open], :popover-open, .zoomed').count()).toBe(0)
    await page.keyboard.press('g')
    await page.keyboard.type('decision 2')
    await page.keyboard.press('Enter')
    expect(await atTop()).toBe('decision-2')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('decision-2')
    await page.keyboard.press('g')
    await page.keyboard.type('2a')
    await page.keyboard.press('Enter')
    expect(await isShown('#card-evidence-2a')).toBe(true)
    await page.keyboard.press('Escape')
    expect(await isShown('#card-evidence-2a')).toBe(false)
  })

  it('follows links to slides, and Present starts at the slide that is read', async () => {
    await page.evaluate(() => {
      location.hash = '#/decision-1'
    })
    expect(await atTop()).toBe('decision-1')
    await page.locator('#decision-3').evaluate((slide) => slide.scrollIntoView())
    await expect.poll(atTop).toBe('decision-3')
    await page.getByRole('link', { name: 'Present' }).evaluate((link: HTMLElement) => link.click())
    await waitForDeck(page)
    expect(await view()).toBe('presenting')
    expect(await shown()).toBe('decision-3')
    expect(new URL(page.url()).search).toBe('')
    await page.goBack()
    await expect.poll(view).toBe('reading')
    expect(await atTop()).toBe('decision-3')
  })
})

describe('from slides to the page and back', () => {
  beforeEach(async () => {
    page = await site.open('deck/#/decision-2')
    await waitForDeck(page)
  })

  it('r and the link "Read as a page" go there, at the slide that is shown', async () => {
    await page.keyboard.press('r')
    expect(await view()).toBe('reading')
    await expect.poll(atTop).toBe('decision-2')
    await expect.poll(() => page.url()).toContain('?view=read#/decision-2')
    await page.keyboard.press('r')
    await expect.poll(shown).toBe('decision-2')
    await page.keyboard.press('ArrowRight')
    await page.getByRole('link', { name: 'Read as a page' }).focus()
    await page.keyboard.press('Enter')
    await expect.poll(view).toBe('reading')
    await expect.poll(atTop).not.toBe('decision-2')
  })

  it('printing the slides prints all of them as the page, and goes on presenting', async () => {
    const titles = await page.$$eval('.slide:not(.slide-deeper)', (slides) =>
      slides.map((slide) => slide.querySelector('h1, h2')?.textContent ?? ''),
    )
    const data = new Uint8Array(await page.pdf({ preferCSSPageSize: true }))
    const reader = await getDocument({ data, verbosity: 0 }).promise
    let words = ''
    for (let number = 1; number <= reader.numPages; number += 1) {
      const { items } = await (await reader.getPage(number)).getTextContent()
      words += items.map((item) => ('str' in item ? item.str : '')).join(' ')
    }
    for (const title of titles) expect(squeeze(words)).toContain(squeeze(title))
    await expect.poll(view).toBe('presenting')
    await expect.poll(shown).toBe('decision-2')
    await page.keyboard.press('ArrowRight')
    await expect.poll(shown).not.toBe('decision-2')
  })

  it('zooming to 400 % turns to the page at the slide, and back to the slide being read', async () => {
    await page.setViewportSize(ZOOMED)
    await expect.poll(view).toBe('reading')
    expect(await atTop()).toBe('decision-2')
    expect(await isShown('.view-bar .to-present')).toBe(false)
    expect((await sidewaysOf(page)).width).toBeLessThanOrEqual(320)
    await page.keyboard.press('r')
    expect(await view()).toBe('reading')
    // Nobody scrolls in the very frames in which a page finds its place in a new size.
    await page.locator('#decision-3').evaluate(async (slide) => {
      const frames = async (count: number): Promise<void> => {
        for (let left = count; left > 0; left -= 1) await new Promise(requestAnimationFrame)
      }
      await frames(6)
      slide.scrollIntoView()
      await frames(3)
    })
    await expect.poll(atTop).toBe('decision-3')
    // The deck writes its address at most once a second: a reader has long been reading.
    await page.evaluate(() => {
      const { now } = Date
      Date.now = () => now() + 60_000
    })
    await page.setViewportSize(WIDE)
    await expect.poll(view).toBe('presenting')
    await expect.poll(shown).toBe('decision-3')
    await page.keyboard.press('ArrowLeft')
    expect(await shown()).not.toBe('decision-3')
    await page.keyboard.press('e')
    await page.keyboard.press('o')
  })

  it('works again and again, from the overview and below a slide too', async () => {
    const first = page
    page = await deep.open('deck/#/decision-2')
    await site.putBack(first)
    await waitForDeck(page)
    await page.keyboard.press('ArrowDown')
    await openOverview(page)
    await page.setViewportSize(ZOOMED)
    await expect.poll(view).toBe('reading')
    expect(await atTop()).toBe('evidence-2a')
    await page.setViewportSize(WIDE)
    await expect.poll(shown).toBe('evidence-2a')
    await page.keyboard.press('ArrowUp')
    expect(await shown()).toBe('decision-2')
    expect(await page.locator('.reveal[role]').count()).toBe(0)
    const visible = await page
      .locator('.slide')
      .evaluateAll(
        (all) => all.filter((one) => one.checkVisibility({ visibilityProperty: true })).length,
      )
    expect(visible).toBeLessThan(10)
  })
})

it('turns to the page while the deck is still beginning, and presents from there', async () => {
  const context = await site.browser.newContext({ viewport: WIDE, reducedMotion: 'reduce' })
  page = await context.newPage()
  await page.addInitScript(() => {
    const turned = new MutationObserver(() => {
      if (!document.documentElement.classList.contains('presenting')) return
      turned.disconnect()
      history.replaceState(null, '', '?view=read#/decision-2')
      dispatchEvent(new PopStateEvent('popstate'))
    })
    turned.observe(document, { subtree: true, attributeFilter: ['class'] })
  })
  await page.goto(`${site.url}deck/#/decision-2`)
  await expect.poll(view).toBe('reading')
  await expect.poll(atTop).toBe('decision-2')
  await expect.poll(() => page.locator('.reveal.ready').count()).toBe(0)
  await page.locator('#decision-3').evaluate((slide) => slide.scrollIntoView())
  await expect.poll(atTop).toBe('decision-3')
  await page.getByRole('link', { name: 'Present' }).evaluate((link: HTMLElement) => link.click())
  await waitForDeck(page)
  expect(await view()).toBe('presenting')
  await expect.poll(shown).toBe('decision-3')
  await page.keyboard.press('ArrowLeft')
  await expect.poll(shown).not.toBe('decision-3')
})

describe('before the script', () => {
  const opened = async (path: string) => {
    const context = await site.browser.newContext({ viewport: WIDE })
    page = await context.newPage()
    await page.clock.install()
    const come = Promise.withResolvers<void>()
    await page.route(/\.js$/, async (route) => {
      await come.promise
      await route.continue()
    })
    await page.goto(site.url + path, { waitUntil: 'commit' })
    return come.resolve
  }
  const top = () => page.locator('.slide-title h1').evaluate((one) => one.getBoundingClientRect().y)

  it('is there where its address asks for it, and stays where it is', async () => {
    const release = await opened('deck/?view=read')
    await page.locator('.view-bar, .leave').last().waitFor({ state: 'attached' })
    expect(await isShown('.slide-chapter h2')).toBe(true)
    const before = await top()
    release()
    await page.locator('.view-bar').waitFor()
    expect(Math.abs((await top()) - before)).toBeLessThan(1)
  })

  it('takes the place of the first slide where the script does not come in time', async () => {
    const release = await opened('deck/')
    await page.locator('.slide-title h1').waitFor()
    expect(await isShown('.slide-chapter h2')).toBe(false)
    await page.clock.fastForward(10_000)
    await page.locator('.slide-chapter h2').first().waitFor()
    expect(await view()).toBe('')
    release()
    await waitForDeck(page)
    expect(await view()).toBe('presenting')
  })
})

it('never scrolls sideways on a phone, nor at 400 %', async () => {
  page = await site.open('deck/', { viewport: { width: 320, height: 640 } })
  const { width, wide } = await sidewaysOf(page)
  expect(wide).toEqual([])
  expect(width).toBeLessThanOrEqual(320)
})
