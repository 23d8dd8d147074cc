/**
 * `present`: builds the case with its private notes, for this machine alone, and opens the deck and the
 * speaker view.
 */
import { fork } from 'node:child_process'
import { extname, join } from 'node:path'
import { openWindows } from '../../node/browser/open-windows.ts'
import { keepInk } from '../../node/feedback/keep-ink.ts'
import { keepQuestions } from '../../node/feedback/keep-questions.ts'
import { byLinks } from '../../node/paths/index.ts'
import { newRoom, type OpenRoom, openRoom } from '../../node/room/index.ts'
import { onInterrupt, untilInterrupted } from '../../node/run/interrupt.ts'
import { UsageError } from '../../node/run/usage-error.ts'
import { serve } from '../../node/serve/index.ts'
import { compiledToo } from '../../node/store/compiled.ts'
import type { Options } from '../usage/options.ts'
import type { PresentOrder, PresentOutcome } from './present-process.ts'

/** In TypeScript or in JavaScript, as this file is. */
const PROCESS = join(import.meta.dirname, `present-process${extname(import.meta.filename)}`)

/**
 * Builds, serves until stopped, and opens both windows. Resolves to the exit code.
 * @throws UsageError
 */
export async function present(options: Options): Promise<number> {
  const { case: folder, out, port, open, audience } = options
  const keys = options.room ? newRoom() : undefined
  const { base = '/' } = keys ?? {}
  const everyones = `${out}-room`
  const order: PresentOrder = { case: folder, out, audience, base, ...(keys && { everyones }) }
  const built = await buildApart(order)
  if ('code' in built) return built.code
  let room: OpenRoom | undefined
  const questions = keepQuestions(folder, console.log, (id) => room?.sourceOf(id))
  const posts = [
    { path: `${base}questions`, take: questions.take },
    { path: `${base}ink`, take: keepInk(folder, console.log) },
  ]
  room =
    keys &&
    (await openRoom(keys, {
      folder: everyones,
      ofPresenters: out,
      port: port + 1,
      settings: built.settings,
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
  console.log(addresses(server.url, built.notes, questions.file, room))
  const windows = ['deck/', 'deck/speaker/'].map(
    (path) => `${server.url}${path}${room?.here ?? ''}`,
  )
  if (open && !(await openWindows(windows)))
    console.log('No browser could be opened. Open Deck and Speaker in one yourself.')
  await untilInterrupted()
  await Promise.all([server.close(), room?.close()])
  return built.hasErrors ? 1 : 0
}

/** Builds in a process of its own: what serves a room for hours holds nothing that only a build needs. */
async function buildApart(order: PresentOrder) {
  const env = { ...process.env, ...compiledToo() }
  const child = fork(PROCESS, { env, execArgv: [...byLinks] })
  const stopListening = onInterrupt(() => void child.kill())
  const outcome = await new Promise<PresentOutcome>((resolve, reject) => {
    child.once('message', (said: PresentOutcome) => resolve(said))
    child.once('error', reject)
    child.once('exit', (code, signal) =>
      reject(new Error(`Building stopped half-way (${signal ?? `exit code ${code}`})`)),
    )
    child.send(order)
  })
  stopListening()
  if (!('failed' in outcome)) return outcome
  throw outcome.isTyped ? new UsageError(outcome.failed) : new Error(outcome.failed)
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
