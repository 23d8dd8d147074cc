/** Print tabs side by side: as many as the processor keeps busy, and one where a page fills memory. */
import { stat } from 'node:fs/promises'
import type { Browser } from 'playwright'
import { type BuiltSite, fileOf } from '../browser/built-site.ts'
import { openPrintTab, type PageToPrint, type PrintTab } from './print-tab.ts'

/**
 * Does the work for every page, in turn, on the next tab that is free; results are in the order of
 * the pages. A tab is opened, and the browser started, when the work first asks for it; and anew where
 * it was lost.
 * @throws what opening or the work throws, once every tab is closed.
 */
export async function eachInPrintTab<Item extends PageToPrint, Result>(
  { start, site }: { readonly start: () => Promise<Browser>; readonly site: BuiltSite },
  items: readonly Item[],
  work: (tab: () => Promise<PrintTab>, item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = []
  const left = items.entries()
  const count = Math.min(items.length, (await hasLarge(site, items)) ? 1 : AT_ONCE)
  const workers = Array.from({ length: count }, async () => {
    let tab: PrintTab | undefined
    const open = async () => {
      if (tab?.isOpen()) return tab
      tab = await openPrintTab(await start(), site)
      return tab
    }
    try {
      for (const [index, item] of left) results[index] = await work(open, item)
    } finally {
      // One that is lost cannot be closed.
      await tab?.close().catch(() => undefined)
    }
  })
  await Promise.allSettled(workers)
  await Promise.all(workers)
  return results
}

/** Prints well on two cores: while one page is finished here, the browser has the other. */
const AT_ONCE = 2

/** Bytes of HTML. A page of 1,000 slides has twice that, and takes 0.7 GB to print. */
const LARGE = 1_000_000

/** Whether printing one of the pages takes so much memory that nothing should stand beside it. */
export async function hasLarge(site: BuiltSite, items: readonly PageToPrint[]): Promise<boolean> {
  const sizes = await Promise.all(
    // A missing page is reported when it is printed.
    items.map(({ page }) =>
      stat(fileOf(site, page)).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  )
  return Math.max(0, ...sizes) > LARGE
}
