/** Where a browser may be: the one search order, for the set-up (plain JavaScript) and the build. */
import { accessSync, constants, existsSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { homedir } from 'node:os'
import { join, posix, win32 } from 'node:path'

/**
 * @typedef {object} Candidate
 * @property {string} path Full path of an executable that may exist.
 * @property {string} from Why it is on the list, as told to people.
 */

/**
 * @typedef {object} Machine
 * @property {NodeJS.ProcessEnv} env
 * @property {NodeJS.Platform} platform
 * @property {string} home
 * @property {() => string | undefined} playwright Path of Playwright's own Chromium, if it can say; its
 *   headless shell lies beside it.
 */

/**
 * Chromium without its windows: what it draws and prints is the same, for a third less of the
 * processor's time.
 */
const SHELLS = ['chrome-headless-shell', 'chromium-headless-shell']

const NAMES = [
  ...SHELLS,
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
  'msedge',
  'chromium',
  'chromium-browser',
]

const MAC_APPS = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'Chromium.app/Contents/MacOS/Chromium',
]

const WINDOWS_APPS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
  'Chromium\\Application\\chrome.exe',
]

// Debian's program of that name on the PATH starts this one, and would outlive it.
const LINUX_SHELLS = ['/usr/lib/chromium/chromium-headless-shell']

const LINUX_PATHS = [
  '/opt/google/chrome/chrome',
  '/opt/microsoft/msedge/msedge',
  '/usr/bin/chromium',
  '/usr/lib/chromium/chromium',
  '/snap/bin/chromium',
]

/**
 * The first browser that exists and can be started: CHROMIUM_PATH, Playwright's own, an installed
 * headless shell, Chrome, Edge or Chromium.
 * @param {Machine} [machine]
 * @returns {string | undefined} Full path; undefined when there is none.
 */
export function findBrowser(
  machine = thisMachine(hasDownloads() ? playwrightPath : () => undefined),
) {
  for (const list of [named, playwrights, installed]) {
    const found = list(machine).find(({ path }) => isExecutable(path))
    if (found) return found.path
  }
  return undefined
}

/**
 * Every place that `findBrowser` looks at, in its order.
 * @param {Machine} [machine]
 * @returns {readonly Candidate[]}
 */
export function browserPlaces(machine = thisMachine(playwrightPath)) {
  return [named, playwrights, installed].flatMap((list) => list(machine))
}

/**
 * @param {Machine['playwright']} playwright
 * @returns {Machine}
 */
function thisMachine(playwright) {
  return { env: process.env, platform: process.platform, home: homedir(), playwright }
}

/** Whether Playwright may have a browser of its own: to ask it takes longer than a command that is over at once. */
function hasDownloads() {
  const { env, platform } = process
  if (Object.keys(env).some((name) => /playwright_browsers_path$/i.test(name))) return true
  const usual = { darwin: 'Library/Caches', win32: 'AppData/Local' }[String(platform)] ?? '.cache'
  const named = { win32: env.LOCALAPPDATA, linux: env.XDG_CACHE_HOME }[String(platform)]
  return existsSync(join(named || join(homedir(), usual), 'ms-playwright'))
}

/** @param {Machine} machine */
function named({ env }) {
  return env.CHROMIUM_PATH ? [{ path: env.CHROMIUM_PATH, from: 'CHROMIUM_PATH' }] : []
}

/** @param {Machine} machine */
function playwrights({ playwright }) {
  const path = playwright()
  if (!path) return []
  const shell = path.replace(RE_PLAYWRIGHTS, PLAYWRIGHTS_SHELL)
  const paths = shell === path ? [path] : [shell, path]
  return paths.map((path) => ({ path, from: "Playwright's own" }))
}

// Matches "/chromium-1255/chrome-linux64/chrome", "\chromium-1255\chrome-win64\chrome.exe".
const RE_PLAYWRIGHTS = /([\\/])chromium-(\d+)[\\/]chrome-([^\\/]+)[\\/].*?(\.exe)?$/
const PLAYWRIGHTS_SHELL =
  '$1chromium_headless_shell-$2$1chrome-headless-shell-$3$1chrome-headless-shell$4'

/** @param {Machine} machine */
function installed(machine) {
  const shells = machine.platform === 'linux' ? LINUX_SHELLS : []
  const paths = [...shells, ...onPath(machine), ...usualPlaces(machine)]
  return paths.map((path) => ({ path, from: 'installed' }))
}

/** @param {Machine} machine */
function onPath({ env, platform }) {
  const { delimiter, join } = platform === 'win32' ? win32 : posix
  const ending = platform === 'win32' ? '.exe' : ''
  const folders = (env.PATH ?? env.Path ?? '').split(delimiter).filter(Boolean)
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name + ending)))
}

/** @param {Machine} machine */
function usualPlaces({ env, platform, home }) {
  if (platform === 'darwin') {
    const folders = ['/Applications', posix.join(home, 'Applications')]
    return MAC_APPS.flatMap((app) => folders.map((folder) => posix.join(folder, app)))
  }
  if (platform === 'win32') {
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
    return WINDOWS_APPS.flatMap((app) =>
      folders.flatMap((folder) => (folder ? [win32.join(folder, app)] : [])),
    )
  }
  return LINUX_PATHS
}

/** Asks Playwright, which may not be installed yet. */
function playwrightPath() {
  try {
    const { chromium } = createRequire(import.meta.url)('playwright')
    return /** @type {string} */ (chromium.executablePath())
  } catch {
    return undefined
  }
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}
