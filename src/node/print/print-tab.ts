/** Prints one page of the built site to PDF, as Chromium makes it. */
import type { PDFDocument } from 'pdf-lib'
import type { Browser, Page } from 'playwright'
import type { PaperName } from '../../core/model/paper.ts'
import {
  type BuiltSite,
  fileOf,
  isFile,
  type OnLoad,
  SITE_ORIGIN,
  serveFrom,
} from '../browser/built-site.ts'
import { installFit } from '../fit/in-page/install.ts'
import type { OverBlock } from '../fit/in-page/sheet.ts'
import { findOverflows, fitPaper, type Overflow, roomOn } from './fit.ts'
import { printWithPages } from './pages.ts'
import { setPaper } from './paper.ts'
import { setRunningLines } from './running.ts'
import { splitSheets } from './sheets.ts'
import { unfoldSteps } from './step-pages.ts'

/** Which page, and on which paper. */
export interface PageToPrint {
  readonly page: string
  /** Absent for a page whose sheets are slides. */
  readonly paper?: PaperName
  /** Set where a slide that comes step by step takes a page for each step. */
  readonly unfold?: boolean
}

/** A page as printed, before its links and metadata are mended. */
export interface Printed {
  readonly document: PDFDocument
  /** The page's own title; empty where it has none. */
  readonly title: string
  /** All of its words. */
  readonly text: string
  /** What links say, by their whole address, or `#id` for an anchor of the page itself. */
  readonly linkNames: ReadonlyMap<string, string>
  /** Slides that hold too much; `[]` for a page without slides. */
  readonly overflows: readonly Overflow[]
  /** What is wider or higher than the paper; `[]` for slides. */
  readonly over: readonly OverBlock[]
}

/** Prints one page of a site at a time. Its tab is opened once: in Chrome each is a window to build. */
export interface PrintTab {
  /**
   * Opens `page` (`deck/index.html?print`) with scripts off and prints it at the paper size of its
   * own `@page` rule, or else on A4 or the paper that is named: tagged, with bookmarks from its headings.
   * @throws when the site has no such page.
   */
  readonly print: (page: PageToPrint, onLoad?: OnLoad) => Promise<Printed>
  /** False once it or its browser is lost. */
  readonly isOpen: () => boolean
  readonly close: () => Promise<void>
}

/** Opens a print tab; the caller closes it. */
export async function openPrintTab(browser: Browser, site: BuiltSite): Promise<PrintTab> {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    colorScheme: 'light',
    reducedMotion: 'reduce',
    // Paper is finer than screens: pictures come in the size for that.
    deviceScaleFactor: 2,
  })
  let listener: OnLoad | undefined
  await serveFrom(context, site, (file) => listener?.(file))
  // Whoever prints says how long it may take.
  context.setDefaultTimeout(0)
  const tab = await context.newPage()
  let isCrashed = false
  tab.once('crash', () => {
    isCrashed = true
  })
  await tab.emulateMedia({ media: 'print' })
  return {
    print: (page, onLoad) => {
      listener = onLoad
      return printPage(tab, site, page)
    },
    isOpen: () => !isCrashed && !tab.isClosed() && browser.isConnected(),
    close: () => context.close(),
  }
}

/** As slides are planned and measured. */
const CANVAS = { width: 1280, height: 720 }

async function printPage(
  tab: Page,
  site: BuiltSite,
  { page, paper, unfold }: PageToPrint,
): Promise<Printed> {
  const file = fileOf(site, page)
  if (!(await isFile(file))) throw new Error(`Cannot print ${page}: there is no ${file}`)
  await tab.goto(SITE_ORIGIN + site.base + page)
  await tab.evaluate(() => document.fonts.ready.then(() => undefined))
  await installFit(tab)
  // A slide is printed without what is said with it, whose words and links are none of the PDF.
  if (paper === undefined) await tab.locator('.notes').evaluateAll(removeAll)
  const room = paper && (await roomOn(tab, paper))
  await tab.setViewportSize(room ?? CANVAS)
  await loadImages(tab)
  const title = await tab.title()
  // Handouts with several slides show the slides of the deck, which are measured there.
  const overflows = paper === undefined ? await findOverflows(tab) : []
  const over = room ? await fitPaper(tab, room) : []
  if (unfold) await unfoldSteps(tab)
  await joinLinks(tab)
  await fillCells(tab)
  if (room) {
    await setPaper(tab, paper)
    await splitSheets(tab, room.height)
  }
  await setRunningLines(tab)
  const print = (draft: boolean) =>
    tab.pdf({
      tagged: !draft,
      outline: !draft,
      printBackground: !draft,
      format: 'A4',
      preferCSSPageSize: true,
    })
  const whole = await printWithPages(tab, print, { isNumbered: paper !== undefined })
  const linkNames = await readLinkNames(tab)
  const text = await tab.evaluate(wordsOfPage)
  return { document: whole, title, text, linkNames, overflows, over }
}

/**
 * A space in each cell that shows nothing: Chromium tags no empty ones, and the cells after them would move
 * up. In a font that is read for one page it paints no space alone.
 */
function fillCells(tab: Page): Promise<void> {
  return tab.evaluate(() => {
    for (const cell of document.querySelectorAll('th, td')) {
      if (cell.textContent.trim() !== '' || cell.querySelector('img, svg, math, input')) continue
      const space = document.createElement('span')
      space.style.font = '8px/0 serif'
      space.textContent = '\u00a0'
      cell.append(space)
    }
  })
}

function removeAll(elements: readonly Element[]): void {
  for (const element of elements) element.remove()
}

/** Pixels a px on paper: 300 dpi. */
const FINEST = 300 / 96

/**
 * Loads all images: a browser loads those further down only when somebody scrolls to them. Each comes in
 * the largest size that is no finer than paper is, where that is not coarse, and else in the next one.
 */
function loadImages(tab: Page): Promise<void> {
  return tab.evaluate(async (finest) => {
    const images = [...document.images]
    const fitting = images.map((image) => {
      const sources = [...image.srcset.matchAll(/(\S+)\s+(\d+)w/g)]
      const sizes = sources.map(([, src = '', width]) => ({ src, width: Number(width) }))
      const box = image.getBoundingClientRect()
      const [wide, high] = ['width', 'height'].map((side) => Number(image.getAttribute(side)))
      // A box may be wider than what is painted in it.
      const width = wide && high ? Math.min(box.width, (box.height * wide) / high) : box.width
      const fine = sizes.findLast((size) => size.width <= width * finest)
      const isCoarse = (fine?.width ?? 0) < (width * finest) / 2
      return (
        (isCoarse && sizes.find((size) => size.width >= width * finest)) || fine || sizes.at(-1)
      )
    })
    for (const [index, image] of images.entries()) {
      const { src } = fitting[index] ?? {}
      image.loading = 'eager'
      image.removeAttribute('srcset')
      if (src !== undefined) image.src = src
    }
    // One that is missing leaves its alternative text, as it does on screen.
    await Promise.allSettled(images.map((image) => image.decode()))
  }, FINEST)
}

/**
 * Makes every link to an anchor of this page a plain `#two`, which stays a link on paper: also
 * `#/two`, the address that the deck's script gives to a slide, and `/prototype/index.html#two`.
 * A page that is part of another says by `base` where that is. Its other links lead there; if that
 * is not published, they are plain text.
 */
function joinLinks(tab: Page): Promise<void> {
  return tab.evaluate(() => {
    const base = document.querySelector<HTMLElement>('base')
    const isPublished = base?.dataset.published !== 'false'
    const pathOf = ({ origin, pathname }: URL) => origin + pathname.replace(/index\.html$/, '')
    const here = pathOf(new URL(document.baseURI))
    for (const link of document.querySelectorAll('a[*|href]')) {
      const attribute = link.hasAttribute('href') ? 'href' : 'xlink:href'
      const target = new URL(link.getAttribute(attribute) ?? '', document.baseURI)
      const id = decodeURIComponent(target.hash.replace(/^#\/?/, ''))
      const isHere = pathOf(target) === here && document.getElementById(id) !== null
      if (isHere) link.setAttribute(attribute, `#${encodeURIComponent(id)}`)
      else if (target.origin === location.origin && !isPublished) link.removeAttribute(attribute)
      else if (base) link.setAttribute(attribute, target.href)
    }
    base?.remove()
  })
}

/** The first name of each target, as a screen reader would say it. */
async function readLinkNames(tab: Page): Promise<ReadonlyMap<string, string>> {
  const named = await tab.evaluate(() =>
    [...document.querySelectorAll('a[*|href]')].map((link): [string, string] => {
      const address = link.getAttribute('href') ?? link.getAttribute('xlink:href') ?? ''
      const isAnchor = address.startsWith('#')
      const { href } = new URL(address, document.baseURI)
      const name = link.getAttribute('aria-label') ?? link.textContent ?? ''
      return [isAnchor ? decodeURIComponent(address) : href, name.replaceAll(/\s+/g, ' ').trim()]
    }),
  )
  return new Map(named.filter(([, name]) => name !== '').reverse())
}

/** All words in the order of the page, and those of each piece again: cells meet without a space. */
function wordsOfPage(): string {
  const pieces: string[] = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) pieces.push(walker.currentNode.nodeValue ?? '')
  return [pieces.join(''), ...pieces].join('\n')
}
