/** Rows of a first view: what it weighs, and what somebody far away with a slow telephone waits for. */
import { join } from 'node:path'
import type { Browser } from 'playwright'
import { withBrowser } from '../../src/node/browser/index.ts'
import { step } from '../../src/node/run/progress.mjs'
import { serve } from '../../src/node/serve/index.ts'
import { firstView } from './first-view.ts'
import { buildTimed } from './run.ts'
import { kilobytes, type Row } from './table.ts'

/** A processor so many times slower, and Slow 4G: ms there and back, bytes a second. */
const SLOWER = 4
const SLOW_4G = { latency: 562, downloadThroughput: 1.44e6 / 8, uploadThroughput: 675e3 / 8 }

/** The screens of a telephone and of a laptop, px. */
const PHONE = { width: 412, height: 823 }
const WIDE = { width: 1280, height: 800 }

/** Each view is measured so often, and the earliest counts: others use the machine too. */
const TIMES = 3

/** Milliseconds in which a page may still move, once all is loaded. */
const REST = 1500

/** When somebody first sees something, and the most of it, ms; by how much things have moved. */
interface Painted {
  readonly first: number
  readonly largest: number
  readonly shift: number
}

/** Builds the case, and looks at its narrative and deck. */
export async function viewRows(folder: string, scratch: string): Promise<readonly Row[]> {
  const out = join(scratch, 'site')
  await step('Building', () => buildTimed(folder, out, { pdfs: false }))
  return withBrowser(async (browser) => {
    const narrative = await firstView(browser, out, '')
    const deck = await firstView(browser, out, 'deck/')
    return [
      { what: 'Narrative, first view, gzip', ...kilobytes(narrative.total), budget: 75 },
      { what: '  of which script', ...kilobytes(narrative.script), budget: 1.5 },
      { what: 'Deck, first view, gzip', ...kilobytes(deck.total), budget: 120 },
      { what: '  of which script', ...kilobytes(deck.script), budget: 45 },
      {
        what: `Processor ${SLOWER} times slower, Slow 4G with ${SLOW_4G.latency} ms there and back`,
      },
      ...paintRows('Narrative', await paintedFrom(browser, out, ''), 1200),
      ...paintRows('Deck', await paintedFrom(browser, out, 'deck/'), 1600),
      ...paintRows('Deck, wide', await paintedFrom(browser, out, 'deck/', WIDE), 1600),
    ]
  })
}

/** @param budget ms, where there is one. */
export function paintRows(
  what: string,
  { first, largest, shift }: Painted,
  budget?: number,
): readonly Row[] {
  const limit = budget === undefined ? {} : { budget }
  return [
    { what: `${what}, first paint`, amount: first, unit: 'ms', ...limit },
    { what: `${what}, largest paint`, amount: largest, unit: 'ms', ...limit },
    {
      what: `${what}, layout shift`,
      // Of the share of the screen that moves, times how far: a thousandth is less than a letter.
      amount: Math.round(shift * 1000) / 1000,
      unit: 'shift',
      ...(budget === undefined ? {} : { budget: 0 }),
    },
  ]
}

/** Of a page of a folder, served as `start` does: the earliest paints of some views, and the most shift. */
export async function paintedFrom(
  browser: Browser,
  folder: string,
  path: string,
  screen = PHONE,
): Promise<Painted> {
  const server = await serve(folder)
  try {
    return await painted(browser, server.url + path, screen)
  } finally {
    await server.close()
  }
}

/** The same of an address. */
async function painted(browser: Browser, url: string, screen: typeof PHONE): Promise<Painted> {
  const views: Painted[] = []
  for (let time = 1; time <= TIMES; time += 1) views.push(await view(browser, url, screen))
  return {
    first: Math.min(...views.map(({ first }) => first)),
    largest: Math.min(...views.map(({ largest }) => largest)),
    shift: Math.max(...views.map(({ shift }) => shift)),
  }
}

/** With nothing in the browser's cache. */
async function view(browser: Browser, url: string, viewport: typeof PHONE): Promise<Painted> {
  const context = await browser.newContext({ viewport })
  try {
    const page = await context.newPage()
    page.setDefaultTimeout(120_000)
    const session = await context.newCDPSession(page)
    await session.send('Network.enable')
    await session.send('Network.emulateNetworkConditions', { offline: false, ...SLOW_4G })
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
    await page.addInitScript(watchPaints)
    await page.goto(url, { waitUntil: 'networkidle', timeout: 120_000 })
    await page.waitForTimeout(REST)
    return await page.evaluate(() => window.benchPaints())
  } finally {
    await context.close()
  }
}

declare global {
  interface Window {
    benchPaints: () => Painted
  }
}

/** Runs in the page: it is read from there alone. */
function watchPaints(): void {
  const seen = { first: 0, largest: 0, shift: 0 }
  const watch = (type: string, take: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({
      type,
      buffered: true,
    })
  watch('paint', (entry) => {
    if (entry.name === 'first-contentful-paint') seen.first = entry.startTime
  })
  watch('largest-contentful-paint', (entry) => {
    seen.largest = entry.startTime
  })
  watch('layout-shift', (entry) => {
    seen.shift += (entry as PerformanceEntry & { readonly value: number }).value // as the type says
  })
  window.benchPaints = () => seen
}
