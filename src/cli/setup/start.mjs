/** Starts a program of ours on our own Node, once everything that it needs is there. */
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { writeOnStderr } from '../../node/run/progress.mjs'
import { setUpBrowser } from './browser.mjs'
import { SetupError } from './error.mjs'
import { ownNode } from './own-node.mjs'

/** Commands that draw or print; the others must not wait for a browser. */
export const WITH_BROWSER = ['start', 'dev', 'build', 'present', 'export', 'bench', 'test']

/**
 * What Node is told for a command. What serves a room for hours, to hundreds, would else keep 64 MB for what is
 * gone at once: with 200 who follow it holds 140 MB at most so, and 200 to 260 else.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
const FLAGS = { present: ['--max-semi-space-size=1', '--optimize-for-size'] }

const HELP = ['--help', '-h']

const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])

/** Milliseconds that a command told to stop may take; Node can hang at its end. */
const PATIENCE = 5000

/**
 * Sees to a browser if a command needs one; help on it needs none.
 * @param {readonly string[]} args What was typed.
 * @returns {Promise<{ path?: string, installed: boolean }>}
 * @throws {SetupError}
 */
export async function browserFor([command = '', ...rest]) {
  const wanted = WITH_BROWSER.includes(command) && !rest.some((word) => HELP.includes(word))
  return wanted ? setUpBrowser() : { installed: false }
}

/**
 * Flags of Node for what was typed.
 * @param {readonly string[]} args
 */
export function flagsFor([command = '']) {
  return (Object.hasOwn(FLAGS, command) && FLAGS[command]) || []
}

/**
 * Runs a program to its end, which becomes ours: exit code, signals and all.
 * @param {readonly string[]} program Flags of Node, if any, its path and arguments.
 * @param {string | undefined} chromium Path of the browser, if it is known.
 * @param {() => void} [atEnd] Tidies up.
 * @throws {SetupError}
 */
export function start(program, chromium, atEnd = () => undefined) {
  const env = chromium ? { ...process.env, CHROMIUM_PATH: chromium } : process.env
  // By the channel it hears of our end, also where we are killed.
  const child = spawn(ownNode(), [...program], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env,
  })
  for (const signal of SIGNALS)
    process.on(signal, () => {
      child.kill(signal)
      setTimeout(() => child.kill('SIGKILL'), PATIENCE).unref()
    })
  child.on('error', (error) => {
    writeOnStderr(`Node cannot be started: ${error.message}`)
    process.exitCode = 1
  })
  child.on('exit', (code, signal) => {
    atEnd()
    process.exitCode = code ?? 128 + constants.signals[signal ?? 'SIGTERM']
  })
}

/**
 * Does it, and says in plain words why it cannot be done.
 * @param {() => Promise<void>} setUp
 */
export async function orExplain(setUp) {
  try {
    await setUp()
  } catch (error) {
    if (!(error instanceof SetupError)) throw error
    writeOnStderr(error.message)
    process.exitCode = 1
  }
}
