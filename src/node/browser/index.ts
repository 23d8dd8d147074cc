/** The headless browser that draws diagrams and prints PDFs. */
import type { Browser } from 'playwright'
import { refusal } from '../run/disk.ts'
import { patience } from '../run/patience.ts'
import { browserPlaces, findBrowser } from './find-browser.mjs'

export { findBrowser }

/** There is no browser that works; the message says what was tried and how to mend it. */
export class NoBrowserError extends Error {
  override name = 'NoBrowserError'
}

/** The most that it may take to start, seconds. */
const START = 120

/** What a browser says before it gives up: `error while loading shared libraries: libnss3.so` */
const RE_REASON = /error while loading shared libraries: [^\n:]+|No usable sandbox/

const FLAGS = [
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--font-render-hinting=none',
  // One prints while another measures. With more, Chromium starts one ahead for each page that is opened.
  '--renderer-process-limit=2',
]

/**
 * Starts the first browser of the search order, headless. The caller closes it.
 * @throws NoBrowserError when there is none, or it does not start.
 */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = findBrowser()
  if (executablePath === undefined) throw new NoBrowserError(noBrowser())
  // Loaded where a browser is needed: most commands are over sooner.
  const { chromium } = await import('playwright')
  const launching = chromium.launch({
    executablePath,
    args: [...FLAGS, ...sandboxFlags()],
    timeout: START * patience() * 1000,
    // Ours alone say what an interruption ends; the browser goes when the process does.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  })
  return launching.catch((error: Error) => {
    const refused = refusal(error)
    if (refused !== undefined) throw new NoBrowserError(refused)
    const isLate = error.name === 'TimeoutError'
    const why =
      RE_REASON.exec(error.message)?.[0] ??
      (isLate ? `it did not answer for ${Math.round(START * patience())} s` : 'it ended at once')
    throw new NoBrowserError(
      `The browser at ${executablePath} does not start (${why}). ` +
        'Set CHROMIUM_PATH to a Chrome, Edge or Chromium that does',
    )
  })
}

/** Runs `use` with a browser of its own, and closes it whatever happens. */
export async function withBrowser<T>(use: (browser: Browser) => Promise<T>): Promise<T> {
  const browser = await launchBrowser()
  try {
    return await use(browser)
  } finally {
    await browser.close()
  }
}

/** A browser that starts when it is first asked for. */
export interface BrowserOnDemand {
  /** Each call gives the same one, and a new one once that is lost. */
  readonly start: () => Promise<Browser>
  readonly close: () => Promise<void>
}

/** A browser that nobody has asked for yet; the caller closes it. */
export function browserOnDemand(): BrowserOnDemand {
  let browser: Promise<Browser> | undefined
  // Whoever awaits the browser hears that there is none.
  const opened = (one: typeof browser) => one?.catch(() => undefined)
  return {
    start: async () => {
      const known = browser
      const isOver = known && (await opened(known))?.isConnected() === false
      // Another caller may have started a new one meanwhile.
      if (isOver && browser === known) browser = undefined
      browser ??= launchBrowser()
      void opened(browser)
      return browser
    },
    close: async () => (await opened(browser))?.close(),
  }
}

/** Runs `use` with a browser on demand, and closes it whatever happens. */
export async function withBrowserOnDemand<T>(
  use: (start: BrowserOnDemand['start']) => Promise<T>,
): Promise<T> {
  const { start, close } = browserOnDemand()
  try {
    return await use(start)
  } finally {
    await close()
  }
}

/** Chromium refuses its sandbox to root. */
function sandboxFlags(): readonly string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : []
}

function noBrowser(): string {
  const kinds = new Set(browserPlaces().map(({ from }) => from))
  return (
    `No browser found (looked at: ${[...kinds].join(', ')}). ` +
    'Install Chrome, Edge or Chromium, or run: npx playwright install chromium'
  )
}
