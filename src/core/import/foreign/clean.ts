/** Prepares a page of HTML to be written as Markdown: what nobody sees goes, and its looks become marks. */
import {
  attributeOf,
  type Html,
  type HtmlElement,
  isElement,
  lineTextOf,
  rawTextOf,
  readHtml,
} from '../html-tree.ts'
import { isBreak } from '../tags.ts'
import { takeNotes } from './back-links.ts'
import type { DocumentComment, DocumentPlace } from './document.ts'
import {
  closest,
  elementsBelow,
  parentOf,
  remove,
  rename,
  unwrap,
  wrapChildren,
} from './edit-tree.ts'
import { headingsByLooks, levelHeadings } from './headings.ts'
import { type LookOf, looksOf } from './looks.ts'
import { nestLists } from './nest-lists.ts'
import { anchorsIn, placesIn } from './places.ts'

/** A page that is ready to be written. */
export interface CleanPage {
  readonly nodes: readonly Html[]
  readonly notes: readonly { readonly id: string; readonly element: HtmlElement }[]
  readonly comments: readonly DocumentComment[]
  /** What its head calls it. */
  readonly title?: string
  /** Whether its words have a title. */
  readonly isTitled: boolean
  readonly notTaken: readonly string[]
  readonly readAs: readonly string[]
  /** Where each name stands to which a link can lead. */
  readonly anchors: ReadonlyMap<string, DocumentPlace>
}

/** Elements that show something other than words, and what they are called. */
const NO_WORDS: Readonly<Record<string, string>> = {
  svg: 'a drawing that stands in the page itself',
  canvas: 'a drawing of a script',
  video: 'a film',
  audio: 'a recording',
  iframe: 'a frame with another page',
  object: 'a part of another program',
  embed: 'a part of another program',
}

/** Elements that are no part of what is read. */
const UNSEEN = new Set(
  'script style template noscript noframes title meta link base head'.split(' '),
)

/** Elements of our own readers, and what they become. */
const OWN: Readonly<Record<string, string>> = { 'x-notes': 'Notes', 'x-internal': 'Internal' }

/**
 * Reads a page and cleans it.
 *
 * @param isOwn whether one of our readers has written the HTML, and not somebody else
 */
export function cleanPage(html: string, isOwn: boolean): CleanPage {
  const root = { nodes: readHtml(html) }
  const all = elementsBelow(root.nodes)
  const lookOf = looksOf(root.nodes)
  const title = all.find(({ tagName }) => tagName === 'title')
  const name = title && lineTextOf(title)
  const notTaken = [...removeUnseen(all, lookOf), ...removeAround(root.nodes)]
  for (const element of elementsBelow(root.nodes)) markLooks(element, lookOf, isOwn)
  nestLists(root.nodes)
  const { notes, comments } = takeNotes(root.nodes)
  const readAs = [...headingsByLooks(root.nodes, lookOf), ...numberedInCells(root.nodes)]
  const isTitled = levelHeadings(root.nodes)
  removeLastRule(root.nodes)
  const placeOf = placesIn(root.nodes)
  const nodes = root.nodes.filter((node) => !isElement(node) || node.parentNode !== null)
  return {
    nodes,
    notes,
    comments: comments.map(({ words, mark }) => ({ words, ...placeOf(mark) })),
    ...(name ? { title: name } : {}),
    isTitled,
    notTaken,
    readAs,
    anchors: anchorsIn(nodes, placeOf),
  }
}

function removeUnseen(all: readonly HtmlElement[], lookOf: LookOf): readonly string[] {
  const notTaken: string[] = []
  for (const element of all) {
    const { tagName } = element
    const what = Object.hasOwn(NO_WORDS, tagName) ? NO_WORDS[tagName] : undefined
    if (what !== undefined) {
      const called = attributeOf(element, 'title') ?? attributeOf(element, 'src') ?? ''
      notTaken.push(called === '' ? what : `${what}: ${called.slice(0, 200)}`)
      remove(element)
    } else if (UNSEEN.has(tagName)) {
      if (tagName === 'head') unwrap(element)
      else remove(element)
    } else if (lookOf(element).isHidden) {
      const words = lineTextOf(element)
      if (words !== '') notTaken.push(`words that the page hides: "${words.slice(0, 80)}"`)
      remove(element)
    }
  }
  return notTaken
}

/** What stands around the text of a saved page: its menus. */
function removeAround(nodes: readonly Html[]): readonly string[] {
  const elements = elementsBelow(nodes)
  const mains = elements.filter(
    (each) => each.tagName === 'main' || attributeOf(each, 'role') === 'main',
  )
  const [main] = mains.filter((each) => rawTextOf(each).trim() !== '')
  const isKept = (each: HtmlElement): boolean =>
    main === undefined
      ? each.tagName !== 'nav' && attributeOf(each, 'role') !== 'navigation'
      : each === main || holds(each, main) || holds(main, each)
  const notTaken: string[] = []
  if (mains.length > 1) return []
  for (const each of elements) {
    if (isKept(each) || closest(each, new Set(['Gone']))) continue
    const words = lineTextOf(each)
    if (main && !isBreak(each.tagName) && words === '') continue
    if (words !== '')
      notTaken.push(`what stands around the text of the page: "${words.slice(0, 80)}"`)
    rename(each, 'Gone')
    remove(each)
  }
  return notTaken
}

function holds(outer: HtmlElement, inner: HtmlElement): boolean {
  for (let at = parentOf(inner); at; at = parentOf(at)) if (at === outer) return true
  return false
}

// Matches the address that Google Docs puts around every link.
const RE_GOOGLE_LINK = /^https?:\/\/www\.google\.com\/url\?/i

function markLooks(element: HtmlElement, lookOf: LookOf, isOwn: boolean): void {
  const { tagName } = element
  if (isOwn && OWN[tagName] !== undefined) rename(element, OWN[tagName])
  if (tagName === 'p' && /(?:^|\s)title(?:\s|$)/i.test(attributeOf(element, 'class') ?? ''))
    element.attrs.push({ name: 'data-title', value: '' })
  if (!isOwn && tagName !== 'p') dropAttribute(element, 'data-title')
  const href = element.attrs.find(({ name }) => name === 'href')
  if (href && RE_GOOGLE_LINK.test(href.value))
    href.value = new URL(href.value).searchParams.get('q') ?? href.value
  const look = lookOf(element)
  if (look.isBold === false && (tagName === 'b' || tagName === 'strong')) rename(element, 'span')
  if (tagName !== 'span' && tagName !== 'font') return
  if (look.isItalic) wrapChildren(element, 'i')
  if (look.isStruck) wrapChildren(element, 's')
  if (look.isBold) wrapChildren(element, 'b')
}

/** A cell is one line, in which the entries of a list stand without their numbers. */
function numberedInCells(nodes: readonly Html[]): readonly string[] {
  const lists = elementsBelow(nodes).filter((each) => {
    const table = each.tagName === 'ol' ? closest(each, new Set(['table'])) : undefined
    const cells = table && elementsBelow([table]).filter(({ tagName }) => /^t[dh]$/.test(tagName))
    return cells !== undefined && cells.length > 1
  })
  if (lists.length === 0) return []
  return [
    `numbered lists in cells of tables, as their entries in order, without numbers: ${lists.length}`,
  ]
}

function dropAttribute(element: HtmlElement, name: string): void {
  element.attrs = element.attrs.filter((each) => each.name !== name)
}

/** A rule at the end of a page separated notes that are gone now. */
function removeLastRule(nodes: readonly Html[]): void {
  const elements = elementsBelow(nodes)
  for (const rule of elements.filter(({ tagName }) => tagName === 'hr').toReversed()) {
    const after = elements.slice(elements.indexOf(rule) + 1)
    if (after.some((each) => rawTextOf(each).trim() !== '' && !holds(each, rule))) return
    remove(rule)
  }
}
