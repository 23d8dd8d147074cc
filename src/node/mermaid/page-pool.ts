/** Lends out studios: of a browser that is started for it, of one that runs, or one that stays. */
import type { Browser } from 'playwright'
import { launchBrowser, withBrowser } from '../browser/index.ts'
import { type MermaidPage, openMermaidPage } from './mermaid-page.ts'

/** Runs `work` in each of `count` studios, side by side; a lender may have fewer. */
export type Lend = (count: number, work: (studio: MermaidPage) => Promise<void>) => Promise<void>

/** Studios of a browser that is started for this and closed again. */
export const lendNew: Lend = (count, work) =>
  withBrowser((browser) => lendFrom(browser)(count, work))

/** Studios of a browser that is running. */
export function lendFrom(browser: Browser): Lend {
  return async (count, work) => {
    await Promise.all(
      Array.from({ length: count }, async () => {
        const studio = await openMermaidPage(browser)
        await work(studio).finally(studio.close)
      }),
    )
  }
}

/** One studio that stays open between drawings, and is opened anew should it be lost. */
export function keepStudio(): { readonly lend: Lend; readonly close: () => Promise<void> } {
  let browser: Browser | undefined
  let studio: MermaidPage | undefined
  const open = async (): Promise<MermaidPage> => {
    if (studio?.isOpen()) return studio
    await browser?.close()
    browser = await launchBrowser()
    studio = await openMermaidPage(browser)
    return studio
  }
  return {
    lend: async (_count, work) => work(await open()),
    close: async () => browser?.close(),
  }
}
