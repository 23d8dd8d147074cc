/**
 * Sets up what is missing (packages, Node 24, a browser), then starts the command line on the
 * project's own Node. Plain JavaScript for any Node from 18 on: a machine may have no newer one.
 */
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sayOnStderr } from '../node/report/progress.mjs'
import { setUpBrowser } from './setup/browser.mjs'
import { SetupError } from './setup/error.mjs'
import { ownNode, setUpPackages } from './setup/packages.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '')

/** Commands that draw or print; the others must not wait for a browser. */
const WITH_BROWSER = ['start', 'dev', 'build', 'present', 'export', 'bench', 'test']

const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])

/** Milliseconds that a command told to stop may take; Node can hang at its end. */
const PATIENCE = 5000

const args = process.argv.slice(2)
try {
  const chromium = await setUp(args[0])
  start(chromium)
} catch (error) {
  if (!(error instanceof SetupError)) throw error
  sayOnStderr(error.message)
  process.exitCode = 1
}

/**
 * @param {string | undefined} command
 * @returns {Promise<string | undefined>} Path of the browser, if the command needs one.
 */
async function setUp(command) {
  const done = [...(await setUpPackages(root))]
  const wanted = command !== undefined && WITH_BROWSER.includes(command)
  const browser = wanted ? await setUpBrowser(root) : undefined
  if (browser?.installed) done.push('a browser')
  sayOnStderr(done.length > 0 ? `Set up: ${done.join(', ')}.` : 'Everything is set up.')
  return browser?.path
}

/** @param {string | undefined} chromium */
function start(chromium) {
  const env = chromium ? { ...process.env, CHROMIUM_PATH: chromium } : process.env
  const run = [join(root, 'src/cli/index.ts'), ...args]
  const child = spawn(ownNode(root), run, { stdio: 'inherit', env })
  for (const signal of SIGNALS)
    process.on(signal, () => {
      child.kill(signal)
      setTimeout(() => child.kill('SIGKILL'), PATIENCE).unref()
    })
  child.on('error', (error) => {
    sayOnStderr(`The project's Node cannot be started: ${error.message}`)
    process.exitCode = 1
  })
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 128 + constants.signals[signal ?? 'SIGTERM']
  })
}
