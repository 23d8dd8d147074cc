/** The built site, served and open in a browser, for the tests of its pages. */
import { isDeepStrictEqual } from 'node:util'
import type { Browser, BrowserContextOptions, Page } from 'playwright'
import { launchBrowser } from '../../src/node/browser/index.ts'
import { serve } from '../../src/node/serve/index.ts'
import { builtCase } from './built.ts'

/** The first case, built. */
export const siteFolder = await builtCase('slides')

export interface OpenSite {
  /** Ends with a slash. */
  readonly url: string
  readonly browser: Browser
  /** Opens a page of the site in a context of its own; the caller closes the context, or puts the page back. */
  open(path: string, options?: BrowserContextOptions): Promise<Page>
  /**
   * Lets whoever opens a page next have this one: a new one is a window and a process to start, and takes
   * as long as two decks. Storage, media, size and pointer are as they were, and nobody listens; what
   * else a test has set stays, so close the context of a page that was routed or scripted.
   */
  putBack(page: Page): Promise<void>
  close(): Promise<void>
}

/** Serves the built site. The size of a page is 1280 × 720 px by default. */
export async function openSite(folder = siteFolder, base = '/'): Promise<OpenSite> {
  const served = await serve(folder, { base, port: 0 })
  const browser = await sharedBrowser()
  const opened = new Map<Page, BrowserContextOptions>()
  return {
    url: served.url,
    browser,
    async open(path, given) {
      const options = { ...AS_USUAL, ...given }
      const page = await pageFor(browser, options)
      opened.set(page, options)
      await page.goto(served.url + path, { waitUntil: 'load' })
      await page.evaluate(() => document.fonts.ready.then(() => undefined))
      return page
    },
    async putBack(page) {
      const options = opened.get(page)
      opened.delete(page)
      if (!options || page.isClosed()) return page.context().close()
      // Windows that it has opened would hear of the next test.
      for (const other of page.context().pages()) if (other !== page) await other.close()
      // What a site has kept lies where it is.
      if (!page.url().startsWith(served.url)) await page.goto(`${served.url}favicon.svg`)
      await forget(page)
      free.push({ page, fixed: fixedOf(options) })
    },
    async close() {
      await Promise.all([...opened.keys()].map((page) => page.context().close()))
      await served.close()
    },
  }
}

const AS_USUAL = {
  viewport: { width: 1280, height: 720 },
  reducedMotion: 'reduce',
} satisfies BrowserContextOptions

/** Pages that nobody uses, of all sites that this process opens. */
const free: { readonly page: Page; readonly fixed: BrowserContextOptions }[] = []

/** One that is free, or else a new one. */
async function pageFor(browser: Browser, options: BrowserContextOptions): Promise<Page> {
  const fixed = fixedOf(options)
  const known = free.findIndex(
    (one) => isDeepStrictEqual(one.fixed, fixed) && one.page.context().browser() === browser,
  )
  const [found] = known < 0 ? [] : free.splice(known, 1)
  if (!found) {
    const context = await browser.newContext(options)
    context.setDefaultTimeout(120_000) // It ends what hangs.
    await context.addInitScript(clearWhatWasLeft, LEFT)
    return context.newPage()
  }
  const { page } = found
  const { viewport, colorScheme = 'light', forcedColors = 'none' } = options
  const { reducedMotion = 'no-preference', contrast = 'no-preference' } = options
  await page.emulateMedia({ media: null, colorScheme, reducedMotion, forcedColors, contrast })
  if (viewport) await page.setViewportSize(viewport)
  return page
}

/** What of options stays as it is for as long as a page is open. */
function fixedOf(options: BrowserContextOptions): BrowserContextOptions {
  const { viewport, colorScheme, reducedMotion, forcedColors, contrast, ...fixed } = options
  return { ...fixed, ...(viewport ? {} : { viewport }) }
}

/** What tests hear of a page. */
const HEARD = ['console', 'pageerror', 'request', 'requestfailed', 'response'] as const

/** The name of a window whose page was put back. */
const LEFT = 'put back'

/**
 * Leaves nothing of a test in a page. It stays empty where it is until the next one comes, at an address
 * that no other has: to load something in between takes a third as long as a deck.
 */
async function forget(page: Page): Promise<void> {
  for (const event of HEARD) page.removeAllListeners(event)
  await page.evaluate((left) => {
    document.documentElement.replaceChildren()
    localStorage.clear()
    sessionStorage.clear()
    history.replaceState(null, '', '/put-back')
    window.name = left
  }, LEFT)
  await page.mouse.move(-1, -1)
}

/** Runs in each page before anything of its own: the page that was put back may have written as it went. */
function clearWhatWasLeft(left: string): void {
  if (window.name !== left) return
  window.name = ''
  localStorage.clear()
  sessionStorage.clear()
}

let started: Promise<Browser> | undefined

/** One for all files that this process tests: it starts for the first, and ends with the process. */
export async function sharedBrowser(): Promise<Browser> {
  started ??= launchBrowser()
  if (!(await started).isConnected()) started = launchBrowser()
  return started
}
