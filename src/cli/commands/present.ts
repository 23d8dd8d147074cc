/**
 * `present`: builds the case with its private notes, for this machine alone, and opens the deck and the
 * speaker view.
 */

import { privateNotesIn } from '../../core/syntax/conventions/index.ts'
import { openWindows } from '../../node/browser/open-windows.ts'
import { leaksOf } from '../../node/publish/leak.ts'
import { type ReadCase, readCase } from '../../node/read/read-case.ts'
import { commandLine } from '../../node/report/command-line.ts'
import { hasErrors, reportOn, written } from '../../node/report/index.ts'
import { untilInterrupted } from '../../node/run/interrupt.ts'
import { serve } from '../../node/serve/index.ts'
import { buildSite } from '../../node/site/index.ts'
import type { Options } from '../usage/options.ts'

const UNMEASURED = `Whether slides fit is measured by: ${commandLine('build')}`

/**
 * Builds, serves until stopped, and opens both windows. Resolves to the exit code.
 * @throws NoCaseError
 */
export async function present({
  case: folder,
  out,
  port,
  open,
  audience,
}: Options): Promise<number> {
  const read = await readCase(folder, audience)
  if (read.unreadable) {
    console.log(written(reportOn(read)))
    console.log('Nothing to present, since the case cannot be read.')
    return 1
  }
  const built = await buildSite({ read, out, base: '/', isPrivate: true }).catch(leaksOf)
  if (!('handouts' in built)) {
    console.log(written(reportOn(read, built)))
    console.log('Nothing to present, since it would tell what was left out.')
    return 1
  }
  const report = reportOn(read, built.findings, [UNMEASURED])
  console.log(written(report))
  const server = await serve(out, { port, isPrivate: true })
  console.log(addresses(server.url, privateNotes(read)))
  const windows = [`${server.url}deck/`, `${server.url}deck/speaker/`]
  if (open && !(await openWindows(windows)))
    console.log('No browser could be opened. Open Deck and Speaker in one yourself.')
  await untilInterrupted()
  await server.close()
  return hasErrors(report.findings) ? 1 : 0
}

/** How many `<Notes>` there are. */
function privateNotes({ documents }: ReadCase): number {
  return documents.flatMap(({ blocks }) => blocks.flatMap(privateNotesIn)).length
}

function addresses(url: string, notes: number): string {
  const among = notes === 1 ? 'is 1 private note' : `are ${notes} private notes`
  return [
    '',
    `Deck       ${url}deck/`,
    `Speaker    ${url}deck/speaker/`,
    `Narrative  ${url}`,
    '',
    notes === 0
      ? 'The case has no private notes. To write one: <Notes>What only I should see.</Notes>'
      : `There ${among}, in the speaker view alone. Nothing of this leaves the machine.`,
    'Ctrl+C stops it.',
  ].join('\n')
}
