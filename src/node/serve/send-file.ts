/** Sends a file as any good static server would: in parts, only where it is new, and packed if it is text. */
import type { Stats } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream'
import { createGzip } from 'node:zlib'
import { isHad, type Part, partOf } from './conditions.ts'
import { typeOf } from './media-types.ts'

/** A request, and where it is answered. */
export interface Exchange {
  readonly request: IncomingMessage
  readonly response: ServerResponse
}

/**
 * Sends a file. The page that says that there is none is always sent whole.
 *
 * @returns false, with nothing sent, where there is no such file
 */
export async function sendFile(
  file: string,
  status: 200 | 404,
  { request, response }: Exchange,
): Promise<boolean> {
  const handle = await open(file).catch(() => undefined)
  const found = await handle?.stat()
  if (!handle || !found?.isFile()) {
    await handle?.close()
    return false
  }
  const type = typeOf(file)
  const isText = RE_TEXT.test(type)
  const isWhole = status === 404 || request.method === 'HEAD' || request.headers.range === undefined
  const isPacked = isText && isWhole && RE_GZIP.test(request.headers['accept-encoding'] ?? '')
  const is = { etag: tagOf(found, isPacked), changed: found.mtimeMs, size: found.size }
  response.setHeader('Content-Type', type)
  if (status === 404 || !response.hasHeader('Cache-Control'))
    response.setHeader('Cache-Control', 'no-cache')
  if (isText) response.setHeader('Vary', 'Accept-Encoding')
  if (isPacked) response.setHeader('Content-Encoding', 'gzip')
  if (status === 404)
    return send({ handle, isPacked, size: found.size }, { request, response }, 404)
  response.setHeader('ETag', is.etag)
  response.setHeader('Last-Modified', found.mtime.toUTCString())
  if (!isPacked) response.setHeader('Accept-Ranges', 'bytes')
  if (isHad(request.headers, is)) return end(handle, response, 304)
  const part = isWhole ? undefined : partOf(request.headers, is)
  if (part === 'none') {
    response.setHeader('Content-Range', `bytes */${found.size}`)
    return end(handle, response, 416)
  }
  if (part) response.setHeader('Content-Range', `bytes ${part.start}-${part.end}/${found.size}`)
  const size = part ? part.end - part.start + 1 : found.size
  return send({ handle, isPacked, size, part }, { request, response }, part ? 206 : 200)
}

interface Sent {
  readonly handle: FileHandle
  readonly isPacked: boolean
  readonly size: number
  readonly part?: Part | undefined
}

function send(
  { handle, isPacked, size, part }: Sent,
  { request, response }: Exchange,
  status: number,
): true | Promise<true> {
  if (!isPacked) response.setHeader('Content-Length', size)
  if (request.method === 'HEAD') return end(handle, response, status)
  response.writeHead(status)
  const steps = [handle.createReadStream(part), ...(isPacked ? [createGzip()] : []), response]
  // Closes all of them where a file cannot be read, or the reader has gone.
  pipeline(steps, () => undefined)
  return true
}

/** Answers without a body. */
async function end(handle: FileHandle, response: ServerResponse, status: number): Promise<true> {
  await handle.close()
  if (status === 416) response.removeHeader('Content-Type')
  response.writeHead(status).end()
  return true
}

/** Another tag for each state of a file; packed it is another representation. */
function tagOf({ size, mtimeMs }: Stats, isPacked: boolean): string {
  return `"${size.toString(16)}-${Math.round(mtimeMs * 1000).toString(16)}${isPacked ? '-gzip' : ''}"`
}

// Matches what packs well: "text/html; charset=utf-8", "image/svg+xml"; not "image/png".
const RE_TEXT = /^text\/|javascript|json|xml/

// Matches "gzip, deflate, br", and not "gzip;q=0".
const RE_GZIP = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/
