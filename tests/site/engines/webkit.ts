/** WebKit, as Safari and iPads have it: Debian's MiniBrowser by WebDriver, on a display of its own. */
import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { Builder, Capabilities, Key, Origin, type WebDriver } from 'selenium-webdriver'
import { type Display, hasDisplay, startDisplay } from './display.ts'
import { type EngineWindow, programOf, type RunningEngine } from './engine.ts'

const DRIVER = 'WebKitWebDriver'

/**
 * The display has no graphics card: painted with one, pictures of the window would be black. Painted as one,
 * in place of layer by layer, a page takes a third less of the processor.
 */
const ENVIRONMENT = {
  GDK_BACKEND: 'x11',
  NO_AT_BRIDGE: '1',
  WEBKIT_SKIA_ENABLE_CPU_RENDERING: '1',
  WEBKIT_DISABLE_COMPOSITING_MODE: '1',
} as const

/** Names of keys as WebDriver has them. */
const KEYS: Readonly<Record<string, string>> = {
  ArrowRight: Key.ARROW_RIGHT,
  ArrowLeft: Key.ARROW_LEFT,
  ArrowDown: Key.ARROW_DOWN,
  ArrowUp: Key.ARROW_UP,
  Enter: Key.ENTER,
  Escape: Key.ESCAPE,
  End: Key.END,
  Home: Key.HOME,
  Tab: Key.TAB,
}

/** Whether WebKit can be driven here. */
export function hasWebKit(): boolean {
  return programOf(DRIVER) !== undefined && hasDisplay()
}

/** Starts it. The caller closes it. */
export async function startWebKit(): Promise<RunningEngine> {
  const display = await startDisplay()
  const port = await freePort()
  const server = spawn(DRIVER, [`--port=${port}`], {
    stdio: 'ignore',
    env: { ...process.env, DISPLAY: display.name, ...ENVIRONMENT },
  })
  try {
    const driver = await connect(`http://127.0.0.1:${port}`, server)
    return engineOf(driver, () => end(server, display))
  } catch (error) {
    end(server, display)
    throw error
  }
}

async function connect(url: string, server: ChildProcess): Promise<WebDriver> {
  const wanted = new Capabilities({ browserName: 'MiniBrowser' })
  for (;;) {
    const isUp = await fetch(`${url}/status`)
      .then(({ ok }) => ok)
      .catch(() => false)
    if (isUp) return new Builder().usingServer(url).withCapabilities(wanted).build()
    if (server.exitCode !== null) throw new Error(`${DRIVER} ended with ${server.exitCode}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

function engineOf(driver: WebDriver, ended: () => void): RunningEngine {
  const first = driver.getWindowHandle()
  return {
    window: windowOf(driver, first),
    async opened(act) {
      const before = await driver.getAllWindowHandles()
      await act()
      const handle = await driver.wait<string>(async () => {
        const all = await driver.getAllWindowHandles()
        return all.find((one) => !before.includes(one)) ?? ''
      }, 60_000)
      return windowOf(driver, Promise.resolve(handle))
    },
    async close() {
      await driver.quit().catch(() => undefined)
      ended()
    },
  }
}

/** A driver speaks to one window at a time. */
function windowOf(driver: WebDriver, handle: Promise<string>): EngineWindow {
  const here = async (): Promise<WebDriver> => {
    await driver.switchTo().window(await handle)
    return driver
  }
  const ask: EngineWindow['read'] = async (script, ...args) =>
    (await here()).executeScript(script as never, ...args)
  return {
    async open(address) {
      await (await here()).get('about:blank')
      await driver.get(address)
      await driver.executeScript(() => document.fonts.ready.then(() => undefined))
    },
    read: ask,
    run: async (script) => (await here()).executeScript(script),
    async press(...keys) {
      await here()
      for (const key of keys) {
        const actions = driver.actions()
        const [, name = key] = /^Shift\+(.+)$/.exec(key) ?? []
        if (name !== key) actions.keyDown(Key.SHIFT)
        actions.keyDown(KEYS[name] ?? name).keyUp(KEYS[name] ?? name)
        if (name !== key) actions.keyUp(Key.SHIFT)
        await actions.perform()
      }
    },
    // Its own click takes what lies in a popover or is fixed for hidden.
    async click(selector) {
      const at = await ask((wanted) => {
        const element = document.querySelector(wanted)
        element?.scrollIntoView({ block: 'center', behavior: 'instant' })
        const [box] = element?.getClientRects() ?? []
        return box ? { x: box.left + box.width / 2, y: box.top + box.height / 2 } : null
      }, selector)
      if (!at) throw new Error(`Expected ${selector} in the page`)
      const point = { x: Math.round(at.x), y: Math.round(at.y), origin: Origin.VIEWPORT }
      await driver
        .actions()
        .move({ ...point, duration: 0 })
        .click()
        .perform()
    },
    async resize(width, height) {
      await here()
      const window = driver.manage().window()
      // A page knows of its size a moment later. No window is narrower than its own bar, 447 px.
      for (let tries = 0; tries < 8; tries += 1) {
        const [wide, high] = await driver.executeScript<[number, number]>(() => [
          innerWidth,
          innerHeight,
        ])
        if (wide === width && high === height) return
        const frame = await window.getRect()
        const size = { width: frame.width + width - wide, height: frame.height + height - high }
        await window.setRect({ x: 0, y: 0, ...size })
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
    },
    picture: async () => Buffer.from(await (await here()).takeScreenshot(), 'base64'),
    back: async () => (await here()).navigate().back(),
    close: async () => (await here()).close(),
  }
}

function end(server: ChildProcess, display: Display): void {
  server.kill()
  display.close()
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
