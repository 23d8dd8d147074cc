/** Prints one page of the built site to PDF, as Chromium makes it. */
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
import type { PagePart } from '../browser/cut.ts'
import { installFit } from '../fit/in-page/install.ts'
import { markPrinted } from './finish.ts'
import { findOverflows, fitPaper, roomOn } from './fit.ts'
import { printBlank, printWithPages } from './pages.ts'
import { setPaper } from './paper.ts'
import { type PartNumbers, settlePart } from './part-numbers.ts'
import { fillCells, joinLinks, loadImages, readLinkNames, readWords } from './prepare.ts'
import type { Printed, PrintedPart } from './printed.ts'
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

/** A part of a long page to print: as a draft, unless its numbers are known. */
interface PartToPrint extends PageToPrint {
  readonly part: PagePart
  readonly isFirst: boolean
  readonly numbers?: PartNumbers | undefined
}

/** Prints one page of a site at a time. Its tab is opened once: in Chrome each is a window to build. */
export interface PrintTab {
  /**
   * Opens `page` (`deck/index.html?print`) with scripts off and prints it at the paper size of its
   * own `@page` rule, or else on A4 or the paper that is named: tagged, with bookmarks from its headings.
   * @throws when the site has no such page.
   */
  readonly print: (page: PageToPrint, onLoad?: OnLoad) => Promise<Printed>
  /** The same for a part of a page. */
  readonly printPart: (part: PartToPrint, onLoad?: OnLoad) => Promise<PrintedPart>
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
  let given: PageInPlace | undefined
  await serveFrom(
    context,
    site,
    (file) => listener?.(file),
    (file) => (given && fileOf(site, given.page) === fileOf(site, file) ? given.html : undefined),
  )
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
      given = undefined
      return printPage(tab, site, page)
    },
    printPart: (part, onLoad) => {
      listener = onLoad
      given = { page: part.page, html: part.part.html }
      return printPart(tab, site, part)
    },
    isOpen: () => !isCrashed && !tab.isClosed() && browser.isConnected(),
    close: () => context.close(),
  }
}

/** What is opened in place of a page. */
interface PageInPlace {
  readonly page: string
  readonly html: string
}

/** As slides are planned and measured. */
const CANVAS = { width: 1280, height: 720 }

async function printPage(tab: Page, site: BuiltSite, page: PageToPrint): Promise<Printed> {
  const file = fileOf(site, page.page)
  if (!(await isFile(file))) throw new Error(`Cannot print ${page.page}: there is no ${file}`)
  const found = await open(tab, site, page)
  await setRunningLines(tab)
  const document = await printWithPages(tab, (draft) => pdfOf(tab, draft))
  return { document, ...found, ...(await saidIn(tab)) }
}

async function printPart(
  tab: Page,
  site: BuiltSite,
  { part, isFirst, numbers, ...page }: PartToPrint,
): Promise<PrintedPart> {
  const { elsewhere, targets } = part
  const found = await open(tab, site, page, elsewhere)
  await setRunningLines(tab, isFirst)
  await settlePart(tab, { targets, numbers })
  const print = () => pdfOf(tab, numbers === undefined)
  if (!numbers) return { bytes: await printBlank(tab, print), ...found, linkNames: new Map() }
  const bytes = await print()
  const { text, linkNames } = await saidIn(tab)
  return { bytes: await markPrinted(bytes, text), ...found, linkNames }
}

/** Opens a page, and lays it out for paper. */
async function open(
  tab: Page,
  site: BuiltSite,
  { page, paper, unfold }: PageToPrint,
  elsewhere?: readonly string[],
): Promise<Pick<Printed, 'title' | 'overflows' | 'over'>> {
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
  await joinLinks(tab, elsewhere)
  await fillCells(tab)
  if (room) {
    await setPaper(tab, paper)
    await splitSheets(tab, room.height)
  }
  return { title, overflows, over }
}

function removeAll(elements: readonly Element[]): void {
  for (const element of elements) element.remove()
}

/** A draft shows only where things stand. */
function pdfOf(tab: Page, draft: boolean): Promise<Uint8Array> {
  return tab.pdf({
    tagged: !draft,
    outline: !draft,
    printBackground: !draft,
    format: 'A4',
    preferCSSPageSize: true,
  })
}

async function saidIn(
  tab: Page,
): Promise<{ readonly linkNames: Printed['linkNames']; readonly text: string }> {
  const linkNames = await readLinkNames(tab)
  return { linkNames, text: await readWords(tab) }
}
