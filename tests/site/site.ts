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
   * Lets whoever opens a page with the same options have this one: in Chromium a new one is a window to
   * build. Storage, media, size and pointer are as they were; what else a test has set stays, so close
   * the context of a page that was routed, scripted or listened to.
   */
  putBack(page: Page): Promise<void>
  close(): Promise<void>
}

/** Serves the built site. The size of a page is 1280 × 720 px by default. */
export async function openSite(folder = siteFolder, base = '/'): Promise<OpenSite> {
  const served = await serve(folder, { base, port: 0 })
  const browser = await sharedBrowser()
  const opened = new Map<Page, BrowserContextOptions>()
  const free: Page[] = []

  async function newPage(options: BrowserContextOptions): Promise<Page> {
    const context = await browser.newContext(options)
    context.setDefaultTimeout(120_000) // It ends what hangs.
    const page = await context.newPage()
    opened.set(page, options)
    return page
  }

  return {
    url: served.url,
    browser,
    async open(path, given) {
      const options = { ...AS_USUAL, ...given }
      const known = free.findIndex((page) => isDeepStrictEqual(opened.get(page), options))
      const page = free.splice(known, known < 0 ? 0 : 1)[0] ?? (await newPage(options))
      await page.goto(served.url + path, { waitUntil: 'load' })
      await page.evaluate(() => document.fonts.ready.then(() => undefined))
      return page
    },
    async putBack(page) {
      const options = opened.get(page)
      // Windows that it has opened would hear of the next test.
      if (!options || page.context().pages().length > 1) return page.context().close()
      await page.goto(`${served.url}favicon.svg`)
      await clear(page, options)
      free.push(page)
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

/** Leaves a page as its options say. It shows little of its site, so that nothing writes meanwhile. */
async function clear(page: Page, options: BrowserContextOptions): Promise<void> {
  await page.evaluate(() => {
    localStorage.clear()
    sessionStorage.clear()
  })
  const { viewport, colorScheme = 'light', forcedColors = 'none' } = options
  const { reducedMotion = 'no-preference' } = options
  await page.emulateMedia({ media: null, colorScheme, reducedMotion, forcedColors })
  if (viewport) await page.setViewportSize(viewport)
  await page.mouse.move(-1, -1)
}

let started: Promise<Browser> | undefined

/** One for all files that this process tests: it starts for the first, and ends with the process. */
export async function sharedBrowser(): Promise<Browser> {
  started ??= launchBrowser()
  if (!(await started).isConnected()) started = launchBrowser()
  return started
}
