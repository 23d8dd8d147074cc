/** `bench`: measures one case and a very large one, and prints a table with the budgets. */
import { cp, mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { firstView } from './bench/first-view.ts'
import { buildTimed, type Run } from './bench/run.ts'
import { saveToVisible } from './bench/save.ts'
import { writeSynthetic } from './bench/synthetic.ts'
import { withBrowser } from './browser.ts'
import type { Options } from './options.ts'
import { root } from './paths.ts'
import { printHandouts } from './pdf.ts'
import { step } from './progress.mjs'
import { readCase } from './sources.ts'

/** One line of the table: what, measured, budget. */
type Row = readonly [what: string, measured: string, budget?: string]

/** Where drawn diagrams are kept; without it a build is cold. */
const CACHE = join(root, '.throughline')

/** Measures, and prints as it goes. Resolves to the exit code, 1 when a build failed. */
export async function bench({ case: folder }: Pick<Options, 'case'>): Promise<number> {
  const scratch = await mkdtemp(join(tmpdir(), 'throughline-bench-'))
  try {
    printTable(await ownRows(folder, scratch))
    printTable(await largeRows(scratch))
    return 0
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}

async function ownRows(folder: string, scratch: string): Promise<readonly Row[]> {
  const out = join(scratch, 'site')
  await rm(CACHE, { recursive: true, force: true })
  const cold = await step('Building cold', () => buildTimed(folder, out))
  const warm = await step('Building warm', () => buildTimed(folder, out))
  const printed = await step('Printing', () => timePrinting(folder, out))
  const saves = await step('Saving', () => saveToVisible(folder, scratch))
  return [
    ['Build with PDFs, cold', seconds(cold.ms), '≤ 7 s'],
    ['Build with PDFs, warm', seconds(warm.ms), '≤ 5 s'],
    ['Site alone, cold (less printing)', seconds(cold.ms - printed.ms), '≤ 5 s'],
    ['Site alone, warm (less printing)', seconds(warm.ms - printed.ms), '≤ 4 s'],
    ['PDFs, both at once', seconds(printed.ms), '≤ 1.5 s for the deck'],
    ...printed.sizes.map(({ name, bytes }): Row => [name, kilobytes(bytes)]),
    ['Check', seconds(await timeCheck(folder))],
    ...(await viewRows(out)),
    ['Save to visible, median of 5', `${Math.round(saves)} ms`, '≤ 500 ms'],
    ['Peak memory of the build, browser apart', megabytes(cold)],
  ]
}

/** Twice: only the first has to draw some hundreds of diagrams. */
async function largeRows(scratch: string): Promise<readonly Row[]> {
  const folder = join(scratch, 'large')
  const size = await writeSynthetic(folder)
  const out = join(scratch, 'large-site')
  const cold = await step('Building the large case, cold', () => buildTimed(folder, out))
  const warm = await step('Building the large case, warm', () => buildTimed(folder, out))
  const printed = await step('Printing', () => timePrinting(folder, out))
  return [
    [`${size.files} files, ${size.decisions} decisions, ${size.evidence} pieces of evidence`, ''],
    ['Build with PDFs, cold', seconds(cold.ms)],
    ['Build with PDFs, warm', seconds(warm.ms)],
    ['Site alone, warm (less printing)', seconds(warm.ms - printed.ms), '≤ 12 s'],
    ['Check', seconds(await timeCheck(folder))],
    ['Peak memory of the build, browser apart', megabytes(warm), '≤ 1000 MB'],
  ]
}

async function viewRows(out: string): Promise<readonly Row[]> {
  const { narrative, deck } = await withBrowser(async (browser) => ({
    narrative: await firstView(browser, out, ''),
    deck: await firstView(browser, out, 'deck/'),
  }))
  return [
    ['Narrative, first view, gzip', kilobytes(narrative.total), '≤ 75 kB'],
    ['  of which script', kilobytes(narrative.script), '0 kB'],
    ['Deck, first view, gzip', kilobytes(deck.total), '≤ 120 kB'],
    ['  of which script', kilobytes(deck.script), '≤ 45 kB'],
  ]
}

/** Prints the PDFs of a built site once more, into a copy. */
async function timePrinting(caseFolder: string, out: string) {
  const folder = `${out}-printed`
  await cp(out, folder, { recursive: true })
  const read = await readCase(caseFolder)
  const start = performance.now()
  const paths = await printHandouts({ folder, base: '/', read })
  const ms = performance.now() - start
  const sizes = paths.map(async (path) => ({
    name: `  ${basename(path)}`,
    bytes: (await stat(path)).size,
  }))
  return { ms, sizes: await Promise.all(sizes) }
}

async function timeCheck(folder: string): Promise<number> {
  const start = performance.now()
  const { check } = await import('./command/check.ts')
  await check({ case: folder }, () => undefined)
  return performance.now() - start
}

function printTable(rows: readonly Row[]): void {
  const width = (column: 0 | 1) => Math.max(...rows.map((row) => row[column].length))
  const [first, second] = [width(0), width(1)]
  const lines = rows.map(([what, measured, budget = '']) =>
    [what.padEnd(first), measured.padStart(second), budget].join('   ').trimEnd(),
  )
  console.log(`\n${lines.join('\n')}`)
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`
}

function megabytes({ peak }: Run): string {
  return `${Math.round(peak / 1e6)} MB`
}
