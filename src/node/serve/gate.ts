/**
 * Who may ask a server on this machine: people at it, not the sites that they visit. A page from
 * elsewhere could ask by another name that leads here ("DNS rebinding"), or show ours in a frame.
 */
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { headersOf } from '../../core/publish/headers.ts'

/** Why a request is not answered. */
interface RequestRefusal {
  readonly status: 400 | 403 | 404 | 405 | 413
  /** One line, which ends with a stop. */
  readonly why: string
}

/**
 * Puts the gate in front of all that a server does, also of what others let it answer.
 *
 * @param names Also of this machine: the hosts by which others may ask it.
 * @param takes Paths to which pages of the same origin may post something.
 */
export function guard(
  server: Server,
  base = '/',
  names: () => readonly string[] = () => [],
  takes: readonly string[] = [],
): void {
  const pass = server.emit.bind(server) as (name: string, ...args: readonly unknown[]) => boolean
  const admit = (name: string, request: IncomingMessage, to: ServerResponse | Duplex): boolean => {
    const refusal = refusalOf(request, names(), takes)
    if (name === 'upgrade') return refusal === undefined || close(to as Duplex, refusal)
    const response = to as ServerResponse
    const headers = headersOf(request.url ?? '/', base)
    for (const [header, value] of Object.entries(headers)) response.setHeader(header, value)
    return refusal === undefined || refuse(response, refusal)
  }
  const emit = (name: string, ...args: readonly unknown[]): boolean => {
    const isAsked = name === 'request' || name === 'upgrade'
    // Node gives both of these events a request, and where to answer.
    const [request, to] = args as [IncomingMessage, ServerResponse | Duplex]
    return isAsked && !admit(name, request, to) ? true : pass(name, ...args)
  }
  Object.assign(server, { emit })
}

/** Why a request is refused; undefined for one that is answered. */
function refusalOf(
  request: Pick<IncomingMessage, 'headers' | 'method' | 'url'>,
  names: readonly string[],
  takes: readonly string[],
): RequestRefusal | undefined {
  const { headers, method, url = '' } = request
  const host = headers.host ?? ''
  if (!RE_HERE.test(host) && !names.includes(host.replace(RE_PORT, '')))
    return {
      status: 403,
      why: `This is for this machine alone. Open it as ${names[0] ?? '"localhost"'}, with the same port.`,
    }
  const isPosted = method === 'POST' && takes.includes(url) && headers.origin === `http://${host}`
  if (method !== 'GET' && method !== 'HEAD' && !isPosted)
    return { status: 405, why: 'Only reading is possible here.' }
  const path = pathOf(url)
  if (path === undefined) return { status: 400, why: 'This address cannot be read.' }
  if (RE_UPWARDS.test(path)) return { status: 404, why: 'There is no such page.' }
  if (isForeign(headers, path))
    return {
      status: 403,
      why: 'This is not for pages of other sites. Open its address in a window of its own.',
    }
  return undefined
}

/** The decoded path of an address; undefined where it is malformed. */
export function pathOf(url: string): string | undefined {
  try {
    const path = decodeURIComponent(url.replace(/[?#].*$/s, ''))
    return path.startsWith('/') && !path.startsWith('//') && !path.includes('\0') ? path : undefined
  } catch {
    return undefined
  }
}

/** Answers why not; false, since the request goes no further. */
export function refuse(
  response: ServerResponse,
  { status, why }: { readonly status: number; readonly why: string },
): false {
  if (response.headersSent) response.destroy()
  else {
    response.setHeader('Cache-Control', 'no-store')
    if (status === 405) response.setHeader('Allow', 'GET, HEAD')
    response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`${why}\n`)
  }
  return false
}

// Matches "localhost:4321", "case.localhost", "127.0.0.1:80", "[::1]:4321"; not "127.0.0.1.example.org".
const RE_HERE = /^(?:(?:[a-z\d-]+\.)*localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/i

// Matches ":4321" at the end.
const RE_PORT = /:\d{1,5}$/

// Matches "/../x", "/a/..", "/..\x": no browser asks for that.
const RE_UPWARDS = /[\\/]\.\.(?:[\\/]|$)/

// Matches what tools of `dev` answer: "/__open-in-editor", "/@fs/home".
const RE_TOOL = /^\/(?:__|@)/

// It starts a program: there, who does not say from where they ask is a stranger.
const RE_EDITOR = /^\/__open-in-editor/

/** Whether a page of another site asks. Older browsers and other programs do not say. */
function isForeign(headers: IncomingMessage['headers'], path: string): boolean {
  const { origin, host } = headers
  if (origin !== undefined && origin !== `http://${host}`) return true
  const from = headers['sec-fetch-site']
  if (from === undefined) return RE_EDITOR.test(path)
  if (from === 'same-origin' || from === 'none') return false
  // A link from elsewhere leads to a page in a window of its own, and to nothing else.
  const isOpened =
    headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document'
  return !isOpened || RE_TOOL.test(path)
}

function close(socket: Duplex, { status, why }: RequestRefusal): false {
  socket.end(
    `HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Type: text/plain\r\n\r\n${why}\n`,
  )
  return false
}
