/** Lets one process at a time fill an output folder: a file beside it says who does. */
import { readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { shown } from '../paths/index.ts'
import { isRunning, onInterrupt } from '../run/interrupt.ts'
import { UsageError } from '../run/usage-error.ts'

/** Milliseconds after which a lock counts as left behind that another machine has not renewed. */
const SILENT = 5 * 60_000

/** Milliseconds between two renewals. */
const RENEW = 60_000

/** Locks that this process holds. */
const held = new Set<string>()

/**
 * Locks an output folder; its parent must exist.
 * @returns A function that unlocks it.
 * @throws UsageError where another build is filling it.
 */
export function lockOutput(out: string): () => void {
  const lock = join(dirname(out), `.${basename(out)}.lock`)
  if (!write(lock)) {
    const owner = ownerOf(lock)
    if (isAlive(lock, owner) || !takeOver(lock, owner)) refuse(out, lock, owner)
  }
  held.add(lock)
  const renewing = setInterval(() => renew(lock), RENEW).unref()
  const unlock = () => {
    clearInterval(renewing)
    held.delete(lock)
    // After a long sleep it may be another's.
    if (textOf(lock) === mine()) rmSync(lock, { force: true })
  }
  const stopListening = onInterrupt(unlock)
  return () => {
    unlock()
    stopListening()
  }
}

/** Who locks: a process on a machine, or in a container. */
interface Owner {
  readonly host: string
  /** NaN where it is not written yet. */
  readonly run: number
}

const mine = (): string => `${process.pid} ${hostname()}\n`

/** False where there is a lock. */
function write(lock: string): boolean {
  try {
    writeFileSync(lock, mine(), { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

function ownerOf(lock: string): Owner {
  const [run = '', host = ''] = textOf(lock).trim().split(' ')
  return { run: Number.parseInt(run, 10), host }
}

/** `''` for one that is gone. */
function textOf(lock: string): string {
  try {
    return readFileSync(lock, 'utf8')
  } catch {
    return ''
  }
}

function isAlive(lock: string, { host, run }: Owner): boolean {
  if (host === hostname()) return held.has(lock) || isRunning(run)
  const renewed = statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? 0
  return Date.now() - renewed < SILENT
}

/** Takes away a lock that was left behind. False where another process was quicker. */
function takeOver(lock: string, left: Owner): boolean {
  const aside = `${lock}-${process.pid}`
  try {
    renameSync(lock, aside)
    if (ownerOf(aside).run !== left.run) {
      renameSync(aside, lock)
      return false
    }
    rmSync(aside, { force: true })
  } catch {
    // It is gone already.
  }
  return write(lock)
}

function renew(lock: string): void {
  try {
    utimesSync(lock, new Date(), new Date())
  } catch {
    // Whoever removed it wants to build.
  }
}

function refuse(out: string, lock: string, { run, host }: Owner): never {
  const who = [Number.isNaN(run) ? '' : `process ${run}`, host === hostname() ? '' : `on ${host}`]
  const named = who.filter((part) => part !== '' && part !== 'on ').join(' ')
  throw new UsageError(
    `Another build${named ? ` (${named})` : ''} is filling --out ${shown(out)}; expected it to end first: ` +
      `wait for it, or name another folder with --out. If there is none, delete ${shown(lock)}.`,
  )
}
