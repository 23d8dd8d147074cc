/** Lets processes that are about to make the same thing do so in turn: the second finds what the first has kept. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { isRunning } from '../run/interrupt.ts'
import { storeFolder } from './index.ts'

/** Milliseconds between two looks, and after which nobody is waited for: then both make it. */
const PAUSE = 100
const LONGEST = 60_000

/**
 * Does the work once no other process does work of that name on this machine.
 * @param name names what is made, as a part of a file's name
 */
export async function inTurn<Made>(
  { store, name }: { readonly store: string; readonly name: string },
  make: () => Promise<Made>,
): Promise<Made> {
  const lock = join(storeFolder(store, 'work'), `${name}.lock`)
  const isOurs = await lockIn(lock)
  try {
    return await make()
  } finally {
    if (isOurs) rmSync(lock, { force: true })
  }
}

/** False where it may not be written, or another one holds it for too long. */
async function lockIn(lock: string): Promise<boolean> {
  for (const end = Date.now() + LONGEST; Date.now() < end; await setTimeout(PAUSE)) {
    try {
      mkdirSync(dirname(lock), { recursive: true })
      writeFileSync(lock, `${process.pid}`, { flag: 'wx' })
      return true
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return false
      if (!isHeld(lock)) rmSync(lock, { force: true })
    }
  }
  return false
}

/** Whether the process that locked it still runs. */
function isHeld(lock: string): boolean {
  try {
    return isRunning(Number(readFileSync(lock, 'utf8')))
  } catch {
    return true // It is free by now.
  }
}
