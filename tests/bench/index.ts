/** `npm run bench`: measures what people wait for and carry, and prints tables with the budgets. */
import { rmSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readHistory } from '../../src/node/history/index.ts'
import { onInterrupt } from '../../src/node/run/interrupt.ts'
import { step } from '../../src/node/run/progress.mjs'
import { faultsOfBuilds, writeCases } from './at-once.ts'
import { caseRows, largeRows } from './builds.ts'
import { deckRows } from './deck.ts'
import { installRows } from './install.ts'
import { writeLongHistory } from './long-history.ts'
import { takeLooks } from './looks.ts'
import { peerRows } from './peers/index.ts'
import { printingRows } from './printing.ts'
import { roomRows } from './room.ts'
import { saveRows } from './save.ts'
import { type Row, seconds, table, verdict } from './table.ts'
import { viewRows } from './view.ts'

/** What can be measured by itself: `npm run bench -- dev`. The command line has the same names. */
const PARTS: Readonly<Record<string, (from: From) => Promise<readonly Row[]>>> = {
  case: ({ folder, scratch }) => caseRows(folder, scratch),
  dev: ({ folder, scratch }) => saveRows(folder, scratch),
  view: ({ folder, scratch }) => viewRows(folder, scratch),
  large: ({ scratch }) => largeRows(scratch),
  deck: ({ scratch }) => deckRows(scratch),
  printing: ({ scratch }) => printingRows(scratch),
  install: ({ scratch }) => installRows(scratch),
  history: ({ scratch }) => step('Reading a long history', () => historyRows(scratch)),
  'at-once': ({ scratch }) => step('Building at once', () => mixedRows(join(scratch, 'mixed'))),
  room: ({ scratch }) => step('Following in a room', () => roomRows(scratch)),
}

interface From {
  /** Of the case. */
  readonly folder: string
  /** For this part alone; it goes at the end. */
  readonly scratch: string
}

/**
 * Measures some parts, or all, and prints as it goes. Resolves to the exit code.
 * @param asked Names of parts; `--peers`: other tools too, with the same content, in turn.
 */
export async function run(folder: string, ...asked: readonly string[]): Promise<number> {
  const peers = asked.includes('--peers')
  const parts = asked.filter((one) => one !== '--peers')
  if (parts.includes('looks')) return takeLooks()
  const wanted = parts.length > 0 || peers ? parts : Object.keys(PARTS)
  const all: Row[] = []
  for (const name of wanted) {
    const rows = await inScratch(
      async (scratch) => (await PARTS[name]?.({ folder, scratch })) ?? [],
    )
    console.log(`\n${name}\n${table(rows)}`)
    all.push(...rows)
  }
  if (peers) {
    const rows = await inScratch(peerRows)
    console.log(`\npeers\n${table(rows)}`)
    all.push(...rows)
  }
  console.log(`\n${verdict(all)}`)
  return 0
}

/** A part finds nothing that was drawn, measured or printed before: its first build is cold. */
async function inScratch<T>(measure: (scratch: string) => Promise<T>): Promise<T> {
  const scratch = await mkdtemp(join(tmpdir(), 'throughline-bench-'))
  const leave = onInterrupt(() => rmSync(scratch, { recursive: true, force: true }))
  process.env.THROUGHLINE_STORE = join(scratch, 'kept')
  try {
    return await measure(scratch)
  } finally {
    leave()
    await rm(scratch, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 })
  }
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
