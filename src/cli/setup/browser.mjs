/** Sees to a browser: finds one, or else installs one. */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { browserPlaces, findBrowser } from '../../node/browser/find-browser.mjs'
import { step, writeOnStderr } from '../../node/run/progress.mjs'
import { SetupError } from './error.mjs'
import { lastWords, run } from './run.mjs'

/** Milliseconds without any progress after which a download is given up. */
const SILENCE = 60_000

/**
 * @typedef {object} Way One way to install a browser.
 * @property {string} name As told while it runs: `Downloading a browser`.
 * @property {string} command What a person would type.
 * @property {() => Promise<import('./run.mjs').Outcome>} install
 */

/**
 * @typedef {object} Means
 * @property {() => string | undefined} find
 * @property {readonly Way[]} ways
 * @property {(path: string) => boolean} starts
 */

/**
 * Finds a browser or installs one.
 * @param {Partial<Means>} [means] For the tests.
 * @returns {Promise<{ path: string, installed: boolean }>}
 * @throws {SetupError} when none can be had: what was tried, and the command to mend it.
 */
export async function setUpBrowser(means = {}) {
  const { find, ways, starts } = { find: findBrowser, ways: waysHere(), starts: canStart, ...means }
  const found = find()
  if (found) {
    const { CHROMIUM_PATH: named } = process.env
    if (named && named !== found)
      writeOnStderr(`No browser at CHROMIUM_PATH ${named}; ${found} is used instead.`)
    return { path: found, installed: false }
  }
  const failures = []
  for (const way of ways) {
    const outcome = await step(way.name, way.install, { now: true })
    const path = find()
    if (path && starts(path)) return { path, installed: true }
    failures.push(`${way.command}\n${lastWords(outcome.output) || '  The browser does not start.'}`)
  }
  throw new SetupError(noBrowser(failures))
}

/** @returns {readonly Way[]} */
function waysHere() {
  return isDebianRoot() ? [playwrightWay(), debianWay()] : [playwrightWay()]
}

/** Half of what a browser with windows takes to download. */
const SHELL_ALONE = ['install', '--only-shell', 'chromium']

/** @returns {Way} */
function playwrightWay() {
  return {
    name: 'Downloading a browser',
    command: `npx playwright ${SHELL_ALONE.join(' ')}`,
    install: () => {
      const playwright = createRequire(import.meta.url).resolve('playwright/package.json')
      const cli = join(dirname(playwright), 'cli.js')
      return run(process.execPath, [cli, ...SHELL_ALONE], { silence: SILENCE })
    },
  }
}

/** Of which Ubuntu has the second alone. */
const DEBIAN_PACKAGES = ['chromium-headless-shell', 'chromium']

/** @returns {Way} */
function debianWay() {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return {
    name: 'Installing the chromium package',
    command: 'apt-get update && apt-get install -y chromium',
    install: async () => {
      const update = await run('apt-get', ['update'], { env, silence: SILENCE })
      const outputs = [update.output]
      for (const name of DEBIAN_PACKAGES) {
        const packages = ['install', '-y', '--no-install-recommends', name]
        const install = await run('apt-get', packages, { env, silence: 5 * SILENCE })
        if (install.ok) return install
        outputs.push(install.output)
      }
      return { ok: false, output: outputs.join('') }
    },
  }
}

function isDebian() {
  const file = '/etc/os-release'
  return existsSync(file) && /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync(file, 'utf8'))
}

function isDebianRoot() {
  return process.getuid?.() === 0 && isDebian()
}

/** A download may lack libraries of the system; Windows has them. @param {string} path */
function canStart(path) {
  if (process.platform === 'win32') return true
  try {
    execFileSync(path, ['--version', '--no-sandbox'], { stdio: 'ignore', timeout: 20_000 })
    return true
  } catch {
    return false
  }
}

/** @param {readonly string[]} failures */
function noBrowser(failures) {
  const places = browserPlaces()
  const named = places.find(({ from }) => from === 'CHROMIUM_PATH')
  const own = places.find(({ from }) => from === "Playwright's own")
  const command = isDebian()
    ? 'sudo apt-get install chromium'
    : 'npx playwright install --with-deps chromium'
  return [
    'No browser: diagrams and PDFs need Chrome, Edge or Chromium. Tried:',
    `- CHROMIUM_PATH: ${named ? `no program at ${named.path}` : 'not set'}`,
    `- Playwright's own: ${own ? `nothing at ${own.path}` : 'not known'}`,
    '- Chrome, Edge and Chromium on the PATH and in the usual places: none',
    ...failures.map((failure) => `- ${failure}`),
    `Mend it with: ${command}`,
  ].join('\n')
}
