/** The built site, served and open in a browser, for the tests of its pages. */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright'
import { launchBrowser } from '../../src/node/browser/index.ts'
import { serve } from '../../src/node/serve/index.ts'
import { builtCase } from './built.ts'

/** The first case, built. */
export const siteFolder = await builtCase('slides')

export interface OpenSite {
  /** Ends with a slash. */
  readonly url: string
  readonly browser: Browser
  /** Opens a page of the site in a context of its own; the caller closes the context. */
  open(path: string, options?: BrowserContextOptions): Promise<Page>
  close(): Promise<void>
}

/** Serves the built site. The size of a page is 1280 × 720 px by default. */
export async function openSite(folder = siteFolder, base = '/'): Promise<OpenSite> {
  const served = await serve(folder, { base, port: 0 })
  const browser = await sharedBrowser()
  const contexts: BrowserContext[] = []
  return {
    url: served.url,
    browser,
    async open(path, options) {
      const context = await browser.newContext({
        viewport: { width: 1280, height: 720 },
        reducedMotion: 'reduce',
        ...options,
      })
      context.setDefaultTimeout(120_000) // It ends what hangs.
      contexts.push(context)
      const page = await context.newPage()
      await page.goto(served.url + path, { waitUntil: 'load' })
      await page.evaluate(() => document.fonts.ready.then(() => undefined))
      return page
    },
    async close() {
      await Promise.all(contexts.map((context) => context.close()))
      await served.close()
    },
  }
}

let started: Promise<Browser> | undefined

/** One for all files that this process tests: it starts for the first, and ends with the process. */
export async function sharedBrowser(): Promise<Browser> {
  started ??= launchBrowser()
  if (!(await started).isConnected()) started = launchBrowser()
  return started
}
