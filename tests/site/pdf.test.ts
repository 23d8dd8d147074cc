/** The real handouts, read back. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PDFDict, PDFDocument, PDFName } from 'pdf-lib'
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { slidesOf, waitForDeck } from './deck.ts'
import { type OpenSite, openSite, siteFolder } from './site.ts'
import { squeeze, wordsOfPdf } from './words.ts'

let site: OpenSite

beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

const HANDOUTS = [
  'narrative',
  'deck',
  'notes',
  'leave-behind',
  'sponsor-5/notes',
  'sponsor-5/narrative',
]

describe.each(HANDOUTS.map((name) => `handouts/${name}.pdf`))('%s', (file) => {
  let document: PDFDocument
  let reader: PDFDocumentProxy
  let bytes: Buffer

  beforeAll(async () => {
    bytes = await readFile(join(siteFolder, file))
    document = await PDFDocument.load(bytes, { updateMetadata: false })
    reader = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  })

  it('is tagged, and says its title and language', async () => {
    const { catalog } = document
    expect(catalog.lookup(PDFName.of('MarkInfo'), PDFDict).toString()).toContain('/Marked true')
    expect(catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict).has(PDFName.of('K'))).toBe(true)
    expect(catalog.toString()).toContain('/DisplayDocTitle true')
    const settings = (await site.open('')).locator('html')
    const { info, metadata } = await reader.getMetadata()
    expect(info).toMatchObject({ Language: await settings.getAttribute('lang') })
    expect(document.getTitle()).toMatch(/\w{3}/)
    expect(metadata.get('dc:title')).toBe(document.getTitle())
  })

  it('has nested bookmarks that lead somewhere', async () => {
    const outline = await reader.getOutline()
    expect(outline.length).toBeGreaterThan(0)
    const all = outline.flatMap(function flat(entry): typeof outline {
      return [entry, ...entry.items.flatMap(flat)]
    })
    expect(all.length).toBeGreaterThan(5)
    for (const { title, dest } of all) {
      expect(title.trim()).not.toBe('')
      expect(await pageOf(reader, dest), title).toBeGreaterThanOrEqual(0)
    }
  })

  it('has links whose targets exist, each with a description', async () => {
    const targets: unknown[] = []
    for (let number = 1; number <= reader.numPages; number += 1) {
      for (const link of await (await reader.getPage(number)).getAnnotations()) {
        if (link.subtype !== 'Link') continue
        expect(link.contentsObj.str.trim(), `link on page ${number}`).not.toBe('')
        if (link.dest) targets.push(link.dest)
      }
    }
    expect(targets.length).toBeGreaterThan(0)
    for (const target of new Set(targets)) {
      expect(await pageOf(reader, target), String(target)).toBeGreaterThanOrEqual(0)
    }
  })

  it('gives every figure an alternative', () => {
    const figures = document.context
      .enumerateIndirectObjects()
      .map(([, object]) => object)
      .filter((object) => object instanceof PDFDict)
      .filter((object) => object.get(PDFName.of('S')) === PDFName.of('Figure'))
    for (const figure of figures) expect(figure.has(PDFName.of('Alt')), `${figure}`).toBe(true)
  })

  it('has headings that skip no level', () => {
    const levels = document.context
      .enumerateIndirectObjects()
      .map(([, object]) => (object instanceof PDFDict ? String(object.get(PDFName.of('S'))) : ''))
      .flatMap((role) => (/^\/H\d$/.test(role) ? [Number(role.slice(2))] : []))
    expect(levels[0]).toBe(1)
    for (const [index, level] of levels.entries()) {
      expect(level - (levels[index - 1] ?? 0), `heading ${index + 1}`).toBeLessThanOrEqual(1)
    }
  })

  it('has no empty page, and no address of the machine that made it', async () => {
    for (let number = 1; number <= reader.numPages; number += 1) {
      const { items } = await (await reader.getPage(number)).getTextContent()
      const text = items.map((item) => ('str' in item ? item.str : '')).join('')
      expect(text.trim().length, `page ${number}`).toBeGreaterThan(0)
      for (const { url = '' } of await (await reader.getPage(number)).getAnnotations()) {
        expect(url).not.toMatch(/127\.0\.0\.1|localhost|\.invalid|^file:/)
      }
    }
  })
})

it('prints one slide a page', async () => {
  const page = await site.open('deck/')
  await waitForDeck(page)
  const slides = await slidesOf(page)
  const document = await PDFDocument.load(await readFile(join(siteFolder, 'handouts/deck.pdf')))
  expect(document.getPageCount()).toBe(slides.length)
  for (const { width, height } of document.getPages().map((sheet) => sheet.getSize())) {
    expect(width / height).toBeCloseTo(16 / 9, 2)
  }
})

it.each(
  ['', 'sponsor-5/', 'board-20/'].flatMap((of) =>
    ['narrative', 'notes', 'leave-behind', 'one-page'].map((name) => `${of}${name}`),
  ),
)('prints %s on A4', async (name) => {
  const bytes = await readFile(join(siteFolder, `handouts/${name}.pdf`))
  for (const page of (await PDFDocument.load(bytes)).getPages()) {
    expect(page.getWidth()).toBeCloseTo(595, -1)
    expect(page.getHeight()).toBeCloseTo(842, -1)
  }
})

it('says apart, at the foot of a slide, where its words stand in the narrative and which slide it is', async () => {
  const data = new Uint8Array(await readFile(join(siteFolder, 'handouts/deck.pdf')))
  const reader = await getDocument({ data, verbosity: 0 }).promise
  const page = await reader.getPage(2)
  const { items } = await page.getTextContent({ includeMarkedContent: true })
  const words = new Map<string, string>()
  let open = ''
  for (const item of items) {
    if ('str' in item) words.set(open, `${words.get(open) ?? ''}${item.str}`)
    else if (item.type === 'beginMarkedContentProps') open = item.id ?? ''
  }
  const paragraphs: string[] = []
  const wordsOf = (node: object): string =>
    'id' in node
      ? (words.get(String(node.id)) ?? '')
      : 'children' in node
        ? (node.children as object[]).map(wordsOf).join('')
        : ''
  const collect = (node: object): void => {
    if ('role' in node && node.role === 'P') paragraphs.push(wordsOf(node).trim())
    else if ('children' in node) for (const child of node.children as object[]) collect(child)
  }
  collect((await page.getStructTree()) ?? {})
  expect(paragraphs).toContainEqual(expect.stringMatching(/^2 of \d+$/))
})

it('says on every page but the cover what it is, in which state, and which page it is', async () => {
  const page = await site.open('')
  const lines = await page.$$eval('[data-margin]', (all) => all.map((one) => one.textContent))
  expect(lines.length).toBeGreaterThan(0)
  const sheets = await wordsOfPdf(siteFolder, 'handouts/narrative.pdf', true)
  for (const [index, words] of sheets.entries()) {
    expect(squeeze(words)).toContain(squeeze(`${index + 1} of ${sheets.length}`))
    if (index === 0) {
      // The cover says it once, as its title.
      for (const line of lines) expect(words.indexOf(squeeze(line))).not.toBe(0)
      continue
    }
    for (const line of lines) expect(squeeze(words), `page ${index + 1}`).toContain(squeeze(line))
  }
})

it('ends on the decisions, each with the page on which it is set out', async () => {
  const data = new Uint8Array(await readFile(join(siteFolder, 'handouts/narrative.pdf')))
  const reader = await getDocument({ data, verbosity: 0 }).promise
  const page = await site.open('')
  const decisions = await page.$$eval('.decision-index li', (all) =>
    all.map((row) => ({
      key: row.querySelector<HTMLElement>('[data-page-of]')?.dataset.pageOf ?? '',
      words: row.querySelector('a')?.textContent ?? '',
    })),
  )
  expect(decisions.length).toBeGreaterThan(0)
  const sheets = await wordsOfPdf(siteFolder, 'handouts/narrative.pdf')
  // What is said about the document follows them.
  const last = sheets.slice(-2).join('')
  expect(last).toContain(squeeze('About this document'))
  for (const { key, words } of decisions) {
    const place = await pageOf(reader, key)
    expect(squeeze(last)).toContain(squeeze(`${words} ${place + 1}`))
  }
})

/** 0-based; -1 if the target is not there. */
async function pageOf(reader: PDFDocumentProxy, target: unknown): Promise<number> {
  const found = typeof target === 'string' ? await reader.getDestination(target) : target
  if (!Array.isArray(found)) return -1
  return reader.getPageIndex(found[0])
}
