/** Addresses of files whose names say "internal": of pictures and documents, however a text names them. */
import type { Place } from '../model/case.ts'
import type { Source } from '../model/source.ts'
import { parseOnce } from '../syntax/parse.ts'
import { attributeOf, type Node } from '../syntax/tree.ts'
import { markerInName } from './aside-markers.ts'

// Matches what leads out of the case, or to a place in a page: "https:", "//", "#".
const RE_ELSEWHERE = /^\s*(?:[a-z][a-z\d+.-]+:|\/\/|#)/i
// Matches what may hold an address: "](", "]:", "<img", "<Chart".
const RE_ADDRESS = /\](?:\(|:)|<(?:img|a|chart)\b/i
const RE_ENDING = /\.[a-z\d]{3,5}$/i

/** Each such address, with what in it says so. */
export function markedPaths(
  source: Source,
): readonly { readonly words: string; readonly place: Place }[] {
  const { file, text } = source
  const { tree } = RE_ADDRESS.test(text) ? parseOnce(source) : {}
  return (tree ? shownIn(tree) : []).flatMap((node) => {
    const { line, column } = node.position?.start ?? {}
    return addressesOf(node).flatMap((address) => {
      const words = markerInName(pathOf(address))
      const place = { file, ...(line === undefined ? {} : { line, column: column ?? 1 }) }
      return words === undefined ? [] : [{ words, place }]
    })
  })
}

/** All nodes but those in notes, which no reader sees. */
function shownIn(node: Node): readonly Node[] {
  return node.name === 'Notes' ? [] : [node, ...(node.children ?? []).flatMap(shownIn)]
}

function addressesOf(node: Node): readonly string[] {
  const all = [node.url, ...['src', 'href', 'from'].map((name) => attributeOf(node, name))]
  return all.flatMap((one) =>
    one !== undefined && !RE_ELSEWHERE.test(one) && RE_ENDING.test(pathOf(one)) ? [one] : [],
  )
}

/** `maps/costs%20internal.png?raw` → `maps/costs internal.png`. */
function pathOf(address: string): string {
  const path = address
    .replace(/[?#].*$/s, '')
    .replaceAll('\\', '/')
    .trim()
  try {
    return decodeURIComponent(path)
  } catch {
    return path // a percent sign that escapes nothing
  }
}
