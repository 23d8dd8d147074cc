/** Measures a deck of a built site in the browser: every slide and step, in every setting. */
import { glob } from 'node:fs/promises'
import type { Browser, Page } from 'playwright'
import { type BuiltSite, type OnLoad, SITE_ORIGIN, serveFrom } from '../browser/built-site.ts'
import { openDeck } from '../browser/open-deck.ts'
import { installFit } from './in-page/install.ts'
import type { Measured } from './in-page/slides.ts'
import { type FitSetting, sizeName, sizes, texts } from './settings.ts'

/** A deck, as it was measured in every setting. */
export interface MeasuredDeck {
  /** Its address in the site: `deck/`, `deck/board-20/`. */
  readonly page: string
  /** `[]` for a page that presents nothing. */
  readonly settings: readonly (FitSetting & { readonly slides: readonly Measured[] })[]
  /** Ids of slides that are too full once their text is spaced out (WCAG 1.4.12). */
  readonly fullWhenSpaced: readonly string[]
}

/** Addresses of a site's decks, in order. `[]` for a site without one. */
export async function deckPages(folder: string): Promise<readonly string[]> {
  const pages = await Array.fromAsync(glob('deck/{,*/}index.html', { cwd: folder }))
  return pages
    .map((page) => page.replaceAll('\\', '/').replace(/index\.html$/, ''))
    .filter((page) => page !== 'deck/speaker/')
    .toSorted()
}

/** Which deck, and of which site. */
interface DeckToMeasure {
  readonly site: BuiltSite
  /** Its address in the site: `deck/`. */
  readonly page: string
  /** HTML of a part of the deck, to be measured in place of the page. */
  readonly html?: string | undefined
  readonly onLoad?: OnLoad
  /** What is known of slides by their markup, once the page has loaded; all are measured where it is left out. */
  readonly known?: KnownSlides
}

/** One slide, as it was measured in every setting. */
export interface MeasuredSlide {
  /** In the order of the settings. */
  readonly settings: readonly Measured[]
  readonly isFullWhenSpaced: boolean
}

/** Looks up slides by their markup, measures those that are not known with `measure`, and gives all in order. */
export type KnownSlides = (
  markup: readonly string[],
  measure: (places: readonly number[]) => Promise<readonly MeasuredSlide[]>,
) => Promise<readonly MeasuredSlide[]>

const none: KnownSlides = (markup, measure) => measure([...markup.keys()])

/** Puts together what was measured of the parts of a deck. */
export function joinMeasured([first, ...others]: readonly MeasuredDeck[]): MeasuredDeck {
  if (!first) throw new Error('Expected a part to measure')
  return others.reduce(
    (all, part) => ({
      page: all.page,
      settings: all.settings.map((setting, index) => ({
        ...setting,
        slides: [...setting.slides, ...(part.settings[index]?.slides ?? [])],
      })),
      fullWhenSpaced: [...all.fullWhenSpaced, ...part.fullWhenSpaced],
    }),
    first,
  )
}

/** Measures one deck, or a part of one. */
export async function measureDeck(
  browser: Browser,
  { site, page, html, onLoad, known = none }: DeckToMeasure,
): Promise<MeasuredDeck> {
  const context = await browser.newContext({
    viewport: sizes[0],
    colorScheme: 'light',
    reducedMotion: 'reduce',
  })
  // Whoever measures says how long it may take.
  context.setDefaultTimeout(0)
  try {
    const file = `${page}index.html`
    await serveFrom(context, site, onLoad, (asked) => (asked === file ? html : undefined))
    const tab = await context.newPage()
    if (await openDeck(tab, `${SITE_ORIGIN + site.base + file}?whole`))
      return { page, ...(await measureAll(tab, known)) }
    return { page, settings: [], fullWhenSpaced: [] }
  } finally {
    // One that is lost cannot be closed.
    await context.close().catch(() => undefined)
  }
}

async function measureAll(tab: Page, known: KnownSlides): Promise<Omit<MeasuredDeck, 'page'>> {
  await refuseLostFonts(tab)
  await installFit(tab)
  const markup = await tab.evaluate(() => {
    fit.blankCounts()
    return fit.markupOfSlides()
  })
  const all = await known(markup, (places) => measureSome(tab, places))
  return {
    settings: settings().map(({ size, text }, index) => ({
      size: sizeName(size),
      text,
      slides: all.flatMap((slide) => slide.settings[index] ?? []),
    })),
    fullWhenSpaced: all.flatMap(({ isFullWhenSpaced, settings: [usual] }) =>
      isFullWhenSpaced && usual ? [usual.id] : [],
    ),
  }
}

/** @throws where the browser took another font in place of one that it could not read. */
async function refuseLostFonts(tab: Page): Promise<void> {
  const lost = await tab.evaluate(() =>
    [...document.fonts].flatMap(({ status, family }) => (status === 'error' ? [family] : [])),
  )
  if (lost.length > 0)
    throw new Error(
      `The browser cannot read the font ${lost[0]}, and would show another. Name another copy of it in theme.yaml, or another font`,
    )
}

/** Every size with every size of text, in order. */
function settings() {
  return sizes.flatMap((size) => texts.map((text) => ({ size, text })))
}

async function measureSome(
  tab: Page,
  places: readonly number[],
): Promise<readonly MeasuredSlide[]> {
  await tab.evaluate(() => fit.layOutAll())
  const full = await tab.evaluate((some) => fit.fullWhenSpaced(some), places)
  const measured: (readonly Measured[])[] = []
  for (const { size, text } of settings()) {
    await tab.setViewportSize(size)
    measured.push(await measureAt(tab, { places, text, withWords: size === sizes[0] }))
  }
  return places.map((_, index) => ({
    settings: measured.flatMap((slides) => slides[index] ?? []),
    isFullWhenSpaced: full[index] === true,
  }))
}

/** Words are the same in all sizes: the canvas is only scaled. */
function measureAt(tab: Page, how: MeasureHow): Promise<readonly Measured[]> {
  return tab.evaluate(
    ({ places, text, withWords }) => fit.measureAtSize(text, withWords, places),
    how,
  )
}

interface MeasureHow {
  readonly places: readonly number[]
  readonly text: number
  readonly withWords: boolean
}
