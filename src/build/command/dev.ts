/** `dev`: shows the case as it is written, with its findings in the terminal. */
import { dev as serveLive } from 'astro'
import { keepStudio } from '../draw/studios.ts'
import { brokenDiagrams, drawDiagrams, undrawn } from '../draw.ts'
import { explain } from '../failure.ts'
import { untilInterrupted } from '../interrupt.ts'
import { type Looked, liveCase } from '../live.ts'
import type { Options } from '../options.ts'
import { root, shown } from '../paths.ts'
import { sayOnStderr, step } from '../progress.mjs'
import { report } from '../report.ts'
import { nameCase } from '../site.ts'
import { readCase } from '../sources.ts'
import { addresses } from './start.ts'

/** Serves until stopped; a taken port moves to the next. Resolves to the exit code. */
export async function dev({ case: folder, port }: Options): Promise<number> {
  const studio = keepStudio()
  try {
    const first = await look(folder, studio.lend)
    await first.drawing
    nameCase(folder)
    const again = () => lookAgain(folder, studio.lend)
    const server = await serveLive({
      root,
      // What goes wrong is told in our own words.
      logLevel: 'silent',
      integrations: [liveCase({ folder, first, look: again, onError: say })],
      server: { host: '127.0.0.1', port },
    })
    console.log(addresses(`http://127.0.0.1:${server.address.port}/`, '', []))
    await untilInterrupted()
    await server.stop()
    return 0
  } finally {
    await studio.close()
  }
}

type Lend = Parameters<typeof drawDiagrams>[1]

/** As `look`; says what went wrong instead of ending the session. */
async function lookAgain(folder: string, lend: Lend): Promise<Looked> {
  try {
    const looked = await look(folder, lend)
    return { ...looked, ...(looked.drawing && { drawing: looked.drawing.catch(say) }) }
  } catch (error) {
    say(error)
    return { unreadable: explain(error) }
  }
}

/** Reads the case, has its new diagrams drawn, and reports. */
async function look(folder: string, lend: Lend): Promise<Looked> {
  const read = await readCase(folder)
  const where = shown(folder)
  if (read.unreadable) {
    console.log(report(read.findings, where))
    const errors = read.findings.filter(({ severity }) => severity === 'error')
    return { unreadable: report(errors, where) }
  }
  const tell = () => console.log(report([...read.findings, ...brokenDiagrams(read)], where))
  if (undrawn(read) === 0) {
    tell()
    return {}
  }
  return { drawing: step('Drawing diagrams', () => drawDiagrams(read, lend)).then(tell) }
}

function say(error: unknown): void {
  sayOnStderr(explain(error))
}
