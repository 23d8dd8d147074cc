/** Pages on paper, measured: what is wider than the sheet is found, and said where it was written. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchBrowser } from '../../../src/node/browser/index.ts'
import { tooLarge } from '../../../src/node/print/fit.ts'
import { openPrintTab, type PrintTab } from '../../../src/node/print/print-tab.ts'
import { caseOf } from '../export/cases.ts'

const MONTHS = 'January February March April May June July August September October November'

const cells = (words: string, tag: string) =>
  words
    .split(' ')
    .map((word) => `<${tag}>${word}</${tag}>`)
    .join('')

const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Wide</title><style>
  @layer base { @page { size: A4; margin: 20mm 18mm 22mm 12mm } }
  body { margin: 0; font: 16px/1.4 sans-serif } table, .narrow { inline-size: 100% }
  @media print { @page wide { size: A4 landscape; margin: 18mm 20mm 18mm 12mm } .turned { page: wide }
    .table-small table { font-size: 14px } .table-least table { font-size: 12px } .breakable { overflow-wrap: anywhere }
    h2, .lead { break-after: avoid } .gone { display: none } }
  pre.wraps { white-space: pre-wrap; overflow-wrap: anywhere } .clips { overflow: hidden; white-space: nowrap }
  .unseen { position: absolute; inline-size: 1px; block-size: 1px; clip-path: inset(50%); overflow: hidden; white-space: nowrap }
</style></head><body><main>
<h2 id="costs">Costs</h2>
<div><table><tr>${cells(`Region ${MONTHS}`, 'th')}</tr><tr>${cells(`North ${MONTHS}`, 'td')}</tr></table></div>
<table><tr><th>Year</th><th>Cost</th></tr></table>
<pre class="wraps">${'curl'.repeat(60)}</pre>
<h2 id="code">Code</h2>
<pre>${'curl '.repeat(60)}</pre>
<div class="clips">What is cut off ${'on and on '.repeat(20)}</div>
<figure><img src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7" alt="The plan" width="900" height="20"></figure>
<span class="unseen">Words for those who listen</span><p hidden>${'no'.repeat(200)}</p>
</main></body></html>`

const WORDS = 'Responsibility Organisation Accountability Documentation Authentication'

/** Tables as the narrative has them, of so many columns of long words. */
const tablesOf = (...columns: readonly number[]) =>
  columns
    .map((count) => {
      const words = Array.from({ length: count }, (_, index) => WORDS.split(' ')[index % 5]).join(
        ' ',
      )
      return `<h2 id="of-${count}">${count} columns</h2><a class="gone">slide</a><p class="lead">In words:</p>
<div class="table"><table><tr>${cells(words, 'th')}</tr><tr>${cells(words, 'td')}</tr></table></div><p>After.</p>`
    })
    .join('')

const HIGH = `<h2 id="high">High</h2><table><tr><td>North ${'and on and on '.repeat(900)}</td></tr></table>
<div style="overflow: hidden">Cut ${'<p>A line</p>'.repeat(60)}</div><div>Goes on ${'<p>A line</p>'.repeat(60)}</div>`

let folder: string
let browser: Browser
let tab: PrintTab

beforeAll(async () => {
  browser = await launchBrowser()
  folder = await mkdtemp(join(tmpdir(), 'wide-'))
  await writeFile(join(folder, 'index.html'), PAGE)
  const page = (main: string) => PAGE.replace(/<main>.*<\/main>/s, () => `<main>${main}</main>`)
  await writeFile(join(folder, 'tables.html'), page(tablesOf(4, 6, 8, 40)))
  await writeFile(join(folder, 'few.html'), page(tablesOf(4)))
  await writeFile(join(folder, 'high.html'), page(HIGH))
  tab = await openPrintTab(browser, { folder, base: '/' })
})
afterAll(async () => {
  await browser.close()
  await rm(folder, { recursive: true })
})

it('finds what is wider than the room between the margins, and nothing that wraps or is unseen', async () => {
  const { over } = await tab.print({ page: 'index.html', paper: 'A4' })
  expect(over.map(({ kind, words, ids }) => [kind, words.slice(0, 15), ids[0]])).toEqual([
    ['table', 'Region', 'costs'],
    ['code', 'curl curl curl ', 'code'],
    ['words', 'What is cut off', 'code'],
    ['picture', 'The plan', 'code'],
  ])
  // 900 px and what browsers leave beside a figure, on A4 with margins of 12 and 18 mm.
  expect(over.at(-1)?.px).toBe(260)
})

it('makes a wide table smaller, then turns its sheet and what leads to it, and makes no other page smaller', async () => {
  const { over, document } = await tab.print({ page: 'tables.html', paper: 'A4' })
  // Of 40 columns no sheet has room.
  expect(over.map(({ kind, ids }) => [kind, ids[0]])).toEqual([['table', 'of-40']])
  const pages = await textsOf(await document.save())
  const [upright, ...others] = pages
  expect(upright?.isUpright).toBe(true)
  const turned = others.filter(({ isUpright }) => !isUpright).map(({ words }) => words)
  for (const [count, first] of [
    [8, 'Responsibility'],
    [40, 'Re sp'],
  ] as const) {
    const own = turned.find((words) => words.includes(`${count} columns`))
    expect(own, `${count} columns`).toContain('In words:')
    expect(own, `${count} columns`).toContain(first)
  }
  // A page without wide tables has words of the same size.
  const few = await tab.print({ page: 'few.html', paper: 'A4' })
  const [alone] = await textsOf(await few.document.save())
  expect(upright?.size).toBeCloseTo(alone?.size ?? 0, 2)
})

it('finds rows and frames that are higher than a page, and nothing that goes on on the next', async () => {
  const { over } = await tab.print({ page: 'high.html', paper: 'A4' })
  expect(over.map(({ kind, words, isHigh }) => [kind, words.slice(0, 5), isHigh])).toEqual([
    ['row', 'North', true],
    ['words', 'Cut A', true],
  ])
})

/** What each page of a PDF says, its way up, and the size of its first words, points. */
async function textsOf(bytes: Uint8Array) {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  const pages = Array.from({ length: document.numPages }, async (_, index) => {
    const page = await document.getPage(index + 1)
    const { width, height } = page.getViewport({ scale: 1 })
    const { items } = await page.getTextContent()
    const runs = items.flatMap((item) => ('str' in item && item.str.trim() ? [item] : []))
    return {
      words: runs.map(({ str }) => str).join(' '),
      isUpright: height > width,
      size: Math.hypot(...(runs[0]?.transform.slice(0, 2) ?? [])),
    }
  })
  return Promise.all(pages)
}

it('measures no slides, which the deck has measured', async () => {
  expect((await tab.print({ page: 'index.html' })).over).toEqual([])
})

it('says of a row that it is too high, and of a picture what to do about that', () => {
  const read = caseOf('# A case\n\n## Costs\n\n| Region |\n| --- |\n| North |\n')
  const message = (kind: 'row' | 'picture') =>
    tooLarge({ kind, words: 'North', ids: ['costs'], px: 38, isHigh: true }, 'n.pdf', read).message
  expect(message('row')).toBe(
    'Unexpected row that begins "North", 10 mm higher than a page (n.pdf), expected all of it on the page: shorten its cells, or cut it into two rows',
  )
  expect(message('picture')).toMatch(
    /^Unexpected picture "North", 10 mm higher .* make it less high$/,
  )
})

it('says at the line of the table what is to be done', () => {
  const read = caseOf(`# A case

## Costs

| Region | January |
| --- | --- |
| North | 3 |
`)
  const block = { kind: 'table', words: 'Region', ids: ['costs'], px: 152 } as const
  expect(tooLarge(block, 'handouts/narrative.pdf', read)).toMatchObject({
    check: 'page-overflow',
    severity: 'error',
    message:
      'Unexpected table that begins "Region", 40 mm too wide for the paper (handouts/narrative.pdf), expected all of it on the page: give it fewer columns, or cut it into two tables',
    place: { line: 5, column: 3, length: 6 },
  })
})
