/** The tree of a page, and the few things that are done to its elements. */
import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5'

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

/** Gives attributes their values; undefined takes one away. */
export function setAttributes(
  element: PageElement,
  values: Readonly<Record<string, string | undefined>>,
): void {
  for (const [name, value] of Object.entries(values)) {
    const known = element.attrs.find((each) => each.name === name)
    if (value === undefined) element.attrs = element.attrs.filter((each) => each !== known)
    else if (known) known.value = value
    else element.attrs.push({ name, value })
  }
}

/** Makes an element one of another name, with the same attributes and content. */
export function rename(element: PageElement, name: string): void {
  element.nodeName = name
  element.tagName = name
}

/** The text that stands right in an element, such as a script. */
export function textIn(element: PageElement): string {
  return element.childNodes.map((node) => ('value' in node ? node.value : '')).join('')
}

/** Replaces what an element holds. */
export function setText(element: PageElement, text: string): void {
  element.childNodes = []
  defaultTreeAdapter.insertText(element, text)
}

/** Puts elements into a page, before one that stands there. */
export function insertBefore(place: PageElement, elements: readonly PageElement[]): void {
  const parent = place.parentNode
  if (!parent) throw new Error('Unexpected element without a place in its page')
  for (const element of elements) defaultTreeAdapter.insertBefore(parent, element, place)
}

/** Takes an element out of its page. */
export function remove(element: PageElement): void {
  defaultTreeAdapter.detachNode(element)
}

/** The nearest element around one, or the element itself, with an attribute of that name. */
export function closestWith(element: PageElement, name: string): PageElement | undefined {
  for (let at: typeof element.parentNode = element; at !== null; at = at.parentNode) {
    if (!('attrs' in at)) return undefined
    if (attribute(at, name) !== undefined) return at
  }
  return undefined
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
