/** Page numbers in a printed page: Chromium knows them only once it has printed. */
import { ParseSpeeds, PDFArray, PDFDict, PDFDocument, PDFName, PDFRef } from 'pdf-lib'
import type { Page } from 'playwright'
import { decodePercent } from '../../core/text/percent.ts'

/** A PDF as printed; opened already where its pages were looked at, since that takes long. */
export interface PrintedPdf {
  readonly bytes: Uint8Array
  readonly opened?: PDFDocument
}

/** Page numbers as printed at the foot, from 1, by the `id` of what stands there. */
type PageNumbers = ReadonlyMap<string, number>

/**
 * Prints until the page numbers in the text are right: every element with `data-page-of="id"` gets
 * the number of the page on which the element `id` stands, and a link around it with
 * `data-page-label="Back to page"` is called "Back to page 3". Something on the page must link to
 * the `id`, since Chromium names no other places. What is not on the page gets `–`.  The first
 * print is a draft that only shows where things stand, and nothing else. New numbers can move the text, and then the
 * numbers change again. So it prints once where nothing asks for a page, mostly twice, and again
 * while something moves.
 */
export async function printWithPages(
  tab: Page,
  print: (draft: boolean) => Promise<Uint8Array>,
): Promise<PrintedPdf> {
  const asks = (await tab.locator('[data-page-of]').count()) > 0
  if (!asks) return { bytes: await print(false) }
  await writePages(tab, new Map(), false)
  let pages = readPages(await openPrinted(await printBlank(tab, () => print(true))))
  for (let pass = 2; pass <= MOST_PASSES; pass += 1) {
    await writePages(tab, pages, pass > 3)
    const bytes = await print(false)
    const opened = await openPrinted(bytes)
    const moved = readPages(opened)
    if (isSame(pages, moved)) return { bytes, opened }
    pages = moved
  }
  throw new Error(`Cannot number pages: they still move after printing ${MOST_PASSES} times`)
}

/** Prints with everything in its place and nothing to be seen: to paint takes longest. */
async function printBlank(tab: Page, print: () => Promise<Uint8Array>): Promise<Uint8Array> {
  const sheet = await tab.evaluateHandle((css) => {
    const blank = new CSSStyleSheet()
    blank.replaceSync(css)
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, blank]
    return blank
  }, BLANK)
  const bytes = await print()
  await sheet.evaluate((blank) => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== blank)
  })
  await sheet.dispose()
  return bytes
}

const BLANK = '* { visibility: hidden !important }'

/** How often it prints at most. From the fourth print on, no number gets narrower, so that it ends. */
const MOST_PASSES = 8

/** Shown for a number that is not known yet; as wide as most numbers. */
const UNKNOWN = '00'

/** @param keepRoom whether a number takes at least the room of the one before it */
function writePages(tab: Page, pages: PageNumbers, keepRoom: boolean): Promise<void> {
  const unknown = pages.size === 0 ? UNKNOWN : '–'
  return tab.evaluate(
    ({ pages, unknown, keepRoom }) => {
      const numbers = new Map(pages)
      const places = [...document.querySelectorAll<HTMLElement>('[data-page-of]')]
      const widths = keepRoom ? places.map((place) => place.getBoundingClientRect().width) : []
      for (const [index, place] of places.entries()) {
        const number = String(numbers.get(place.dataset.pageOf ?? '') ?? unknown)
        const link = place.closest('a[data-page-label]')
        place.textContent = number
        link?.setAttribute('aria-label', `${link.getAttribute('data-page-label')} ${number}`)
        if (!keepRoom) continue
        place.style.display = 'inline-block'
        place.style.minInlineSize = `${widths[index]}px`
      }
    },
    { pages: [...pages], unknown, keepRoom },
  )
}

/** A PDF as it is, without rests in between for others: nobody waits for these. */
export function openPrinted(bytes: Uint8Array): Promise<PDFDocument> {
  return PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest })
}

/** Where links of a printed document lead, by name. */
function readPages(document: PDFDocument): PageNumbers {
  const numbers = new Map(document.getPages().map(({ ref }, index) => [ref, index + 1]))
  const names = document.catalog.lookupMaybe(PDFName.of('Dests'), PDFDict)
  const pages = (names?.entries() ?? []).flatMap(([name, place]): [string, number][] => {
    const found = document.context.lookup(place)
    const page = found instanceof PDFArray ? found.get(0) : undefined
    const number = page instanceof PDFRef ? numbers.get(page) : undefined
    return number === undefined ? [] : [[idIn(name.decodeText()), number]]
  })
  return new Map(pages)
}

/** The `id` in the name of a place: Chromium writes it as in an address, `%D8%AE` for `خ`. */
export function idIn(name: string): string {
  return decodePercent(name)
}

function isSame(one: PageNumbers, other: PageNumbers): boolean {
  return one.size === other.size && [...one].every(([id, page]) => other.get(id) === page)
}
