/** Sees to the packages of a checkout, and does nothing where they are there. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { step } from '../../node/run/progress.mjs'
import { SetupError } from './error.mjs'
import { lastWords, npm } from './run.mjs'

/** A line of npm when the lock file lacks packages of other platforms: `Missing: x@1 from lock file` */
const RE_MISSING = /Missing: \S+ from lock file/

/** Whatever the person's npm settings: the tests and the native parts are needed. */
const WHOLE = ['--include=dev', '--include=optional', '--no-audit', '--no-fund']

/**
 * Installs what is missing.
 * @param {string} root The project.
 * @returns {Promise<readonly string[]>} What was done; empty where nothing was.
 * @throws {SetupError} when npm cannot do it; the message holds npm's reason and how to go on.
 */
export async function setUpPackages(root) {
  if (areInstalled(root)) return []
  await step('Installing packages', () => install(root), { now: true })
  return ['packages']
}

/**
 * Whether node_modules holds what the lock file asks for. Compares npm's own note of what it
 * installed; optional packages may be absent (other platforms), but not of another version.
 * @param {string} root
 */
function areInstalled(root) {
  const wanted = readPackages(join(root, 'package-lock.json'))
  const present = readPackages(join(root, 'node_modules', '.package-lock.json'))
  if (!wanted || !present) return false
  return Object.entries(wanted).every(([folder, { version, optional, devOptional }]) => {
    if (folder === '') return true
    const found = present[folder]
    return found ? found.version === version : Boolean(optional ?? devOptional)
  })
}

/**
 * Installs exactly what the lock file says. npm refuses a lock file without the packages of
 * other platforms that some registries lack; then it may complete it, but only in memory.
 * @param {string} root
 */
async function install(root) {
  const strict = await npm(root, ['ci', ...WHOLE])
  if (strict.ok) return
  if (!RE_MISSING.test(strict.output)) throw npmError('npm ci', strict.output)
  const lockFile = join(root, 'package-lock.json')
  const lock = readFileSync(lockFile)
  try {
    const lenient = await npm(root, ['install', '--no-save', ...WHOLE])
    if (!lenient.ok) throw npmError('npm install', lenient.output)
  } finally {
    if (!readFileSync(lockFile).equals(lock)) writeFileSync(lockFile, lock)
  }
}

/** @param {string} command @param {string} output */
function npmError(command, output) {
  return new SetupError(`${command} failed:\n${lastWords(output)}\nMend it with: ${command}`)
}

/**
 * @param {string} file A lock file of npm.
 * @returns {Record<string, LockedPackage> | undefined} By folder; undefined where there is none.
 * @typedef {{ version?: string, optional?: boolean, devOptional?: boolean }} LockedPackage
 */
function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages
  } catch {
    return undefined
  }
}
