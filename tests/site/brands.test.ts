/** A brand reaches every output: pages, slides, diagrams, PDFs, office files, the shared picture, the icon. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import JSZip from 'jszip'
import { PDFDict, PDFDocument, PDFName } from 'pdf-lib'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pathOfBrand } from '../../src/core/model/themes.ts'
import { makeFormat } from '../../src/node/export/formats.ts'
import { type ReadCase, readCase } from '../../src/node/read/read-case.ts'
import { buildSite } from '../../src/node/site/index.ts'
import { faultsOf } from './axe.ts'
import { waitForDeck } from './deck.ts'
import { type OpenSite, openSite } from './site.ts'

/** What stands in it for yellow where that cannot be read; on dark ground it is yellow. */
const YELLOW = '#ffd60a'

const PAPER = [
  { page: 'index.html', file: 'handouts/narrative.pdf', paper: 'A4' },
  { page: 'deck/handouts/notes/index.html', file: 'handouts/notes.pdf', paper: 'A4' },
  { page: 'handouts/one-page/index.html', file: 'handouts/one-page.pdf', oneSheet: true },
] as const

/** What theme.yaml keeps free at the sides of paper, points. */
const [LEFT, RIGHT, TOP] = [28, 24, 30].map((mm) => (mm / 25.4) * 72) as [number, number, number]

let parent: string
let read: ReadCase
let site: OpenSite
let out: string
/** Its accent on white paper: `#rrggbb`. */
let accent: string

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'brands-'))
  const folder = join(parent, 'case')
  await cp('tests/fixtures/brands/signal', folder, { recursive: true })
  await writeFile(join(folder, '1.mdx'), CASE)
  await writeFile(join(folder, 'case.yaml'), 'theme: theme.yaml\nask: Fund a trial\n')
  read = await readCase(folder)
  out = join(parent, 'site')
  await buildSite({ read, out, base: '/', print: PAPER })
  site = await openSite(out)
  const theme = await readFile(pathOfBrand(read.settings.theme) ?? '', 'utf8')
  accent = /--thread: light-dark\((#[\da-f]{6}), #ffd60a\)/.exec(theme)?.[1] ?? ''
})
afterAll(async () => {
  await site?.close()
  await rm(parent, { recursive: true, force: true })
})

const CASE = `# A case for bridges

## Objectives

- Objective 1: People cross at any hour
- Objective 2: Crews see what people reported

## Success factors

- Fewer people wait at the bank (O1)
- Crews ask each question once (O2)

## How a crossing goes

~~~mermaid
stateDiagram-v2
  Wait --> Cross
~~~

## Key decisions

Decision 1: We start with foot bridges. They are half of all crossings.

Evidence 1a: In our survey, many people gave up before they could cross.
`

describe('a brand whose yellow cannot be read on its white paper', () => {
  it('is told so, and has the nearest colour on pages, in its own font', async () => {
    expect(read.findings.filter(({ check }) => check === 'unclear-colour')).toHaveLength(1)
    const page = await site.open('', { colorScheme: 'light' })
    const look = await page.evaluate(async () => {
      await document.fonts.ready
      const probe = document.body.appendChild(document.createElement('i'))
      probe.style.color = 'var(--thread)'
      return {
        thread: getComputedStyle(probe).color,
        paper: getComputedStyle(document.documentElement).backgroundColor,
        font: getComputedStyle(document.body).fontFamily,
        loaded: [...document.fonts]
          .filter(({ status }) => status === 'loaded')
          .map(({ family }) => family),
      }
    })
    expect(look.paper).toBe('rgb(255, 255, 255)')
    expect(hexOf(look.thread)).toBe(accent)
    expect(look.font).toMatch(/^"Work Sans"/)
    expect(look.loaded.join()).toContain('Work Sans')
    expect(await faultsOf(page)).toEqual([])
    const logo = page.locator('.masthead img')
    expect(await logo.getAttribute('alt')).toBe('Department of Signals')
    expect((await logo.boundingBox())?.height).toBe(32)
    await site.putBack(page)
  })

  it('is yellow in the dark, and on the slides between chapters', async () => {
    const page = await site.open('deck/', { colorScheme: 'dark' })
    await waitForDeck(page)
    const colours = await page.evaluate(() => {
      const probe = document.body.appendChild(document.createElement('i'))
      return ['--thread', '--chapter-thread'].map((token) => {
        probe.style.color = `var(${token})`
        return getComputedStyle(probe).color
      })
    })
    expect(colours.map(hexOf)).toEqual([YELLOW, YELLOW])
    await page.locator('.slide-title .canvas > .logo img').waitFor()
    // Yellow on yellow would not be seen.
    await page.locator('.slide-ask .canvas > .logo.on-plate').waitFor({ state: 'attached' })
    await page
      .locator('.slide-chapter .canvas > .logo:not(.on-plate)')
      .first()
      .waitFor({ state: 'attached' })
    await site.putBack(page)
  })

  it('sets a small diagram in the middle of its slide', async () => {
    const page = await site.open('deck/#/how-a-crossing-goes')
    await waitForDeck(page)
    const [drawing, room] = await Promise.all(
      ['.drawing', '.diagram'].map((one) => page.locator(`section.present ${one}`).boundingBox()),
    )
    await site.putBack(page)
    if (!drawing || !room) throw new Error('Unexpected slide without a diagram')
    expect(drawing.width).toBeLessThan(room.width / 2)
    const [left, right] = [drawing.x - room.x, room.x + room.width - drawing.x - drawing.width]
    expect(Math.abs(left - right)).toBeLessThan(2)
  })

  it('reaches the shared picture, the icon and the PDF', async () => {
    expect(await readFile(join(out, 'favicon.svg'), 'utf8')).toContain(accent)
    const icon = await sharp(join(out, 'apple-touch-icon.png')).raw().toBuffer()
    expect(icon.toString('hex')).toContain(accent.slice(1))
    const pixels = await sharp(join(out, 'share.png')).removeAlpha().raw().toBuffer()
    expect(pixels.toString('hex')).toContain(accent.slice(1))
    const pdf = await PDFDocument.load(await readFile(join(out, 'handouts/one-page.pdf')))
    const fonts = pdf.context
      .enumerateIndirectObjects()
      .flatMap(([, object]) =>
        object instanceof PDFDict ? [String(object.get(PDFName.of('BaseFont')))] : [],
      )
    expect(fonts.join()).toContain('WorkSans')
  })

  it('shows the title in the shared picture as large as on the slide, and nothing to click', async () => {
    const page = await site.open('deck/', {
      colorScheme: 'light',
      viewport: { width: 1200, height: 630 },
    })
    await waitForDeck(page)
    await page.evaluate(() => document.fonts.ready)
    const title = await page.locator('.present h1').boundingBox()
    expect(title?.height).toBeGreaterThan(60)
    const { x, y, width, height } = title ?? { x: 0, y: 0, width: 0, height: 0 }
    const slide = await page.screenshot()
    await site.putBack(page)
    const box = {
      left: Math.floor(x),
      top: Math.floor(y),
      width: Math.ceil(width),
      height: Math.ceil(height),
    }
    const [shown, shared] = await Promise.all(
      [slide, join(out, 'share.png')].map((png) =>
        sharp(png).extract(box).greyscale().raw().toBuffer(),
      ),
    )
    const other = shown?.filter((grey, at) => Math.abs(grey - (shared?.[at] ?? 0)) > 40)
    expect(other?.length).toBe(0)
    // Where a slide has its foot, and what else may be said.
    const foot = { left: 640, top: 540, width: 560, height: 90 }
    const { channels } = await sharp(
      await sharp(join(out, 'share.png')).extract(foot).toBuffer(),
    ).stats()
    expect(channels.map(({ min, max }) => max - min)).toEqual(
      [0, 0, 0, 0].slice(0, channels.length),
    )
  })

  it('keeps the sides of paper free that it names, in every handout and in Word', async () => {
    for (const { file } of PAPER) {
      const words = await wordsOn(await readFile(join(out, file)))
      expect(words.length, file).toBeGreaterThan(10)
      const outside = words.filter(({ left, right }) => left < LEFT - 2 || right > A4 - RIGHT + 2)
      expect(outside, file).toEqual([])
      const nearest = Math.min(...words.map(({ left }) => left))
      expect(nearest, file).toBeLessThan(LEFT + 45)
    }
    const sheet = await wordsOn(await readFile(join(out, 'handouts/one-page.pdf')))
    expect(Math.min(...sheet.map(({ top }) => top))).toBeGreaterThan(TOP - 2)
    const word = await JSZip.loadAsync(await makeFormat('docx', read, async () => site.browser))
    const [margins] =
      /<w:pgMar[^>]*>/.exec((await word.file('word/document.xml')?.async('string')) ?? '') ?? []
    expect(margins).toMatch(/w:top="1701" w:right="1361" w:bottom="1474" w:left="1587"/)
  })

  it('reaches PowerPoint and Word: master, styles, words and drawings', async () => {
    const parts = async (name: 'pptx' | 'docx') =>
      JSZip.loadAsync(await makeFormat(name, read, async () => site.browser))
    const hex = accent.slice(1).toUpperCase()
    const deck = await parts('pptx')
    const theme = await deck.file('ppt/theme/theme1.xml')?.async('string')
    expect(theme).toContain(`<a:accent1><a:srgbClr val="${hex}"/>`)
    expect(theme).toContain('typeface="Work Sans"')
    const title = deck.file(/slideLayout\d+\.xml$/)
    const layouts = await Promise.all(title.map((file) => file.async('string')))
    expect(layouts.filter((xml) => xml.includes('descr="Department of Signals"'))).toHaveLength(4)
    const logos = deck.file(/media\/logo.*png$/).map(({ name }) => name.replace(/.*\//, ''))
    expect(logos.toSorted()).toEqual(['logo-accent1.png', 'logo-tx1.png', 'logo.png'])
    const drawings = await Promise.all(deck.file(/\.svg$/).map((file) => file.async('string')))
    expect(drawings.join()).toContain("'Work Sans'")
    const document = await parts('docx')
    expect(await document.file('word/document.xml')?.async('string')).toContain(
      'descr="Department of Signals"',
    )
    const styles = await document.file('word/styles.xml')?.async('string')
    expect(styles).toContain('"Work Sans"')
    expect(styles).toContain(hex)
  })
})

/** `rgb(160, 100, 0)` as `#a06400` */
function hexOf(rgb: string): string {
  const numbers = (rgb.match(/\d+/g) ?? []).map(Number)
  return `#${numbers.map((one) => one.toString(16).padStart(2, '0')).join('')}`
}

/** Width of the paper, points. */
const A4 = 595

/** Where the words of a PDF stand, points from the left and from the top. */
async function wordsOn(bytes: Buffer) {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 })
  const pdf = await task.promise
  const words = []
  for (let n = 1; n <= pdf.numPages; n += 1) {
    const page = await pdf.getPage(n)
    const { height } = page.getViewport({ scale: 1 })
    for (const item of (await page.getTextContent()).items)
      if ('str' in item && item.str.trim() !== '') {
        const [, , , size = 0, left = 0, base = 0] = item.transform
        words.push({ words: item.str, left, right: left + item.width, top: height - base - size })
      }
  }
  await task.destroy()
  return words
}
