/** Runs an outside program to its end, and ends all that it has started itself. */
import { spawn } from 'node:child_process'
import { onInterrupt } from './interrupt.ts'
import { patience } from './patience.ts'

/** What came of it. */
export interface ProgramEnd {
  /** What it said, whether it ended well or not. */
  readonly said: string
  readonly isLate: boolean
}

/**
 * Runs a program for so many seconds at most. Many programs are a script that starts the real one:
 * so where time is over, or we are told to stop, all of its group is ended.
 */
export function runProgram(
  program: string,
  args: readonly string[],
  seconds: number,
): Promise<ProgramEnd> {
  const ownGroup = process.platform !== 'win32'
  const child = spawn(program, args, { detached: ownGroup, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  const hear = (chunk: Buffer) => {
    said += chunk
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  let isLate = false
  const stop = () => {
    if (child.pid === undefined) return
    try {
      process.kill(ownGroup ? -child.pid : child.pid, 'SIGKILL')
    } catch {
      // It has ended.
    }
  }
  const stopListening = onInterrupt(stop)
  const timer = setTimeout(
    () => {
      isLate = true
      stop()
    },
    seconds * patience() * 1000,
  )
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer)
      stopListening()
      stop()
      resolve({ said: said.trim(), isLate })
    }
    child.on('error', ({ message }) => {
      said += message
      end()
    })
    child.on('close', end)
  })
}
