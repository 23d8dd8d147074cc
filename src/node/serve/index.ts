/** Serves a built folder on this machine, as any good static server would; it compresses text. */
import { stat } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { join, resolve, sep } from 'node:path'
import type { Duplex } from 'node:stream'
import { guard, pathOf, refuse } from './gate.ts'
import { type Exchange, sendFile } from './send-file.ts'

/** A running server. */
export interface Served {
  /** Address of the site with its base and a slash at the end: `http://127.0.0.1:4321/`. */
  readonly url: string
  readonly port: number
  /** Ends open connections too. */
  close(): Promise<void>
}

/**
 * Serves `folder` under `base` on 127.0.0.1.
 * @throws when no port can be had.
 */
export async function serve(folder: string, options: ServeOptions = {}): Promise<Served> {
  const {
    base = '/',
    port = 0,
    isPrivate = false,
    has,
    within,
    channel,
    network,
    posts = [],
    answer,
  } = options
  const site: Site = { folder: resolve(folder), base, isPrivate, ...(has && { has }) }
  const sites = within ? [{ ...within, folder: resolve(within.folder) }, site] : [site]
  const server = createServer((request, response) => {
    const path = request.url ?? '/'
    const exchange = { request, response }
    const post = posts.find((one) => one.path === path)
    if (post && request.method === 'POST') return void takePost(post, exchange)
    const asked = sites.find((one) => path.startsWith(one.base)) ?? site
    sendAnswer({ asked, site }, exchange, answer).catch(() =>
      refuse(response, { status: 500, why: 'This page cannot be read.' }),
    )
  })
  guard(
    server,
    base,
    network,
    posts.map((post) => post.path),
  )
  if (channel)
    server.on('upgrade', (request, socket, head) => {
      if (request.url === channel.path) channel.open(request, socket, head)
      else socket.destroy()
    })
  const taken = await listen(server, port, network ? '0.0.0.0' : '127.0.0.1')
  return {
    url: `http://127.0.0.1:${taken}${base}`,
    port: taken,
    close: () => close(server),
  }
}

interface ServeOptions {
  readonly base?: string
  /** The first to try, 0 for any; one that is taken moves to the next. */
  readonly port?: number
  /** Set where no browser may keep a page, since others may use the same one later. */
  readonly isPrivate?: boolean
  /** Whether a path behind the base is for those who ask; all are, if left out. */
  readonly has?: (path: string) => boolean
  /** Another folder, under a longer path. What is not in it, the first folder has no page for. */
  readonly within?: Site
  /** What takes requests for a WebSocket. */
  readonly channel?: Channel
  /** What takes what pages of this server post. */
  readonly posts?: readonly Post[]
  /** Answers what is no file, by its decoded path; resolves to false for what it leaves to the folder. */
  readonly answer?: Answer
  /** Set where other machines are answered too: the hosts by which they may ask this one. */
  readonly network?: () => readonly string[]
}

type Answer = (path: string, exchange: Exchange) => Promise<boolean>

/** A path where WebSockets open. */
export interface Channel {
  readonly path: string
  open(request: IncomingMessage, socket: Duplex, head: Buffer): void
}

/** A path to which pages of the same origin post text. */
export interface Post {
  readonly path: string
  /** Resolves to the JSON that answers; undefined where the text is not right. */
  take(text: string): Promise<string | undefined>
}

/** Bytes of what is posted: a talk's strokes on one slide, or all questions that a browser kept meanwhile. */
const MOST_POSTED = 4 * 1024 * 1024

/** Answers what the gate has let in to be taken. */
async function takePost({ take }: Post, { request, response }: Exchange): Promise<void> {
  const pieces: Buffer[] = []
  let size = 0
  try {
    for await (const piece of request) {
      size += piece.length
      // Who posts hears the answer only once all is read.
      if (size <= MOST_POSTED) pieces.push(piece)
    }
    if (size > MOST_POSTED) {
      refuse(response, { status: 413, why: 'This is too much at once.' })
      return
    }
    const answered = await take(Buffer.concat(pieces).toString('utf8'))
    if (answered === undefined) {
      refuse(response, { status: 400, why: 'This cannot be read.' })
      return
    }
    response.setHeader('Cache-Control', 'no-store')
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(answered)
  } catch {
    refuse(response, { status: 500, why: 'This could not be kept.' })
  }
}

interface Site {
  readonly folder: string
  readonly base: string
  readonly isPrivate: boolean
  /** Whether a path behind the base is for those who ask; all are, if left out. */
  readonly has?: (path: string) => boolean
}

/** Answers what the gate has let in: a path that can be read, of GET or HEAD. */
async function sendAnswer(
  { asked, site }: { readonly asked: Site; readonly site: Site },
  exchange: Exchange,
  answer?: Answer,
): Promise<unknown> {
  const { request, response } = exchange
  const path = pathOf(request.url ?? '/') ?? '/'
  if (await answer?.(path, exchange)) return
  if (`${path}/` === asked.base || (path === '/' && asked.base !== '/'))
    return redirect(response, asked.base)
  const file = fileAt(asked, path)
  const found = file === undefined ? undefined : await stat(file).catch(() => undefined)
  if (file === undefined || found === undefined) return missing(site, exchange)
  // The path was decoded, but headers take only what is encoded.
  if (found.isDirectory() && !path.endsWith('/')) return redirect(response, encodeURI(`${path}/`))
  if (asked.isPrivate && !response.hasHeader('Cache-Control'))
    response.setHeader('Cache-Control', 'no-store')
  const page = found.isDirectory() ? join(file, 'index.html') : file
  return (await sendFile(page, 200, exchange)) || missing(site, exchange)
}

/** The file that a path means; undefined outside the base or folder, and for hidden files. */
function fileAt({ folder, base, has }: Site, path: string): string | undefined {
  if (!path.startsWith(base) || has?.(path.slice(base.length)) === false) return undefined
  const parts = path.slice(base.length).split(/[\\/]/)
  if (parts.some((part) => part.startsWith('.'))) return undefined
  const file = resolve(folder, ...parts)
  return file === folder || file.startsWith(folder + sep) ? file : undefined
}

async function missing(site: Site, exchange: Exchange): Promise<unknown> {
  const page = join(site.folder, '404.html')
  const none = { status: 404, why: 'There is no such page.' }
  return (await sendFile(page, 404, exchange)) || refuse(exchange.response, none)
}

function redirect(response: ServerResponse, to: string): void {
  response.writeHead(302, { Location: to }).end()
}

/** Listens at the first free port from `port` on; returns it. */
async function listen(server: Server, port: number, host: string): Promise<number> {
  for (let next = port; ; next++) {
    const error = await new Promise<NodeJS.ErrnoException | undefined>((done) => {
      server.once('error', done)
      server.listen(next, host, () => {
        server.off('error', done)
        done(undefined)
      })
    })
    if (error === undefined) break
    if (error.code !== 'EADDRINUSE' || next >= 65_535) throw error
  }
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : port
}

function close(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((resolve) => server.close(() => resolve()))
}
