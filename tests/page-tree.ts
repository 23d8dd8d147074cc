/** A page as browsers read it, for tests of what is made of pages: parse5 knows what is no markup of ours, too. */
import { type DefaultTreeAdapterTypes, parse } from 'parse5'

/** A page as a tree. */
export type Page = DefaultTreeAdapterTypes.Document
/** An element of it. */
export type PageElement = DefaultTreeAdapterTypes.Element

/** Reads a page as a browser without scripts does, so that what stands in `noscript` is seen too. */
export function readPage(html: string): Page {
  return parse(html, { scriptingEnabled: false })
}

/** All elements in the order of the text, as they are now: the page may be changed on the way. */
export function elementsOf(page: Page): readonly PageElement[] {
  const found: PageElement[] = []
  collect(page, found)
  return found
}

/** The value of an attribute; undefined where there is none. */
export function attribute(element: PageElement, name: string): string | undefined {
  return element.attrs.find((each) => each.name === name)?.value
}

/** The text that stands right in an element, such as a script. */
export function textIn(element: PageElement): string {
  return element.childNodes.map((node) => ('value' in node ? node.value : '')).join('')
}

/** Collects into one list, since a page of a large case has a hundred thousand elements. */
function collect(parent: DefaultTreeAdapterTypes.ParentNode, found: PageElement[]): void {
  for (const node of parent.childNodes) {
    if (!('tagName' in node)) continue
    found.push(node)
    if ('content' in node) collect(node.content, found)
    collect(node, found)
  }
}
