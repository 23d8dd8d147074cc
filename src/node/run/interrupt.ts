/** Tidies up when someone presses Ctrl+C or the system stops the process. */
import { constants } from 'node:os'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

const cleanups = new Set<() => void>()

/**
 * Runs `cleanup` if the process is told to stop, the last that was added first: a program that
 * writes is ended before what it wrote goes. Then the process ends with 128 + the signal's number.
 * @param cleanup Must be synchronous: nothing later gets a turn.
 * @returns A function that takes the cleanup off again.
 */
export function onInterrupt(cleanup: () => void): () => void {
  if (cleanups.size === 0) for (const signal of SIGNALS) process.on(signal, stop)
  cleanups.add(cleanup)
  return () => {
    cleanups.delete(cleanup)
    if (cleanups.size === 0) for (const signal of SIGNALS) process.off(signal, stop)
  }
}

/** Resolves when the process is told to stop: the proper end of something that serves. */
export function untilInterrupted(): Promise<void> {
  return new Promise((resolve) => {
    // Listening goes on, since a terminal and its parent program may both tell us.
    for (const signal of SIGNALS) process.on(signal, () => resolve())
  })
}

/**
 * Whether another process runs under a number: a file with it in its name is still being written.
 * False for our own number: a file with that was left by an earlier process that had the same one.
 */
export function isRunning(pid: number): boolean {
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function stop(signal: NodeJS.Signals): void {
  for (const cleanup of [...cleanups].reverse()) cleanup()
  process.exit(128 + constants.signals[signal])
}
