/** Page numbers that a printed page says of itself, read back with pdf.js. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFArray, PDFDict, PDFDocument, PDFName } from 'pdf-lib'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { cutInParts, type PartSizes } from '../../../src/node/browser/cut.ts'
import { launchBrowser } from '../../../src/node/browser/index.ts'
import { checkPdf } from '../../../src/node/print/check/report.ts'
import { finishPdf } from '../../../src/node/print/finish.ts'
import { printKeptParts } from '../../../src/node/print/kept-parts.ts'
import { printWithPages } from '../../../src/node/print/pages.ts'
import { joinParts } from '../../../src/node/print/parts.ts'
import { openPrintTab, type PageToPrint } from '../../../src/node/print/print-tab.ts'

let browser: Browser
let tab: Page
let folder: string

beforeAll(async () => {
  browser = await launchBrowser()
  const context = await browser.newContext({ javaScriptEnabled: false })
  tab = await context.newPage()
  folder = await mkdtemp(join(tmpdir(), 'numbered-'))
})
afterAll(async () => {
  await browser.close()
  await rm(folder, { recursive: true })
})

describe('printWithPages', () => {
  it('finds what is named in other letters', async () => {
    const { pages } = await printed(`
      <p>See <a href="#خدمة-واحدة"><span data-page-of="خدمة-واحدة"></span></a>, <a href="#100%25"><span data-page-of="100%25"></span></a>.</p>
      <h2 id="خدمة-واحدة">Second</h2><h2 id="申請">Third</h2>`)
    expect(pages[0]).toBe('See 2, –.')
  })

  it('says on which page something stands, in text and in the name of a link', async () => {
    const { pages, prints } = await printed(`
      <p>See <a id="from" href="#far">page <span data-page-of="far"></span></a>.</p>
      <h2>Second</h2><h2 id="far">Third</h2>
      <p>Cited on <a href="#from" data-page-label="Back to citation on page"><span data-page-of="from"></span></a>.</p>`)
    expect(pages).toEqual(['See page 3.', 'Second', 'ThirdCited on 1.'])
    expect(prints).toBe(2)
    expect(await tab.locator('[data-page-label]').getAttribute('aria-label')).toBe(
      'Back to citation on page 1',
    )
  })

  it('prints once where nothing asks for a page', async () => {
    const { pages, prints } = await printed('<p>Words</p>')
    expect(pages).toEqual(['Words'])
    expect(prints).toBe(1)
  })

  it('prints again when the numbers themselves move what they count', async () => {
    // Narrower than what stood in for it, the number lets its target come up to its own page.
    const { pages, prints } = await printed(
      `<div style="width: 1.5ch; font: 100px monospace; overflow-wrap: anywhere">
        <a href="#near" data-page-of="near"></a></div>
      <div id="near" style="break-inside: avoid; block-size: calc(297mm - 40mm - 180px)">Near</div>`,
    )
    expect(pages).toEqual(['1Near'])
    expect(prints).toBe(3)
  })

  it('says that what is not on the page has none', async () => {
    const { pages } = await printed(
      '<p>Page <span data-page-of="gone"></span>, <a href="#here">page</a> <span id="here" data-page-of="here"></span></p>',
    )
    expect(pages).toEqual(['Page –, page 1'])
  })
})

describe('a long page', () => {
  const words = (number: number) => `
    <h2 id="s${number}">Part ${number}</h2><div><h3>More on ${number}</h3></div><p>After <a href="#s${number - 1}">the last</a>, see
    <a href="#s5">page <span data-page-of="s5"></span></a>.</p>
    <table><thead><tr><th>Who</th><th>What</th></tr></thead><tr><td>All</td><td>${number}</td></tr></table>`
  const page = `<!doctype html><html lang="en"><head><title>Long</title><style>
    @page { size: A4; margin: 20mm; @bottom-right { content: counter(page) " of " var(--pages, counter(pages)) } }
    body { margin: 0; font-size: 16px } h2 { break-before: page }
  </style></head><body><main><h1 id="s0">All</h1><p>Of it</p>${[1, 2, 3, 4, 5, 6].map(words).join('')}</main>
  <div hidden><p data-margin="top-left">The case</p></div></body></html>`

  /** Prints it whole, or in parts of which those that were printed before are taken again. */
  async function print(html: string, most?: PartSizes, how: Partial<PageToPrint> = PAPER) {
    const site = { folder, base: '/', read: { store: join(folder, 'kept') } }
    await writeFile(join(folder, 'index.html'), html)
    const parts = most ? cutInParts(html, most) : []
    const opened = await openPrintTab(browser, site)
    const printPart = vi.fn(opened.printPart)
    const order = { page: { page: 'index.html', ...how }, parts } as const
    const printed =
      parts.length === 0
        ? await opened.print(order.page)
        : await joinParts(
            await printKeptParts(site, { ...order, tab: async () => ({ ...opened, printPart }) }),
          )
    await opened.close()
    const { bytes } = finishPdf(printed, '/', { title: 'Long', language: 'en' })
    const printedParts = printPart.mock.calls.map(([{ part, numbers }]) => [
      parts.findIndex(({ name }) => name === part.name) + 1,
      numbers === undefined ? 'draft' : 'print',
    ])
    return { parts, printedParts, bytes, read: await readAll(bytes), faults: await faultsIn(bytes) }
  }

  it('is printed in parts that are as one: pages, links, bookmarks, tags', async () => {
    const whole = await print(page)
    const inParts = await print(page, SMALL)
    expect(inParts.parts.length).toBeGreaterThan(2)
    expect(inParts.read).toEqual(whole.read)
    expect(inParts.read.pages.map(({ words }) => words).join()).toContain('7 of 7')
    expect(inParts.faults).toEqual([])
  })

  it.each(['true', 'false'])(
    'says what it says whole of where a base leads: published %s',
    async (published) => {
      const base = `<base href="https://example.org/case/" data-published="${published}">`
      const away =
        '<p>See <a href="more/#why">more</a> and <a href="https://example.com/">another</a>.</p>'
      const based = page
        .replace('<title>', `${base}<title>`)
        .replaceAll('<table>', `${away}<table>`)
      const whole = await print(based)
      const inParts = await print(based, SMALL)
      expect(inParts.parts.length).toBeGreaterThan(2)
      expect(inParts.read).toEqual(whole.read)
      expect(inParts.faults).toEqual(whole.faults)
    },
  )

  it('has a page for each step of its slides, in parts as whole', async () => {
    const slide = (
      number: number,
    ) => `<section class="slide" id="s${number}" aria-label="Slide ${number}"><div
      class="canvas" id="/s${number}"><h2>Slide ${number}</h2><div class="step"><ul><li>One</li><li>Two ${number}</li></ul></div><p
      class="step">See <a href="#/s${number > 1 ? 1 : 6}">another</a></p></div></section>`
    const deck = `<!doctype html><html lang="en"><head><title>Deck</title><style>
      @page { size: 1280px 720px; margin: 0 } body { margin: 0 } .slide { break-after: page }
      .slide:last-child { break-after: auto } </style></head><body><main class="reveal"><div
      class="slides">${[1, 2, 3, 4, 5, 6].map(slide).join('')}</div></main></body></html>`
    const whole = await print(deck, undefined, { unfold: true })
    const inParts = await print(deck, SMALL, { unfold: true })
    expect(inParts.parts.length).toBeGreaterThan(2)
    // Before the last of each slide stand three with less.
    expect(whole.read.pages).toHaveLength(24)
    expect(inParts.read).toEqual(whole.read)
    expect(inParts.faults).toEqual(whole.faults)
  })

  it('leads from part to part: each link to a page that is there', async () => {
    const { bytes } = await print(page, SMALL)
    // Each section stands on a page of its own, and leads to the one before it and to the fifth.
    expect(linksIn(await PDFDocument.load(bytes))).toEqual(
      new Set(
        [1, 2, 3, 4, 5, 6].flatMap((section) => [
          `${section + 1}: s${section - 1} on ${section}`,
          `${section + 1}: s5 on 6`,
        ]),
      ),
    )
  })

  it('prints again just the part that has changed, and those that say where it stands', async () => {
    const changed = page.replace('More on 3', 'Much more on 3')
    const { parts, printedParts, bytes } = await print(changed, SMALL)
    const at = parts.findIndex(({ html }) => html.includes('Much more on 3')) + 1
    expect(printedParts).toEqual([
      [at, 'draft'],
      [at, 'print'],
    ])
    await rm(join(folder, 'kept'), { recursive: true })
    const anew = await print(changed, SMALL)
    expect(anew.printedParts).toHaveLength(2 * parts.length)
    expect(Buffer.from(anew.bytes).equals(bytes)).toBe(true)
    const longer = page.replace('More on 2', `<p style="block-size: 300mm">More</p>`)
    const moved = await print(longer, SMALL)
    // All that comes behind it has other numbers at its feet, and says another page.
    expect(moved.printedParts.filter(([, how]) => how === 'print')).toHaveLength(parts.length)
  })
})

const PAPER: Partial<PageToPrint> = { paper: 'A4' }

/** As long a page is whole, and a part of it. */
const SMALL: PartSizes = { whole: 20, part: 20 }

/** Links from page to page: `2: s5 on 6`. One that takes two lines counts once. */
function linksIn(document: PDFDocument) {
  const pages = document.getPages()
  const places = document.catalog.lookup(PDFName.of('Dests'), PDFDict)
  const links = pages.flatMap(({ node }, index) =>
    (node.Annots()?.asArray() ?? []).map((ref) => {
      const name = document.context.lookup(ref, PDFDict).get(PDFName.of('Dest'))
      const place = name instanceof PDFName ? places.lookup(name, PDFArray) : undefined
      const to = pages.findIndex((page) => page.ref === place?.get(0)) + 1
      return `${index + 1}: ${name instanceof PDFName ? name.decodeText() : ''} on ${to}`
    }),
  )
  return new Set(links)
}

/** Which rules for PDFs it breaks, and where. */
async function faultsIn(bytes: Uint8Array) {
  const folder = await mkdtemp(join(tmpdir(), 'parts-'))
  try {
    await writeFile(join(folder, 'parts.pdf'), bytes)
    const { results } = await checkPdf(join(folder, 'parts.pdf'))
    return results.flatMap(({ id, failures }) => failures.map(({ message }) => [id, message]))
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** Titles of bookmarks, each with those in it. */
interface Titled {
  readonly title: string
  readonly items: readonly Titled[]
}

function titlesOf(items: readonly Titled[] | null): readonly unknown[] {
  return (items ?? []).map(({ title, items }) => [title, titlesOf(items)])
}

/** What readers find in a PDF: on its pages, in its bookmarks, and behind its links. */
async function readAll(bytes: Uint8Array) {
  const reader = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  const pages = []
  for (let number = 1; number <= reader.numPages; number += 1) {
    const page = await reader.getPage(number)
    const { items } = await page.getTextContent()
    const links = await page.getAnnotations()
    pages.push({
      words: items.map((item) => ('str' in item ? item.str : '')).join(''),
      links: links.map(({ dest, rect }) => [dest, rect]),
      // But for the numbers of objects.
      tags: JSON.stringify(await page.getStructTree()).replaceAll(/(?:p|internal_id_)\d+R/g, ''),
    })
  }
  const places = Object.entries(await reader.getDestinations()).map(async ([id, place]) => {
    const [page, ...rest] = place ?? []
    return [id, await reader.getPageIndex(page), rest]
  })
  return {
    pages,
    outline: titlesOf(await reader.getOutline()),
    places: (await Promise.all(places)).toSorted(),
  }
}

/** The text of each page, and how often it was printed. */
async function printed(body: string) {
  await tab.setContent(`<!doctype html><html lang="en"><style>
    @page { size: A4; margin: 20mm } body, div, p, h2 { margin: 0 } h2 { break-before: page }
  </style><body>${body}</body></html>`)
  let prints = 0
  const document = await printWithPages(tab, () => {
    prints += 1
    return tab.pdf({ preferCSSPageSize: true, tagged: true })
  })
  const bytes = await document.save()
  const reader = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  const pages: string[] = []
  for (let number = 1; number <= reader.numPages; number += 1) {
    const { items } = await (await reader.getPage(number)).getTextContent()
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(''))
  }
  return { pages, prints }
}
