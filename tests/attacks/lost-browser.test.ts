/** A browser that hangs, takes too long or is killed: a limit of time, one more try, and a clear message. */
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import { type BrowserOnDemand, browserOnDemand } from '../../src/node/browser/index.ts'
import { doJob, isBrowserEnded } from '../../src/node/browser/job.ts'
import { measureDeck } from '../../src/node/fit/measure.ts'
import { drawDiagrams } from '../../src/node/mermaid/index.ts'
import { mermaidPage } from '../../src/node/mermaid/mermaid-page.ts'
import { usePagesOf } from '../../src/node/mermaid/page-pool.ts'
import { eachInPrintTab } from '../../src/node/print/tab-pool.ts'
import { readCase } from '../../src/node/read/read-case.ts'
import { runningBelow } from './processes.ts'

let folder: string
let browser: BrowserOnDemand

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lost-browser-'))
  browser = browserOnDemand()
})
afterEach(() => vi.unstubAllEnvs())
afterAll(async () => {
  await browser.close()
  await rm(folder, { recursive: true, force: true })
})

/** As the system does where memory is short. */
function killBrowser(): void {
  const all = runningBelow(process.pid).filter(({ command }) => command.includes('--headless'))
  expect(all.length).toBeGreaterThan(0)
  for (const { id } of all) process.kill(id, 'SIGKILL')
}

const JOB = { what: 'printing deck/index.html', seconds: 60 }

it('stops a job that takes longer than it may, and names it', async () => {
  const endless = doJob({ ...JOB, seconds: 0.05 }, () => new Promise(() => undefined))
  await expect(endless).rejects.toThrow(
    'Stopped printing deck/index.html: it took longer than 1 s. Look for what is extreme there; ' +
      'on a slow machine, set THROUGHLINE_PATIENCE=3 to wait three times as long',
  )
})

it('takes no words of an author for the end of a browser', () => {
  const said =
    'page.evaluate: Error: Parse error on line 2: the browser has been closed, Target crashed'
  expect(isBrowserEnded(new Error(said))).toBe(false)
})

it('says so where a browser does not answer', async () => {
  const program = join(folder, 'chrome-that-hangs')
  await writeFile(program, `#!/bin/sh\nsleep 600 # ${folder}\n`)
  await chmod(program, 0o755)
  vi.stubEnv('CHROMIUM_PATH', program)
  vi.stubEnv('THROUGHLINE_PATIENCE', '0.01')
  const { start } = browserOnDemand()
  await expect(start()).rejects.toThrow(
    `The browser at ${program} does not start (it did not answer for 1 s).`,
  )
  // It goes with us; `leftover-processes` proves that.
})

it('prints once more where the browser was killed, and no third time', async () => {
  await writeFile(join(folder, 'page.html'), '<!doctype html><title>A page</title><p>Words')
  const print = async (killed: number): Promise<string> => {
    let time = 0
    const [title = ''] = await eachInPrintTab(
      { start: browser.start, site: { folder, base: '/' } },
      [{ page: 'page.html' }],
      (tab) =>
        doJob(JOB, async () => {
          const opened = await tab()
          time += 1
          if (time <= killed) killBrowser()
          return (await opened.print({ page: 'page.html' })).title
        }),
    )
    return title
  }
  expect(await print(1)).toBe('A page')
  await expect(print(2)).rejects.toThrow(
    'Stopped printing deck/index.html: the browser ended twice. Look for what is extreme there; ' +
      'if memory is short, close other programs',
  )
})

it('waits for no deck whose script fails, and for none without slides', async () => {
  const measure = async (html: string) => {
    await mkdir(join(folder, 'deck'), { recursive: true })
    await writeFile(
      join(folder, 'deck', 'index.html'),
      `<!doctype html><title>A deck</title>${html}`,
    )
    return measureDeck(await browser.start(), { site: { folder, base: '/' }, page: 'deck/' })
  }
  const slides = '<main class="reveal"><section class="slide">Why</section></main>'
  await expect(measure(`${slides}<script>throw new Error('No room')</script>`)).rejects.toThrow(
    'No room',
  )
  expect((await measure('<main class="reveal"></main>')).settings).toEqual([])
})

it('draws once more where the browser was killed between two diagrams', async () => {
  const page = mermaidPage(browser.start, 'thread')
  expect((await page.draw('flowchart LR\n  a --> b')).drawn.ok).toBe(true)
  killBrowser()
  expect((await page.draw('flowchart LR\n  c --> d')).drawn.ok).toBe(true)
  await page.close()
})

it('names the block whose diagram takes too long', async () => {
  const each = Array.from({ length: 150 }, (_, one) => `  n${one} --> n${(one * 7) % 150}`)
  const extreme = Array.from({ length: 3 }, () => each.join('\n')).join('\n')
  const text = `# A case\n\n\`\`\`mermaid\nflowchart LR\n${extreme}\n\`\`\`\n`
  await writeFile(join(folder, '10-case.mdx'), text)
  const read = await readCase(folder, 'public', { store: join(folder, 'kept') })
  vi.stubEnv('THROUGHLINE_PATIENCE', '0.02')
  const found = await drawDiagrams(read, usePagesOf(browser.start))
  expect(found.map(({ place, message }) => [place.file, place.line, message])).toEqual([
    [
      '10-case.mdx',
      3,
      expect.stringMatching(
        /^Unexpected Mermaid block that does not draw: it took longer than \d s\./,
      ),
    ],
  ])
})
