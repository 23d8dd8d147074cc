/** `build`: reads a case, builds it where it can be rendered, and prints all findings. */
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { shown } from '../../node/paths/index.ts'
import { leaksOf } from '../../node/publish/leak.ts'
import { readCase } from '../../node/read/read-case.ts'
import { hasErrors, reportOn, written } from '../../node/report/index.ts'
import { step } from '../../node/run/progress.mjs'
import { buildSite } from '../../node/site/index.ts'
import type { Options } from '../usage/options.ts'

/** How a build ended. */
interface BuildOutcome {
  /** 1 when there are findings of severity error. */
  readonly code: 0 | 1
  /** PDFs and offline files, relative to the output; undefined when nothing was written. */
  readonly files?: readonly string[]
  /** Names of the case's routes. */
  readonly routes?: readonly string[]
}

/** Builds, and says where the output is. Resolves to the exit code. */
export async function buildOnce(options: Options): Promise<number> {
  const { code, files } = await buildAndReport(options)
  if (!files) return code
  const offline = Object.entries(OFFLINE).filter(([file]) => files.includes(file))
  const lines = offline.map(async ([file, meaning]) => {
    const { size } = await stat(join(options.out, file))
    return `${shown(join(options.out, file))}  ${kilobytes(size)}  ${meaning}`
  })
  console.log([`Built ${shown(options.out)}`, ...(await Promise.all(lines))].join('\n'))
  return code
}

/** What each file is for that works without a server or a network. */
const OFFLINE: Readonly<Record<string, string>> = {
  'offline/narrative.html': 'the narrative in one file',
  'offline/deck.html': 'the deck in one file; beside the other, their links meet',
  'offline/case.zip': 'the whole site: unpack it, then open index.html',
}

/** 1 kB is 1000 bytes. */
function kilobytes(bytes: number): string {
  return `${Math.ceil(bytes / 1000)} kB`
}

/**
 * Builds and prints findings. A case that cannot be read whole is not built: the previous output
 * stays.
 * @throws NoCaseError, UsageError, and whatever rendering throws.
 */
export async function buildAndReport({
  case: folder,
  out,
  base,
  audience,
}: Options): Promise<BuildOutcome> {
  const read = await step('Reading the case', () => readCase(folder, audience))
  if (read.unreadable) {
    console.log(written(reportOn(read)))
    console.log(`Not built, since the case cannot be read. ${shown(join(out))} stays as it was.`)
    return { code: 1 }
  }
  const built = await buildSite({ read, out, base }).catch(leaksOf)
  if (!('handouts' in built)) {
    console.log(written(reportOn(read, built)))
    console.log(`Not built, since it would tell what was left out. ${shown(out)} stays as it was.`)
    return { code: 1 }
  }
  const report = reportOn(read, built.findings)
  console.log(written(report))
  return {
    code: hasErrors(report.findings) ? 1 : 0,
    files: [...built.handouts, ...built.offline],
    routes: Object.keys(read.settings.routes),
  }
}
