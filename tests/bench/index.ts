/** `npm run bench`: measures one case and a very large one, and prints a table with the budgets. */
import { rmSync } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { withBrowser } from '../../src/node/browser/index.ts'
import { readHistory } from '../../src/node/history/index.ts'
import { type Handout, handoutsOf, printHandouts } from '../../src/node/print/index.ts'
import { readCase } from '../../src/node/read/read-case.ts'
import { onInterrupt } from '../../src/node/run/interrupt.ts'
import { step } from '../../src/node/run/progress.mjs'
import { renderPages } from '../../src/node/site/pages.ts'
import { storeFolder } from '../../src/node/store/index.ts'
import { faultsOfBuilds, writeCases } from './at-once.ts'
import { deckRows } from './deck.ts'
import { firstView } from './first-view.ts'
import { writeLongHistory } from './long-history.ts'
import { takeLooks } from './looks.ts'

import { printingRows } from './printing.ts'
import { roomRows } from './room.ts'
import { buildTimed } from './run.ts'
import { saveToVisible } from './save.ts'
import { writeSynthetic } from './synthetic.ts'
import { kilobytes, megabytes, type Row, seconds, table, verdict } from './table.ts'

/** Measures, and prints as it goes. Resolves to the exit code. */
export async function run(folder: string, what?: string): Promise<number> {
  if (what === 'looks') return takeLooks()
  const scratch = await mkdtemp(join(tmpdir(), 'throughline-bench-'))
  const leave = onInterrupt(() => rmSync(scratch, { recursive: true, force: true }))
  // The first build finds nothing that was drawn, measured or printed before, and so is cold.
  process.env.THROUGHLINE_STORE = join(scratch, 'kept')
  try {
    const rows = await ownRows(folder, scratch)
    console.log(`\n${table(rows)}`)
    const large = await largeRows(scratch)
    console.log(`\n${table(large)}`)
    const deck = await deckRows(scratch)
    console.log(`\n${table(deck)}`)
    const printing = await printingRows(scratch)
    console.log(`\n${table(printing)}`)
    const history = await step('Reading a long history', () => historyRows(scratch))
    console.log(`\n${table(history)}`)
    const mixed = await step('Building at once', () => mixedRows(join(scratch, 'mixed')))
    console.log(`\n${table(mixed)}`)
    const room = await step('Following in a room', () => roomRows(scratch))
    console.log(`\n${table(room)}`)
    const all = [...rows, ...large, ...deck, ...printing, ...history, ...mixed, ...room]
    console.log(`\n${verdict(all)}`)
    return 0
  } finally {
    leave()
    await rm(scratch, { recursive: true, force: true })
  }
}

async function ownRows(folder: string, scratch: string): Promise<readonly Row[]> {
  const out = join(scratch, 'site')
  const cold = await step('Building cold', () => buildTimed(folder, out))
  const warm = await step('Building warm', () => buildTimed(folder, out))
  const printed = await step('Printing', () => timePrinting(folder, out))
  const saves = await step('Saving', () => saveToVisible(folder, scratch))
  return [
    { what: 'Build with PDFs, cold', ...seconds(cold.ms), budget: 7 },
    { what: 'Build with PDFs, warm', ...seconds(warm.ms), budget: 5 },
    { what: 'Site alone, cold (less printing)', ...seconds(cold.ms - cold.printing), budget: 5 },
    { what: 'Site alone, warm (less printing)', ...seconds(warm.ms - warm.printing), budget: 4 },
    { what: 'All PDFs, side by side', ...seconds(printed.together), budget: 4 },
    ...printed.alone.flatMap(({ name, ms, bytes }): readonly Row[] => [
      { what: `${name}, alone`, ...seconds(ms), ...(name === 'deck.pdf' && { budget: 1.5 }) },
      { what: `${name}, size`, ...kilobytes(bytes) },
    ]),
    { what: 'Check, once loaded', ...seconds(await timeCheck(folder)) },
    ...(await viewRows(out)),
    { what: 'Save to visible, median of 5', amount: saves, unit: 'ms', budget: 500 },
    { what: 'Peak memory of the build, browser apart', ...megabytes(warm.memory.node) },
  ]
}

/** Twice: only the first has to draw some hundreds of diagrams. */
async function largeRows(scratch: string): Promise<readonly Row[]> {
  const folder = join(scratch, 'large')
  const size = await writeSynthetic(folder)
  const out = join(scratch, 'large-site')
  const cold = await step('Building the large case, cold', () =>
    buildTimed(folder, out, { pdfs: false }),
  )
  const warm = await step('Building the large case, warm', () =>
    buildTimed(folder, out, { pdfs: false }),
  )
  return [
    {
      what: `${size.files} files, ${size.decisions} decisions, ${size.evidence} pieces of evidence`,
    },
    { what: 'Site alone, cold', ...seconds(cold.ms) },
    { what: 'Site alone, warm', ...seconds(warm.ms), budget: 12 },
    { what: 'Check, once loaded', ...seconds(await timeCheck(folder)), budget: 1 },
    {
      what: 'Peak memory of the build, browser apart',
      ...megabytes(warm.memory.node),
      budget: 1000,
    },
  ]
}

/** Twice: only the first look reads every commit. */
async function historyRows(scratch: string): Promise<readonly Row[]> {
  const { folder, commits, files } = await writeLongHistory(join(scratch, 'history'))
  const look = async () => {
    const start = performance.now()
    await readHistory(folder, { size: files, store: join(scratch, 'kept') })
    return performance.now() - start
  }
  return [
    { what: `${commits} commits of ${files} files` },
    { what: 'History, cold', ...seconds(await look()), budget: 20 },
    { what: 'History, warm', ...seconds(await look()), budget: 0.5 },
  ]
}

/** Builds that begin from 0 to 3 s after each other. */
async function mixedRows(scratch: string): Promise<readonly Row[]> {
  await writeCases(scratch)
  const faults: string[] = []
  for (let round = 0; round < ROUNDS; round++)
    faults.push(...(await faultsOfBuilds(scratch, [round / 10, 1 - round / 10, 2, 3])))
  return [
    ...faults.map((what) => ({ what })),
    { what: `${5 * ROUNDS} builds at once`, amount: faults.length, unit: 'faults', budget: 0 },
  ]
}

const ROUNDS = 8

async function viewRows(out: string): Promise<readonly Row[]> {
  const { narrative, deck } = await withBrowser(async (browser) => ({
    narrative: await firstView(browser, out, ''),
    deck: await firstView(browser, out, 'deck/'),
  }))
  return [
    { what: 'Narrative, first view, gzip', ...kilobytes(narrative.total), budget: 75 },
    { what: '  of which script', ...kilobytes(narrative.script), budget: 0 },
    { what: 'Deck, first view, gzip', ...kilobytes(deck.total), budget: 120 },
    { what: '  of which script', ...kilobytes(deck.script), budget: 45 },
  ]
}

/** Prints the PDFs of a case anew, beside its built site: together, and one after the other. */
async function timePrinting(caseFolder: string, out: string) {
  const folder = `${out}-printed`
  const read = await readCase(caseFolder)
  await renderPages(read, folder)
  return withBrowser(async (browser) => {
    const print = async (which: readonly Handout[]) => {
      await rm(storeFolder(read.store, 'printed'), { recursive: true, force: true })
      const start = performance.now()
      const { paths } = await printHandouts({ folder, base: '/', read }, async () => browser, which)
      return { ms: performance.now() - start, paths }
    }
    const { ms: together } = await print(handoutsOf(read))
    const alone = []
    for (const handout of handoutsOf(read)) {
      const { ms, paths } = await print([handout])
      for (const path of paths)
        alone.push({
          name: handout.file.replace('handouts/', ''),
          ms,
          bytes: (await stat(path)).size,
        })
    }
    return { together, alone }
  })
}

/** Its own work, in milliseconds: without starting Node and loading the code. */
async function timeCheck(folder: string): Promise<number> {
  const { check } = await import('../../src/cli/commands/check.ts')
  const start = performance.now()
  await check({ case: folder }, () => undefined)
  return performance.now() - start
}
