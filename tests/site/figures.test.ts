/** The page of figures: of a case with estimates alone, clean, whole and the same on every screen. */
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { ledgerOf } from '../../src/core/appraisal/index.ts'
import { figuresWorkbook } from '../../src/core/appraisal/workbook/index.ts'
import { aboutOf } from '../../src/node/export/about.ts'
import { unpack } from '../../src/node/export/office.ts'
import { workbookOf } from '../../src/node/export/workbook.ts'
import { writePublishing } from '../../src/node/publish/index.ts'
import { readCase } from '../../src/node/read/read-case.ts'
import { faultsOf } from './axe.ts'
import { builtCase } from './built.ts'
import { sidewaysOf } from './phone.ts'
import { type OpenSite, openSite, siteFolder } from './site.ts'

const CASE = 'tests/fixtures/economic'
let folder: string
let site: OpenSite

beforeAll(async () => {
  folder = await builtCase(CASE)
  site = await openSite(folder)
})
afterAll(() => site.close())

it('shows each estimate and each year, with no script, and leads where it says', async () => {
  const ledger = ledgerOf(await readCase(CASE))
  const page = await site.open('figures/', { javaScriptEnabled: false })
  expect(await page.locator('.ledger > li').count()).toBe(ledger?.estimates.length)
  expect(await page.locator('.ledger .drawing').count()).toBe(13)
  expect(await page.locator('.years tbody tr').count()).toBe(3 * 11)
  expect(await page.locator('h2').allTextContents()).toEqual([
    'Options',
    'What matters most',
    'Year by year',
    'In money, and not in money',
    'Every estimate',
    'What the sums start from',
  ])
  const html = await readFile(join(folder, 'figures/index.html'), 'utf8')
  expect(html).not.toContain('<script')
  const narrative = await readFile(join(folder, 'index.html'), 'utf8')
  for (const [, to = '', key = ''] of html.matchAll(/href="(\.\.\/)?#([^"]+)"/g))
    expect(to ? narrative : html, `${to}#${key}`).toContain(`id="${key}"`)
  await site.putBack(page)
})

it.each([
  { width: 320, colorScheme: 'light' },
  { width: 320, colorScheme: 'dark' },
  { width: 1280, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
] as const)('is clean at $width px, $colorScheme', async ({ width, colorScheme }) => {
  const page = await site.open('figures/', { viewport: { width, height: 800 }, colorScheme })
  if (width === 320) expect((await sidewaysOf(page)).wide).toEqual([])
  expect(await faultsOf(page)).toEqual([])
  await site.putBack(page)
})

it('is led to from the pages, travels offline, and has its sums beside it', async () => {
  const narrative = await readFile(join(folder, 'index.html'), 'utf8')
  for (const to of ['figures/', 'figures.xlsx', 'figures.csv'])
    expect(narrative).toContain(`href="${to}"`)
  expect(await readFile(join(folder, 'trace/index.html'), 'utf8')).toContain('href="../figures/"')
  const zip = unpack(await readFile(join(folder, 'offline/case.zip')))
  expect([...zip.keys()]).toEqual(
    expect.arrayContaining(['figures/index.html', 'figures.csv', 'figures.xlsx']),
  )
  const read = await readCase(CASE)
  const ledger = ledgerOf(read)
  const made = ledger && (await workbookOf(figuresWorkbook(ledger, read.case.title), aboutOf(read)))
  expect(made && Buffer.from(made).equals(await readFile(join(folder, 'figures.xlsx')))).toBe(true)
})

it('is a page from disk too, which leads to what travels with it, and is in the map of the site', async () => {
  const zip = unpack(await readFile(join(folder, 'offline/case.zip')))
  const disk = await mkdtemp(join(tmpdir(), 'figures-'))
  onTestFinished(() => rm(disk, { recursive: true }))
  await mkdir(join(disk, 'figures'))
  await writeFile(join(disk, 'figures/index.html'), zip.get('figures/index.html') ?? '')
  const context = await site.browser.newContext({ offline: true })
  const page = await context.newPage()
  await page.goto(pathToFileURL(join(disk, 'figures/index.html')).href)
  expect(await page.locator('.ledger .drawing').count()).toBe(13)
  const grid = page.locator('.ledger > li').first()
  expect(await grid.evaluate((row) => getComputedStyle(row).display)).toBe('grid')
  const links = await page.$$eval('a[href^="../"]', (all) =>
    all.map((link) => link.getAttribute('href')?.replace(/^\.\.\/|#.*/g, '') ?? ''),
  )
  expect(links.filter((to) => !zip.has(to))).toEqual([])
  await context.close()
  const settings = { address: 'https://example.org/case/', published: true }
  await writePublishing({ folder: disk, base: '/case/', settings })
  expect(await readFile(join(disk, 'sitemap.xml'), 'utf8')).toContain(
    '<loc>https://example.org/case/figures/</loc>',
  )
})

it('is not there where the case has no estimates, and nothing leads to it', async () => {
  for (const file of ['figures', 'figures.csv', 'figures.xlsx'])
    expect(existsSync(join(siteFolder, file))).toBe(false)
  for (const file of ['index.html', 'trace/index.html', 'robots.txt'])
    expect(await readFile(join(siteFolder, file), 'utf8')).not.toMatch(/figures[/.]/)
})
