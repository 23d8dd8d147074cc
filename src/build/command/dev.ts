/** `dev`: shows the case as it is written, with its findings in the terminal. */
import { dev as serveLive } from 'astro'
import { drawDiagrams, undrawn } from '../draw.ts'
import { explain } from '../failure.ts'
import { untilInterrupted } from '../interrupt.ts'
import type { Options } from '../options.ts'
import { root, shown } from '../paths.ts'
import { sayOnStderr, step } from '../progress.mjs'
import { report } from '../report.ts'
import { nameCase } from '../site.ts'
import { readCase } from '../sources.ts'
import { addresses } from './start.ts'
import { watchCase } from './watch.ts'

/** Serves until stopped; a taken port moves to the next. Resolves to the exit code. */
export async function dev({ case: folder, port }: Options): Promise<number> {
  await look(folder)
  nameCase(folder)
  const server = await serveLive({
    root,
    logLevel: 'error',
    server: { host: '127.0.0.1', port },
    vite: { plugins: [watchCase(folder, () => lookAgain(folder))] },
  })
  console.log(addresses(`http://127.0.0.1:${server.address.port}/`, '', []))
  await untilInterrupted()
  await server.stop()
  return 0
}

/** As `look`; says what went wrong instead of ending the session. */
async function lookAgain(folder: string): Promise<boolean> {
  try {
    return await look(folder)
  } catch (error) {
    sayOnStderr(explain(error))
    return false
  }
}

/** Reads, draws and reports; resolves to whether anything new was drawn. */
async function look(folder: string): Promise<boolean> {
  const read = await readCase(folder)
  const missing = read.unreadable ? 0 : undrawn(read)
  const findings = read.unreadable ? [] : await step('Drawing diagrams', () => drawDiagrams(read))
  console.log(report([...read.findings, ...findings], shown(folder)))
  return missing > 0
}
