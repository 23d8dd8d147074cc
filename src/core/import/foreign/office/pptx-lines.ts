/** The paragraphs of a shape as HTML: their looks, their links, and which of them are a list. */
import { escapeXml } from '../../../text/xml.ts'
import { inElements } from '../html-text.ts'
import { allBelow, attributeOf, childOf, childrenOf, isSet, nameOf, type Xml } from '../xml.ts'
import type { OfficePart } from './parts.ts'
import { runWords } from './pptx-shapes.ts'

/** A paragraph. */
interface Line {
  readonly html: string
  /** Of a list, from 0; absent for a paragraph. */
  readonly level?: number
  readonly isOrdered: boolean
}

/** To what the words of a slide lead. */
type Relations = OfficePart['relations']

/**
 * The paragraphs of a shape or of a cell, without empty ones.
 *
 * @param isBody whether they are a list where nothing says otherwise
 */
export function linesIn(shape: Xml, relations: Relations, isBody = false): readonly Line[] {
  return allBelow(childOf(shape, 'txBody'), 'p').flatMap((paragraph): readonly Line[] => {
    const html = childrenOf(paragraph, 'r', 'br', 'fld', 'AlternateContent', 'm')
      .map((each) => runHtml(each, relations))
      .join('')
    if (html.trim() === '') return []
    const properties = childOf(paragraph, 'pPr')
    const level = Number(attributeOf(properties, 'lvl') ?? '0') || 0
    const has = (name: string): boolean => childOf(properties, name) !== undefined
    const isOrdered = has('buAutoNum')
    const isList = isOrdered || has('buChar') || has('buBlip') || (isBody && !has('buNone'))
    return [{ html, isOrdered, ...(isList ? { level } : {}) }]
  })
}

function runHtml(run: Xml, relations: Relations): string {
  if (nameOf(run) === 'br') return '<br>'
  const properties = childOf(run, 'rPr')
  const isStruck = (attributeOf(properties, 'strike') ?? 'noStrike') !== 'noStrike'
  const looks = [isSet(properties, 'b') && 'b', isSet(properties, 'i') && 'i', isStruck && 's']
  const marked = inElements(
    escapeXml(runWords(run)),
    looks.filter((look) => typeof look === 'string'),
  )
  const link = childOf(properties, 'hlinkClick')
  const to = link && relations.get(attributeOf(link, 'r:id') ?? '')
  return to?.isOutside ? `<a href="${escapeXml(to.target)}">${marked}</a>` : marked
}

/** Paragraphs, and lists of those that have a level. */
export function listsOf(lines: readonly Line[]): string {
  let html = ''
  const open: string[] = []
  const close = (to: number): void => {
    while (open.length > to) html += `</li></${open.pop()}>`
  }
  for (const { html: words, level, isOrdered } of lines) {
    if (level === undefined) {
      close(0)
      html += `<p>${words}</p>`
      continue
    }
    const tag = isOrdered ? 'ol' : 'ul'
    const depth = Math.min(level, open.length) + 1
    close(depth)
    if (open.length === depth && open.at(-1) !== tag) close(depth - 1)
    html += open.length === depth ? '</li><li>' : `<${tag}><li>`
    if (open.length < depth) open.push(tag)
    html += words
  }
  close(0)
  return html
}
