/** A walk through the text of OpenDocument. */

import { escapeXml } from '../../../text/xml.ts'
import type { DocumentPlace } from '../document.ts'
import type { EmbeddedPictures } from '../embedded-pictures.ts'
import { inElements } from '../html-text.ts'
import {
  allBelow,
  attributeOf,
  childOf,
  childrenOf,
  nameOf,
  plainText,
  textIn,
  type Xml,
} from '../xml.ts'
import { OdtReview } from './odt-review.ts'
import type { OdtStyles } from './odt-styles.ts'
import { SKIPPED, wordsIn } from './odt-words.ts'

/** Spaces and tabs that one element stands for; a file could name any number. */
const MOST_SPACES = 100

/** A walk through a document, in its order. */
export class OdtReader {
  readonly review = new OdtReview()
  readonly notTaken: string[] = []
  readonly #styles: OdtStyles
  readonly #pictures: EmbeddedPictures
  readonly #notes: string[] = []
  #headings: readonly { readonly level: number; readonly words: string }[] = []
  #bookmarks: string[] = []
  #lastBookmark: string | undefined

  constructor(styles: OdtStyles, pictures: EmbeddedPictures) {
    this.#styles = styles
    this.#pictures = pictures
  }

  blocks(nodes: readonly Xml[], depth = 0): string {
    return nodes.map((node) => this.#block(node, depth)).join('')
  }

  notes(): string {
    return this.#notes.length === 0 ? '' : `<ol>${this.#notes.join('')}</ol>`
  }

  #block(node: Xml, depth: number): string {
    const name = nameOf(node)
    if (name === 'tracked-changes') this.review.readRegions(node)
    if (SKIPPED.has(name)) return ''
    if (name === 'p' || name === 'h') return this.#paragraph(node)
    if (name === 'list') return this.#list(node, depth)
    if (name === 'table') return this.#table(node)
    if (name === 'frame') {
      const holdsBlocks = childrenOf(node, 'text-box', 'table').length > 0
      // A picture that stands on its page, and in no paragraph.
      const made = this.#frame(node)
      return holdsBlocks || made === '' ? made : `<p>${made}</p>`
    }
    if (name === 'change-start' || name === 'change-end' || name === 'change') {
      this.review.change(node)
      // Between paragraphs there is no paragraph whose end could tell of it.
      const place = { block: '', headings: this.#headings.map((each) => each.words), bookmarks: [] }
      this.review.tell(place)
      return ''
    }
    return this.blocks(childrenOf(node), depth)
  }

  #paragraph(node: Xml): string {
    const bookmarks = this.#bookmarks
    const outer = this.review.enter()
    this.#bookmarks = []
    const style = this.#styles.paragraph(attributeOf(node, 'style-name'))
    const inner = this.#inline(node)
    const words = wordsIn(node).replace(/\s+/g, ' ').trim()
    const outline = Number(attributeOf(node, 'outline-level') ?? style.level ?? 0)
    const level = nameOf(node) === 'h' ? Math.max(1, outline) : outline
    if (level > 0 && words !== '')
      this.#headings = [...this.#headings.filter((each) => each.level < level), { level, words }]
    this.#lastBookmark = this.#bookmarks.at(-1) ?? this.#lastBookmark
    const last = this.#lastBookmark === undefined ? [] : [this.#lastBookmark]
    const place: DocumentPlace = {
      block: words,
      headings: this.#headings.map((each) => each.words),
      bookmarks: this.#bookmarks.length > 0 ? this.#bookmarks : last,
    }
    this.review.tell(place)
    this.review.leave(outer)
    this.#bookmarks = bookmarks
    if (style.isTitle) return `<p data-title>${inner}</p>`
    if (level > 0) return `<h${Math.min(6, level)}>${inner}</h${Math.min(6, level)}>`
    if (style.isQuote) return `<blockquote><p>${inner}</p></blockquote>`
    const looks = `${style.size === undefined ? '' : ` data-size="${style.size}"`}${style.isBold ? ' data-bold' : ''}`
    return `<p${looks}${style.isHidden ? ' hidden' : ''}>${inner}</p>`
  }

  #inline(node: Xml): string {
    return node.children
      .map((child) => {
        const text = plainText(child)
        if (text === undefined) return 'children' in child ? this.#piece(child as Xml) : ''
        this.review.hear(text)
        // Spaces in a row are written as elements; these are of the file alone.
        return escapeXml(text.replace(/[ \t\r\n]+/g, ' '))
      })
      .join('')
  }

  #piece(node: Xml): string {
    const name = nameOf(node)
    const inner = (): string => this.#inline(node)
    switch (name) {
      case 's':
        return ' '.repeat(Math.min(MOST_SPACES, Number(attributeOf(node, 'c') ?? '1') || 1))
      case 'tab':
        return ' '
      case 'line-break':
        return '<br>'
      case 'span':
        return this.#span(node)
      case 'a':
        return `<a href="${escapeXml(attributeOf(node, 'href') ?? '')}">${inner()}</a>`
      case 'bookmark':
      case 'bookmark-start':
      case 'reference-mark':
      case 'reference-mark-start': {
        const id = attributeOf(node, 'name') ?? ''
        this.#bookmarks.push(id)
        return `<a id="${escapeXml(id)}"></a>`
      }
      case 'bookmark-ref':
      case 'reference-ref':
        return `<a href="#${escapeXml(attributeOf(node, 'ref-name') ?? '')}">${inner()}</a>`
      case 'note':
        return this.#note(node)
      case 'annotation':
        this.review.annotation(node)
        return ''
      case 'annotation-end':
        this.review.annotationEnd(node)
        return ''
      case 'change':
      case 'change-start':
      case 'change-end':
        this.review.change(node)
        return ''
      case 'frame':
        return this.#frame(node)
      case 'ruby':
        return `${inner()} (${escapeXml(textIn(childOf(node, 'ruby-text')))})`
      default:
        if (SKIPPED.has(name)) return ''
        return name === 'p' || name === 'h' || name === 'list' || name === 'table'
          ? this.#block(node, 0)
          : inner()
    }
  }

  #span(node: Xml): string {
    const { isBold, isItalic, isStruck, isHidden, raised, size } = this.#styles.text(
      attributeOf(node, 'style-name'),
    )
    const marks = [isBold && 'b', isItalic && 'i', isStruck && 's', raised].filter(
      (each) => typeof each === 'string',
    )
    const inner = this.#inline(node)
    const around =
      size === undefined && !isHidden
        ? inner
        : `<span${size === undefined ? '' : ` data-size="${size}"`}${isHidden ? ' hidden' : ''}>${inner}</span>`
    return inElements(around, marks)
  }

  #note(node: Xml): string {
    const number = this.#notes.length + 1
    this.#notes.push('')
    const body = childOf(node, 'note-body')
    const back = `<a href="#x-call-${number}">^</a>`
    this.#notes[number - 1] =
      `<li id="x-note-${number}">${body ? this.blocks(childrenOf(body)) : ''}${back}</li>`
    return `<sup><a id="x-call-${number}" href="#x-note-${number}">${number}</a></sup>`
  }

  #frame(node: Xml): string {
    const [image] = childrenOf(node, 'image')
    const alt = [childOf(node, 'title'), childOf(node, 'desc')]
      .map((each) => textIn(each).trim())
      .filter(Boolean)
      .join('. ')
    const box = childOf(node, 'text-box')
    if (box) return this.blocks(childrenOf(box))
    const table = childOf(node, 'table')
    if (table) return this.#table(table)
    if (childrenOf(node, 'object', 'object-ole', 'plugin').length > 0) {
      this.notTaken.push(
        `a part of another program${alt === '' ? '' : `: ${alt}`}: copy it as a picture`,
      )
      return ''
    }
    const path = (attributeOf(image, 'href') ?? '').replace(/^\.\//, '')
    const picture = this.#pictures.html(path, alt)
    if (picture === undefined)
      this.notTaken.push('a picture that is not in the document: nothing is fetched from elsewhere')
    return picture ?? escapeXml(alt)
  }

  #list(node: Xml, depth: number, style?: string): string {
    const name = attributeOf(node, 'style-name') ?? style
    const items = childrenOf(node, 'list-item', 'list-header')
    const isHeadings = items.every((item) =>
      childrenOf(item).every((each) => nameOf(each) === 'h' || nameOf(each) === 'list'),
    )
    const holdsHeading = isHeadings && allBelow(node, 'h').length > 0
    const content = items.map((item) =>
      childrenOf(item)
        .map((each) =>
          nameOf(each) === 'list' ? this.#list(each, depth + 1, name) : this.#block(each, depth),
        )
        .join(''),
    )
    // What follows an entry says nothing more of it.
    this.#lastBookmark = undefined
    if (holdsHeading) return content.join('')
    const { isOrdered, start } = this.#styles.list(name, depth + 1)
    const first = Number(attributeOf(items[0], 'start-value')) || start
    const tag = isOrdered ? 'ol' : 'ul'
    const from = isOrdered && first !== 1 ? ` start="${first}"` : ''
    return `<${tag}${from}>${content.map((each) => `<li>${each}</li>`).join('')}</${tag}>`
  }

  #table(node: Xml): string {
    const rows = allRows(node).map((row) => {
      const cells = childrenOf(row, 'table-cell').map((cell) => {
        const span = (name: string, of: string): string => {
          const number = Number(attributeOf(cell, of) ?? '1')
          return number > 1 ? ` ${name}="${number}"` : ''
        }
        const spans =
          span('colspan', 'number-columns-spanned') + span('rowspan', 'number-rows-spanned')
        return `<td${spans}>${this.blocks(childrenOf(cell))}</td>`
      })
      return `<tr>${cells.join('')}</tr>`
    })
    return `<table>${rows.join('')}</table>`
  }
}

/** Rows of a table, also those in groups; not those of tables in it. */
function allRows(node: Xml): readonly Xml[] {
  return childrenOf(
    node,
    'table-row',
    'table-header-rows',
    'table-row-group',
    'table-rows',
  ).flatMap((each) => (nameOf(each) === 'table-row' ? [each] : allRows(each)))
}
