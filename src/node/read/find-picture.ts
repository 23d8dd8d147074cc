/** Where a picture of a case is, by the address that its author typed. */

import { posix } from 'node:path'
import { readDataAddress } from '../pictures/data-address.ts'
import type { CasePicture } from '../pictures/picture.ts'
import { type FileFault, LARGEST, readCaseFile } from './case-file.ts'
import { whyNotShown } from './picture-format.ts'

/** A picture as the case has it. */
export interface FoundPicture extends CasePicture {
  /** From the case folder, with forward slashes; absent where the address holds the picture. */
  readonly path?: string
}

/** The picture, or why it can't be shown. */
export function findPicture(
  url: string,
  file: string,
  root: string,
): FoundPicture | { readonly why: string } {
  const elsewhere = ELSEWHERE.find(([pattern]) => pattern.test(url))
  if (elsewhere) return { why: elsewhere[1] }
  if (!RE_DATA.test(url)) return findFile(pathOf(url, file), root)
  const held = readDataAddress(url)
  const why = held ? whyNotShown(`.${held.extension}`, held.bytes) : 'picture in an address'
  return held && why === undefined ? held : { why: why ?? '' }
}

function findFile(path: string, root: string): FoundPicture | { readonly why: string } {
  const found = readCaseFile(root, path)
  if ('fault' in found) return { why: FAULTS[found.fault] }
  const why = whyNotShown(path, found.bytes)
  const extension = posix.extname(path).slice(1).toLowerCase()
  return why === undefined ? { path, extension, bytes: found.bytes } : { why }
}

/** `, such as ../map.png`, where a picture that is counted from the top is there; else `''`. */
export function nearestPicture(url: string, file: string, root: string): string {
  if (!/^\s*\/(?!\/)/.test(url)) return ''
  const path = decoded(url.replace(/[?#].*$/, '')).replace(/^[\s/]+/, '')
  return 'why' in findFile(path, root) ? '' : `, such as ${addressOf(path, file)}`
}

/** How a file of the case writes where another one is. */
export function addressOf(path: string, file: string): string {
  return encodeURI(posix.relative(posix.dirname(file), path))
}

const FAULTS: Readonly<Record<FileFault, string>> = {
  absent: 'picture that was not found',
  dangling: 'picture that was not found',
  special: 'picture that was not found',
  outside: 'picture outside the case folder, which is not read',
  large: `picture of more than ${LARGEST / 1024 / 1024} MB`,
  refused: 'picture that you have no right to read',
}

// Matches "data:image/png;base64,…".
const RE_DATA = /^\s*data:image\//i

const ELSEWHERE: readonly (readonly [RegExp, string])[] = [
  // Matches "file:///home/ann/map.png", "C:\maps\map.png", "\\server\map.png".
  [/^\s*(?:file:|[a-z]:|\\)/i, 'picture by its place on one machine'],
  // Matches "https://example.org/map.png", "//example.org/map.png" and "javascript:draw()". A
  // picture of another host tells that host who reads the case.
  [/^\s*(?:\/\/|(?!data:image\/)[a-z][a-z\d+.-]*:)/i, 'picture of another host'],
  // Matches "/map.png".
  [/^\s*\//, 'picture counted from the top of a site'],
]

/** Its path from the case folder; one that starts with `..` leads out of it. */
function pathOf(url: string, file: string): string {
  return posix.join(posix.dirname(file), decoded(url.replace(/[?#].*$/, '')))
}

function decoded(url: string): string {
  try {
    return decodeURI(url)
  } catch {
    return url // a percent sign that escapes nothing
  }
}
