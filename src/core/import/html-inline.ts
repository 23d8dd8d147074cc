/** Turns HTML inside a line into Markdown. */
import { readFormula } from '../formula/read.ts'
import { emphasise, inlineCode } from './emphasis.ts'
import { commentOf, escapeAddress, escapeWords } from './escape.ts'
import {
  attributeOf,
  childrenOf,
  type Html,
  type HtmlElement,
  isElement,
  isHidden,
  rawTextOf,
} from './html-tree.ts'
import { isBreak, superscriptOrSubscript, tagOf } from './tags.ts'

/** Turns one HTML node into Markdown; `\n` stands for `<br>`. */
export function inlineOf(node: Html): string {
  if (node.nodeName === '#text') return textOf(spaced(rawTextOf(node)))
  if (node.nodeName === '#comment' && 'data' in node) return commentOf(spaced(node.data))
  if (!isElement(node) || isHidden(node)) return ''
  if (node.tagName === 'br') return '\n'
  if (node.tagName === 'img') return imageOf(node)
  if (node.tagName === 'math') return formulaOf(node)
  if (node.tagName === 'Call') return `[^${attributeOf(node, 'to')}]`
  const raised = superscriptOrSubscript(node.tagName, rawTextOf(node))
  if (raised !== undefined) return raised
  const inner = childrenOf(node).map(inlineOf).join('')
  if (node.tagName === 'a') return linkOf(node, inner)
  const { mark } = tagOf(node.tagName)
  if (mark === '`') return codeOf(node, inner)
  if (mark && !isInside(node, mark)) return aroundWords(inner, (words) => signed(node, words, mark))
  return isBreak(node.tagName) ? ` ${inner} ` : inner
}

// Matches a bare address, which Markdown turns into a link.
const RE_BARE_ADDRESS = /(?:https?:\/\/|www\.)[^\s<]+/gi

/**
 * Escapes the signs of a text. An address that needs a backslash becomes an explicit link, because
 * the backslash would be shown.
 */
function textOf(text: string): string {
  const words = escapeWords(text)
  if (words === text) return text
  let done = 0
  let made = ''
  for (const { index, 0: found } of text.matchAll(RE_BARE_ADDRESS)) {
    const shown = escapeWords(found)
    const address = found.startsWith('w') ? `http://${found}` : found
    const link = shown === found ? found : `[${shown}](${escapeAddress(address)})`
    made += escapeWords(text.slice(done, index)) + link
    done = index + found.length
  }
  return made + escapeWords(text.slice(done))
}

/** `$$x^2$$`, of what can be read here; else its letters. */
function formulaOf(node: HtmlElement): string {
  const tex = attributeOf(node, 'data-tex') ?? annotationIn(node)
  const isRead = tex !== undefined && !tex.includes('$') && !('why' in readFormula(tex, false))
  return isRead ? `$$${spaced(tex).trim()}$$` : childrenOf(node).map(inlineOf).join('')
}

/** What MathML of other tools says of how it was typed. */
function annotationIn(node: HtmlElement): string | undefined {
  const found = childrenOf(node).filter(isElement)
  const own = found.find((one) => attributeOf(one, 'encoding') === 'application/x-tex')
  return own ? rawTextOf(own) : found.map(annotationIn).find((tex) => tex !== undefined)
}

/** `![words](address)`; the words alone where there is no address. */
export function imageMarkdown(words: string, address: string): string {
  const alt = escapeWords(spaced(words)).trim()
  return address.trim() === '' ? alt : `![${alt}](${escapeAddress(address)})`
}

/** Whether a link may lead to this address: not empty and no script. */
export function isAddress(address: string): boolean {
  return address.trim() !== '' && !/^\s*(?:javascript|vbscript|data):/i.test(address)
}

function imageOf(node: HtmlElement): string {
  return imageMarkdown(attributeOf(node, 'alt') ?? '', attributeOf(node, 'src') ?? '')
}

function linkOf(node: HtmlElement, inner: string): string {
  const address = attributeOf(node, 'href') ?? ''
  const holdsLink = childrenOf(node).some((child) => holds(child, 'a')) || inner.includes('](')
  if (!isAddress(address) || holdsLink) return inner
  return aroundWords(inner, (words) => `[${words}](${escapeAddress(address)})`)
}

function codeOf(node: HtmlElement, inner: string): string {
  const words = spaced(rawTextOf(node))
  const isPlain = childrenOf(node).every((child) => child.nodeName === '#text')
  if (!isPlain || isInside(node, '`') || words.trim() === '') return inner
  return aroundWords(words, inlineCode)
}

function signed(node: HtmlElement, words: string, sign: string): string {
  return emphasise(words, sign, { before: beside(node, -1), after: beside(node, 1) })
}

/** Wraps the words of a text, and leaves the spaces around them outside. */
function aroundWords(text: string, wrap: (words: string) => string): string {
  const words = text.trim()
  if (words === '') return text
  const at = text.indexOf(words)
  return text.slice(0, at) + wrap(words) + text.slice(at + words.length)
}

/** The character next to an element in its block; `''` at the edge of the block. */
function beside(node: Html, step: 1 | -1): string {
  const parent = 'parentNode' in node ? node.parentNode : null
  if (!parent || !('childNodes' in parent)) return ''
  const siblings: readonly Html[] = parent.childNodes
  const next = siblings[siblings.indexOf(node) + step]
  if (next && isElement(next) && isBreak(next.tagName)) return ''
  if (next) {
    const text = rawTextOf(next)
    const found = step === 1 ? text.at(0) : text.at(-1)
    return found ?? beside(next, step)
  }
  const isInline = 'tagName' in parent && !isBreak(parent.tagName)
  return isInline ? beside(parent, step) : ''
}

function isInside(node: HtmlElement, mark: string): boolean {
  const parent = node.parentNode
  if (!parent || !('tagName' in parent)) return false
  return tagOf(parent.tagName).mark === mark || isInside(parent, mark)
}

function holds(node: Html, name: string): boolean {
  return isElement(node) && (node.tagName === name || node.childNodes.some((c) => holds(c, name)))
}

function spaced(text: string): string {
  return text.replace(/[ \t\r\n\f]+/g, ' ')
}
