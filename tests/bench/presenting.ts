/** Measures how a deck of reveal.js presents, on a slow machine: ours, or any other. */
import type { Browser, CDPSession, Page } from 'playwright'

/** Slow-down of the machine: about a cheap laptop. */
const SLOWER = 4

const PRESSES = 30
const WALK = 300

/** Times in ms, each until the frame that shows it. */
export interface Presenting {
  /** From the address until a key has moved the deck. */
  readonly usable: number
  /** One slide on, median of 30. */
  readonly next: number
  /** Until the go-to box stands open. */
  readonly box: number
  /** From Enter in the box until the slide in the middle of the deck. */
  readonly goTo: number
  readonly overview: number
  /** Once usable, and after the walk. */
  readonly before: Held
  readonly after: Held
}

/** What the page holds after garbage has been collected. */
export interface Held {
  /** Bytes of the script's heap. */
  readonly heap: number
  /** Nodes of the document, and those that script keeps. */
  readonly nodes: number
}

/**
 * Opens a deck and presses its keys.
 * @param where `middle`: number of a slide in the middle, 1-based. `walk`: over so many slides.
 * @throws when the deck does not start within a minute or two, or a key does nothing.
 */
export async function measurePresenting(
  browser: Browser,
  url: string,
  { middle, walk = WALK }: { readonly middle: number; readonly walk?: number },
): Promise<Presenting> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } })
  page.setDefaultTimeout(120_000)
  try {
    const session = await page.context().newCDPSession(page)
    await session.send('Performance.enable')
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
    await page.addInitScript(installKeys)
    await page.goto(url, { waitUntil: 'commit' })
    const usable = await usableAfter(page)
    const before = await heldBy(session)
    const times = await press(page, 'ArrowRight', PRESSES)
    await session.send('Emulation.setCPUThrottlingRate', { rate: 1 })
    await press(page, 'ArrowRight', walk - PRESSES)
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
    const after = await heldBy(session)
    const [box = 0] = await press(page, 'g', 1)
    await page.evaluate((words) => window.benchKeys.type(words), String(middle))
    const [goTo = 0] = await press(page, 'Enter', 1)
    const [overview = 0] = await press(page, 'o', 1)
    return { usable, next: medianOf(times), box, goTo, overview, before, after }
  } finally {
    await page.close()
  }
}

/** The middle one of some numbers; NaN where there are none. */
export function medianOf(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN
}

async function usableAfter(page: Page): Promise<number> {
  const usable = await page.waitForFunction(() => window.benchKeys?.usable)
  return Number(await usable.jsonValue())
}

function press(page: Page, key: string, times: number): Promise<readonly number[]> {
  return page.evaluate(
    async ({ key, times }) => {
      const all: number[] = []
      for (let time = 0; time < times; time++) all.push(await window.benchKeys.press(key))
      return all
    },
    { key, times },
  )
}

async function heldBy(session: CDPSession): Promise<Held> {
  await session.send('HeapProfiler.collectGarbage')
  const { metrics } = await session.send('Performance.getMetrics')
  const value = (name: string) =>
    metrics.find((metric) => metric.name === name)?.value ?? Number.NaN
  return { heap: value('JSHeapUsedSize'), nodes: value('Nodes') }
}

/** Runs in the page, before anything of its own: presses keys and waits for frames. */
function installKeys(): void {
  /** reveal.js goes by the old numbers of keys. */
  const numbers: Readonly<Record<string, number>> = { ArrowRight: 39, Enter: 13, g: 71, o: 79 }
  const painted = (): Promise<void> =>
    new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))
  const strike = (key: string): void => {
    const keyCode = numbers[key] ?? 0
    const event = new KeyboardEvent('keydown', { key, keyCode, bubbles: true, cancelable: true })
    ;(document.activeElement ?? document.body).dispatchEvent(event)
  }
  const shown = (): Element | null => document.querySelector('.slides > section.present')
  window.benchKeys = {
    async press(key) {
      const start = performance.now()
      strike(key)
      await painted()
      return performance.now() - start
    },
    type(words) {
      const field = document.activeElement
      if (!(field instanceof HTMLInputElement)) throw new Error('No box is open')
      field.value = words
      field.dispatchEvent(new InputEvent('input', { bubbles: true }))
    },
  }
  const tryKey = (): void => {
    const first = shown()
    if (first) strike('ArrowRight')
    if (!first || shown() === first) requestAnimationFrame(tryKey)
    else
      painted().then(() => {
        window.benchKeys.usable = performance.now()
      })
  }
  requestAnimationFrame(tryKey)
}

declare global {
  interface Window {
    benchKeys: {
      /** When a key first moved the deck, ms from the start of the navigation. */
      usable?: number
      /** Presses a key; resolves to the ms until the frame after it is painted. */
      press(key: string): Promise<number>
      /** Puts words into the field that has the focus. */
      type(words: string): void
    }
  }
}
