/** Lends out pages: of a browser that is started for it, of one that runs, or one that stays. */
import type { Browser } from 'playwright'
import type { ThemeName } from '../../core/model/themes.ts'
import { launchBrowser, withBrowser } from '../browser/index.ts'
import { type MermaidPage, openMermaidPage } from './mermaid-page.ts'

/** Runs `work` in each of `count` pages of a theme, side by side; there may be fewer. */
export type UsePages = (
  asked: { readonly count: number; readonly theme: ThemeName },
  work: (page: MermaidPage) => Promise<void>,
) => Promise<void>

/** Pages of a browser that is started for this and closed again. */
export const usePagesOfNewBrowser: UsePages = (asked, work) =>
  withBrowser((browser) => usePagesOf(browser)(asked, work))

/** Pages of a browser that is running. */
export function usePagesOf(browser: Browser): UsePages {
  return async ({ count, theme }, work) => {
    await Promise.all(
      Array.from({ length: count }, async () => {
        const page = await openMermaidPage(browser, theme)
        await work(page).finally(page.close)
      }),
    )
  }
}

/** One page of a theme that stays open between drawings, and is opened anew should it be lost. */
export function lastingPage(theme: ThemeName): {
  readonly usePages: UsePages
  readonly close: () => Promise<void>
} {
  let browser: Browser | undefined
  let page: MermaidPage | undefined
  const open = async (): Promise<MermaidPage> => {
    if (page?.isOpen()) return page
    await browser?.close()
    browser = await launchBrowser()
    page = await openMermaidPage(browser, theme)
    return page
  }
  return {
    usePages: async (_asked, work) => work(await open()),
    close: async () => browser?.close(),
  }
}
