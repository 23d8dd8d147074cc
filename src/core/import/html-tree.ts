/** Reads HTML as a tree, and finds the words in it that a reader sees. */
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5'
import { isBreak, tagOf } from './tags.ts'

/** Any node of a tree of HTML. */
export type Html = DefaultTreeAdapterTypes.ChildNode
/** One that has a tag. */
export type HtmlElement = DefaultTreeAdapterTypes.Element

/** Reads HTML as a browser does: faulty HTML gives a tree too. */
export function readHtml(html: string): readonly Html[] {
  const plain = html.replace(RE_DECLARATION, asComment)
  return parseFragment(plain, { sourceCodeLocationInfo: true, scriptingEnabled: false }).childNodes
}

// Matches a comment, which stays, or "<?php x ?>", "<![CDATA[x]]>" and "<!DOCTYPE html>".
const RE_DECLARATION =
  /<!--[\s\S]*?-->|<\?([\s\S]*?)\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<!([a-z][^>]*)>/gi

function asComment(whole: string, ...found: readonly (string | undefined)[]): string {
  const words = found.slice(0, 3).find((each) => each !== undefined)
  return words === undefined ? whole : `<!--${words.replace(/-(?=-)|^-?>/g, '')}-->`
}

/** Whether a node has a tag. */
export function isElement(node: Html): node is HtmlElement {
  return 'tagName' in node
}

/** The children of an element, or of a template. */
export function childrenOf(node: Html): readonly Html[] {
  return 'childNodes' in node ? node.childNodes : []
}

/**
 * Whether the content of an element is never shown. An element without an end tag hides nothing.
 */
export function isHidden(node: Html): boolean {
  if (!isElement(node)) return false
  return tagOf(node.tagName).hidden === true && node.sourceCodeLocation?.endTag !== undefined
}

/** The value of an attribute; `undefined` where there is none. */
export function attributeOf(node: HtmlElement, name: string): string | undefined {
  return node.attrs.find((attribute) => attribute.name === name)?.value
}

/** The value of an attribute in the text of one tag: `('<td a="b">', 'a')` → `b`. */
export function attributeIn(tag: string, name: string): string | undefined {
  // As a span, because browsers ignore some tags outside of tables.
  const [node] = readHtml(tag.replace(/^<[a-z][\w-]*/i, '<span'))
  return node && isElement(node) ? attributeOf(node, name) : undefined
}

/**
 * The words that a reader sees: text and the alternative texts of pictures, with spaces around
 * blocks.
 */
export function wordsOfHtml(html: string): string {
  return readHtml(html).map(wordsOf).join('')
}

function wordsOf(node: Html): string {
  if (node.nodeName === '#text') return 'value' in node ? node.value : ''
  if (!isElement(node) || isHidden(node)) return ''
  if (node.tagName === 'img') return attributeOf(node, 'alt') ?? ''
  const words = childrenOf(node).map(wordsOf).join('')
  return isBreak(node.tagName) ? ` ${words} ` : words
}

/** All text in a node, unchanged. */
export function rawTextOf(node: Html): string {
  if (node.nodeName === '#text') return 'value' in node ? node.value : ''
  return childrenOf(node).map(rawTextOf).join('')
}

/** The same on one line. */
export function lineTextOf(node: Html): string {
  return rawTextOf(node).replace(/\s+/g, ' ').trim()
}

/** The names of all elements in some HTML, each once. */
export function namesIn(nodes: readonly Html[]): readonly string[] {
  const names = nodes.flatMap((node) =>
    isElement(node) ? [node.tagName, ...namesIn(childrenOf(node))] : [],
  )
  return [...new Set(names)]
}
