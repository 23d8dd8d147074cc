/** Measures how long a saved change takes to be seen in `dev`. */
import { spawn } from 'node:child_process'
import { appendFile, cp } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { withBrowser } from '../../src/node/browser/index.ts'
import { readCase } from '../../src/node/read/read-case.ts'
import { COMMAND } from './run.ts'

const TIMES = 5

/** What `dev` prints once it serves: `Narrative  http://127.0.0.1:4321/` */
const RE_ADDRESS = /Narrative +(\S+)/

/** Median of some saves, in milliseconds, in a copy of the case made in `scratch`. */
export async function saveToVisible(caseFolder: string, scratch: string): Promise<number> {
  const folder = join(scratch, 'live')
  await cp(caseFolder, folder, { recursive: true })
  const { documents } = await readCase(folder)
  const file = documents.at(-1)?.file ?? ''
  const { url, stop } = await startDev(folder)
  try {
    return await withBrowser(async (browser) => {
      const page = await browser.newPage()
      await page.goto(url)
      const times: number[] = []
      for (let time = 1; time <= TIMES; time++)
        times.push(await save(page, join(folder, file), time))
      return times.toSorted((a, b) => a - b)[Math.floor(TIMES / 2)] ?? Number.NaN
    })
  } finally {
    stop()
  }
}

async function save(page: Page, file: string, time: number): Promise<number> {
  const words = `Saved for the ${time}th time.`
  const start = performance.now()
  await appendFile(file, `\n\n${words}\n`)
  await page.getByText(words).first().waitFor({ state: 'attached' })
  return performance.now() - start
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
  // Where a test runner says that it runs, Astro serves no pages.
  const { NODE_ENV, VITEST, ...env } = process.env
  const child = spawn(process.execPath, [COMMAND, 'dev', '--case', folder, ...more], { env })
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
