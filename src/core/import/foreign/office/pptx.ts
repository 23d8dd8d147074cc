/** Reads slides of PowerPoint: a section for each slide, with its notes for the speaker. */
import { escapeXml } from '../../../text/xml.ts'
import {
  countedWords,
  type DocumentComment,
  type ForeignDocument,
  type ReadPart,
} from '../document.ts'
import type { EmbeddedPictures } from '../embedded-pictures.ts'
import { edgeOf, SlideSequence } from '../slide-sequence.ts'
import { allBelow, attributeOf, childrenOf, nameOf, textIn, type Xml, xmlAt } from '../xml.ts'
import { type OfficePart, openMain, openPart, propertiesOf, relatedXml, titleOf } from './parts.ts'
import { authorsOf, commentsOn } from './pptx-comments.ts'
import { linesIn, listsOf } from './pptx-lines.ts'
import { alternativeOf, isTitle, placeholderOf, shapesOf, wordsIn } from './pptx-shapes.ts'

/** Fields at the edge of a slide, which a deck has of its own. */
const EDGES = new Set(['dt', 'ftr', 'sldNum', 'hdr', 'sldImg'])

/** Reads a `.pptx`. @throws RefusedDocument where it is none */
export function readPptx(part: ReadPart, pictures: EmbeddedPictures): ForeignDocument {
  const main = openMain(part, 'ppt/presentation.xml', 'no slides')
  const reader = new SlideReader(part, pictures, authorsOf(part, main))
  const html = allBelow(main.root, 'sldId')
    .flatMap((each) => main.relations.get(attributeOf(each, 'r:id') ?? '')?.target ?? [])
    .map((slide, index) => reader.slide(slide, index + 1))
    .join('')
  return {
    html,
    ...titleOf(part),
    pictures: pictures.shown,
    comments: reader.comments,
    around: [...reader.around, ...behindSlides(part, main), ...propertiesOf(part)],
    notTaken: reader.notTaken,
    readAs: reader.readAs,
    words: countedWords(reader.words.join('\n')),
  }
}

/** What stands on the masters of slides, which show it behind their own words. */
function behindSlides(part: ReadPart, { relations }: OfficePart): readonly string[] {
  return [...relations.values()].flatMap(({ type, target }) =>
    type === 'slideMaster'
      ? allBelow(xmlAt(part, target), 'p').map((line) => allBelow(line, 't').map(textIn).join(''))
      : [],
  )
}

/** A slide, and its number from 1. */
interface NumberedSlide extends OfficePart {
  readonly number: number
}

class SlideReader {
  readonly comments: DocumentComment[] = []
  /** At the edges of slides. */
  readonly around: string[] = []
  readonly notTaken: string[] = []
  readonly words: string[] = []
  readonly #part: ReadPart
  readonly #pictures: EmbeddedPictures
  readonly #authors: ReadonlyMap<string, string>
  readonly #slides = new SlideSequence()

  get readAs(): string[] {
    return this.#slides.readAs
  }

  constructor(part: ReadPart, pictures: EmbeddedPictures, authors: ReadonlyMap<string, string>) {
    this.#part = part
    this.#pictures = pictures
    this.#authors = authors
  }

  slide(path: string, number: number): string {
    const opened = openPart(this.#part, path)
    if (!opened) {
      this.notTaken.push(`slide ${number}, which is not in the file`)
      return ''
    }
    const context = { ...opened, number }
    const shapes = shapesOf(opened.root)
    const title = shapes.find((shape) => isTitle(shape) && wordsIn(shape) !== '')
    const words = title ? wordsIn(title) : ''
    const body = shapes
      .filter((shape) => shape !== title)
      .map((shape) => this.#shape(shape, context))
      .join('')
    const notes = this.#notes(context)
    const authors = this.#authors
    this.comments.push(
      ...commentsOn(this.#part, opened, { title: words || `Slide ${number}`, authors }),
    )
    const lines = title ? linesIn(title, opened.relations).map(({ html }) => html) : []
    const isHidden = /^(?:0|false)$/.test(attributeOf(opened.root, 'show') ?? '1')
    const made = { number, body, notes, isHidden }
    if (title && !this.#slides.goesOn(words)) this.words.push(words)
    return this.#slides.next(title ? { ...made, words, title: lines.join(' ') } : made)
  }

  #shape(shape: Xml, context: NumberedSlide): string {
    const placeholder = placeholderOf(shape)
    if (placeholder !== undefined && EDGES.has(placeholder)) {
      const words = wordsIn(shape)
      this.around.push(words)
      const told = edgeOf(words)
      if (words !== '' && placeholder !== 'sldNum' && !this.notTaken.includes(told))
        this.notTaken.push(told)
      return ''
    }
    if (nameOf(shape) === 'pic') return `<p>${this.#picture(shape, context)}</p>`
    if (nameOf(shape) === 'graphicFrame') return this.#frame(shape, context)
    const words = wordsIn(shape)
    if (words === '') return ''
    this.words.push(words)
    // Words in the body of a slide are a list, unless they say otherwise.
    const isBody = placeholder !== undefined && !isTitle(shape) && placeholder !== 'subTitle'
    const lines = linesIn(shape, context.relations, isBody)
    const [only, ...more] = lines
    // A line alone is no list, whatever its layout calls it.
    return only?.level === 0 && more.length === 0 ? `<p>${only.html}</p>` : listsOf(lines)
  }

  #picture(shape: Xml, { number, relations }: NumberedSlide): string {
    const alt = alternativeOf(shape)
    const blip = allBelow(shape, 'blip')[0]
    const to = relations.get(attributeOf(blip, 'r:embed') ?? attributeOf(blip, 'r:link') ?? '')
    const picture = to && !to.isOutside ? this.#pictures.html(to.target, alt) : undefined
    if (alt !== '') this.words.push(alt)
    if (picture === undefined)
      this.notTaken.push(`a picture on slide ${number} that is not in the file`)
    return picture ?? escapeXml(alt)
  }

  #frame(shape: Xml, context: NumberedSlide): string {
    const table = allBelow(shape, 'tbl')[0]
    const { number, relations } = context
    if (table) return this.#table(table, relations)
    const drawing = allBelow(shape, 'relIds')[0]
    const data = xmlAt(this.#part, relations.get(attributeOf(drawing, 'r:dm') ?? '')?.target ?? '')
    if (data) {
      const points = allBelow(data, 'pt').map(wordsIn).filter(Boolean)
      this.words.push(...points)
      this.readAs.push(`a drawing of SmartArt on slide ${number}: as a list of its words`)
      return `<ul>${points.map((words) => `<li>${escapeXml(words)}</li>`).join('')}</ul>`
    }
    const what = allBelow(shape, 'chart').length > 0 ? 'a chart' : 'a part of another program'
    const alt = alternativeOf(shape)
    this.notTaken.push(
      `${what} on slide ${number}${alt === '' ? '' : `: ${alt}`}: copy it as a picture, or type its table`,
    )
    return ''
  }

  #table(table: Xml, relations: OfficePart['relations']): string {
    const rows = childrenOf(table, 'tr').map((row) => {
      const cells = childrenOf(row, 'tc').filter(
        (cell) =>
          attributeOf(cell, 'hMerge') === undefined && attributeOf(cell, 'vMerge') === undefined,
      )
      const made = cells.map((cell) => {
        this.words.push(wordsIn(cell))
        const spans = [
          ['colspan', 'gridSpan'],
          ['rowspan', 'rowSpan'],
        ].map(([name, of = '']) => {
          const span = attributeOf(cell, of)
          return span === undefined ? '' : ` ${name}="${Number(span) || 1}"`
        })
        const lines = linesIn(cell, relations).map(({ html }) => html)
        return `<td${spans.join('')}>${lines.join('<br>')}</td>`
      })
      return `<tr>${made.join('')}</tr>`
    })
    return `<table>${rows.join('')}</table>`
  }

  #notes(slide: OfficePart): string {
    const shapes = shapesOf(relatedXml(this.#part, slide, 'notesSlide')).filter(
      (shape) => !EDGES.has(placeholderOf(shape) ?? ''),
    )
    const html = shapes.map((shape) => {
      this.words.push(wordsIn(shape))
      return listsOf(linesIn(shape, new Map()))
    })
    return html.join('')
  }
}
