/** Rows of builds: of the first case, and of one that is far larger than any team's. */
import { appendFile, cp, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { withBrowser } from '../../src/node/browser/index.ts'
import { type Handout, handoutsOf, printHandouts } from '../../src/node/print/index.ts'
import { readCase } from '../../src/node/read/read-case.ts'
import { step } from '../../src/node/run/progress.mjs'
import { renderPages } from '../../src/node/site/pages.ts'
import { storeFolder } from '../../src/node/store/index.ts'
import { buildTimed, type Run } from './run.ts'
import { writeSynthetic } from './synthetic.ts'
import { kilobytes, megabytes, type Row, seconds } from './table.ts'

/** The most that builds may take, s. */
interface Budgets {
  readonly cold: number
  readonly changed: number
  readonly unchanged: number
}

/** As often is measured what is short, and the least counts: others use the machine too. */
const TIMES = 3

/** Everything of a case: built cold, unchanged, and after one sentence more. Its PDFs, each alone. */
export async function caseRows(from: string, scratch: string): Promise<readonly Row[]> {
  const folder = join(scratch, 'case')
  await cp(from, folder, { recursive: true })
  const { rows, last } = await buildRows(folder, { cold: 8, changed: 3, unchanged: 0.7 })
  const printed = await step('Printing', () => timePrinting(folder, join(scratch, 'site')))
  return [
    ...rows,
    { what: 'All PDFs, side by side', ...seconds(printed.together), budget: 4 },
    ...printed.alone.flatMap(({ name, ms, bytes }): readonly Row[] => [
      { what: `${name}, alone`, ...seconds(ms), ...(name === 'deck.pdf' && { budget: 1.5 }) },
      { what: `${name}, size`, ...kilobytes(bytes) },
    ]),
    { what: 'Check, once loaded', ...seconds(await timeCheck(folder)) },
    { what: 'Peak memory of Node in a build', ...megabytes(last.memory.node) },
  ]
}

/** The same of a thousand decisions with five thousand pieces of evidence. */
export async function largeRows(scratch: string): Promise<readonly Row[]> {
  const folder = join(scratch, 'large')
  const size = await writeSynthetic(folder)
  const { rows, most } = await buildRows(folder, { cold: 60, changed: 12, unchanged: 2 })
  return [
    {
      what: `${size.files} files, ${size.decisions} decisions, ${size.evidence} pieces of evidence`,
    },
    ...rows,
    { what: 'Peak memory of Node', ...megabytes(most), budget: 1000 },
    { what: 'Check, once loaded', ...seconds(await timeCheck(folder)), budget: 1 },
  ]
}

async function buildRows(folder: string, budgets: Budgets) {
  const out = `${folder}-out`
  const runs: Run[] = []
  const build = async () => {
    const run = await buildTimed(folder, out)
    runs.push(run)
    return run
  }
  const cold = await step('Building cold', build)
  const unchanged = await step('Building what is unchanged', () => least(build))
  const { documents } = await readCase(folder)
  const file = join(folder, documents.at(-1)?.file ?? '')
  let edit = 0
  const changed = await step('Building after one sentence more', () =>
    least(async () => {
      edit += 1
      await appendFile(file, `\n\nA sentence more, the ${edit}th.\n`)
      return build()
    }),
  )
  const rows: readonly Row[] = [
    { what: 'Unchanged build, everything', ...seconds(unchanged.ms), budget: budgets.unchanged },
    { what: 'One sentence changed, everything', ...seconds(changed.ms), budget: budgets.changed },
    { what: 'Cold build, everything', ...seconds(cold.ms), budget: budgets.cold },
  ]
  return { rows, last: changed, most: Math.max(...runs.map(({ memory }) => memory.node)) }
}

async function least(measure: () => Promise<Run>): Promise<Run> {
  const runs: Run[] = []
  for (let time = 1; time <= TIMES; time += 1) runs.push(await measure())
  return runs.reduce((best, run) => (run.ms < best.ms ? run : best))
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
