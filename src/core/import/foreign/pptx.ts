/** Reads slides of PowerPoint: a section for each slide, with its notes for the speaker. */
import { countedWords, type DocumentComment, type ForeignDocument } from './document.ts'
import { escapeHtml } from './html-text.ts'
import { RefusedDocument } from './refused.ts'
import {
  allBelow,
  attributeOf,
  childOf,
  childrenOf,
  nameOf,
  partPath,
  type Relation,
  readXml,
  relationsOf,
  textIn,
  type Xml,
} from './xml.ts'

/** Gives the text of a part of the file, and the bytes of a picture. */
interface PptxParts {
  readonly part: (path: string) => string | undefined
  readonly bytes: (path: string) => Uint8Array | undefined
  /** The folder for pictures, as it stands in addresses. */
  readonly folder: string
}

/** Fields at the edge of a slide, which a deck has of its own. */
const EDGES = new Set(['dt', 'ftr', 'sldNum', 'hdr', 'sldImg'])

/** Reads a `.pptx`. @throws RefusedDocument where it is none */
export function readPptx(parts: PptxParts): ForeignDocument {
  const { part } = parts
  const main = [...relationsOf(part('_rels/.rels')).values()].find(
    ({ type }) => type === 'officeDocument',
  )
  const path = partPath('', main?.target ?? 'ppt/presentation.xml')
  const text = part(path)
  if (text === undefined) throw new RefusedDocument('it has no slides in it')
  const relations = relationsIn(part, path)
  const ids = allBelow(readXml(text), 'sldId').map((each) => attributeOf(each, 'r:id') ?? '')
  const reader = new SlideReader(parts, authorsOf(part, path, relations))
  const slides = ids.flatMap((id) => {
    const target = relations.get(id)?.target
    return target === undefined ? [] : [partPath(path, target)]
  })
  const html = slides.map((slide, index) => reader.slide(slide, index + 1)).join('')
  const core = part('docProps/core.xml')
  const title = core === undefined ? undefined : childOf(readXml(core), 'title')?.text.trim()
  return {
    html,
    ...(title ? { title } : {}),
    pictures: reader.pictures,
    comments: reader.comments,
    notTaken: reader.notTaken,
    readAs: reader.readAs,
    words: countedWords(reader.words.join('\n')),
  }
}

function relationsIn(part: PptxParts['part'], path: string): ReadonlyMap<string, Relation> {
  return relationsOf(part(path.replace(/(?<![^/])([^/]+)$/, '_rels/$1.rels')))
}

/** Names by id, of both sorts of comments. */
function authorsOf(
  part: PptxParts['part'],
  path: string,
  relations: ReadonlyMap<string, Relation>,
): ReadonlyMap<string, string> {
  const texts = [...relations.values()].flatMap(({ type, target }) =>
    /authors$/i.test(type) ? (part(partPath(path, target)) ?? []) : [],
  )
  const all = texts.flatMap((each) => allBelow(readXml(each), 'cmAuthor', 'author'))
  return new Map(
    all.map((each) => [attributeOf(each, 'id') ?? '', attributeOf(each, 'name') ?? ''] as const),
  )
}

/** A paragraph of a slide. */
interface Line {
  readonly html: string
  /** Of a list, from 0; absent for a paragraph. */
  readonly level?: number
  readonly isOrdered: boolean
}

/** What a slide refers to. */
interface SlideContext {
  readonly number: number
  readonly path: string
  readonly relations: ReadonlyMap<string, Relation>
}

class SlideReader {
  readonly pictures = new Map<string, Uint8Array>()
  readonly comments: DocumentComment[] = []
  readonly notTaken: string[] = []
  readonly readAs: string[] = []
  readonly words: string[] = []
  readonly #parts: PptxParts
  readonly #authors: ReadonlyMap<string, string>
  /** The title of the slide before. */
  #before: string | undefined

  constructor(parts: PptxParts, authors: ReadonlyMap<string, string>) {
    this.#parts = parts
    this.#authors = authors
  }

  slide(path: string, number: number): string {
    const text = this.#parts.part(path)
    if (text === undefined) {
      this.notTaken.push(`slide ${number}, which is not in the file`)
      return ''
    }
    const root = readXml(text)
    const context = { number, path, relations: relationsIn(this.#parts.part, path) }
    const tree = childOf(childOf(root, 'cSld'), 'spTree')
    const shapes = tree ? shapesIn(tree) : []
    const title = shapes.find((shape) => isTitle(shape) && wordsIn(shape) !== '')
    const words = title ? wordsIn(title) : ''
    const body = shapes
      .filter((shape) => shape !== title)
      .map((shape) => this.#shape(shape, context))
      .join('')
    const notes = this.#notes(context)
    this.#readComments(context, words)
    if (!title && body + notes !== '')
      this.readAs.push(`slide ${number} has no title: "Slide ${number}" stands for it`)
    if (words + body + notes === '') return ''
    const name = title
      ? this.#linesIn(title, context, false)
          .map(({ html }) => html)
          .join(' ')
      : `Slide ${number}`
    const isMore = title !== undefined && words === this.#before
    if (isMore) this.readAs.push(`slide ${number}: it goes on with "${words}"`)
    else if (title) this.words.push(words)
    this.#before = title ? words : undefined
    const heading = number === 1 && title ? `<p data-title>${name}</p>` : `<h2>${name}</h2>`
    const slide = (isMore ? '' : heading) + body + notes
    if (!/^(?:0|false)$/.test(attributeOf(root, 'show') ?? '1')) return slide
    this.readAs.push(`slide ${number}, which is hidden: it stays inside, for the team alone`)
    this.#before = undefined // what everyone reads has a heading of its own
    return `<x-internal why="A hidden slide">${slide}</x-internal>`
  }

  #shape(shape: Xml, context: SlideContext): string {
    const placeholder = placeholderOf(shape)
    if (placeholder !== undefined && EDGES.has(placeholder)) {
      const words = wordsIn(shape)
      const told = `what stands at the edge of its slides: "${words.slice(0, 80)}"`
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
    const lines = this.#linesIn(shape, context, isBody)
    const [only, ...more] = lines
    // A line alone is no list, whatever its layout calls it.
    return only?.level === 0 && more.length === 0 ? `<p>${only.html}</p>` : listsOf(lines)
  }

  #linesIn(shape: Xml, context: SlideContext, isBody: boolean): readonly Line[] {
    return allBelow(childOf(shape, 'txBody'), 'p').flatMap((paragraph): readonly Line[] => {
      const html = this.#runs(paragraph, context)
      if (html.trim() === '') return []
      const properties = childOf(paragraph, 'pPr')
      const level = Number((properties && attributeOf(properties, 'lvl')) ?? '0') || 0
      const has = (name: string): boolean => childOf(properties, name) !== undefined
      const isOrdered = has('buAutoNum')
      const isList = isOrdered || has('buChar') || has('buBlip') || (isBody && !has('buNone'))
      return [{ html, isOrdered, ...(isList ? { level } : {}) }]
    })
  }

  #runs(paragraph: Xml, { relations }: SlideContext): string {
    const pieces = childrenOf(paragraph, 'r', 'br', 'fld', 'AlternateContent', 'm').map((each) => {
      if (nameOf(each) === 'br') return '<br>'
      const properties = childOf(each, 'rPr')
      const is = (name: string): boolean =>
        /^(?:1|true)$/.test((properties && attributeOf(properties, name)) ?? '')
      const strike = (properties && attributeOf(properties, 'strike')) ?? 'noStrike'
      const marks = [is('b') && 'b', is('i') && 'i', strike !== 'noStrike' && 's'].filter(
        (mark) => typeof mark === 'string',
      )
      const inner = escapeHtml(runWords(each))
      const marked =
        marks.map((mark) => `<${mark}>`).join('') +
        inner +
        marks
          .toReversed()
          .map((mark) => `</${mark}>`)
          .join('')
      const link = childOf(properties, 'hlinkClick')
      const to = link && relations.get(attributeOf(link, 'r:id') ?? '')
      return to?.isOutside ? `<a href="${escapeHtml(to.target)}">${marked}</a>` : marked
    })
    return pieces.join('')
  }

  #picture(shape: Xml, { number, path, relations }: SlideContext): string {
    const alt = attributeOf(allBelow(shape, 'cNvPr')[0] ?? shape, 'descr')?.trim() ?? ''
    const blip = allBelow(shape, 'blip')[0]
    const target =
      blip && relations.get(attributeOf(blip, 'r:embed') ?? attributeOf(blip, 'r:link') ?? '')
    const source = target && !target.isOutside ? partPath(path, target.target) : ''
    const content = this.#parts.bytes(source)
    if (alt !== '') this.words.push(alt)
    if (!content) {
      this.notTaken.push(`a picture on slide ${number} that is not in the file`)
      return escapeHtml(alt)
    }
    const kind = /\.(\w+)$/.exec(source)?.[1]?.toLowerCase() ?? 'bin'
    const address = `${this.#parts.folder}/picture-${this.pictures.size + 1}.${kind}`
    this.pictures.set(address, content)
    return `<img src="${address}" alt="${escapeHtml(alt)}">`
  }

  #frame(shape: Xml, context: SlideContext): string {
    const table = allBelow(shape, 'tbl')[0]
    if (table) return this.#table(table, context)
    const { number, path, relations } = context
    const drawing = allBelow(shape, 'relIds')[0]
    const target = drawing && relations.get(attributeOf(drawing, 'r:dm') ?? '')?.target
    const data = target === undefined ? undefined : this.#parts.part(partPath(path, target))
    if (data !== undefined) {
      const points = allBelow(readXml(data), 'pt').map(wordsIn).filter(Boolean)
      this.words.push(...points)
      this.readAs.push(`a drawing of SmartArt on slide ${number}: as a list of its words`)
      return `<ul>${points.map((words) => `<li>${escapeHtml(words)}</li>`).join('')}</ul>`
    }
    const what = allBelow(shape, 'chart').length > 0 ? 'a chart' : 'a part of another program'
    const alt = attributeOf(allBelow(shape, 'cNvPr')[0] ?? shape, 'descr')?.trim() ?? ''
    this.notTaken.push(
      `${what} on slide ${number}${alt === '' ? '' : `: ${alt}`}: copy it as a picture, or type its table`,
    )
    return ''
  }

  #table(table: Xml, context: SlideContext): string {
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
        const lines = this.#linesIn(cell, context, false).map(({ html }) => html)
        return `<td${spans.join('')}>${lines.join('<br>')}</td>`
      })
      return `<tr>${made.join('')}</tr>`
    })
    return `<table>${rows.join('')}</table>`
  }

  #notes({ path, relations }: SlideContext): string {
    const target = [...relations.values()].find(({ type }) => type === 'notesSlide')?.target
    const text = target === undefined ? undefined : this.#parts.part(partPath(path, target))
    const tree = text === undefined ? undefined : childOf(childOf(readXml(text), 'cSld'), 'spTree')
    const shapes = (tree ? shapesIn(tree) : []).filter(
      (shape) => !EDGES.has(placeholderOf(shape) ?? ''),
    )
    const context = { number: 0, path, relations: new Map<string, Relation>() }
    const html = shapes.map((shape) => {
      this.words.push(wordsIn(shape))
      return listsOf(this.#linesIn(shape, context, false))
    })
    return html.join('') === '' ? '' : `<x-notes>${html.join('')}</x-notes>`
  }

  #readComments({ number, path, relations }: SlideContext, title: string): void {
    const texts = [...relations.values()].flatMap(({ type, target }) =>
      type === 'comments' ? (this.#parts.part(partPath(path, target)) ?? []) : [],
    )
    for (const comment of texts.flatMap((each) => allBelow(readXml(each), 'cm', 'reply'))) {
      const words = [...childrenOf(comment, 'text', 'txBody')]
        .map((each) => textIn(each).replace(/\s+/g, ' ').trim())
        .join(' ')
      if (words === '') continue
      const by = this.#authors.get(attributeOf(comment, 'authorId') ?? '')
      const on = /^\d{4}-\d{2}-\d{2}/.exec(
        attributeOf(comment, 'dt') ?? attributeOf(comment, 'created') ?? '',
      )?.[0]
      const name = title === '' ? `Slide ${number}` : title
      this.comments.push({
        words,
        block: name,
        headings: [name],
        bookmarks: [],
        ...(by ? { by } : {}),
        ...(on === undefined ? {} : { on }),
        ...(attributeOf(comment, 'status') === 'resolved' ? { isDone: true as const } : {}),
      })
    }
  }
}

/** Shapes of a slide in their order, those of groups too. */
function shapesIn(tree: Xml): readonly Xml[] {
  return childrenOf(tree).flatMap((each) => {
    const name = nameOf(each)
    if (name === 'grpSp' || name === 'Choice') return shapesIn(each)
    if (name === 'AlternateContent') {
      const choice = childOf(each, 'Choice')
      return choice ? shapesIn(choice) : []
    }
    return name === 'sp' || name === 'pic' || name === 'graphicFrame' || name === 'cxnSp'
      ? [each]
      : []
  })
}

/** `title`, `body`; absent for a box that is none of the layout's. */
function placeholderOf(shape: Xml): string | undefined {
  const found = allBelow(childrenOf(shape)[0], 'ph')[0]
  return found && (attributeOf(found, 'type') ?? 'body')
}

function isTitle(shape: Xml): boolean {
  return /^(?:title|ctrTitle)$/.test(placeholderOf(shape) ?? '')
}

function runWords(run: Xml): string {
  return allBelow(run, 't').map(textIn).join('')
}

/** All words of a shape, its paragraphs apart. */
function wordsIn(shape: Xml): string {
  const lines = allBelow(shape, 'p').map((paragraph) =>
    childrenOf(paragraph)
      .map((each) => (nameOf(each) === 'br' ? ' ' : runWords(each)))
      .join(''),
  )
  return lines.join('\n').trim()
}

/** Paragraphs, and lists of those that have a level. */
function listsOf(lines: readonly Line[]): string {
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
