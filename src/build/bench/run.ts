/** Runs a build in a process of its own, timed, with its peak memory. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { root } from '../paths.ts'
import { watchMemory } from './memory.ts'

/** What one build took. */
export interface Run {
  /** Wall time from start to end of the process. */
  readonly ms: number
  /** Of which the printing of PDFs took this long, ms; 0 where it was too short to be told. */
  readonly printing: number
  /** Bytes of memory at the worst moment; without those of the browser. */
  readonly peak: number
  /** The same with the browser; 0 where nobody watched, and where the system does not tell. */
  readonly together: number
}

/** Has the process tell its peak memory, in kB, at its end. */
const TELL = `import { writeSync } from 'node:fs'
process.on('exit', () => writeSync(3, String(process.resourceUsage().maxRSS)))`

/** The command line of the project. */
export const COMMAND = join(root, 'src', 'build', 'command.ts')

/** A line of progress: `Printing handouts: 1.2 s` */
const RE_PRINTING = /^Printing handouts: ([\d.]+) s$/m

const SITE_ONLY = join(import.meta.dirname, 'site-only.ts')

/**
 * Builds a case; `watched` where its memory is to be told with the browser's, which takes some time.
 * One with findings of severity error is measured too.
 * @throws when nothing was built, with what the build said.
 */
export function buildTimed(
  folder: string,
  out: string,
  { pdfs = true, watched = false }: { readonly pdfs?: boolean; readonly watched?: boolean } = {},
): Promise<Run> {
  const tell = `data:text/javascript,${encodeURIComponent(TELL)}`
  const what = pdfs ? [COMMAND, 'build', '--case', folder, '--out', out] : [SITE_ONLY, folder, out]
  const args = ['--import', tell, ...what]
  const start = performance.now()
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe', 'pipe'] })
  const memory = watched && child.pid !== undefined ? watchMemory(child.pid) : undefined
  const [said, told] = [collect(child.stdio[1], child.stdio[2]), collect(child.stdio[3])]
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', () => {
      const ms = performance.now() - start
      const together = memory?.stop() ?? 0
      const printing = 1000 * Number(RE_PRINTING.exec(said())?.[1] ?? 0)
      if (said().includes('\nBuilt '))
        resolve({ ms, printing, peak: Number(told()) * 1024, together })
      else reject(new Error(`The build failed:\n${said()}`))
    })
  })
}

/** Keeps what streams say; the result returns it all. */
function collect(...streams: readonly unknown[]): () => string {
  let text = ''
  for (const stream of streams.filter((one) => one instanceof Readable))
    stream.on('data', (chunk) => {
      text += chunk
    })
  return () => text
}
