/** Changes to a tree of HTML that nobody else has yet. */
import { defaultTreeAdapter, html } from 'parse5'
import { type Html, type HtmlElement, isElement } from '../html-tree.ts'
import { DEEPEST, MOST_PARTS, RefusedDocument } from './refused.ts'

/** Every element below some nodes, parents first, as the tree is now. */
export function elementsBelow(nodes: readonly Html[]): readonly HtmlElement[] {
  const found: HtmlElement[] = []
  const waiting = nodes.map((node) => ({ node, depth: 1 })).toReversed()
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, depth } = next
    if (!isElement(node)) continue
    found.push(node)
    if (depth > DEEPEST)
      throw new RefusedDocument(`its parts lie more than ${DEEPEST} deep in each other`)
    if (found.length > MOST_PARTS) throw new RefusedDocument(`it has more than ${MOST_PARTS} parts`)
    for (const child of node.childNodes.toReversed())
      waiting.push({ node: child, depth: depth + 1 })
  }
  return found
}

/** Takes a node out of its tree. */
export function remove(node: Html): void {
  defaultTreeAdapter.detachNode(node)
}

/** Moves a node to the end of an element. */
export function append(element: HtmlElement, node: Html): void {
  defaultTreeAdapter.detachNode(node)
  defaultTreeAdapter.appendChild(element, node)
}

/** Puts the children of an element in its place. */
export function unwrap(element: HtmlElement): void {
  const { parentNode } = element
  if (!parentNode) return
  for (const child of [...element.childNodes]) {
    defaultTreeAdapter.detachNode(child)
    defaultTreeAdapter.insertBefore(parentNode, child, element)
  }
  defaultTreeAdapter.detachNode(element)
}

/**
 * Gives an element another name. A name with a capital is one of ours: no text that is read can
 * have it.
 */
export function rename(element: HtmlElement, name: string): void {
  element.nodeName = name
  element.tagName = name
}

/** Puts an element around the children of another. */
export function wrapChildren(element: HtmlElement, name: string): void {
  const inner = newElement(name)
  for (const child of [...element.childNodes]) {
    defaultTreeAdapter.detachNode(child)
    defaultTreeAdapter.appendChild(inner, child)
  }
  defaultTreeAdapter.appendChild(element, inner)
}

/** Puts a new element in the place of another, and returns it. */
export function replaceBy(
  element: HtmlElement,
  name: string,
  attributes: Readonly<Record<string, string>> = {},
): HtmlElement {
  const made = newElement(name, attributes)
  if (element.parentNode) {
    defaultTreeAdapter.insertBefore(element.parentNode, made, element)
    defaultTreeAdapter.detachNode(element)
  }
  return made
}

function newElement(name: string, attributes: Readonly<Record<string, string>> = {}): HtmlElement {
  const attrs = Object.entries(attributes).map(([key, value]) => ({ name: key, value }))
  return defaultTreeAdapter.createElement(name, html.NS.HTML, attrs)
}

/** The element around a node, if there is one. */
export function parentOf(node: Html): HtmlElement | undefined {
  const { parentNode } = node
  return parentNode && 'tagName' in parentNode ? parentNode : undefined
}

/** The innermost element around a node, or the node itself, of one of some names. */
export function closest(node: Html, names: ReadonlySet<string>): HtmlElement | undefined {
  let at: HtmlElement | undefined = isElement(node) ? node : parentOf(node)
  while (at && !names.has(at.tagName)) at = parentOf(at)
  return at
}
