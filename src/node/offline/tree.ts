/**
 * The elements of a page of ours, and the few things that are done to them. What stays as it is is never taken apart:
 * a page of a large case has 15 MB.
 */
import {
  attributesIn,
  eachTag,
  type HtmlTag,
  readEntities,
  type TagAttribute,
} from '../../core/text/tags.ts'
import { escapeXml } from '../../core/text/xml.ts'

/** A page as a tree. */
export interface Page {
  readonly html: string
  /** Around the whole page; it has no tags of its own. */
  readonly root: PageElement
  /** In the order of the text, as they were read. */
  readonly elements: readonly PageElement[]
}

/** An element of it. */
export interface PageElement {
  readonly page: Page
  tagName: string
  readonly parent: PageElement | undefined
  readonly kids: PageElement[]
  /** Its first tag, by its offsets. */
  readonly start: HtmlTag
  /** Offsets of its last tag, which may be none. */
  end: number
  to: number
  /** Absent where nobody has asked for them. */
  attributes?: readonly TagAttribute[]
  /** Whether it has another first tag than was read. */
  isChanged?: true
  /** Whether it, or something in it, is another than was read. */
  isTouched?: true
  isRemoved?: true
  /** HTML in place of what it held. */
  inside?: string
  /** HTML before it. */
  before?: string
}

/** Reads a page of ours: it closes what it opens. */
export function readPage(html: string): Page {
  const none: HtmlTag = { name: '', from: 0, to: 0, isEnd: false, isAlone: false }
  const elements: PageElement[] = []
  // The root follows.
  const page = { html, elements } as { html: string; elements: PageElement[]; root: PageElement }
  const place = (start: HtmlTag, parent?: PageElement): PageElement => ({
    ...{ page, tagName: start.name, parent, kids: [], start, end: start.to, to: start.to },
  })
  page.root = place(none)
  let open = page.root
  const close = (end: number, to: number) => {
    open.end = end
    open.to = to
    open = open.parent ?? page.root
  }
  eachTag(html, (tag) => {
    if (!tag.isEnd) {
      const one = place(tag, open)
      open.kids.push(one)
      elements.push(one)
      if (!tag.isAlone) open = one
      return
    }
    let found: PageElement | undefined = open
    while (found && found.tagName !== tag.name) found = found.parent
    if (!found) return
    while (open !== found) close(tag.from, tag.from)
    close(tag.from, tag.to)
  })
  while (open !== page.root) close(html.length, html.length)
  close(html.length, html.length)
  return page
}

/** The HTML of a page, as it is now. */
export function writePage({ root }: Page): string {
  return insideOf(root)
}

/** The HTML of an element, with its own tags. */
export function outerOf(element: PageElement): string {
  const { page, start, end, to, tagName } = element
  if (!element.isTouched) return page.html.slice(start.from, to)
  if (element.isRemoved) return element.before ?? ''
  const isRenamed = tagName !== start.name
  const read = page.html.slice(start.from, start.to)
  const close = read.endsWith('/>') && !isRenamed ? '/>' : '>'
  const first = element.isChanged ? `<${tagName}${writtenOf(element)}${close}` : read
  const last = isRenamed ? `</${tagName}>` : page.html.slice(end, to)
  return (element.before ?? '') + first + insideOf(element) + last
}

function insideOf({ page, start, end, kids, inside }: PageElement): string {
  if (inside !== undefined) return inside
  let html = ''
  let at = start.to
  for (const kid of kids) {
    if (!kid.isTouched) continue
    html += page.html.slice(at, kid.start.from) + outerOf(kid)
    at = kid.to
  }
  return html + page.html.slice(at, end)
}

function writtenOf(element: PageElement): string {
  return attributesOf(element)
    .map(({ name, written }) => ` ${name}="${written.replaceAll('"', '&quot;')}"`)
    .join('')
}

/** All elements in the order of the text, as they are now: the page may be changed on the way. */
export function elementsOf({ elements }: Page): readonly PageElement[] {
  return elements.filter(({ isRemoved }) => !isRemoved)
}

/** The value of an attribute; undefined where there is none. */
export function attribute(element: PageElement, name: string): string | undefined {
  const found = attributesOf(element).find((each) => each.name === name)
  return found && readEntities(found.written)
}

/** Gives attributes their values; undefined takes one away. */
export function setAttributes(
  element: PageElement,
  values: Readonly<Record<string, string | undefined>>,
): void {
  let attributes = attributesOf(element)
  for (const [name, value] of Object.entries(values)) {
    const one = { name, written: escapeXml(value ?? '') }
    if (value === undefined) attributes = attributes.filter((each) => each.name !== name)
    else if (attributes.some((each) => each.name === name))
      attributes = attributes.map((each) => (each.name === name ? one : each))
    else attributes = [...attributes, one]
  }
  element.attributes = attributes
  element.isChanged = true
  touch(element)
}

/** Makes an element one of another name, with the same attributes and content. */
export function rename(element: PageElement, name: string): void {
  attributesOf(element)
  element.tagName = name
  element.isChanged = true
  touch(element)
}

/** What stands in these is no markup. */
const RAW = new Set(['script', 'style'])

/** The text that stands in an element which holds text alone, such as a script. */
export function textIn(element: PageElement): string {
  const text = insideOf(element)
  return RAW.has(element.tagName) && !isDrawn(element) ? text : readEntities(text)
}

/** What stands in an element as it was read, before, between and behind the elements in it. */
export function gapsIn({ page, start, end, kids }: PageElement): readonly string[] {
  const from = [start.to, ...kids.map(({ to }) => to)]
  return from.map((at, index) =>
    page.html.slice(at, kids[index]?.start.from ?? end).replace(RE_COMMENT, ''),
  )
}

// Matches "<!-- for machines -->".
const RE_COMMENT = /<!--[\s\S]*?-->/g

/** Whether it is an element of SVG. */
export function isDrawn({ tagName, parent }: PageElement): boolean {
  if (tagName === 'svg') return true
  return parent !== undefined && parent.tagName !== 'foreignobject' && isDrawn(parent)
}

/** Replaces what an element holds by text. */
export function setText(element: PageElement, text: string): void {
  element.inside = RAW.has(element.tagName) ? text : escapeXml(text)
  touch(element)
}

/** Puts HTML into a page, before an element that stands there. */
export function insertBefore(place: PageElement, html: string): void {
  place.before = (place.before ?? '') + html
  touch(place)
}

/** Takes an element out of its page. */
export function remove(element: PageElement): void {
  element.isRemoved = true
  touch(element)
  for (const one of element.kids) remove(one)
}

/** The nearest element around one, or the element itself, with an attribute of that name. */
export function closestWith(element: PageElement, name: string): PageElement | undefined {
  for (let at: PageElement | undefined = element; at?.parent; at = at.parent)
    if (attribute(at, name) !== undefined) return at
  return undefined
}

function touch(element: PageElement): void {
  for (let at: PageElement | undefined = element; at && !at.isTouched; at = at.parent)
    at.isTouched = true
}

function attributesOf(element: PageElement): readonly TagAttribute[] {
  element.attributes ??= attributesIn(element.page.html, element.start)
  return element.attributes
}
