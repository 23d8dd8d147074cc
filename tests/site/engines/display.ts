/** A screen that nobody sees, for browsers that do not run without one. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { programOf } from './engine.ts'

export interface Display {
  /** As the variable DISPLAY names it: `:7`. */
  readonly name: string
  close(): void
}

/** Whether a display can be had here. */
export function hasDisplay(): boolean {
  return programOf('Xvfb') !== undefined
}

/** Starts one of its own, large enough for every window of the tests. */
export async function startDisplay(): Promise<Display> {
  const args = ['-displayfd', '3', '-screen', '0', '2000x1400x24', '-nolisten', 'tcp']
  const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
  const [said] = (await Promise.race([
    once(server.stdio[3] as NodeJS.ReadableStream, 'data'), // fd 3 is a pipe, as ordered
    once(server, 'exit').then(([code]) => {
      throw new Error(`Xvfb ended with ${code}`)
    }),
  ])) as [Buffer]
  return { name: `:${String(said).trim()}`, close: () => server.kill() }
}
