/** Pages on paper, measured: what is wider than the sheet is found, and said where it was written. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchBrowser } from '../../../src/node/browser/index.ts'
import { tooWide } from '../../../src/node/print/fit.ts'
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

let folder: string
let browser: Browser
let tab: PrintTab

beforeAll(async () => {
  browser = await launchBrowser()
  folder = await mkdtemp(join(tmpdir(), 'wide-'))
  await writeFile(join(folder, 'index.html'), PAGE)
  tab = await openPrintTab(browser, { folder, base: '/' })
})
afterAll(async () => {
  await browser.close()
  await rm(folder, { recursive: true })
})

it('finds what is wider than the room between the margins, and nothing that wraps or is unseen', async () => {
  const { wide } = await tab.print({ page: 'index.html', paper: 'A4' })
  expect(wide.map(({ kind, words, ids }) => [kind, words.slice(0, 15), ids[0]])).toEqual([
    ['table', 'Region', 'costs'],
    ['code', 'curl curl curl ', 'code'],
    ['words', 'What is cut off', 'code'],
    ['picture', 'The plan', 'code'],
  ])
  // 900 px and what browsers leave beside a figure, on A4 with margins of 12 and 18 mm.
  expect(wide.at(-1)?.px).toBe(260)
})

it('measures no slides, which the deck has measured', async () => {
  expect((await tab.print({ page: 'index.html' })).wide).toEqual([])
})

it('says at the line of the table what is to be done', () => {
  const read = caseOf(`# A case

## Costs

| Region | January |
| --- | --- |
| North | 3 |
`)
  const block = { kind: 'table', words: 'Region', ids: ['costs'], px: 152 } as const
  expect(tooWide(block, 'handouts/narrative.pdf', read)).toMatchObject({
    check: 'page-overflow',
    severity: 'error',
    message:
      'Unexpected table that begins "Region", 40 mm too wide for the paper (handouts/narrative.pdf), expected all of it on the page: give it fewer columns, or cut it into two tables',
    place: { line: 5, column: 3, length: 6 },
  })
})
