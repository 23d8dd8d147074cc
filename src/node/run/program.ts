/** Runs an outside program to its end, and ends all that it has started itself. */
import { spawn } from 'node:child_process'
import { onInterrupt } from './interrupt.ts'
import { patience } from './patience.ts'

/** What came of it. */
interface ProgramEnd {
  /** What it said, whether it ended well or not. */
  readonly said: string
  readonly isLate: boolean
}

/**
 * Ends its group as soon as we are gone, however we went: then what it reads from us ends. A program
 * that hangs would stay for ever.
 */
const GUARD =
  'exec 3<&0; "$@" 3<&- </dev/null & run=$!; (cat <&3; kill -KILL 0) >/dev/null 2>&1 & wait $run'

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
  const [name = program, ...asked] = ownGroup
    ? ['/bin/sh', '-c', GUARD, 'sh', program, ...args]
    : [program, ...args]
  const child = spawn(name, asked, { detached: ownGroup, stdio: ['pipe', 'pipe', 'pipe'] })
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
