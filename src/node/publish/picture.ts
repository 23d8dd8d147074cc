/** The picture that stands beside a shared address: the title slide, 1200 × 630 px. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from 'playwright'
import { type BuiltSite, type OnLoad, SITE_ORIGIN, serveFrom } from '../browser/built-site.ts'
import { doJob } from '../browser/job.ts'
import { openDeck } from '../browser/open-deck.ts'
import { jobOf } from '../browser/page-job.ts'
import { partsOf } from '../browser/page-parts.ts'
import { reuseOrMake } from '../store/page.ts'

/** The page of the title slide. */
const DECK = 'deck/index.html'

/** As messengers and networks show it. */
const SIZE = { width: 1200, height: 630 }

/**
 * Hides what is only there to be clicked. The foot keeps its place, since words are set by it. The slides behind
 * would not be seen, but where something in them scrolls, all are painted in another way.
 */
const WITHOUT =
  '.slides section:not(.present) { display: none !important }' +
  '.controls, .progress, .full-slide { display: none !important }' +
  '.slide-foot, .slide-foot * { visibility: hidden !important }'

/** Draws it into a built site, unless the title slide is as it was when it was last drawn. */
export async function drawSharingPicture(
  start: () => Promise<Browser>,
  site: BuiltSite & { readonly read: { readonly store: string } },
): Promise<void> {
  const png = await reuseOrMake({
    kind: 'shared',
    site,
    page: DECK,
    partOf: titleSlideIn,
    also: SIZE,
    make: async (onLoad) =>
      doJob(await jobOf('drawing the picture of the title slide', site, DECK), async () =>
        draw(await start(), site, onLoad),
      ),
  })
  await writeFile(join(site.folder, 'share.png'), png)
}

/** What is seen of a deck: its head, and its first slide. The others stand behind, and cards are closed. */
function titleSlideIn(html: string): string {
  const end = html.indexOf('</section>')
  return end < 0 ? html : html.slice(0, end)
}

async function draw(browser: Browser, site: BuiltSite, onLoad: OnLoad): Promise<Uint8Array> {
  const context = await browser.newContext({
    viewport: SIZE,
    colorScheme: 'light',
    reducedMotion: 'reduce',
    // The page's own policy would refuse the style that hides what cannot be clicked.
    bypassCSP: true,
  })
  // Whoever draws says how long it may take.
  context.setDefaultTimeout(0)
  try {
    // Of a long deck, a part is enough.
    const [first] = await partsOf(site, DECK, true)
    await serveFrom(context, site, onLoad, (file) => (file === DECK ? first?.html : undefined))
    const tab = await context.newPage()
    await openDeck(tab, `${SITE_ORIGIN}${site.base}${DECK}`)
    return await tab.screenshot({ style: WITHOUT })
  } finally {
    // One that is lost cannot be closed.
    await context.close().catch(() => undefined)
  }
}
