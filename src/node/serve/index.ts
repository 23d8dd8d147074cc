/** Serves a built folder on this machine, as any good static server would; it compresses text. */
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { extname, join, resolve, sep } from 'node:path'
import { pipeline } from 'node:stream'
import { createGzip } from 'node:zlib'

/** A running server. */
export interface Served {
  /** Address of the site with its base and a slash at the end: `http://127.0.0.1:4321/`. */
  readonly url: string
  readonly port: number
  /** Ends open connections too. */
  close(): Promise<void>
}

const TYPES: Readonly<Record<string, string>> = {
  '.avif': 'image/avif',
  '.css': 'text/css; charset=utf-8',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
  '.zip': 'application/zip',
}

/** The media type of a file, by its name. */
export function typeOf(file: string): string {
  return TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream'
}

/**
 * Serves `folder` under `base` on 127.0.0.1.
 * @param options `port`: the first to try, 0 for any; one that is taken moves to the next.
 * @throws when no port can be had.
 */
export async function serve(
  folder: string,
  { base = '/', port = 0 }: { base?: string; port?: number } = {},
): Promise<Served> {
  const site = { folder: resolve(folder), base }
  const server = createServer((request, response) => {
    answer(site, request, response).catch(() => refuse(response, 500, 'This page cannot be read.'))
  })
  const taken = await listen(server, port)
  return {
    url: `http://127.0.0.1:${taken}${base}`,
    port: taken,
    close: () => close(server),
  }
}

interface Site {
  readonly folder: string
  readonly base: string
}

async function answer(site: Site, request: IncomingMessage, response: ServerResponse) {
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return refuse(response, 405, 'Only reading is possible here.')
  const path = pathOf(request.url ?? '/')
  if (path === undefined) return refuse(response, 400, 'This address cannot be read.')
  if (`${path}/` === site.base || (path === '/' && site.base !== '/'))
    return redirect(response, site.base)
  const file = fileAt(site, path)
  const found = file === undefined ? undefined : await stat(file).catch(() => undefined)
  if (file === undefined || found === undefined) return missing(site, request, response)
  // The path was decoded, but headers take only what is encoded.
  if (found.isDirectory() && !path.endsWith('/')) return redirect(response, encodeURI(`${path}/`))
  const page = found.isDirectory() ? join(file, 'index.html') : file
  return (await send(page, 200, request, response)) ?? missing(site, request, response)
}

/** The decoded path of a request; undefined when it is malformed. */
function pathOf(url: string): string | undefined {
  try {
    const path = decodeURIComponent(url.replace(/[?#].*$/, ''))
    return path.startsWith('/') && !path.startsWith('//') && !path.includes('\0') ? path : undefined
  } catch {
    return undefined
  }
}

/** The file that a path means; undefined outside the base or folder, and for hidden files. */
function fileAt({ folder, base }: Site, path: string): string | undefined {
  if (!path.startsWith(base)) return undefined
  const parts = path.slice(base.length).split(/[\\/]/)
  if (parts.some((part) => part.startsWith('.'))) return undefined
  const file = resolve(folder, ...parts)
  return file === folder || file.startsWith(folder + sep) ? file : undefined
}

async function missing(site: Site, request: IncomingMessage, response: ServerResponse) {
  const page = join(site.folder, '404.html')
  return (
    (await send(page, 404, request, response)) ?? refuse(response, 404, 'There is no such page.')
  )
}

/** Sends a file; resolves to undefined, with nothing sent, when there is none. */
async function send(
  file: string,
  status: number,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<true | undefined> {
  const found = await stat(file).catch(() => undefined)
  if (!found?.isFile()) return undefined
  const type = typeOf(file)
  const isPacked = RE_TEXT.test(type) && RE_GZIP.test(request.headers['accept-encoding'] ?? '')
  response.writeHead(status, {
    'Content-Type': type,
    ...(isPacked ? { 'Content-Encoding': 'gzip' } : { 'Content-Length': found.size }),
    ...(RE_TEXT.test(type) && { Vary: 'Accept-Encoding' }),
    'Cache-Control': 'no-cache',
    'X-Content-Type-Options': 'nosniff',
  })
  if (request.method === 'HEAD') {
    response.end()
    return true
  }
  const steps = [createReadStream(file), ...(isPacked ? [createGzip()] : []), response]
  // Closes all of them where a file cannot be read, or the reader has gone.
  pipeline(steps, () => undefined)
  return true
}

// Matches what packs well: "text/html; charset=utf-8", "image/svg+xml"; not "image/png".
const RE_TEXT = /^text\/|javascript|json|xml/

// Matches "gzip, deflate, br", and not "gzip;q=0".
const RE_GZIP = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/

function redirect(response: ServerResponse, to: string): void {
  response.writeHead(302, { Location: to }).end()
}

function refuse(response: ServerResponse, status: number, why: string): void {
  if (response.headersSent) response.destroy()
  else response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`${why}\n`)
}

/** Listens at the first free port from `port` on; returns it. */
async function listen(server: Server, port: number): Promise<number> {
  for (let next = port; ; next++) {
    const error = await new Promise<NodeJS.ErrnoException | undefined>((done) => {
      server.once('error', done)
      server.listen(next, '127.0.0.1', () => {
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
