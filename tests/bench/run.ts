/** Runs a build in a process of its own, timed, with its peak memory. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { root } from '../../src/node/paths/index.ts'
import { type Memory, watchMemory } from './memory.ts'

/** What one build took. */
export interface Run {
  /** Wall time from start to end of the process. */
  readonly ms: number
  /** Of which the printing of PDFs took this long, ms; 0 where it was too short to be told. */
  readonly printing: number
  /** At the worst moment. */
  readonly memory: Memory
}

/** The command line of the project. */
export const COMMAND = join(root, 'src', 'cli', 'index.ts')

/** A line of progress: `Printing handouts: 1.2 s` */
const RE_PRINTING = /^Printing handouts: ([\d.]+) s$/m

/** Builds without PDFs: a case, an output folder, and for whom. */
export const SITE_ONLY = join(import.meta.dirname, 'site-only.ts')

/**
 * Builds a case; one with findings of severity error is measured too.
 * @throws when nothing was built, with what the build said.
 */
export function buildTimed(
  folder: string,
  out: string,
  { pdfs = true }: { readonly pdfs?: boolean } = {},
): Promise<Run> {
  const args = pdfs ? [COMMAND, 'build', '--case', folder, '--out', out] : [SITE_ONLY, folder, out]
  const start = performance.now()
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  const watch = watchMemory(child.pid ?? 0)
  const said = collect(child.stdout, child.stderr)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', () => {
      const ms = performance.now() - start
      const memory = watch.stop()
      const printing = 1000 * Number(RE_PRINTING.exec(said())?.[1] ?? 0)
      if (said().includes('\nBuilt ')) resolve({ ms, printing, memory })
      else reject(new Error(`The build failed:\n${said()}`))
    })
  })
}

/** Keeps what streams say; the result returns it all. */
function collect(...streams: readonly Readable[]): () => string {
  let text = ''
  for (const stream of streams)
    stream.on('data', (chunk) => {
      text += chunk
    })
  return () => text
}
