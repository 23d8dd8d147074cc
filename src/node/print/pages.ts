/** Page numbers in a printed page: Chromium knows them only once it has printed. */
import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFPageLeaf, PDFRef } from 'pdf-lib'
import type { Page } from 'playwright'
import { decodePercent } from '../../core/text/percent.ts'
import { openPrinted } from './open-printed.ts'

/** Page numbers as printed at the foot, from 1, by the `id` of what stands there. */
export type PageNumbers = ReadonlyMap<string, number>

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
): Promise<PDFDocument> {
  const asks = (await tab.locator('[data-page-of]').count()) > 0
  if (!asks) return openPrinted(await print(false))
  await writePages(tab, undefined)
  let known = readPages(await openPrinted(await printBlank(tab, () => print(true))))
  for (let pass = 2; pass <= MOST_PASSES; pass += 1) {
    await writePages(tab, known, pass > KEEPING)
    const whole = await openPrinted(await print(false))
    const moved = readPages(whole)
    if (isSame(known, moved)) return whole
    known = moved
  }
  throw stillMoving()
}

/** What is thrown where numbers never hold. */
export function stillMoving(): Error {
  return new Error(`Cannot number pages: they still move after printing ${MOST_PASSES} times`)
}

/** Prints with everything in its place and nothing to be seen: to paint takes longest. */
export async function printBlank<T>(tab: Page, print: () => Promise<T>): Promise<T> {
  const sheet = await tab.evaluateHandle((css) => {
    const blank = new CSSStyleSheet()
    blank.replaceSync(css)
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, blank]
    return blank
  }, BLANK)
  const printed = await print()
  await sheet.evaluate((blank) => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== blank)
  })
  await sheet.dispose()
  return printed
}

const BLANK = '* { visibility: hidden !important }'

/** How often it prints at most. From the fourth print on, no number gets narrower, so that it ends. */
export const MOST_PASSES = 8
export const KEEPING = 3

/** Shown for a number that is not known yet; as wide as most numbers. */
const UNKNOWN = '00'

/**
 * Writes each number in its place.
 * @param pages absent where none is known yet
 * @param keepRoom whether a number takes at least the room of the one before it
 */
export function writePages(
  tab: Page,
  pages: PageNumbers | undefined,
  keepRoom = false,
): Promise<void> {
  const unknown = pages === undefined ? UNKNOWN : '–'
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
    { pages: [...(pages ?? [])], unknown, keepRoom },
  )
}

/** Where links of a printed document lead, by name. */
export function readPages(document: PDFDocument): PageNumbers {
  const numbers = new Map<PDFRef, number>()
  // A document that is joined later must not be asked for its pages itself, since it keeps them.
  document.catalog.Pages().traverse((node, ref) => {
    if (node instanceof PDFPageLeaf) numbers.set(ref, numbers.size + 1)
  })
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

/** Whether all stands where it stood. */
export function isSame(one: PageNumbers, other: PageNumbers): boolean {
  return one.size === other.size && [...one].every(([id, page]) => other.get(id) === page)
}
