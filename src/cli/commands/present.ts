/**
 * `present`: builds the case with its private notes, for this machine alone, and opens the deck and the
 * speaker view.
 */

import type { Finding } from '../../core/model/finding.ts'
import { privateNotesIn } from '../../core/syntax/conventions/index.ts'
import { openWindows } from '../../node/browser/open-windows.ts'
import { keepInk } from '../../node/feedback/keep-ink.ts'
import { keepQuestions } from '../../node/feedback/keep-questions.ts'
import { leaksOf } from '../../node/publish/leak.ts'
import { type ReadCase, readCase } from '../../node/read/read-case.ts'
import { commandLine } from '../../node/report/command-line.ts'
import { hasErrors, reportOn, written } from '../../node/report/index.ts'
import { newRoom, type OpenRoom, openRoom } from '../../node/room/index.ts'
import { untilInterrupted } from '../../node/run/interrupt.ts'
import { serve } from '../../node/serve/index.ts'
import { buildSite } from '../../node/site/index.ts'
import type { Options } from '../usage/options.ts'

const UNMEASURED = `Whether slides fit is measured by: ${commandLine('build')}`

/**
 * Builds, serves until stopped, and opens both windows. Resolves to the exit code.
 * @throws NoCaseError
 */
export async function present(options: Options): Promise<number> {
  const { case: folder, out, port, open, audience } = options
  const read = await readCase(folder, audience)
  if (read.unreadable) {
    console.log(written(reportOn(read)))
    console.log('Nothing to present, since the case cannot be read.')
    return 1
  }
  const keys = options.room ? newRoom() : undefined
  const { base = '/' } = keys ?? {}
  const hasRoom = keys !== undefined
  const built = await buildSite({ read, out, base, isPrivate: true, hasRoom }).catch(leaksOf)
  if (!('handouts' in built)) return tells(read, built)
  // What the audience may have is built apart, as it would be published.
  const everyones = `${out}-room`
  const asked = keys ? await readCase(folder, 'public') : read
  const order = { read: asked, out: everyones, base: '/', print: [], hasRoom }
  const shared = keys ? await buildSite(order).catch(leaksOf) : built
  if (!('handouts' in shared)) return tells(asked, shared)
  const report = reportOn(read, built.findings, [UNMEASURED])
  console.log(written(report))
  const questions = keepQuestions(folder, console.log)
  const posts = [
    { path: `${base}questions`, take: questions.take },
    { path: `${base}ink`, take: keepInk(folder, console.log) },
  ]
  const room =
    keys &&
    (await openRoom(keys, {
      folder: everyones,
      ofPresenters: out,
      port: port + 1,
      settings: read.settings,
      posts,
      say: console.log,
    }))
  const { channel } = room ?? {}
  const server = await serve(out, {
    base,
    port,
    isPrivate: true,
    posts,
    ...(channel && { channel }),
  })
  console.log(addresses(server.url, privateNotes(read), questions.file, room))
  const windows = ['deck/', 'deck/speaker/'].map(
    (path) => `${server.url}${path}${room?.here ?? ''}`,
  )
  if (open && !(await openWindows(windows)))
    console.log('No browser could be opened. Open Deck and Speaker in one yourself.')
  await untilInterrupted()
  await Promise.all([server.close(), room?.close()])
  return hasErrors(report.findings) ? 1 : 0
}

/** Prints what would be told that was left out. Returns the exit code. */
function tells(read: ReadCase, leaks: readonly Finding[]): number {
  console.log(written(reportOn(read, leaks)))
  console.log('Nothing to present, since it would tell what was left out.')
  return 1
}

/** How many `<Notes>` there are. */
function privateNotes({ documents }: ReadCase): number {
  return documents.flatMap(({ blocks }) => blocks.flatMap(privateNotesIn)).length
}

function addresses(url: string, notes: number, file: string, room: OpenRoom | undefined): string {
  const among = notes === 1 ? 'is 1 private note' : `are ${notes} private notes`
  const leaves = room
    ? 'Only presenters of the room can read them besides.'
    : 'Nothing of this leaves the machine.'
  return [
    '',
    `Deck       ${url}deck/${room?.here ?? ''}`,
    `Speaker    ${url}deck/speaker/${room?.here ?? ''}`,
    `Narrative  ${url}`,
    '',
    notes === 0
      ? 'The case has no private notes. To write one: <Notes>What only I should see.</Notes>'
      : `There ${among}, in the speaker view alone. ${leaves}`,
    `Key N keeps a question that is asked, in ${file} of the case.`,
    ...(room ? ofRoom(room) : []),
    'Ctrl+C stops it.',
  ].join('\n')
}

function ofRoom({ audience, presenters, hosts }: OpenRoom): readonly string[] {
  const [first, ...others] = hosts
  const also = others.length > 0 ? [`This machine is also ${others.join(', ')}.`] : []
  const none = 'This machine has no network: connect it, or open a hotspot, and start again.'
  return [
    '',
    `Audience   ${audience}`,
    `Presenter  ${presenters}`,
    '',
    first ? 'Key Q shows the audience its address as a code.' : none,
    ...also,
    'Who has the address of a presenter steers, and reads the private notes: show it to no one else.',
  ]
}
