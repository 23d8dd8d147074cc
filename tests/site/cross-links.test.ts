/** Slides and the narrative lead to each other, and the last slide and the cover to the case itself. */
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import jsQR from 'jsqr'
import type { Locator, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { handoutsOf } from '../../src/node/print/index.ts'
import { readCase } from '../../src/node/read/read-case.ts'
import { hasErrors, reportOn } from '../../src/node/report/index.ts'
import { buildSite } from '../../src/node/site/index.ts'
import { faultsOf } from './axe.ts'
import { goTo, PRESENT, slidesOf, waitForDeck } from './deck.ts'
import { faultsOfDeck } from './fit.ts'
import { type OpenSite, openSite } from './site.ts'
import { squeeze, wordsOfPdf } from './words.ts'

const ADDRESS = 'https://case.example.org/one-way-to-renew/'
const SHORT = 'case.example.org/one-way-to-renew'
const WAYS = Array.from(
  { length: 9 },
  (_, index) => `  - label: Way ${index}\n    url: https://example.org/way/${index}\n`,
)
const SETTINGS = `title: Case for one way to renew
address: ${ADDRESS}
ask: Fund a three-month alpha with the licensing teams of eleven councils, and then decide.
feedback:
${WAYS.join('')}`

let parent: string
let plain: OpenSite
let site: OpenSite

beforeAll(async () => {
  plain = await openSite()
  parent = await mkdtemp(join(tmpdir(), 'cross-links-'))
  const [folder, out] = [join(parent, 'case'), join(parent, 'site')]
  await cp('tests/fixtures/strong', folder, { recursive: true })
  await writeFile(join(folder, 'case.yaml'), SETTINGS)
  const read = await readCase(folder)
  const print = handoutsOf(read).filter(({ file }) => /(?:narrative|deck)\.pdf$/.test(file))
  const { findings } = await buildSite({ read, out, base: '/', print })
  expect(hasErrors(reportOn(read, findings).findings)).toBe(false)
  site = await openSite(out)
})

afterAll(async () => {
  await plain?.close()
  await site?.close()
  await rm(parent, { recursive: true, force: true })
})

describe('a slide', () => {
  it('leads to its place in the narrative, by one id', async () => {
    const deck = await site.open('deck/')
    const links = await deck.$$eval('section.slide', (slides) =>
      slides.map((slide) => [
        slide.id,
        slide.querySelector('.slide-foot .cross-link')?.getAttribute('href'),
      ]),
    )
    const targets = Object.fromEntries(links)
    expect(targets).toMatchObject({
      title: '../',
      objectives: '../#objectives',
      'chapter-key-decisions': '../#key-decisions',
      'decision-1': '../#decision-1',
      'evidence-2a': '../#evidence-2a',
      'decision-2-evidence-1a': '../#evidence-1a',
      ask: '../',
    })
    const narrative = await site.open('')
    for (const [slide, href] of links) {
      const key = href?.split('#')[1]
      const found = key === undefined ? 1 : await narrative.locator(`[id="${key}"]`).count()
      expect(found, `${slide} → ${href}`).toBe(1)
    }
    await site.putBack(deck)
    await site.putBack(narrative)
  })

  it('has its link at the foot, large enough for a finger, and with a visible focus', async () => {
    const page = await site.open('deck/#/decision-1', { viewport: { width: 1024, height: 768 } })
    await waitForDeck(page)
    const link = page.locator(`${PRESENT} .slide-foot .cross-link`)
    expect((await link.boundingBox())?.height).toBeGreaterThanOrEqual(24)
    await link.focus()
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Tab')
    expect(await link.evaluate((one) => one === document.activeElement)).toBe(true)
    expect(await link.evaluate((one) => getComputedStyle(one).outlineStyle)).toBe('solid')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/#decision-1')
    await expect.poll(() => new URL(page.url()).pathname).toBe('/')
    await page.locator('main #decision-1').waitFor()
    await site.putBack(page)
  })
})

describe('a section of the narrative', () => {
  it('leads to its slide', async () => {
    const narrative = await site.open('')
    const links = await narrative.$$eval('main > .cross-link', (all) =>
      all.map((link) => [link.previousElementSibling?.id ?? '', link.getAttribute('href') ?? '']),
    )
    expect(links.length).toBeGreaterThan(5)
    const deck = await site.open('deck/')
    await waitForDeck(deck)
    for (const [key, href = ''] of links) {
      expect(href).toBe(`deck/#/${key}`)
      await deck.evaluate(
        (hash) => {
          location.hash = hash
        },
        href.replace('deck/', ''),
      )
      const leadsBack = async (): Promise<boolean> => {
        const back = await deck.locator(`${PRESENT} .slide-foot .cross-link`).getAttribute('href')
        return narrative.evaluate(
          ([key = '', told = '']) => {
            const [heading, target] = [document.getElementById(key), document.getElementById(told)]
            if (!heading || !target) return false
            return heading === target || (heading.compareDocumentPosition(target) & 4) > 0
          },
          [key ?? '', back?.replace('../#', '') ?? ''],
        )
      }
      await expect.poll(leadsBack).toBe(true)
    }
    await site.putBack(narrative)
    await site.putBack(deck)
  })

  it('has no link where no slide tells of it', async () => {
    const page = await plain.open('')
    for (const key of ['benefits', 'options', 'sprint-3']) {
      expect(await page.locator(`[id="${key}"]`).count(), key).toBe(1)
      expect(await page.locator(`[id="${key}"] + .cross-link`).count(), key).toBe(0)
    }
    expect(await page.locator('#strategic-objectives + .cross-link').count()).toBe(1)
    await plain.putBack(page)
  })

  it('shows its link to those who point at it, come by Tab or touch, and names the section', async () => {
    const page = await site.open('')
    const link = page.getByRole('link', { name: 'See “Objectives” as a slide' })
    expect(await opacityOf(link)).toBe('0')
    await page.locator('#objectives').hover()
    expect(await opacityOf(link)).toBe('1')
    const box = await link.boundingBox()
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24)
    await link.click()
    await waitForDeck(page)
    expect(await page.locator(PRESENT).getAttribute('id')).toBe('objectives')
    await site.putBack(page)
    const touched = await site.open('', {
      viewport: { width: 320, height: 720 },
      hasTouch: true,
      isMobile: true,
    })
    expect(await opacityOf(touched.locator('#objectives + .cross-link'))).toBe('1')
    expect(await touched.locator('#objectives').textContent()).toBe('Objectives')
    expect(await faultsOf(touched)).toEqual([])
    await site.putBack(touched)
  })

  it('never lies over the words of its heading', async () => {
    for (const width of [320, 800, 1280]) {
      const page = await site.open('', { viewport: { width, height: 800 } })
      const covered = await page.$$eval('main > .cross-link', (links) =>
        links.flatMap((link) => {
          const range = document.createRange()
          range.selectNodeContents(link.previousElementSibling as Element)
          const { left, top, bottom } = link.getBoundingClientRect()
          const hit = [...range.getClientRects()].some(
            (line) => line.right > left && line.bottom > top && line.top < bottom,
          )
          return hit ? [link.getAttribute('href')] : []
        }),
      )
      expect(covered, `${width} px`).toEqual([])
      await site.putBack(page)
    }
  })

  it('has no link on paper', async () => {
    const page = await site.open('', { javaScriptEnabled: false })
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('main > .cross-link').first().isVisible()).toBe(false)
    await site.putBack(page)
  })
})

describe('the code of the address', () => {
  it.each(['light', 'dark'] as const)(
    'can be read from the last slide, %s',
    async (colorScheme) => {
      const page = await site.open('deck/#/ask', { colorScheme })
      await waitForDeck(page)
      const code = page.locator(`${PRESENT} .qr-code svg`)
      expect((await code.boundingBox())?.width).toBeGreaterThanOrEqual(180)
      expect(await code.getAttribute('aria-label')).toBe(`QR code that opens ${SHORT}`)
      const link = page.locator(`${PRESENT} .qr-code a`)
      expect([await link.textContent(), await link.getAttribute('href')]).toEqual([SHORT, ADDRESS])
      expect(await readPicture(code)).toBe(ADDRESS)
      expect(await faultsOf(page)).toEqual([])
      await site.putBack(page)
    },
  )

  it('can be read from the cover on paper, and stands in words in both handouts', async () => {
    const page = await site.open('', { viewport: { width: 794, height: 1123 } })
    expect(await page.locator('.masthead .qr-code').isVisible()).toBe(false)
    await page.emulateMedia({ media: 'print' })
    expect(await readPicture(page.locator('.masthead .qr-code svg'))).toBe(ADDRESS)
    await site.putBack(page)
    const [cover, contents] = await wordsOfPdf(join(parent, 'site'), 'handouts/narrative.pdf')
    expect(cover).toContain(squeeze(SHORT))
    expect(contents).toContain('Contents')
    const slides = await wordsOfPdf(join(parent, 'site'), 'handouts/deck.pdf')
    expect(slides.at(-1)).toContain(squeeze(SHORT))
  })

  it('is not there where the case has no address', async () => {
    for (const path of ['', 'deck/']) {
      const page = await plain.open(path)
      expect(await page.locator('.qr-code').count(), path).toBe(0)
      await plain.putBack(page)
    }
  })

  it('leaves room for a long ask and many ways to answer', async () => {
    const page = await site.open('deck/')
    await waitForDeck(page)
    expect(await faultsOfDeck(page)).toEqual([])
    const slides = (await slidesOf(page)).filter(({ hash }) => hash.startsWith('#/ask'))
    const ways: string[] = []
    for (const slide of slides) {
      await goTo(page, slide)
      const code = await page.locator(`${PRESENT} .qr-code`).boundingBox()
      for (const part of await page.locator(`${PRESENT} :is(.headline, .ways a)`).all()) {
        const { x = 0, width = 0 } = (await part.boundingBox()) ?? {}
        expect(x + width).toBeLessThanOrEqual(code?.x ?? 0)
      }
      ways.push(...(await page.locator(`${PRESENT} .ways a`).allTextContents()))
    }
    expect(ways).toHaveLength(WAYS.length)
    await site.putBack(page)
  })
})

it('every link between narrative and deck of the first case leads somewhere', async () => {
  const deck = await plain.open('deck/')
  const narrative = await plain.open('')
  const ids = (page: Page) => page.$$eval('[id]', (all) => all.map(({ id }) => id))
  const [inDeck, inNarrative] = [new Set(await ids(deck)), new Set(await ids(narrative))]
  const out = await deck.$$eval('.slide-foot .cross-link[href*="#"]', (all) =>
    all.map((link) => link.getAttribute('href')?.split('#')[1] ?? ''),
  )
  const back = await narrative.$$eval('main > .cross-link', (all) =>
    all.map((link) => link.getAttribute('href')?.split('#/')[1] ?? ''),
  )
  expect(out.filter((key) => !inNarrative.has(key))).toEqual([])
  expect(back.filter((key) => !inDeck.has(key))).toEqual([])
  await plain.putBack(deck)
  await plain.putBack(narrative)
})

function opacityOf(link: Locator): Promise<string> {
  return link.evaluate((one) => getComputedStyle(one).opacity)
}

/** Reads a code from a picture of it, with what lies around. */
async function readPicture(code: Locator): Promise<string | undefined> {
  const page = code.page()
  const { x = 0, y = 0, width: side = 0 } = (await code.boundingBox()) ?? {}
  const clip = { x: x - 20, y: y - 20, width: side + 40, height: side + 40 }
  const png = await page.screenshot({ clip })
  const blank = await page.context().newPage()
  const { width, height, greys } = await blank.evaluate(
    async (url) => {
      const image = new Image()
      image.src = url
      await image.decode()
      const canvas = new OffscreenCanvas(image.width, image.height)
      const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D
      context.drawImage(image, 0, 0)
      const { data } = context.getImageData(0, 0, image.width, image.height)
      const greys = [...data.filter((_, index) => index % 4 === 0)]
      return { width: image.width, height: image.height, greys }
    },
    `data:image/png;base64,${png.toString('base64')}`,
  )
  await blank.close()
  const pixels = Uint8ClampedArray.from(greys.flatMap((grey) => [grey, grey, grey, 255]))
  return jsQR(pixels, width, height)?.data
}
