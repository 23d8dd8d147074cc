/** The offline files, opened from disk with the network cut, by people who have nothing else. */
import { cp, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { unzipSync } from 'fflate'
import type { Browser, BrowserContextOptions, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../../src/node/browser/index.ts'
import { goTo, PRESENT, placeOf, slidesOf, waitForDeck } from './deck.ts'
import { siteFolder } from './site.ts'

/** 1 MB is 1,000,000 bytes. */
const MOST = 1_500_000

const ONE_FILES = ['narrative.html', 'deck.html'] as const

let browser: Browser
/** Holds the two files, and nothing else. */
let beside: string
/** Holds what was in the zip. */
let unpacked: string

beforeAll(async () => {
  const parent = await mkdtemp(join(tmpdir(), 'offline of a case '))
  beside = join(parent, 'two files')
  unpacked = join(parent, 'case')
  for (const file of ONE_FILES)
    await cp(join(siteFolder, 'offline', file), join(beside, file), { recursive: true })
  const zip = unzipSync(await readFile(join(siteFolder, 'offline/case.zip')))
  for (const [name, bytes] of Object.entries(zip)) {
    await mkdir(dirname(join(unpacked, name)), { recursive: true })
    await writeFile(join(unpacked, name), bytes)
  }
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await rm(dirname(beside), { recursive: true })
})

describe.each(ONE_FILES)('%s', (file) => {
  it('is small enough to send', async () => {
    expect((await stat(join(beside, file))).size).toBeLessThanOrEqual(MOST)
  })

  it('has a policy that lets it load nothing, and run only what is inside', async () => {
    const { page, close } = await open(join(beside, file))
    const policy = await page
      .locator('meta[http-equiv="content-security-policy" i]')
      .getAttribute('content')
    expect(policy).toMatch(/^default-src 'none'; script-src ('none'|'sha256-[^;]+); style-src 'sha/)
    expect(policy).not.toMatch(/unsafe-|'self'|https?:|\*/)
    await close()
  })

  it('shows its own font', async () => {
    const { page, close } = await open(join(beside, file))
    const family = await page.evaluate(async () => {
      await document.fonts.ready
      return [...document.fonts].filter(({ status }) => status === 'loaded').map((f) => f.family)
    })
    expect(family.join()).toContain('Atkinson')
    await close()
  })
})

describe('narrative.html', () => {
  it('opens evidence where it is cited, and shows diagrams, without a script', async () => {
    const { page, close } = await open(join(beside, 'narrative.html'), { javaScriptEnabled: false })
    const citation = page.locator('main button[popovertarget]').first()
    const card = page.locator(`[id="${await citation.getAttribute('popovertarget')}"]`)
    await citation.click()
    await card.waitFor()
    expect(await page.locator('main svg.drawing').count()).toBeGreaterThan(0)
    await close()
  })

  it.each(['two files/narrative.html', 'case/index.html'])('is searched: %s', async (file) => {
    const { page, close } = await open(join(dirname(beside), file))
    await page.keyboard.press('/')
    await page.locator('.goto[open]').waitFor()
    await page.keyboard.type('evidence 2a')
    await page.locator('.goto [role="option"]', { hasText: 'most big decisions' }).waitFor()
    await page.keyboard.press('Enter')
    await expect.poll(() => new URL(page.url()).hash).toBe('#evidence-2a')
    await close()
  })

  it('leads to the deck beside it, and back to the section', async () => {
    const { page, close } = await open(join(beside, 'narrative.html'))
    await page.getByRole('link', { name: 'Present', exact: true }).click()
    await waitForDeck(page)
    expect(fileURLToPath(page.url().replace(/#.*/, ''))).toBe(join(beside, 'deck.html'))
    const back = page.locator('a[href^="narrative.html"]').first()
    await page.goto(new URL((await back.getAttribute('href')) ?? '', page.url()).href)
    await page.locator('main#case').waitFor()
    await close()
  })

  it('does not offer what is not there', async () => {
    const { page, close } = await open(join(beside, 'narrative.html'))
    expect(await lostLinks(page)).toEqual([])
    expect(await page.locator('.action:visible').allTextContents()).toEqual(['Present'])
    await close()
  })
})

describe('deck.html', () => {
  it('presents: evidence by click and by key, next slide, overview', async () => {
    const { page, close } = await open(join(beside, 'deck.html'))
    await waitForDeck(page)
    await goTo(page, await firstCiting(page))
    await page.locator(`${PRESENT} button[popovertarget]`).first().click()
    expect(await page.locator('.card:popover-open').count()).toBe(1)
    await page.keyboard.press('Escape')
    await page.keyboard.press('e')
    await page.locator('.card:popover-open').waitFor()
    await page.keyboard.press('Escape')
    const before = (await placeOf(page)).slide
    await page.keyboard.press('ArrowRight')
    expect((await placeOf(page)).slide).not.toBe(before)
    await page.keyboard.press('Escape')
    await page.locator('.overview .tile-picture .headline').first().waitFor()
    await close()
  })

  it('shows every slide and its diagrams, and offers nothing that is not there', async () => {
    const { page, close } = await open(join(beside, 'deck.html'))
    await waitForDeck(page)
    for (const slide of await slidesOf(page)) await goTo(page, slide)
    expect(await page.locator('section svg.drawing').count()).toBeGreaterThan(0)
    expect(await lostLinks(page)).toEqual([])
    await close()
  })

  it('opens evidence by its address', async () => {
    const { page, close } = await open(join(beside, 'deck.html'), {}, '#/evidence-1a')
    await waitForDeck(page)
    const shown = page.locator(`${PRESENT}, .card:popover-open`)
    expect((await shown.allTextContents()).join()).toMatch(/1a/)
    await close()
  })

  it('is one long page without JavaScript', async () => {
    const { page, close } = await open(join(beside, 'deck.html'), { javaScriptEnabled: false })
    const slides = page.locator('.slides section:not(:has(> section))')
    const seen = await slides.evaluateAll((all) => all.map((slide) => slide.checkVisibility()))
    expect(seen.length).toBeGreaterThan(10)
    expect(seen).not.toContain(false)
    await close()
  })
})

describe('case.zip', () => {
  it('leads from its index to every page and file, each by name', async () => {
    const seen = new Set<string>()
    const queue = [join(unpacked, 'index.html')]
    for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
      if (seen.has(file)) continue
      seen.add(file)
      if (!file.endsWith('.html')) continue
      const { page, close } = await open(file)
      expect(await lostLinks(page), file).toEqual([])
      queue.push(...(await filesLinked(page)))
      await close()
    }
    const found = [...seen].map((file) => file.slice(unpacked.length + 1).replaceAll('\\', '/'))
    expect(found).toEqual(
      expect.arrayContaining([
        'deck/index.html',
        'trace/index.html',
        'trace/weakest/index.html',
        'trace.csv',
        'handouts/narrative.pdf',
        'handouts/deck.pdf',
      ]),
    )
  })

  it('presents the deck, which a click on the first page opens', async () => {
    const { page, close } = await open(join(unpacked, 'index.html'))
    await page.getByRole('link', { name: 'Present', exact: true }).click()
    await waitForDeck(page)
    await page.keyboard.press('ArrowRight')
    expect((await placeOf(page)).slide).toBe('1/0')
    await close()
  })

  it('filters the trace, which takes a script', async () => {
    const { page, close } = await open(join(unpacked, 'trace/index.html'))
    await page.locator('[data-filter]').waitFor()
    await close()
  })
})

/** A page from disk in a browser that is offline. */
interface Opened {
  readonly page: Page
  /** Fails where anything but files opened as pages was asked for, or something was refused. */
  readonly close: () => Promise<void>
}

async function open(file: string, options: BrowserContextOptions = {}, hash = ''): Promise<Opened> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 720 },
    reducedMotion: 'reduce',
    offline: true,
    ...options,
  })
  const faults: string[] = []
  const page = await context.newPage()
  page.on('request', (request) => {
    const isPage = request.isNavigationRequest() && request.url().startsWith('file:')
    if (!isPage && !request.url().startsWith('data:')) faults.push(request.url())
  })
  page.on('console', (message) => {
    if (/error|warning/.test(message.type())) faults.push(message.text())
  })
  page.on('pageerror', ({ message }) => faults.push(message))
  await page.goto(pathToFileURL(file).href + hash)
  return {
    page,
    close: async () => {
      await context.close()
      expect(faults, file).toEqual([])
    },
  }
}

/** Whole addresses of all links to files on disk. */
function linksOf(page: Page): Promise<readonly string[]> {
  return page.locator('a[href], area[href]').evaluateAll((links) =>
    links.flatMap((link) => {
      const url = new URL(link.getAttribute('href') ?? '', document.baseURI)
      return url.protocol === 'file:' ? [url.href] : []
    }),
  )
}

async function filesLinked(page: Page): Promise<readonly string[]> {
  const links = await linksOf(page)
  return [...new Set(links.map((link) => fileURLToPath(link.replace(/[?#].*/, ''))))]
}

/** Links to files, or places in them, that are not there. */
async function lostLinks(page: Page): Promise<readonly string[]> {
  const lost: string[] = []
  for (const link of new Set(await linksOf(page))) {
    const url = new URL(link)
    const id = decodeURIComponent(url.hash.replace(/^#\/?/, ''))
    const text = await readFile(fileURLToPath(link.replace(/[?#].*/, '')), 'utf8').catch(() => '')
    if (text === '' || (id !== '' && !text.includes(`id="${id}"`))) lost.push(link)
  }
  return lost
}

async function firstCiting(page: Page) {
  for (const slide of await slidesOf(page)) {
    await goTo(page, slide)
    if ((await page.locator(`${PRESENT} button[popovertarget]`).count()) > 0) return slide
  }
  throw new Error('Expected a slide with a citation')
}
