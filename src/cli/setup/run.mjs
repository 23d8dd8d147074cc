/** Starts one outside program for the set-up, quietly, and keeps what it said. */
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { delimiter, join, sep } from 'node:path'

/** Characters of output that are kept: enough to explain a failure. */
const KEPT = 20_000

/** Lines that explain nothing: `npm warn …`, and those of a stack, `    at Socket.emit (…)`. */
const RE_IDLE = /npm warn|^\s+at /i

const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])

/** Where a program leads a group, all that it has started ends with it. */
const HAS_GROUPS = process.platform !== 'win32'

/**
 * @typedef {object} Outcome
 * @property {boolean} ok
 * @property {string} output The last of stdout and stderr, as it came.
 */

/**
 * Runs a program to its end. Never throws: one that cannot be started is not ok.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, silence?: number, shell?: boolean }} [options]
 *   `silence`: milliseconds without a word after which it is stopped.
 * @returns {Promise<Outcome>}
 */
export function run(program, args, { cwd, env = process.env, silence, shell = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, [...args], {
      cwd,
      env,
      shell,
      detached: HAS_GROUPS,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const free = endWithUs(child)
    let output = ''
    /** @type {NodeJS.Timeout | undefined} */
    let timer
    const listen = () => {
      clearTimeout(timer)
      if (silence) timer = setTimeout(() => stop(), silence)
    }
    const stop = () => {
      output += `\nStopped: no answer for ${silence} ms.`
      end(child)
    }
    /** @param {Buffer} chunk */
    const keep = (chunk) => {
      output = (output + chunk).slice(-KEPT)
      listen()
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.on('error', (error) => {
      clearTimeout(timer)
      free()
      resolve({ ok: false, output: `${output}${error.message}` })
    })
    child.on('close', (code) => {
      clearTimeout(timer)
      free()
      resolve({ ok: code === 0, output })
    })
    listen()
  })
}

/**
 * Ends a program when we are told to stop.
 * @param {import('node:child_process').ChildProcess} child
 * @returns {() => void} Takes that back.
 */
function endWithUs(child) {
  /** @param {NodeJS.Signals} signal */
  const stop = (signal) => {
    end(child)
    process.exit(128 + constants.signals[signal])
  }
  for (const signal of SIGNALS) process.on(signal, stop)
  return () => {
    for (const signal of SIGNALS) process.off(signal, stop)
  }
}

/** @param {import('node:child_process').ChildProcess} child */
function end(child) {
  try {
    if (HAS_GROUPS && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
    else child.kill('SIGKILL')
  } catch {
    // It has ended.
  }
}

/**
 * Runs npm in the project. The project's own programs are taken off the PATH, so that npm does
 * not run on the very Node that it is about to replace.
 * @param {string} root
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
export function npm(root, args, env = process.env) {
  const own = join(root, 'node_modules') + sep
  const name = Object.keys(env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH'
  const path = (env[name] ?? '').split(delimiter).filter((folder) => !folder.startsWith(own))
  return run('npm', args, {
    cwd: root,
    env: { ...env, [name]: path.join(delimiter) },
    // npm is a .cmd file there, which only a shell can start.
    shell: process.platform === 'win32',
  })
}

/**
 * The lines of an output that say what went wrong.
 * @param {string} output
 * @returns {string} At most six lines, indented.
 */
export function lastWords(output) {
  const lines = output.split('\n').filter((line) => line.trim() && !RE_IDLE.test(line))
  return lines
    .slice(-6)
    .map((line) => `  ${line.trimEnd()}`)
    .join('\n')
}
