/** Measures how long a saved change takes to be seen in `dev`. */
import { spawn } from 'node:child_process'
import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { withBrowser } from '../../src/node/browser/index.ts'
import { type ReadCase, readCase } from '../../src/node/read/read-case.ts'
import { step } from '../../src/node/run/progress.mjs'
import { COMMAND } from './run.ts'
import { type Row, seconds } from './table.ts'

const TIMES = 9

/** What `dev` prints once it serves: `Narrative  http://127.0.0.1:4321/` */
const RE_ADDRESS = /Narrative +(\S+)/

/** How far a reader has come, px. */
const PLACE = 900

/** How long `dev` takes until its first page is there, and until a saved word is seen, in a copy of the case. */
export async function saveRows(caseFolder: string, scratch: string): Promise<readonly Row[]> {
  const folder = join(scratch, 'live')
  await cp(caseFolder, folder, { recursive: true })
  const cold = await step('Starting dev, cold', () => timeReady(folder))
  const warm = await step('Starting dev', async () =>
    Math.min(await timeReady(folder), await timeReady(folder), await timeReady(folder)),
  )
  const dev = await startDev(folder, ['--port', '0'])
  try {
    return await withBrowser(async (browser) => [
      { what: 'dev until its first page is there, cold', ...seconds(cold) },
      { what: 'dev until its first page is there, warm', ...seconds(warm), budget: 2 },
      ...(await savedRows(await browser.newPage(), folder, { url: dev.url, what: 'narrative' })),
      ...(await savedRows(await browser.newPage(), folder, {
        url: `${dev.url}deck/`,
        what: 'deck',
      })),
    ])
  } finally {
    dev.stop()
  }
}

async function timeReady(folder: string): Promise<number> {
  const start = performance.now()
  const { url, stop } = await startDev(folder, ['--port', '0'])
  await (await fetch(url, { headers: { accept: 'text/html' } })).text()
  stop()
  return performance.now() - start
}

/** Changes the words above a list again and again. */
async function savedRows(
  page: Page,
  folder: string,
  { url, what }: { readonly url: string; readonly what: string },
): Promise<readonly Row[]> {
  await page.goto(url, { waitUntil: 'networkidle' })
  const { sources } = await readCase(folder)
  const [file, words] = leadInOf(sources)
  const path = join(folder, file)
  const before = await readFile(path, 'utf8')
  const changed = (time: number) => `${words} for the ${time}th time`
  await page.evaluate((place) => {
    scrollTo({ top: place, behavior: 'instant' })
    // What stands there must stay the same element, at the same height of the screen.
    Object.assign(window, { seen: document.elementFromPoint(innerWidth / 2, innerHeight / 2) })
  }, PLACE)
  const place = () =>
    page.evaluate(() => {
      const { seen } = window as { seen?: Element | null }
      return `${seen?.isConnected && Math.round(seen.getBoundingClientRect().top)} ${location.hash}`
    })
  const at = await place()
  const times: number[] = []
  let lost = 0
  for (let time = 1; time <= TIMES; time += 1) {
    // Looked for by the page itself: whoever asks it from outside does so ten times a second.
    await page.evaluate(watchFor, changed(time))
    const start = performance.now()
    await writeFile(path, before.replace(words, changed(time)))
    await page.evaluate(() => (window as { shown?: Promise<void> }).shown)
    times.push(performance.now() - start)
    if ((await place()) !== at) lost += 1
    await page.waitForTimeout(REST)
  }
  await writeFile(path, before)
  await page.close()
  const sorted = times.toSorted((a, b) => a - b)
  return [
    {
      what: `Save to visible, ${what}, median of ${TIMES}`,
      amount: sorted[Math.floor(TIMES / 2)] ?? 0,
      unit: 'ms',
      budget: 100,
    },
    { what: '  least', amount: sorted[0] ?? 0, unit: 'ms' },
    { what: '  times that the place was lost', amount: lost, unit: 'faults', budget: 0 },
  ]
}

/** Runs in the page: what it starts is over once some words stand there and are painted. */
function watchFor(words: string): void {
  const shown = new Promise<void>((resolve) => {
    const look = () => {
      if (!document.body.textContent?.includes(words)) return
      observer.disconnect()
      requestAnimationFrame(() => setTimeout(resolve))
    }
    const observer = new MutationObserver(look)
    observer.observe(document.body, { childList: true, characterData: true, subtree: true })
  })
  Object.assign(window, { shown })
}

/** Milliseconds in which `dev` has done what can wait. */
const REST = 400

// Matches "Services are disjointed when:", the words above a list.
const RE_LEAD_IN = /^([A-Z][^()\n]{9,}):$/m

/** The first words above a list, which stand on the page and on a slide, and their file. */
function leadInOf(sources: ReadCase['sources']): readonly [file: string, words: string] {
  for (const { file, text } of sources) {
    const [, words] = RE_LEAD_IN.exec(text) ?? []
    if (words !== undefined) return [file, words]
  }
  throw new Error('Expected a list in the case')
}

/**
 * Runs `dev` in a process of its own, until `stop`; resolves once it serves.
 * @param more Further options, as typed.
 * @throws where it ends before that, with what it said.
 */
export function startDev(
  folder: string,
  more: readonly string[] = [],
): Promise<{ url: string; stop: () => void }> {
  return addressOfDev(process.execPath, [COMMAND, 'dev', '--case', folder, ...more])
}

/** The same of a program, however it is installed. */
export function addressOfDev(
  program: string,
  args: readonly string[],
  cwd = process.cwd(),
): Promise<{ url: string; stop: () => void }> {
  // What a test runner says of itself would reach the pages.
  const { NODE_ENV, VITEST, ...env } = process.env
  const child = spawn(program, args, { env, cwd })
  const stop = () => child.kill()
  return new Promise((resolve, reject) => {
    let said = ''
    const listen = (chunk: Buffer) => {
      said += chunk
      const url = RE_ADDRESS.exec(said)?.[1]
      if (url !== undefined) resolve({ url, stop })
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.on('exit', () => reject(new Error(`dev stopped:\n${said}`)))
  })
}
