/** Lends out pages: of a browser that is started for it, of one that runs, or one that stays. */
import type { Browser } from 'playwright'
import { launchBrowser, withBrowser } from '../browser/index.ts'
import { type MermaidPage, openMermaidPage } from './mermaid-page.ts'

/** Runs `work` in each of `count` pages, side by side; there may be fewer. */
export type UsePages = (count: number, work: (page: MermaidPage) => Promise<void>) => Promise<void>

/** Pages of a browser that is started for this and closed again. */
export const usePagesOfNewBrowser: UsePages = (count, work) =>
  withBrowser((browser) => usePagesOf(browser)(count, work))

/** Pages of a browser that is running. */
export function usePagesOf(browser: Browser): UsePages {
  return async (count, work) => {
    await Promise.all(
      Array.from({ length: count }, async () => {
        const page = await openMermaidPage(browser)
        await work(page).finally(page.close)
      }),
    )
  }
}

/** One page that stays open between drawings, and is opened anew should it be lost. */
export function lastingPage(): {
  readonly usePages: UsePages
  readonly close: () => Promise<void>
} {
  let browser: Browser | undefined
  let page: MermaidPage | undefined
  const open = async (): Promise<MermaidPage> => {
    if (page?.isOpen()) return page
    await browser?.close()
    browser = await launchBrowser()
    page = await openMermaidPage(browser)
    return page
  }
  return {
    usePages: async (_count, work) => work(await open()),
    close: async () => browser?.close(),
  }
}
