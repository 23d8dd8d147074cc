/** `npm run bench -- looks`: contact sheets of cases and brands, for whoever looks at what a change did. */
import { execFile } from 'node:child_process'
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { promisify } from 'node:util'
import type { Browser, Page } from 'playwright'
import { withBrowser } from '../../src/node/browser/index.ts'
import { step } from '../../src/node/run/progress.mjs'
import { serve } from '../../src/node/serve/index.ts'
import { goTo, PRESENT, type Slide, slidesOf, waitForDeck } from '../site/deck.ts'
import { buildTimed } from './run.ts'

/** Git knows nothing of it. */
const OUT = resolve('.throughline/looks')
const CASES = ['slides', 'tests/fixtures/ugly', 'tests/fixtures/specimen']
/** Of the first case, each in turn. */
const BRANDS = 'tests/fixtures/brands'
/** Windows, px, in which one slide of each layout is shown. */
const SHAPES = [
  [1024, 768],
  [834, 1194],
  [1920, 1080],
] as const
/** Of a long page, as much is shown, px; of a PDF, so many pages. */
const [HIGH, PAGES] = [6000, 12]
const PDFS = ['one-page', 'narrative', 'deck', 'notes']

/** A picture on a sheet. */
interface Look {
  readonly group: string
  readonly file: string
}

/** Builds what is to be seen, and takes pictures of it. Resolves to the exit code. */
export async function takeLooks(): Promise<number> {
  await rm(OUT, { recursive: true, force: true })
  await mkdir(OUT, { recursive: true })
  const folders = [...CASES, ...(await brandedCases())]
  await withBrowser(async (browser) => {
    for (const folder of folders) {
      const name = folder.split('/').at(-1) ?? folder
      const site = join(OUT, name, 'site')
      await step(`Building ${name}`, () => buildTimed(folder, site))
      const looks = await step(`Looking at ${name}`, () => looksOf(browser, join(OUT, name), site))
      await writeSheet(browser, name, looks)
    }
  })
  console.log(`\nOpen the sheets in ${relative('.', OUT)}`)
  return 0
}

/** The first case with each brand. */
async function brandedCases(): Promise<readonly string[]> {
  const names = await readdir(BRANDS)
  return Promise.all(
    names.map(async (name) => {
      const folder = join(OUT, 'cases', name)
      await cp('slides', folder, { recursive: true })
      await cp(join(BRANDS, name), folder, { recursive: true })
      const settings = join(folder, 'case.yaml')
      const text = await readFile(settings, 'utf8')
      await writeFile(settings, `${text.replace(/^theme:.*$/m, '')}\ntheme: theme.yaml\n`)
      return folder
    }),
  )
}

async function looksOf(browser: Browser, out: string, site: string): Promise<readonly Look[]> {
  const looks: Look[] = []
  const server = await serve(site)
  const shoot = async (page: Page, group: string, name: string, clip?: number): Promise<void> => {
    const file = join(out, group, `${name.replaceAll(/[^\w-]/g, '-')}.jpg`)
    await mkdir(join(out, group), { recursive: true })
    const width = page.viewportSize()?.width ?? 0
    await page.screenshot({
      path: file,
      ...{ type: 'jpeg', quality: 80, animations: 'disabled' },
      ...(clip && { fullPage: true, clip: { x: 0, y: 0, width, height: clip } }),
    })
    looks.push({ group, file })
  }
  const open = async (path: string, width: number, height: number): Promise<Page> => {
    const page = await browser.newPage({
      ...{ viewport: { width, height }, reducedMotion: 'reduce', colorScheme: 'light' },
    })
    await page.goto(server.url + path, { waitUntil: 'load' })
    await page.evaluate(() => document.fonts.ready.then(() => undefined))
    return page
  }
  const slidesIn = async (size: readonly [number, number], every: boolean): Promise<void> => {
    const page = await open('deck/', ...size)
    await waitForDeck(page)
    const seen = new Set<string>()
    for (const slide of await slidesOf(page)) {
      await goTo(page, slide)
      const layout = await layoutOf(page)
      if (every || !seen.has(layout)) await shoot(page, size.join('×'), nameOf(slide))
      seen.add(layout)
    }
    await page.keyboard.press('o')
    await page.locator('.tile-picture').first().waitFor()
    await shoot(page, size.join('×'), 'all-slides')
    await page.close()
  }
  try {
    for (const [path, name, width] of [
      ['', 'narrative', 1280],
      ['', 'narrative', 390],
      ['deck/', 'deck', 390],
    ] as const) {
      const page = await open(path, width, 844)
      const high = await page.evaluate(() => document.documentElement.scrollHeight)
      await shoot(page, 'pages', `${name}-${width}`, Math.min(HIGH, high))
      await page.close()
    }
    await slidesIn([1280, 720], true)
    for (const size of SHAPES) await slidesIn(size, false)
  } finally {
    await server.close()
  }
  return [...looks, ...(await paperOf(out, site))]
}

const nameOf = ({ hash }: Slide): string => hash.replace(/^#\//, '')

const layoutOf = (page: Page): Promise<string> =>
  page.locator(PRESENT).evaluate((slide) => slide.classList[1] ?? '')

/** The first pages of PDFs, by poppler; without it there are none, and that is said. */
async function paperOf(out: string, site: string): Promise<readonly Look[]> {
  const folder = join(out, 'paper')
  await mkdir(folder, { recursive: true })
  try {
    for (const name of PDFS) {
      const pdf = join(site, 'handouts', `${name}.pdf`)
      const args = ['-jpeg', '-r', '60', '-l', String(PAGES), pdf, join(folder, name)]
      await promisify(execFile)('pdftoppm', args)
    }
  } catch (error) {
    console.log(`No pictures of PDFs: ${String(error)}`)
  }
  const files = (await readdir(folder)).toSorted()
  return files.map((file) => ({ group: 'paper', file: join(folder, file) }))
}

/** A page with all pictures of a case, and each group of them as one picture. */
async function writeSheet(browser: Browser, name: string, looks: readonly Look[]): Promise<void> {
  const groups = [...Map.groupBy(looks, ({ group }) => group)]
  const sections = groups.map(([group, own]) => {
    const pictures = own.map(
      ({ file }) => `<figure><img src="${encodeURI(relative(join(OUT, name), file))}"></figure>`,
    )
    return `<section id="${group}"><h2>${name}, ${group}</h2><div>${pictures.join('')}</div></section>`
  })
  const page = join(OUT, name, 'index.html')
  await writeFile(
    page,
    `<!doctype html><meta charset="utf-8"><style>${STYLE}</style>${sections.join('')}`,
  )
  const tab = await browser.newPage({ viewport: { width: 1680, height: 1000 } })
  await tab.goto(`file://${page}`, { waitUntil: 'load' })
  for (const [group] of groups)
    await tab.locator(`[id="${group}"]`).screenshot({ path: join(OUT, `${name}-${group}.png`) })
  await tab.close()
}

const STYLE =
  'body{margin:0;background:#777;font:20px sans-serif}section{padding:12px;background:#777}h2{margin:0 0 8px;color:#fff}' +
  'div{display:grid;grid-template-columns:repeat(4,1fr);gap:10px;align-items:start}figure{margin:0}img{display:block;width:100%}'
