/** The order in which a browser is looked for. */
import { execFileSync } from 'node:child_process'
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { browserPlaces, findBrowser } from '../../../src/node/browser/find-browser.mjs'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'browser-'))
})
afterEach(() => rm(folder, { recursive: true }))

async function program(name: string): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, '#!/bin/sh\n')
  await chmod(path, 0o755)
  return path
}

/** A machine with nothing but what the test puts into the folder. */
function machine(env: NodeJS.ProcessEnv = {}, own?: string) {
  return {
    env: { PATH: folder, ...env },
    // No usual place of a Mac exists on the machines that run this test, or on Macs below `home`.
    platform: 'darwin' as const,
    home: folder,
    playwright: () => own,
  }
}

test("takes CHROMIUM_PATH first, then Playwright's own, then an installed one", async () => {
  const [named, own, installed] = [
    await program('named'),
    await program('own'),
    await program('chromium'),
  ]
  expect(findBrowser(machine({ CHROMIUM_PATH: named }, own))).toBe(named)
  expect(findBrowser(machine({}, own))).toBe(own)
  expect(findBrowser(machine())).toBe(installed)
})

test('prefers a headless shell to the same browser with windows', async () => {
  const [own, installed] = [await program('chromium-1255'), await program('google-chrome')]
  expect(findBrowser(machine())).toBe(installed)
  expect(findBrowser(machine({}, own))).toBe(own)
  const shell = await program('chromium-headless-shell')
  expect(findBrowser(machine())).toBe(shell)
})

test.each([
  [
    '/c/chromium-1255/chrome-linux64/chrome',
    '/c/chromium_headless_shell-1255/chrome-headless-shell-linux64/chrome-headless-shell',
  ],
  [
    '/c/chromium-1255/chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    '/c/chromium_headless_shell-1255/chrome-headless-shell-mac-arm64/chrome-headless-shell',
  ],
  [
    'C:\\c\\chromium-1255\\chrome-win64\\chrome.exe',
    'C:\\c\\chromium_headless_shell-1255\\chrome-headless-shell-win64\\chrome-headless-shell.exe',
  ],
])("looks for Playwright's headless shell beside %s", (own, shell) => {
  const places = browserPlaces(machine({}, own)).filter(({ from }) => from === "Playwright's own")
  expect(places.map(({ path }) => path)).toEqual([shell, own])
})

test('passes over what is not there or is not a program', async () => {
  const installed = await program('chromium')
  const text = join(folder, 'text')
  await writeFile(text, 'not a program')
  expect(findBrowser(machine({ CHROMIUM_PATH: join(folder, 'gone') }))).toBe(installed)
  expect(findBrowser(machine({ CHROMIUM_PATH: text }, folder))).toBe(installed)
})

test('prefers Chrome to Edge to Chromium', async () => {
  await program('chromium')
  await program('microsoft-edge')
  expect(findBrowser(machine())).toBe(join(folder, 'microsoft-edge'))
  await program('google-chrome')
  expect(findBrowser(machine())).toBe(join(folder, 'google-chrome'))
})

test('knows the usual places of every system', () => {
  const mac = browserPlaces(machine()).map(({ path }) => path)
  expect(mac).toContain('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome')
  const windows = browserPlaces({
    ...machine({ PROGRAMFILES: 'C:\\Program Files', PATH: 'C:\\bin;D:\\bin' }),
    platform: 'win32',
  }).map(({ path }) => path)
  expect(windows).toContain('D:\\bin\\chrome.exe')
  expect(windows).toContain('C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe')
})

test('loads Playwright where that may have a browser of its own, and else does without', async () => {
  const script = `import { registerHooks } from 'node:module'
    let asked = 'not asked'
    registerHooks({ resolve(name, context, next) {
      if (name === 'playwright') asked = 'asked'
      return next(name, context)
    } })
    const { findBrowser } = await import(${JSON.stringify(resolve('src/node/browser/find-browser.mjs'))})
    findBrowser()
    console.log(asked)`
  const env = Object.entries(process.env).filter(
    ([name]) => !/chromium_path|playwright/i.test(name),
  )
  // Where each system has such folders, and where Playwright looks for its own.
  const homes = { HOME: folder, XDG_CACHE_HOME: join(folder, '.cache'), LOCALAPPDATA: folder }
  const said = () =>
    execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      env: { ...Object.fromEntries(env), ...homes },
      encoding: 'utf8',
    }).trim()
  expect(said()).toBe('not asked')
  for (const cache of ['.cache', 'Library/Caches', '.'])
    await mkdir(join(folder, cache, 'ms-playwright'), { recursive: true })
  expect(said()).toBe('asked')
})
