/** Where a picture of a case is, by the address that its author typed. */

import { readdirSync } from 'node:fs'
import { posix } from 'node:path'
import { isFilm } from '../../core/syntax/films.ts'
import { distance, nearest } from '../../core/text/nearest.ts'
import { decodePercent } from '../../core/text/percent.ts'
import { mediaType, readDataAddress } from '../pictures/data-address.ts'
import type { CasePicture } from '../pictures/picture.ts'
import { type FileFault, LARGEST, readCaseFile, realInside } from './case-file.ts'
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
  if (!RE_DATA.test(url)) return findTyped(url, file, root)
  const held = readDataAddress(url)
  const why = held ? whyNotShown(`.${held.extension}`, held.bytes) : 'picture in an address'
  return held && why === undefined ? held : { why: why ?? '' }
}

/** The first that is there of what the address may mean. */
function findTyped(
  url: string,
  file: string,
  root: string,
): FoundPicture | { readonly why: string } {
  const [first, ...others] = pathsOf(url, file).map((path) => () => findFile(path, root))
  const found = first?.() ?? { why: FAULTS.absent }
  if (!('why' in found) || found.why !== FAULTS.absent) return found
  return others.map((find) => find()).find((one) => !('why' in one)) ?? found
}

function findFile(path: string, root: string): FoundPicture | { readonly why: string } {
  const found = readCaseFile(root, path)
  if ('fault' in found) return { why: FAULTS[found.fault] }
  const why = whyNotShown(path, found.bytes)
  const extension = endingOf(path)
  return why === undefined ? { path, extension, bytes: found.bytes } : { why }
}

/** `, such as ../map.png`, where a picture is there that the address most likely means; else `''`. */
export function nearestPicture(url: string, file: string, root: string): string {
  if (RE_DATA.test(url)) return ''
  const [path = ''] = pathsOf(url.replace(/^[\s/]+/, ''), /^\s*\//.test(url) ? '' : file)
  const folder = posix.dirname(path)
  const names = namesIn(root, folder).filter(
    (name) =>
      isFilm(name) === isFilm(url) && (isFilm(name) || mediaType(endingOf(name)) !== undefined),
  )
  const [name = ''] = nearest(posix.basename(path), names, 1)
  const most = Math.max(2, posix.parse(path).name.length / 3)
  const isNear = distance(posix.basename(path).toLowerCase(), name.toLowerCase()) <= most
  if (name === '' || !isNear || 'why' in findFile(posix.join(folder, name), root)) return ''
  return `, such as ${typedAs(posix.join(folder, name), file)}`
}

/** Names of the files in a folder of the case; `[]` where there is none. */
function namesIn(root: string, folder: string): readonly string[] {
  try {
    const real = realInside(root, folder)
    return real === undefined ? [] : readdirSync(real)
  } catch {
    return []
  }
}

/** How an author writes in a file of the case where another one is. */
function typedAs(path: string, file: string): string {
  return encodeURI(posix.relative(posix.dirname(file), path)).replace(/[?#]/g, encodeURIComponent)
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

/**
 * What an address may mean, the likeliest first: paths from the case folder; one that starts with `..`
 * leads out of it. Names may hold what means something in addresses, Windows writes `\\` between folders,
 * and letters with accents may be one sign or two.
 */
function pathsOf(url: string, file: string): readonly string[] {
  const whole = [url.replace(/[?#].*$/, ''), url].flatMap((one) => [decodePercent(one), one])
  const slashed = whole.flatMap((one) => [one, one.replaceAll('\\', '/')])
  const forms = slashed.flatMap((one) => [one, one.normalize('NFC'), one.normalize('NFD')])
  return [...new Set(forms.map((one) => posix.join(posix.dirname(file), one)))]
}

function endingOf(path: string): string {
  return posix.extname(path).slice(1).toLowerCase()
}
