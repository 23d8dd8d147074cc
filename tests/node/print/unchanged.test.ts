/** Handouts of unchanged pages are not printed again, and say the same of them. */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { launchBrowser } from '../../../src/node/browser/index.ts'
import { type Handout, printHandouts } from '../../../src/node/print/index.ts'
import { type ReadCase, readCase } from '../../../src/node/read/read-case.ts'

const NARRATIVE: Handout = { page: 'index.html', file: 'handouts/narrative.pdf', paper: 'A4' }
const DECK: Handout = { page: 'deck/index.html?print', file: 'handouts/deck.pdf' }
const ONE_PAGE: Handout = { page: 'one.html', file: 'handouts/one-page.pdf', oneSheet: true }
const ALL = [NARRATIVE, DECK, ONE_PAGE]

const FULL_SLIDE = `<section class="slide" id="why" aria-label="Slide 1 of 1: Why"><div class="canvas"
  style="position:relative;inline-size:1280px;block-size:720px;overflow:hidden"><div
  style="block-size:900px"></div></div></section>`

let browser: Browser
let place: string
let folder: string
let read: ReadCase

beforeAll(async () => {
  browser = await launchBrowser()
  place = await mkdtemp(join(tmpdir(), 'unchanged-'))
  const words = join(place, 'case')
  await mkdir(words)
  await writeFile(join(words, 'case.mdx'), '# A case\n\n## Why\n\nBecause.\n')
  read = await readCase(words)
})
afterAll(async () => {
  await browser.close()
  await rm(place, { recursive: true })
})

beforeEach(async () => {
  read = { ...read, store: await mkdtemp(join(place, 'kept-')) }
  folder = await mkdtemp(join(place, 'site-'))
  await mkdir(join(folder, 'deck'))
  await writeFile(join(folder, 'index.html'), page('<h1>A case</h1>'))
  await writeFile(join(folder, 'deck/index.html'), page(FULL_SLIDE))
  await writeFile(join(folder, 'one.html'), page('<p style="block-size:1500px">Long</p>'))
})

function page(body: string): string {
  return `<!doctype html><html lang="en"><head><title>A case</title></head><body>${body}</body></html>`
}

const noBrowser = () => Promise.reject(new Error('Nothing was to be printed'))

function print(
  which = ALL,
  start: () => Promise<Browser> = noBrowser,
  more: Partial<ReadCase> = {},
) {
  return printHandouts({ folder, base: '/', read: { ...read, ...more } }, start, which)
}

/** How many of the handouts a browser had to print. */
async function printed(which: Handout[], more: Partial<ReadCase> = {}): Promise<number> {
  const start = vi.fn(async () => browser)
  await print(which, start, more)
  return start.mock.calls.length
}

async function bytes(): Promise<readonly string[]> {
  const names = await readdir(join(folder, 'handouts'))
  const files = names.toSorted().map((name) => readFile(join(folder, 'handouts', name), 'base64'))
  return Promise.all(files)
}

it('gives the same files and findings without a browser', async () => {
  const first = await print(ALL, async () => browser)
  expect(first.findings.map(({ check }) => check)).toEqual(['slide-overflow', 'one-page-overflow'])
  const before = await bytes()
  await rm(join(folder, 'handouts'), { recursive: true })
  expect(await print()).toEqual(first)
  expect(await bytes()).toEqual(before)
})

it('prints again what has changed, and no more', async () => {
  const both = [NARRATIVE, ONE_PAGE]
  expect(await printed(both)).toBe(2)
  await writeFile(join(folder, 'index.html'), page('<h1>Another case</h1>'))
  expect(await printed(both)).toBe(1)
  expect(await printed(both)).toBe(0)
})

it('prints slides as they are seen, whatever is said with them', async () => {
  const slide = (seen: string, said: string) =>
    `<section class="slide" id="why" aria-label="Slide 1 of 1: Why"><div class="canvas"><h2 id="/why">${seen}</h2><a href="#why">Why</a></div><aside class="notes" aria-label="Notes on slide 1: Why">${said}</aside></section>`
  const style = '<style>@media print { .notes { display: none } }</style>'
  const write = (seen: string, said: string) =>
    writeFile(join(folder, 'deck/index.html'), page(style + slide(seen, said)))
  await write('Because', '<p>See <a href="#why" aria-label="Another name">this</a></p>')
  expect(await printed([DECK])).toBe(1)
  const before = await bytes()
  await write('Because', '')
  expect(await printed([DECK])).toBe(0)
  read = { ...read, store: await mkdtemp(join(place, 'kept-')) }
  expect(await printed([DECK])).toBe(1)
  expect(await bytes()).toEqual(before)
  await write('Because of this', '')
  expect(await printed([DECK])).toBe(1)
})

it('prints again for another team, day of change and paper', async () => {
  expect(await printed([NARRATIVE])).toBe(1)
  const settings = { ...read.settings, team: 'Another team' }
  expect(await printed([NARRATIVE], { settings })).toBe(1)
  const dates = { ...read.dates, updated: '2020-03-14' }
  expect(await printed([NARRATIVE], { dates })).toBe(1)
  expect(await printed([{ ...NARRATIVE, paper: 'Letter' }])).toBe(1)
  expect(await printed([NARRATIVE])).toBe(0)
})

it('leaves the file whole where a page can no longer be printed', async () => {
  await print([NARRATIVE], async () => browser)
  const before = await bytes()
  await writeFile(join(folder, 'index.html'), page('<h1>Another case</h1>'))
  await expect(print([NARRATIVE])).rejects.toThrow('Nothing was to be printed')
  expect(await bytes()).toEqual(before)
})
