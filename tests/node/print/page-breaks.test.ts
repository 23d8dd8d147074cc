/** Where printed pages end, read from the PDF: a heading keeps its words, a row is whole. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { launchBrowser } from '../../../src/node/browser/index.ts'
import { type PaperBlock, tooLarge } from '../../../src/node/print/fit.ts'
import { printHandout } from '../../../src/node/print/index.ts'
import { openPrintTab } from '../../../src/node/print/print-tab.ts'
import { caseOf } from '../export/cases.ts'

/** A page of A4 has 1,000 px between these margins. */
const pageOf = (main: string) => `<!doctype html><html lang="en"><head><title>Breaks</title><style>
  @page { size: A4; margin: 16mm } body { margin: 0; font: 16px/20px sans-serif } * { margin: 0; padding: 0 }
  h1, h2, h3 { font-size: 20px; line-height: 20px } table { border-collapse: collapse }
  .room { block-size: 940px } .keep { break-after: avoid } .next { break-before: page }
  tr.cut { break-inside: auto } tr { break-inside: avoid }
</style></head><body><main><h1>Case</h1>${main}</main></body></html>`

const LINES = '<p>A line</p>'.repeat(5)
const HEADS = '<thead><tr><th>Region</th></tr></thead>'
const cell = (first: string, lines: number) => `<td>${first}${'<p>and on</p>'.repeat(lines)}</td>`

async function breaksOf(main: string): Promise<readonly PaperBlock[]> {
  const folder = await mkdtemp(join(tmpdir(), 'breaks-'))
  await writeFile(join(folder, 'index.html'), pageOf(main))
  const browser = await launchBrowser()
  try {
    const site = { folder, base: '/' }
    const tab = await openPrintTab(browser, site)
    const handout = { page: 'index.html', file: 'b.pdf', paper: 'A4' as const }
    const metadata = { title: 'Breaks', author: 'Team', language: 'en' }
    return (await printHandout(tab, site, { handout, metadata })).over
  } finally {
    await browser.close()
    await rm(folder, { recursive: true })
  }
}

it.each([
  ['its words', `<h2>Costs</h2><p class="next">Words</p>`],
  ['a table', `<h2>Costs</h2><table class="next">${HEADS}<tr>${cell('North', 1)}</tr></table>`],
  ['a heading below it', `<h2>Costs</h2><h3 class="next">Staff</h3><p>Words</p>`],
])('finds a heading on the page before %s', async (_, rest) => {
  expect(await breaksOf(`<div class="room">Words</div>${rest}`)).toEqual([
    { kind: 'heading', words: 'Costs', page: 1 },
  ])
})

it.each([
  ['with its words', `<h2 class="keep">Costs</h2>${LINES}`],
  ['below which nothing stands', '<h2>Costs</h2><h2 class="next">Staff</h2><p>Words</p>'],
  ['at the end', '<p>Words</p><h2>Costs</h2>'],
])('leaves alone a heading %s', async (_, rest) => {
  expect(await breaksOf(`<div class="room">Words</div>${rest}`)).toEqual([])
})

it('finds a row that is cut in two, and neither a head on each page nor what is too high for any', async () => {
  const row = (look: string, first: string, lines: number) =>
    `<tr class="${look}">${cell(first, lines)}</tr>`
  const table = (rows: string) => `<div class="room">Words</div><table>${HEADS}${rows}</table>`
  expect(await breaksOf(table(row('', 'North', 6) + row('', 'South', 45)))).toEqual([])
  expect(await breaksOf(table(row('cut', 'North', 6)))).toEqual([
    { kind: 'row', words: expect.stringMatching(/^North/), page: 1 },
  ])
  const high = await breaksOf(table(row('cut', 'North', 90)))
  expect(high.map((block) => [block.kind, 'isHigh' in block])).toEqual([['row', true]])
})

it('says at the words what is to be done', () => {
  const read = caseOf('# A case\n\n## Costs\n\n| Region |\n| --- |\n| North |\n')
  expect(tooLarge({ kind: 'heading', words: 'Costs', page: 3 }, 'n.pdf', read)).toMatchObject({
    check: 'page-break',
    message:
      'Unexpected heading "Costs" alone at the foot of page 3 (n.pdf), expected what it heads below it: shorten what stands before it',
    place: { line: 3, column: 4 },
  })
  expect(tooLarge({ kind: 'row', words: 'North', page: 3 }, 'n.pdf', read)).toMatchObject({
    message:
      'Unexpected row that begins "North" cut in two at the foot of page 3 (n.pdf), expected all of it on one: shorten its cells',
    place: { line: 7 },
  })
})
