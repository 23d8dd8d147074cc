/** The pictures of a case on disk: which are there, and what is shown in place of the others. */

import { posix } from 'node:path'
import { findingOf } from '../../core/findings/finding-of.ts'
import type { Finding } from '../../core/model/finding.ts'
import type { Source } from '../../core/model/source.ts'
import { parse } from '../../core/syntax/parse.ts'
import { type Picture, picturesIn } from '../../core/syntax/pictures.ts'
import type { Node } from '../../core/syntax/tree.ts'
import { type FileFault, LARGEST, readCaseFile } from './case-file.ts'
import { whyNotShown } from './picture-format.ts'

/** An error for each picture that is not there or can't be shown. A bundler would stop at it. */
export function brokenPictures(sources: readonly Source[], root: string): readonly Finding[] {
  return sources
    .filter(({ text }) => RE_MAY.test(text))
    .flatMap(({ file, text }) => {
      const { tree } = parse(text, file)
      return (tree ? picturesIn(tree) : []).flatMap(({ url, node }): readonly Finding[] => {
        const why = whyBroken(url, file, root)
        if (why === undefined) return []
        const message = `Unexpected ${why}: ${url}, expected a file beside ${file}${nearest(url, file, root)}: mend the address or add the file`
        return [findingOf('broken-picture', { message, place: placeOf(node, file) })]
      })
    })
}

/** What is compiled in the place of a picture: the picture, or words that say what is missing. */
export function shownPicture({ url, alt, title, node }: Picture, file: string, root: string): Node {
  if (whyBroken(url, file, root) !== undefined)
    return {
      type: 'emphasis',
      children: [{ type: 'text', value: `[Picture missing${alt === '' ? '' : `: ${alt}`}]` }],
    }
  if (node.type === 'image' || !isOfCase(url)) return node
  // Only what is written as Markdown is copied to the output.
  return { type: 'image', url, alt, ...(title ? { title } : {}) }
}

// Matches what any way to write a picture has.
const RE_MAY = /!\[|<img\b/

/** How many bytes tell what a file is. */
const HEAD = 4096

/** Why a picture of the case can't be shown; `undefined` where it can, or where it is in its address. */
function whyBroken(url: string, file: string, root: string): string | undefined {
  if (RE_LOCAL.test(url)) return 'picture by its place on one machine'
  if (RE_ELSEWHERE.test(url)) return 'picture of another host'
  if (!isOfCase(url)) return undefined
  if (RE_ROOTED.test(url)) return 'picture counted from the top of a site'
  const path = pathOf(url, file)
  const found = readCaseFile(root, path, HEAD)
  return 'fault' in found ? FAULTS[found.fault] : whyNotShown(path, found.bytes)
}

const FAULTS: Readonly<Record<FileFault, string>> = {
  absent: 'picture that was not found',
  dangling: 'picture that was not found',
  special: 'picture that was not found',
  outside: 'picture outside the case folder, which is not read',
  large: `picture of more than ${LARGEST / 1024 / 1024} MB`,
  refused: 'picture that you have no right to read',
}

/** The file of a picture that pages show; undefined for any other, of which the case's checks tell. */
export function readPicture(url: string, file: string, root: string): PictureFile | undefined {
  if (whyBroken(url, file, root) !== undefined || !isOfCase(url)) return undefined
  const path = pathOf(url, file)
  const found = readCaseFile(root, path)
  return 'bytes' in found ? { path, bytes: found.bytes } : undefined
}

interface PictureFile {
  /** From the case folder, with forward slashes. */
  readonly path: string
  readonly bytes: Buffer
}

// Matches "file:///home/ann/map.png", "C:\maps\map.png", "\\server\map.png".
const RE_LOCAL = /^\s*(?:file:|[a-z]:|\\)/i

// Matches "/map.png".
const RE_ROOTED = /^\s*\//

// Matches "https://example.org/map.png", "//example.org/map.png" and "javascript:draw()". A picture of
// another host tells that host who reads the case.
const RE_ELSEWHERE = /^\s*(?:\/\/|(?!data:image\/)[a-z][a-z\d+.-]*:)/i

/** Not written into the address. */
function isOfCase(url: string): boolean {
  return !/^\s*data:/i.test(url)
}

/** Its path from the case folder; one that starts with `..` leads out of it. */
function pathOf(url: string, file: string): string {
  return posix.join(posix.dirname(file), decoded(url.replace(/[?#].*$/, '')))
}

/** `, such as "../map.png"`, where a picture that is counted from the top is there. */
function nearest(url: string, file: string, root: string): string {
  if (!RE_ROOTED.test(url) || RE_ELSEWHERE.test(url)) return ''
  const path = decoded(url.replace(/[?#].*$/, '')).replace(/^[\s/]+/, '')
  const found = readCaseFile(root, path, HEAD)
  if ('fault' in found || whyNotShown(path, found.bytes) !== undefined) return ''
  return `, such as ${encodeURI(posix.relative(posix.dirname(file), path))}`
}

function decoded(url: string): string {
  try {
    return decodeURI(url)
  } catch {
    return url // a percent sign that escapes nothing
  }
}

/** The picture where it stands in one line; else its start. */
function placeOf({ position }: Node, file: string): Finding['place'] {
  if (!position) return { file }
  const { start, end } = position
  const length = start.line === end.line ? end.column - start.column : 0
  const { line, column } = start
  return { file, line, column, ...(length > 0 ? { length } : {}) }
}
