/**
 * Firefox by WebDriver BiDi, which it speaks itself: a driver program for it is in no package of Debian,
 * and npm has only packages that download one.
 */
import puppeteer, { type Browser, type KeyInput, type Page } from 'puppeteer-core'
import { type EngineWindow, programOf, type RunningEngine } from './engine.ts'

const NAMES = ['firefox-esr', 'firefox']

/** Whether Firefox is here. */
export function hasFirefox(): boolean {
  return programOf(...NAMES) !== undefined
}

/** Starts it without a screen. The caller closes it. */
export async function startFirefox(): Promise<RunningEngine> {
  const executablePath = programOf(...NAMES)
  if (executablePath === undefined)
    throw new Error('Unexpected start of Firefox, which is not here')
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    // They end what hangs.
    timeout: 300_000,
    protocolTimeout: 300_000,
    extraPrefsFirefox: {
      'ui.prefersReducedMotion': 0,
      // Processes for pages that nobody opens, and pictures that nobody sees, take the processor's time.
      'dom.ipc.processPrelaunch.enabled': false,
      'layout.frame_rate': 30,
    },
  })
  return engineOf(browser, await browser.newPage())
}

function engineOf(browser: Browser, first: Page): RunningEngine {
  return {
    window: windowOf(first),
    async opened(act) {
      const popup = new Promise<Page>((resolve) => {
        first.once('popup', (page) => page && resolve(page))
      })
      await act()
      return windowOf(await popup)
    },
    close: () => browser.close(),
  }
}

function windowOf(page: Page): EngineWindow {
  return {
    async open(address) {
      await page.goto('about:blank')
      await page.goto(address, { waitUntil: 'load' })
      await page.evaluate(() => document.fonts.ready.then(() => undefined))
    },
    read: (ask, ...args) => page.evaluate(ask as never, ...args),
    async run(script) {
      await page.evaluate(script)
    },
    async press(...keys) {
      for (const key of keys) {
        const [, name = key] = /^Shift\+(.+)$/.exec(key) ?? []
        if (name !== key) await page.keyboard.down('Shift')
        await page.keyboard.press(name as KeyInput)
        if (name !== key) await page.keyboard.up('Shift')
      }
    },
    click: (selector) => page.click(selector),
    resize: (width, height) => page.setViewport({ width, height }),
    picture: async () => Buffer.from(await page.screenshot()),
    async back() {
      await page.goBack()
    },
    close: () => page.close(),
  }
}
