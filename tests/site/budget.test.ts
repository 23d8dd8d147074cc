/** What a first view weighs, gzipped, as the table of budgets in the design says. */
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type OpenSite, openSite } from './site.ts'

/** 1 kB = 1000 bytes. */
const KB = 1000

let site: OpenSite

beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

it('the narrative takes at most 75 kB, of which 1.5 kB script: what asks for the search', async () => {
  const { total, script } = await weigh('')
  expect(total).toBeLessThanOrEqual(75 * KB)
  expect(script).toBeLessThanOrEqual(1.5 * KB)
})

it('the deck takes at most 120 kB, of which 45 kB script', async () => {
  const { total, script } = await weigh('deck/')
  expect(total).toBeLessThanOrEqual(120 * KB)
  expect(script).toBeLessThanOrEqual(45 * KB)
})

it('the speaker view takes at most 120 kB, of which 10 kB script', async () => {
  const { total, script } = await weigh('deck/speaker/')
  expect(total).toBeLessThanOrEqual(120 * KB)
  expect(script).toBeLessThanOrEqual(10 * KB)
})

it('the trace takes at most 75 kB, of which 10 kB script', async () => {
  const { total, script } = await weigh('trace/')
  expect(total).toBeLessThanOrEqual(75 * KB)
  expect(script).toBeLessThanOrEqual(10 * KB)
})

interface Weight {
  /** Bytes of everything that is loaded, text gzipped. */
  readonly total: number
  /** Bytes of script, in files and in the page. */
  readonly script: number
  /** Script elements that run. */
  readonly scripts: number
}

async function weigh(path: string): Promise<Weight> {
  const context = await site.browser.newContext({ viewport: { width: 1280, height: 720 } })
  const page = await context.newPage()
  const loaded: Promise<{ readonly bytes: number; readonly isScript: boolean }>[] = []
  page.on('response', (response) => {
    if (!response.url().startsWith(site.url) || !response.ok()) return
    const isScript = response.request().resourceType() === 'script'
    loaded.push(response.body().then((body) => ({ bytes: gzipSync(body).length, isScript })))
  })
  await page.goto(site.url + path, { waitUntil: 'networkidle' })
  const inline = await page.evaluate(() =>
    [...document.scripts]
      .filter((script) => !/json|speculationrules/.test(script.type))
      .map((script) => script.textContent ?? ''),
  )
  page.removeAllListeners('response')
  const files = await Promise.all(loaded)
  await context.close()
  const ofFiles = sum(files.filter(({ isScript }) => isScript).map(({ bytes }) => bytes))
  const ofPage = sum(inline.filter((text) => text !== '').map((text) => gzipSync(text).length))
  return {
    total: sum(files.map(({ bytes }) => bytes)),
    script: ofFiles + ofPage,
    scripts: inline.length,
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
