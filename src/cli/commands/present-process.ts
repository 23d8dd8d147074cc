/** The process that builds what is presented: its memory is free again before anybody comes into the room. */
import type { Finding } from '../../core/model/finding.ts'
import type { Settings } from '../../core/settings/case-yaml.ts'
import { privateNotesIn } from '../../core/syntax/conventions/index.ts'
import { leaksOf } from '../../node/publish/leak.ts'
import { NoCaseError } from '../../node/read/no-case.ts'
import { type ReadCase, readCase } from '../../node/read/read-case.ts'
import { commandLine } from '../../node/report/command-line.ts'
import { explain } from '../../node/report/failure.ts'
import { hasErrors, reportOn, written } from '../../node/report/index.ts'
import { UsageError } from '../../node/run/usage-error.ts'
import { buildSite } from '../../node/site/index.ts'
import type { Options } from '../usage/options.ts'

/** What to build. */
export interface PresentOrder extends Pick<Options, 'case' | 'out' | 'audience'> {
  readonly base: string
  /** Where the pages for the audience of a room go; absent without one. */
  readonly everyones?: string
}

/** What came of it; all that is to be said of the case has been printed. */
export type PresentOutcome =
  | {
      readonly settings: Pick<Settings, 'room' | 'address'>
      /** How many `<Notes>` there are. */
      readonly notes: number
      readonly hasErrors: boolean
    }
  /** There is nothing to present. */
  | { readonly code: number }
  /** `isTyped` where what was typed is wrong, and no program. */
  | { readonly failed: string; readonly isTyped: boolean }

const UNMEASURED = `Whether slides fit is measured by: ${commandLine('build')}`

process.once('message', (order: PresentOrder) => {
  buildPages(order)
    .catch((error: unknown): PresentOutcome => {
      const isTyped = error instanceof UsageError || error instanceof NoCaseError
      return { failed: isTyped ? error.message : explain(error), isTyped }
    })
    .then((outcome) => process.send?.(outcome, () => process.exit()))
})
// The program that ordered the pages has ended: nobody presents them.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))

async function buildPages(order: PresentOrder): Promise<PresentOutcome> {
  const { case: folder, out, audience, base, everyones } = order
  const read = await readCase(folder, audience)
  if (read.unreadable) {
    console.log(written(reportOn(read)))
    console.log('Nothing to present, since the case cannot be read.')
    return { code: 1 }
  }
  const hasRoom = everyones !== undefined
  const built = await buildSite({ read, out, base, isPrivate: true, hasRoom }).catch(leaksOf)
  if (!('handouts' in built)) return tells(read, built)
  if (hasRoom) {
    // What the audience may have is built apart, as it would be published.
    const asked = await readCase(folder, 'public')
    const shared = await buildSite({
      read: asked,
      out: everyones,
      base: '/',
      print: [],
      hasRoom,
    }).catch(leaksOf)
    if (!('handouts' in shared)) return tells(asked, shared)
  }
  const report = reportOn(read, built.findings, [UNMEASURED])
  console.log(written(report))
  const { room, address } = read.settings
  return {
    settings: {
      ...(room === undefined ? {} : { room }),
      ...(address === undefined ? {} : { address }),
    },
    notes: privateNotes(read),
    hasErrors: hasErrors(report.findings),
  }
}

/** Prints what would be told that was left out. */
function tells(read: ReadCase, leaks: readonly Finding[]): PresentOutcome {
  console.log(written(reportOn(read, leaks)))
  console.log('Nothing to present, since it would tell what was left out.')
  return { code: 1 }
}

function privateNotes({ documents }: ReadCase): number {
  return documents.flatMap(({ blocks }) => blocks.flatMap(privateNotesIn)).length
}
