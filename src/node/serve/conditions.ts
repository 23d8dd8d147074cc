/** What a reader has already of a file, and which part it asks for, by the rules of HTTP (RFC 9110). */
import type { IncomingHttpHeaders } from 'node:http'

/** A file as a server sends it. */
interface Representation {
  /** `"1f-18c2a"`, in quotes; another one for each content and packing. */
  readonly etag: string
  /** Milliseconds. */
  readonly changed: number
  /** Bytes; absent where that is not known before it is packed. */
  readonly size?: number
}

/** A part of a file: places of bytes, both within it. */
export interface Part {
  readonly start: number
  readonly end: number
}

/** Whether the reader has this already (RFC 9110, 13.1.2 and 13.1.3). */
export function isHad(headers: IncomingHttpHeaders, { etag, changed }: Representation): boolean {
  const had = headers['if-none-match']
  if (had !== undefined)
    return had.trim() === '*' || tagsIn(had).some((tag) => weak(tag) === weak(etag))
  const since = Date.parse(headers['if-modified-since'] ?? '')
  return Number.isFinite(since) && seconds(changed) <= seconds(since)
}

// Matches "bytes=0-499", "bytes=500-", "bytes=-500", and not two parts, which may be sent as a whole.
const RE_PART = /^bytes=(?:(\d+)-(\d*)|-(\d+))$/i

/**
 * The part of a file that is asked for (RFC 9110, 14.2); undefined for all of it, `none` for one that
 * it has not.
 */
export function partOf(
  headers: IncomingHttpHeaders,
  { etag, changed, size = 0 }: Representation,
): Part | 'none' | undefined {
  const [matched, from, to, last] = RE_PART.exec(headers.range?.trim() ?? '') ?? []
  if (matched === undefined || !isStill(headers['if-range']?.toString(), etag, changed))
    return undefined
  const start = from === undefined ? Math.max(0, size - Number(last)) : Number(from)
  const end = Math.min(size - 1, to ? Number(to) : size - 1)
  if (to && Number(to) < Number(from)) return undefined
  return start > end ? 'none' : { start, end }
}

/** Whether a file is what the reader has a part of; a weak tag or a date in between does not tell. */
function isStill(condition: string | undefined, etag: string, changed: number): boolean {
  if (condition === undefined) return true
  if (condition.includes('"')) return condition.trim() === etag
  return seconds(Date.parse(condition)) === seconds(changed)
}

function tagsIn(list: string): readonly string[] {
  return list.match(/(?:W\/)?"[^"]*"/g) ?? []
}

function weak(tag: string): string {
  return tag.replace(/^W\//, '')
}

/** Headers say no less than seconds. */
function seconds(time: number): number {
  return Math.floor(time / 1000)
}
