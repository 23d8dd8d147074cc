/** Where in a page something stands, and the names to which links can lead. */
import { attributeOf, type Html, type HtmlElement, lineTextOf } from '../html-tree.ts'
import type { DocumentPlace } from './document.ts'
import { closest, elementsBelow } from './edit-tree.ts'

const BLOCKS = new Set('p li h1 h2 h3 h4 h5 h6 td th dt dd pre blockquote div'.split(' '))

/** Says where an element stands. */
export function placesIn(nodes: readonly Html[]): (element: HtmlElement) => DocumentPlace {
  const around = new Map<HtmlElement, readonly HtmlElement[]>()
  let open: readonly HtmlElement[] = []
  for (const each of elementsBelow(nodes)) {
    if (/^h[1-6]$/.test(each.tagName))
      open = [...open.filter(({ tagName }) => tagName < each.tagName), each]
    around.set(each, open)
  }
  return (element) => {
    const block = closest(element, BLOCKS)
    return {
      block: block ? lineTextOf(block) : '',
      headings: (around.get(element) ?? []).map(lineTextOf),
      bookmarks: [],
    }
  }
}

/** The names to which links can lead, of this page and of others. */
export function anchorsIn(
  nodes: readonly Html[],
  placeOf: (element: HtmlElement) => DocumentPlace,
): ReadonlyMap<string, DocumentPlace> {
  const elements = elementsBelow(nodes)
  const anchors = new Map<string, DocumentPlace>()
  for (const element of elements)
    for (const name of [attributeOf(element, 'id'), attributeOf(element, 'name')])
      if (name !== undefined && name !== '' && !anchors.has(name))
        anchors.set(name, placeOf(element))
  return anchors
}
