/** Handouts printed from small pages, read back with pdf-lib and pdf.js. */
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFRawStream,
  PDFString,
} from 'pdf-lib'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Browser } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../../../src/node/browser/index.ts'
import { printHandout } from '../../../src/node/print/index.ts'
import type { PdfMetadata } from '../../../src/node/print/metadata.ts'
import { openPrintTab, type PrintTab } from '../../../src/node/print/print-tab.ts'

const METADATA: PdfMetadata = {
  title: 'A title for pages without one',
  author: 'The team & friends',
  language: 'en-GB',
  updated: new Date('2020-03-14T00:00:00Z'),
}

const PAGE = `<!doctype html><html lang="en-GB"><head><title>Case for change – Ō</title>
<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="script-src 'none'">
<style>
  @font-face { font-family: A; font-weight: 200 800; src: url(font.woff2) format('woff2') }
  @page { size: A4; margin: 20mm; @bottom-right { content: counter(page) } }
  body { font-family: A } h2 { break-before: page }
</style></head><body><main>
<h1>Case for change</h1>
<p>See <a href="#evidence-3a">3a</a>, <a href="deck/">the deck</a>, <a href="case.json">data</a>,
<a href="#gone">nothing</a>, <a href="/prototype/#figures">here</a>, <a href="/elsewhere/">beside the site</a>,
<a href="https://example.org/(a)">elsewhere</a>.</p>
<svg role="img" aria-label="Objectives lead to success factors" width="300" height="100">
  <rect width="80" height="40" fill="none" stroke="currentColor" /><text x="10" y="25">O1</text>
</svg>
<h2 id="evidence-3a">Evidence 3a</h2><p>We realised <b>that</b> it matters.</p>
<ul style="border: 1px solid"><li>First</li><li>Second <b>entry</b></li></ul>
<h3 id="figures">Figures</h3>
<table><tr><th>Year</th><th>Cost</th></tr><tr><td>2020</td><td>£75</td></tr></table>
</main></body></html>`

const DECK = `<!doctype html><html lang="en-GB"><head><title>Deck</title><style>
  @page { size: 1280px 720px; margin: 0 } body, h1, h2 { margin: 0 }
  section { block-size: 720px; break-after: page } section:last-child { break-after: auto }
</style></head><body><main><section><h1>One</h1></section><section id="two"><h2>Two</h2></section>
<section><h2>Three</h2><a href="#/two">Why?</a></section></main><script>document.body.append('script ran')</script>
</body></html>`

const NARRATIVE = { page: 'index.html', file: 'handouts/narrative.pdf' }
const SLIDES = { page: 'deck/index.html?print', file: 'handouts/deck.pdf' }

let folder: string
let browser: Browser
let tab: PrintTab

beforeAll(async () => {
  browser = await launchBrowser()
  folder = await mkdtemp(join(tmpdir(), 'handouts-'))
  await mkdir(join(folder, 'deck'))
  await writeFile(join(folder, 'index.html'), PAGE)
  await writeFile(join(folder, 'deck/index.html'), DECK)
  const font = 'atkinson-hyperlegible-next-latin-wght-normal.woff2'
  const require = createRequire(import.meta.url)
  await cp(
    require.resolve(`@fontsource-variable/atkinson-hyperlegible-next/files/${font}`),
    join(folder, 'font.woff2'),
  )
  tab = await openPrintTab(browser, site())
})

afterAll(async () => {
  await browser.close()
  await rm(folder, { recursive: true })
})

describe('printHandout', () => {
  it('writes a tagged document with language, title and bookmarks', async () => {
    const { catalog, context } = await print()
    expect(catalog.lookup(PDFName.of('MarkInfo'), PDFDict).toString()).toContain('/Marked true')
    expect(catalog.lookup(PDFName.of('Lang'), PDFString).decodeText()).toBe('en-GB')
    expect(catalog.toString()).toContain('/DisplayDocTitle true')
    const roles = structureOf(context).map((element) => element.get(PDFName.of('S'))?.toString())
    const expected = ['/Document', '/H1', '/H2', '/H3', '/P', '/L', '/LI', '/LBody', '/Link']
    for (const role of [...expected, '/Figure', '/Table', '/TR', '/TH', '/TD']) {
      expect(roles).toContain(role)
    }
    const reader = await read()
    expect(await reader.getOutline()).toMatchObject([
      {
        title: 'Case for change',
        items: [{ title: 'Evidence 3a', items: [{ title: 'Figures' }] }],
      },
    ])
  })

  it('gives a figure its alternative text', async () => {
    const { context } = await print()
    const figure = structureOf(context).find((element) => isRole(element, 'Figure'))
    expect(figure?.lookup(PDFName.of('Alt'), PDFString).decodeText()).toBe(
      'Objectives lead to success factors',
    )
  })

  it('says who made it and when, in the dictionary and in XMP', async () => {
    const document = await print()
    expect(document.getTitle()).toBe('Case for change – Ō')
    expect(document.getAuthor()).toBe('The team & friends')
    expect(document.getProducer()).toBe('Throughline')
    expect(document.getCreationDate()?.toISOString()).toBe('2020-03-14T00:00:00.000Z')
    expect(document.getModificationDate()?.toISOString()).toBe('2020-03-14T00:00:00.000Z')
    const xmp = await (await read()).getMetadata()
    expect(xmp.metadata.get('dc:title')).toBe('Case for change – Ō')
    expect(xmp.metadata.get('dc:creator')).toEqual(['The team & friends'])
    expect(xmp.metadata.get('pdf:producer')).toBe('Throughline')
    expect(xmp.metadata.get('xmp:modifydate')).toBe('2020-03-14T00:00:00Z')
  })

  it('keeps links within the page, with a target and a description', async () => {
    const reader = await print().then(read)
    const annotations = await (await reader.getPage(1)).getAnnotations()
    const links = annotations.filter(({ dest }) => dest !== undefined && dest !== null)
    expect(links).toMatchObject([
      { dest: 'evidence-3a', contentsObj: { str: '3a' } },
      { dest: 'figures', contentsObj: { str: 'here' } },
    ])
    const target = await reader.getDestination('evidence-3a')
    expect(await reader.getPageIndex(target?.[0])).toBe(1)
  })

  it('drops links to other pages of a site without an address', async () => {
    const document = await print()
    expect(await addresses(await read())).toEqual(['https://example.org/(a)'])
    for (const element of structureOf(document.context)) {
      if (isRole(element, 'Link')) expect(element.toString()).toContain('/OBJR')
    }
  })

  it.each(['https://team.example/case', 'https://team.example/case/'])(
    'turns them into whole addresses under %s',
    async (url) => {
      await print({ ...METADATA, url })
      expect(await addresses(await read())).toEqual([
        'https://team.example/case/deck/',
        'https://team.example/case/case.json',
        'https://example.org/(a)',
      ])
    },
  )

  it('never names the address under which it was printed', async () => {
    const { context } = await print()
    const bytes = await readFile(join(folder, NARRATIVE.file), 'latin1')
    const parts = [bytes, ...[...context.enumerateIndirectObjects()].map(([, o]) => plain(o))]
    for (const part of parts) {
      expect(part).not.toContain('print.invalid')
      expect(part).not.toContain('127.0.0.1')
    }
  })

  it('embeds every font with a map to Unicode, and keeps the text readable', async () => {
    const { context } = await print()
    const fonts = [...context.enumerateIndirectObjects()]
      .map(([, object]) => object)
      .filter((object) => object instanceof PDFDict)
      .filter((object) => object.get(PDFName.of('Type')) === PDFName.of('Font'))
    const used = fonts.filter((font) => !/CIDFontType/.test(font.toString()))
    expect(used.length).toBeGreaterThan(0)
    for (const font of used) {
      expect(font.has(PDFName.of('ToUnicode')), font.toString()).toBe(true)
      expect(isEmbedded(font), font.toString()).toBe(true)
    }
    expect(await textOf(2)).toContain('We realised that it matters.')
  })

  it('puts one body around all that a list entry holds, and nothing else into a list', async () => {
    const { context } = await print()
    const entries = structureOf(context).filter((element) => isRole(element, 'LI'))
    expect(entries.map((entry) => rolesIn(entry))).toEqual([
      ['/Lbl', '/LBody'],
      ['/Lbl', '/LBody'],
    ])
    const lists = structureOf(context).filter((element) => isRole(element, 'L'))
    expect(lists.map((list) => rolesIn(list))).toEqual([['/LI', '/LI']])
  })

  it('takes the drawing for the figure, not the caption below it', async () => {
    const page = `<figure aria-label="Costs"><svg role="group"><a href="#x"><text y="9">C</text></a>
      <path d="M0 0L9 9" stroke="red" /></svg><figcaption id="x">The costs</figcaption></figure>`
    const handout = { page: 'figure.html', file: 'handouts/figure.pdf' }
    await writeFile(join(folder, handout.page), page)
    const { path } = await printHandout(tab, site(), { handout, metadata: METADATA })
    const { context } = await PDFDocument.load(await readFile(path), { updateMetadata: false })
    const figures = structureOf(context).filter((element) => isRole(element, 'Figure'))
    expect(figures.map((figure) => String(figure.get(PDFName.of('Alt'))))).toEqual(['(Costs)'])
    const group = figures[0]?.lookup(PDFName.of('P'), PDFDict)
    expect(group && rolesIn(group)).toEqual(['/Figure', '/Caption'])
    expect(group?.get(PDFName.of('S'))).toBe(PDFName.of('Div'))
    expect(group?.has(PDFName.of('Alt'))).toBe(false)
  })

  it('names table headers in order, and finds them by name', async () => {
    const { catalog, context } = await print()
    const root = catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict)
    const names = root.lookup(PDFName.of('IDTree'), PDFDict).lookup(PDFName.of('Names'), PDFArray)
    const pairs = names.asArray().filter((_, index) => index % 2 === 0)
    expect(pairs.map(String)).toEqual(['(node00000001)', '(node00000002)'])
    const cells = structureOf(context).filter((element) => isRole(element, 'TD'))
    const headers = cells.map((cell) => /\/Headers \[ (\S+) \]/.exec(cell.toString())?.[1])
    expect(headers).toEqual(['(node00000001)', '(node00000002)'])
  })

  it('leaves no page empty', async () => {
    const { numPages } = await print().then(read)
    for (let page = 1; page <= numPages; page += 1) expect(await textOf(page)).toMatch(/\w/)
  })

  it('prints the same bytes every time, also beside another page', async () => {
    await print()
    const first = await readFile(join(folder, NARRATIVE.file))
    const other = await openPrintTab(browser, site())
    const beside = printHandout(other, site(), { handout: SLIDES, metadata: METADATA })
    await print()
    await beside
    await other.close()
    const second = await readFile(join(folder, NARRATIVE.file))
    expect(second.equals(first)).toBe(true)
  })

  it('prints a deck as one slide a page, without scripts', async () => {
    await printHandout(tab, site(), { handout: SLIDES, metadata: METADATA })
    const bytes = await readFile(join(folder, SLIDES.file))
    const document = await PDFDocument.load(bytes, { updateMetadata: false })
    // 1280 × 720 CSS px are 960 × 540 points.
    expect(document.getPages().map((page) => page.getSize())).toEqual(
      Array(3).fill({ width: 960, height: 540 }),
    )
    for (const [index, text] of ['One', 'Two', 'ThreeWhy?'].entries()) {
      expect(await textOf(index + 1, SLIDES.file)).toBe(text)
    }
    const [link] = await (await (await read(SLIDES.file)).getPage(3)).getAnnotations()
    expect(link).toMatchObject({ dest: 'two', contentsObj: { str: 'Why?' } })
  })

  it('takes the title of the case and A4 for a page that names neither', async () => {
    const bare = { page: 'bare.html', file: 'handouts/bare.pdf' }
    await writeFile(join(folder, bare.page), '<!doctype html><p>Bare</p>')
    await printHandout(tab, site(), { handout: bare, metadata: METADATA })
    const document = await PDFDocument.load(await readFile(join(folder, bare.file)))
    expect(document.getTitle()).toBe('A title for pages without one')
    const { width, height } = document.getPage(0).getSize()
    expect(Math.abs(width - 595) + Math.abs(height - 842)).toBeLessThan(3)
  })

  it('says which slides of a deck hold too much, and by how much', async () => {
    const slide = (id: string, height: number): string =>
      `<section class="slide" id="${id}" aria-label="Slide 1 of 2: ${id}"><div class="canvas" style="position:relative;inline-size:1280px;block-size:720px;overflow:hidden"><div style="block-size:${height}px"></div><p class="slide-foot" style="position:absolute;inset-block-end:0;margin:0;block-size:60px"></p></div></section>`
    const page = `<!doctype html><html lang="en"><title>Fit</title><style>body{margin:0}</style>${slide('full', 660)}${slide('over', 680)}${slide('far-over', 900)}</html>`
    await writeFile(join(folder, 'fit.html'), page)
    const handout = { page: 'fit.html', file: 'handouts/fit.pdf' }
    const { overflows } = await printHandout(tab, site(), { handout, metadata: METADATA })
    expect(overflows).toEqual([
      { id: 'over', title: 'over', px: 20 },
      { id: 'far-over', title: 'far-over', px: 240 },
    ])
  })

  it('refuses a page that is not there, and leaves nothing behind', async () => {
    const missing = { page: 'missing.html', file: 'nowhere/missing.pdf' }
    await expect(
      printHandout(tab, site(), { handout: missing, metadata: METADATA }),
    ).rejects.toThrow(/Cannot print missing\.html/)
    expect(await readdir(folder)).not.toContain('nowhere')
    expect((await readdir(join(folder, 'handouts'))).join()).not.toContain('half')
  })
})

function site() {
  return { folder, base: '/prototype/' }
}

async function print(metadata = METADATA): Promise<PDFDocument> {
  const { path } = await printHandout(tab, site(), { handout: NARRATIVE, metadata })
  return PDFDocument.load(await readFile(path), { updateMetadata: false })
}

async function read(file: unknown = NARRATIVE.file) {
  const name = typeof file === 'string' ? file : NARRATIVE.file
  const data = new Uint8Array(await readFile(join(folder, name)))
  return getDocument({ data, verbosity: 0 }).promise
}

async function textOf(page: number, file = NARRATIVE.file): Promise<string> {
  const content = await (await (await read(file)).getPage(page)).getTextContent()
  const texts = content.items.map((item) => ('str' in item ? item.str : ''))
  return texts.join('').trim()
}

async function addresses(reader: Awaited<ReturnType<typeof read>>): Promise<readonly string[]> {
  const annotations = await (await reader.getPage(1)).getAnnotations()
  return annotations.flatMap(({ url }) => (url ? [url] : []))
}

function structureOf(context: PDFDocument['context']): readonly PDFDict[] {
  return [...context.enumerateIndirectObjects()]
    .map(([, object]) => object)
    .filter((object) => object instanceof PDFDict)
    .filter((object) => object.get(PDFName.of('Type')) === PDFName.of('StructElem'))
}

function rolesIn(element: PDFDict): readonly string[] {
  const kids = element.lookup(PDFName.of('K'), PDFArray)
  return kids.asArray().map((_, index) => {
    const kid = kids.lookup(index)
    return kid instanceof PDFDict ? String(kid.get(PDFName.of('S'))) : String(kid)
  })
}

function isRole(element: PDFDict, role: string): boolean {
  return element.get(PDFName.of('S')) === PDFName.of(role)
}

function plain(object: unknown): string {
  if (!(object instanceof PDFRawStream)) return String(object)
  return Buffer.from(decodePDFRawStream(object).decode()).toString('latin1')
}

/** Type 3 fonts carry their own drawings; the others need a file. */
function isEmbedded(font: PDFDict): boolean {
  if (font.get(PDFName.of('Subtype')) === PDFName.of('Type3')) {
    return font.has(PDFName.of('CharProcs'))
  }
  const inner = font.lookupMaybe(PDFName.of('DescendantFonts'), PDFArray)?.lookup(0, PDFDict)
  const descriptor = (inner ?? font).lookup(PDFName.of('FontDescriptor'), PDFDict)
  return descriptor.keys().some((key) => key.asString().startsWith('/FontFile'))
}
