/** Page numbers that a printed page says of itself, read back with pdf.js. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../../../src/node/browser/index.ts'
import { printWithPages } from '../../../src/node/print/pages.ts'

let browser: Browser
let tab: Page

beforeAll(async () => {
  browser = await launchBrowser()
  const context = await browser.newContext({ javaScriptEnabled: false })
  tab = await context.newPage()
})
afterAll(() => browser.close())

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

/** The text of each page, and how often it was printed. */
async function printed(body: string) {
  await tab.setContent(`<!doctype html><html lang="en"><style>
    @page { size: A4; margin: 20mm } body, div, p, h2 { margin: 0 } h2 { break-before: page }
  </style><body>${body}</body></html>`)
  let prints = 0
  const { bytes } = await printWithPages(tab, () => {
    prints += 1
    return tab.pdf({ preferCSSPageSize: true, tagged: true })
  })
  const reader = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  const pages: string[] = []
  for (let number = 1; number <= reader.numPages; number += 1) {
    const { items } = await (await reader.getPage(number)).getTextContent()
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(''))
  }
  return { pages, prints }
}
