/** Serves a case while it is written: each page as it is now, and the next state as soon as it is saved. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { WebSocketServer } from 'ws'
import type { ReadCase } from '../read/read-case.ts'
import { explain } from '../report/failure.ts'
import { type Served, serve } from '../serve/index.ts'
import { typeOf } from '../serve/media-types.ts'
import { CLIENT, clientModule, clientTag } from './client.ts'
import { EDITOR, openInEditor } from './editor.ts'
import type { Listed } from './listed.ts'
import type { LivePages } from './pages.ts'
import { answerUnreadable, asksForPage } from './unreadable.ts'
import type { Watch } from './watch.ts'

/** What came of reading the case again. */
export interface LiveReading {
  /** Of which pages are made; absent where none can be. */
  readonly read?: ReadCase
  /** Why pages cannot be rendered, in lines for people; absent where they can. */
  readonly unreadable?: string
  /** Of what pages are made, as a hash; absent where they cannot be rendered. */
  readonly content?: string
  /** What pages list; absent where that is not known yet. */
  readonly listed?: Listed
  /** Settles when the diagrams that had to be drawn are drawn; absent where there were none to draw. */
  readonly drawing?: Promise<unknown>
}

interface LiveCase {
  /** Absolute. */
  readonly folder: string
  /** Of that folder, since before it was read. */
  readonly watch: Watch
  /** The first port to try, 0 for any. */
  readonly port: number
  readonly pages: LivePages
  /** What the look before the start came to. */
  readonly first: LiveReading & { readonly listed: Listed }
  /** Runs after each change, never twice at a time: as much as pages wait for. Never rejects. */
  readonly readAgain: () => Promise<LiveReading>
  /** Runs once pages show a change: all that can be said of it. Never rejects. */
  readonly check: () => Promise<LiveReading>
  /** Told what went wrong while a page was rendered. */
  readonly onError: (error: unknown) => void
}

/** Milliseconds that a page waits for its diagrams; later ones come a moment after it. */
const PATIENCE = 300

/** Milliseconds in which pages come first: they are what people look at. */
const SOON = 100

// Matches the files whose change shows in a look's `content`.
const RE_READ = /(?:\.mdx|^case\.yaml)$/

const SOCKET = `${CLIENT}socket`

/** Serves until it is closed. @throws when no port can be had. */
export async function serveLive(live: LiveCase): Promise<Served> {
  const { folder, watch, port, pages, first, readAgain, check, onError } = live
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 1000 })
  let { unreadable, content, listed } = first
  /** Differs for each state that pages have shown, also of a `dev` that ran before. */
  let state = newState()
  /** What has changed since pages were made last: a case that cannot be read is not made. */
  const due = new Set<string>()
  let turn: Promise<unknown> = take(first)
  let checkingSoon: NodeJS.Timeout | undefined
  watch.listen(seeSoon)

  const told = () =>
    JSON.stringify({
      findings: { ...listed, unreadable },
      ...(unreadable === undefined ? { state } : {}),
    })
  const tell = (): void => {
    for (const client of sockets.clients) client.send(told())
  }

  /** Makes the pages of what was read; says why not, where that fails. */
  async function take(looked: LiveReading, changed?: readonly string[]): Promise<boolean> {
    unreadable = looked.unreadable
    listed = looked.listed ?? listed
    for (const file of changed ?? []) due.add(file)
    if (!looked.read) return false
    try {
      await pages.take(looked.read, changed && [...due])
      due.clear()
      return true
    } catch (error) {
      // A text that was half written: the next look tells more.
      if (watch.isChanged()) return false
      onError(error)
      unreadable = explain(error)
      return false
    }
  }

  async function see(): Promise<void> {
    const changed = watch.take()
    if (changed.length === 0) return
    clearTimeout(checkingSoon)
    const looked = await readAgain()
    const isTaken = await take(looked, changed)
    if (!isTaken) content = undefined
    else {
      const isNew = content !== looked.content || changed.some((file) => !RE_READ.test(file))
      content = looked.content
      if (isNew) state = newState()
      if (looked.drawing) await waitForDiagrams(looked, looked.drawing)
      checkingSoon = setTimeout(() => {
        turn = turn.then(checkNow)
      }, SOON)
    }
    tell()
  }

  async function waitForDiagrams(looked: LiveReading, drawing: Promise<unknown>): Promise<void> {
    const isLate = await Promise.race([drawing.then(() => false), pause(PATIENCE, true)])
    if (isLate) tell()
    await drawing
    // Pages are planned with what was drawn: for them it is another state of the case.
    const read = looked.read && { ...looked.read }
    await take({ ...looked, ...(read && { read }) }, [])
    state = newState()
  }

  async function checkNow(): Promise<void> {
    // What was saved meanwhile is shown first.
    if (watch.isChanged()) return
    const before = listed.state
    const isTaken = await take(await check(), [])
    if (!isTaken) content = undefined
    // Some pages tell what was found.
    else if (listed.state !== before) state = newState()
    tell()
  }

  function seeSoon(): void {
    turn = turn.then(see)
  }

  /** Settles once each change was looked at: a page of what nobody has read may be of a broken case. */
  async function untilSeen(): Promise<void> {
    while (watch.isChanged()) {
      seeSoon()
      await turn
    }
    await turn
  }

  /** Answers what is made when it is asked for; false for what is not. */
  async function answer(
    path: string,
    exchange: { readonly request: IncomingMessage; readonly response: ServerResponse },
  ): Promise<boolean> {
    const { request, response } = exchange
    const send = (body: string | Uint8Array, type: string, status = 200): true => {
      response.writeHead(status, { 'Content-Type': type, 'Cache-Control': 'no-store' })
      response.end(request.method === 'HEAD' ? undefined : body)
      return true
    }
    if (path === EDITOR) return openInEditor(folder, exchange)
    const own = path.startsWith(CLIENT) ? clientModule(path) : undefined
    if (own !== undefined) return send(own, typeOf('in-page.mjs'))
    await untilSeen()
    if (unreadable !== undefined) {
      if (!asksForPage(request)) return false
      answerUnreadable(response, unreadable)
      return true
    }
    try {
      const [at, body] = [state, await pages.render(path)]
      if (body && !path.endsWith('/')) return send(body, typeOf(path))
      if (body) return send(withClient(body, at), typeOf('index.html'))
      if (!path.endsWith('/') && (await pages.render(`${path}/`))) {
        response.writeHead(302, { Location: encodeURI(`${path}/`) }).end()
        return true
      }
      const none = asksForPage(request) ? await pages.render('/404/') : undefined
      return none !== undefined && send(withClient(none, at), typeOf('index.html'), 404)
    } catch (error) {
      onError(error)
      answerUnreadable(response, explain(error))
      return true
    }
  }

  const served = await serve(pages.folder, {
    port,
    isPrivate: true,
    answer,
    channel: {
      path: SOCKET,
      open: (request, socket, head) =>
        sockets.handleUpgrade(request, socket, head, (client) => client.send(told())),
    },
  })
  return {
    ...served,
    close: async () => {
      watch.close()
      clearTimeout(checkingSoon)
      for (const client of sockets.clients) client.terminate()
      await served.close()
    },
  }
}

let states = 0

function newState(): string {
  states += 1
  return `${Date.now().toString(36)}-${states}`
}

function withClient(page: Uint8Array, state: string): string {
  const html = Buffer.from(page).toString()
  return html.replace('</head>', () => `${clientTag(state)}</head>`)
}
