/** The pictures of a case on disk: which are there, and what is shown in place of the others. */

import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { findingOf } from '../../core/findings/finding-of.ts'
import type { Finding } from '../../core/model/finding.ts'
import type { Source } from '../../core/model/source.ts'
import { parse } from '../../core/syntax/parse.ts'
import { type Picture, picturesIn } from '../../core/syntax/pictures.ts'
import type { Node } from '../../core/syntax/tree.ts'
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
        const message = `Unexpected ${why}: ${url}, expected a file beside ${file}: mend the address or add the file`
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

/** Why a picture of the case can't be shown; `undefined` where it can, or where nobody here knows. */
function whyBroken(url: string, file: string, root: string): string | undefined {
  if (isElsewhere(url)) return 'picture of another host'
  if (!isOfCase(url)) return undefined
  const path = join(root, dirname(file), decoded(url.replace(/[?#].*$/, '')))
  const head = headOf(path)
  return head ? whyNotShown(path, head) : 'picture that was not found'
}

// Matches "https://example.org/map.png", "//example.org/map.png" and "javascript:draw()".
const RE_ELSEWHERE = /^\s*(?:\/\/|(?!data:image\/)[a-z][a-z\d+.-]*:)/i

/** A picture of another host tells that host who reads the case. */
function isElsewhere(url: string): boolean {
  return RE_ELSEWHERE.test(url)
}

/** Not on the web, not written into the address, not counted from the root of a site. */
function isOfCase(url: string): boolean {
  return !/^(?:[a-z][a-z\d+.-]*:|\/|#)/i.test(url)
}

/** The first bytes of a file; `undefined` where there is none. */
function headOf(path: string): Uint8Array | undefined {
  try {
    const file = openSync(path, 'r')
    try {
      if (!fstatSync(file).isFile()) return undefined
      const head = new Uint8Array(HEAD)
      return head.subarray(0, readSync(file, head))
    } finally {
      closeSync(file)
    }
  } catch {
    return undefined // not there, or not for us to read: the same to the author
  }
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
