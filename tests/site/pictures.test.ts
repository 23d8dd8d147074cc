/** Every picture of a case in every output: it is there, and of its own proportions. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Page } from 'playwright'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeFormat } from '../../src/node/export/formats.ts'
import { unpack } from '../../src/node/export/office.ts'
import { clean } from '../../src/node/pictures/clean.ts'
import { readCase } from '../../src/node/read/read-case.ts'
import { testStore } from '../store.ts'
import { builtCase } from './built.ts'
import { faultsOfPdf, handoutsIn } from './pdf-faults.ts'
import { type OpenSite, openSite, sharedBrowser } from './site.ts'

const CASE = 'tests/fixtures/pictures'
const folder = await builtCase(CASE)

/** How wide for its height each picture is, by what it shows. */
const RATIOS = await ratiosOf(join(CASE, '10-pictures.mdx'))
const NAMES = [...RATIOS.keys()]

let site: OpenSite
beforeAll(async () => {
  site = await openSite(folder)
})
afterAll(() => site.close())

async function ratiosOf(file: string): Promise<ReadonlyMap<string, number>> {
  const text = await readFile(file, 'utf8')
  const written = [
    ...text.matchAll(/!\[([^\]]+)\]\(<?(files\/[^>\n]+?)>?\)(?=[\s|\]]|$)/g),
    ...text.matchAll(/alt="([^"]+)"()/g),
    ...text.matchAll(/!\[([^\]]+)\]\[()by-name\]/g),
  ]
  const ratios = written.map(async ([, alt = '', path = '']) => {
    const name = path || { 'As an element': 'files/as-element.svg', tick: 'files/sign.svg' }[alt]
    const from = join(
      CASE,
      name ?? `files/${alt.toLowerCase().replaceAll(' ', '-').replace('in-a-', 'in-')}.svg`,
    )
    const cleaned = await clean(await readFile(from), from.replace(/^.*\./, ''))
    const { width = 1, height = 1 } = await sharp(cleaned?.bytes).metadata()
    return [alt, width / height] as const
  })
  return new Map(await Promise.all(ratios))
}

interface Shown {
  readonly alt: string
  readonly width: number
  readonly height: number
  readonly right: number
}

/** The boxes of pictures as they are painted: what `object-fit` leaves empty is no part of one. */
function shownOn(page: Page): Promise<readonly Shown[]> {
  return page.evaluate(async () => {
    for (const image of document.images) image.loading = 'eager'
    await Promise.allSettled([...document.images].map((image) => image.decode()))
    return [...document.images].flatMap((image) => {
      const { width, height, left } = image.getBoundingClientRect()
      const { naturalWidth, naturalHeight, alt } = image
      if (width === 0 || !image.checkVisibility()) return []
      if (getComputedStyle(image).objectFit !== 'contain')
        return [{ alt, width, height, right: left + width }]
      const scale = Math.min(width / naturalWidth, height / naturalHeight)
      const painted = { width: naturalWidth * scale, height: naturalHeight * scale }
      return [{ alt, ...painted, right: left + painted.width }]
    })
  })
}

const VIEWS = [
  ...[320, 390, 768, 1280].flatMap((width) =>
    ['', 'deck/?view=read'].map((path) => ({
      name: `${path || 'narrative'} at ${width} px`,
      path,
      width,
      media: 'screen' as const,
    })),
  ),
  ...['', 'deck/'].map((path) => ({
    ...{ name: `${path || 'narrative'} on paper`, path, width: 1280, media: 'print' as const },
  })),
]

describe.each(VIEWS)('$name', ({ path, width, media }) => {
  let shown: readonly Shown[]
  beforeAll(async () => {
    const page = await site.open('', {
      viewport: { width, height: 720 },
      javaScriptEnabled: media === 'screen',
    })
    await page.emulateMedia({ media, reducedMotion: 'reduce' })
    await page.goto(site.url + path)
    shown = await shownOn(page)
    await site.putBack(page)
  })

  it('shows every picture', () => {
    const alts = shown.map(({ alt }) => alt)
    expect([...new Set(alts)].toSorted()).toEqual(NAMES.toSorted())
    // One that has a slide of its own stands on no other.
    expect(alts.filter((alt, index) => alts.indexOf(alt) !== index)).toEqual([])
  })

  it('keeps the proportions of each, no wider than the page and no higher than a screen', () => {
    for (const { alt, width: wide, height, right } of shown) {
      const ratio = RATIOS.get(alt) ?? 0
      expect(Math.abs(wide - height * ratio), `${alt}: ${wide} × ${height}`).toBeLessThan(
        1.5 + wide * 0.02,
      )
      expect(height, alt).toBeLessThanOrEqual(720)
      expect(right, alt).toBeLessThanOrEqual(width + 1)
    }
  })
})

it('serves a phone no more pixels than it has, and a photograph as JPEG', async () => {
  const page = await site.open('', { viewport: { width: 390, height: 800 }, deviceScaleFactor: 2 })
  await shownOn(page)
  const photo = page.getByAltText('Photograph, turned')
  const loaded = await photo.evaluate((image: HTMLImageElement) => image.currentSrc)
  const bytes = await readFile(join(folder, decodeURIComponent(new URL(loaded).pathname)))
  const { width, height, format } = await sharp(bytes).metadata()
  expect([width, height, format]).toEqual([960, 1280, 'jpeg'])
  await site.putBack(page)
})

it.each(handoutsIn(folder))(
  'has an alternative for each in %s, and keeps cells without words',
  async (name) => {
    expect(await faultsOfPdf(folder, name)).toEqual([])
  },
)

it('prints photographs upright, of their proportions, and not finer than paper is', async () => {
  const pdfs = (await readdir(folder, { recursive: true })).filter((file) => /\.pdf$/.test(file))
  expect(pdfs.length).toBeGreaterThan(4)
  for (const file of pdfs) {
    const images = await imagesIn(await readFile(join(folder, file)))
    if (!file.includes('one-page')) expect(images.length, file).toBeGreaterThan(3)
    for (const { width, height, wide, high } of images) {
      expect(
        Math.abs(wide - (high * width) / height),
        `${file}: ${width} × ${height} on ${wide} × ${high}`,
      ).toBeLessThan(1.5 + wide * 0.02)
      // The smallest that is served may be finer.
      if (width > 480) expect(width / (wide / 72), file).toBeLessThan(320)
    }
  }
})

it('makes a small bitmap no larger on a slide than twice its size', async () => {
  const page = await site.open('deck/?print', { javaScriptEnabled: false })
  await page.emulateMedia({ media: 'print' })
  const small = (await shownOn(page)).filter(({ alt }) => alt === 'Small')
  expect(small.length).toBeGreaterThan(0)
  const { width = 0 } = await sharp(join(CASE, 'files/small.png')).metadata()
  for (const one of small) expect(one.width).toBeLessThanOrEqual(2 * width + 1)
  await site.putBack(page)
})

/** Bitmaps on the pages of a PDF: their pixels, and the points that they take. */
async function imagesIn(bytes: Uint8Array) {
  const opened = await getDocument({ data: new Uint8Array(bytes) }).promise
  const found: { width: number; height: number; wide: number; high: number }[] = []
  for (let n = 1; n <= opened.numPages; n += 1) {
    const page = await opened.getPage(n)
    const { fnArray, argsArray } = await page.getOperatorList()
    let now = [1, 0, 0, 1]
    const before: number[][] = []
    for (const [index, operator] of fnArray.entries()) {
      if (operator === OPS.save) before.push(now)
      if (operator === OPS.restore) now = before.pop() ?? now
      if (operator === OPS.transform) {
        const [a, b, c, d] = argsArray[index] as [number, number, number, number]
        const [e = 1, f = 0, g = 0, h = 1] = now
        now = [a * e + b * g, a * f + b * h, c * e + d * g, c * f + d * h]
      }
      if (operator !== OPS.paintImageXObject) continue
      const [, width, height] = argsArray[index] as [string, number, number]
      const [a = 0, b = 0, c = 0, d = 0] = now
      found.push({ width, height, wide: Math.hypot(a, b), high: Math.hypot(c, d) })
    }
  }
  await opened.loadingTask.destroy()
  return found
}

/** A frame of OpenDocument: its size in inches or centimetres, and what its picture shows. */
const FRAME =
  /<draw:frame (?=[^>]*svg:width="([\d.]+))(?=[^>]*svg:height="([\d.]+))[^>]*>(?:(?!<\/draw:frame>).)*?<svg:desc>([^<]*)/gs

describe.each([
  [
    'docx',
    /^word\/document\.xml$/,
    /<wp:extent cx="(\d+)" cy="(\d+)"\/>.*?<wp:docPr [^>]*descr="([^"]*)"/gs,
  ],
  [
    'pptx',
    /^ppt\/slides\/slide\d+\.xml$/,
    /<p:pic>.*?descr="()()([^"]*)".*?<a:ext cx="(\d+)" cy="(\d+)"/gs,
  ],
  ['odt', /^content\.xml$/, FRAME],
  ['odp', /^content\.xml$/, FRAME],
] as const)('%s', (format, parts, picture) => {
  it('has every picture in its proportions', async () => {
    const read = await readCase(CASE, 'public', { store: testStore })
    const file = await makeFormat(format, read, sharedBrowser)
    const xml = [...unpack(file)].flatMap(([path, part]) =>
      parts.test(path) ? [String(part)] : [],
    )
    const shown = xml.flatMap((one) =>
      [...one.matchAll(picture)].map(([, cx, cy, alt = '', wide = cx, high = cy]) => {
        return { alt, ratio: Number(wide) / Number(high) }
      }),
    )
    // A sign among the words of a slide is one of these words, of which a finding tells.
    const missing = NAMES.filter((name) => !shown.some(({ alt }) => alt === name))
    expect(missing).toEqual(/p$|pptx/.test(format) ? ['tick'] : [])
    for (const { alt, ratio } of shown)
      if (RATIOS.has(alt)) expect(ratio / (RATIOS.get(alt) ?? 1), alt).toBeCloseTo(1, 1)
  })
})
