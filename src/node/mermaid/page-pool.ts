/** Lends out pages: of a browser that is started for it, of one that runs, or one that stays. */
import type { Browser } from 'playwright'
import type { ThemeName } from '../../core/model/themes.ts'
import { browserOnDemand, withBrowserOnDemand } from '../browser/index.ts'
import { readTheme } from '../theme/index.ts'
import { type MermaidPage, mermaidPage } from './mermaid-page.ts'

/** Runs `work` in each of `count` pages of a theme, side by side; there may be fewer. */
export type UsePages = (
  asked: { readonly count: number; readonly theme: ThemeName },
  work: (page: MermaidPage) => Promise<void>,
) => Promise<void>

/** Pages of a browser that is started for this and closed again. */
export const usePagesOfNewBrowser: UsePages = (asked, work) =>
  withBrowserOnDemand((start) => usePagesOf(start)(asked, work))

/** Pages of a browser that is running, or starts when the first is asked for. */
export function usePagesOf(start: () => Promise<Browser>): UsePages {
  return async ({ count, theme }, work) => {
    const pages = Array.from({ length: count }, () => mermaidPage(start, theme))
    const working = pages.map((page) => work(page).finally(page.close))
    await Promise.allSettled(working)
    await Promise.all(working)
  }
}

/** One page that stays open between drawings, for as long as they are in the same font. */
export function persistentPage(): {
  readonly usePages: UsePages
  readonly close: () => Promise<void>
  readonly start: () => Promise<Browser>
} {
  const { start, close } = browserOnDemand()
  let open: { readonly mark: string; readonly page: MermaidPage } | undefined
  const usePages: UsePages = async ({ theme }, work) => {
    const { mark } = readTheme(theme)
    if (open?.mark !== mark) {
      await open?.page.close()
      open = { mark, page: mermaidPage(start, theme) }
    }
    await work(open.page)
  }
  return { usePages, close, start }
}
