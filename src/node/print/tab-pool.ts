/** Print tabs side by side: as many as the processor keeps busy, and one where two pages fill memory. */
import { stat } from 'node:fs/promises'
import type { Browser } from 'playwright'
import { type BuiltSite, fileOf } from '../browser/built-site.ts'
import { partsOf } from '../browser/page-parts.ts'
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
  const [first = 0, second = 0] = (
    await Promise.all(items.map((item) => atOnce(site, item)))
  ).toSorted((a, b) => b - a)
  const count = Math.min(items.length, first + second > TOGETHER ? 1 : AT_ONCE)
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

/** Prints well on two cores: while a page or two are finished here, the browser has another. */
const AT_ONCE = 3

/** Bytes of HTML that two tabs hold at most. A page of 1,000 slides has half of that, and takes 0.6 GB to print. */
const TOGETHER = 5_000_000

/** Bytes of HTML beside whose print nothing is measured: a slide that lists 1,000 decisions has half of that. */
const ALONE = 2_000_000

/** Bytes of HTML of a page that may be printed in parts. */
const LARGE = 1_000_000

/** Whether printing one of the pages takes so much memory that nothing should be measured beside it. */
export async function fillsMemory(
  site: BuiltSite,
  items: readonly PageToPrint[],
): Promise<boolean> {
  const held = await Promise.all(items.map((item) => atOnce(site, item)))
  return Math.max(0, ...held) > ALONE
}

/** Bytes of HTML that a tab holds at once: of a page that is printed in parts, those of its largest. */
async function atOnce(site: BuiltSite, item: PageToPrint): Promise<number> {
  const [size = 0] = await sizesOf(site, [item])
  const parts = size > LARGE ? await partsOf(site, item.page, item.paper === undefined) : []
  return parts.length === 0 ? size : Math.max(...parts.map(({ html }) => html.length))
}

/** Bytes of HTML of each. */
function sizesOf(site: BuiltSite, items: readonly PageToPrint[]): Promise<readonly number[]> {
  const sizes = items.map(({ page }) =>
    stat(fileOf(site, page)).then(
      ({ size }) => size,
      // A missing page is reported when it is printed.
      () => 0,
    ),
  )
  return Promise.all(sizes)
}
