/** Reads slides of OpenDocument: a section for each slide, with its notes for the speaker. */

import { escapeXml } from '../../../text/xml.ts'
import { countedWords, type ForeignDocument, type ReadPart } from '../document.ts'
import type { EmbeddedPictures } from '../embedded-pictures.ts'
import { edgeOf, SlideSequence } from '../slide-sequence.ts'
import { allBelow, attributeOf, childOf, childrenOf, nameOf, type Xml } from '../xml.ts'
import { openOdf, partsOf } from './odf-parts.ts'
import { wordsIn } from './odt-words.ts'

/** What a slide has at its edge. */
const EDGES = new Set(['footer', 'header', 'date-time', 'page-number', 'page'])

/** Reads an `.odp`. @throws RefusedDocument where it is none */
export function readOdp(part: ReadPart, pictures: EmbeddedPictures): ForeignDocument {
  const { root, body, reader, title: named, around } = openOdf(part, 'presentation', pictures)
  const slides = new SlideSequence()
  const words: string[] = []
  const atEdges: string[] = []
  const isHidden = hiddenPages(root)
  const html = childrenOf(body, 'page').map((page, index) => {
    const { shapes, edges } = partsOf(page, (shape) => EDGES.has(classOf(shape)))
    atEdges.push(...edges.map(plainWords).filter(Boolean))
    const titled = shapes.find((each) => classOf(each) === 'title' && plainWords(each) !== '')
    const title = titled && plainWords(titled)
    if (!slides.goesOn(title)) words.push(title ?? '')
    const place = { block: '', headings: [title ?? `Slide ${index + 1}`], bookmarks: [] }
    const rest = shapes.filter((each) => each !== titled)
    words.push(...rest.map(wordsIn))
    const content = reader.blocks(rest)
    for (const each of allBelow(page, 'annotation')) reader.review.annotation(each)
    reader.review.tell(place)
    const notes = partsOf(childOf(page, 'notes'), (shape) => EDGES.has(classOf(shape))).shapes
    words.push(...notes.map(wordsIn))
    return slides.next({
      number: index + 1,
      ...(title === undefined ? {} : { words: title, title: escapeXml(title) }),
      body: content,
      notes: notes.some((each) => plainWords(each) !== '') ? reader.blocks(notes) : '',
      isHidden: isHidden(attributeOf(page, 'style-name')),
    })
  })
  return {
    html: html.join('') + reader.notes(),
    ...(named ? { title: named } : {}),
    around: [...around, ...atEdges],
    pictures: pictures.shown,
    comments: reader.review.comments,
    notTaken: [...new Set(atEdges.map(edgeOf)), ...reader.notTaken],
    readAs: slides.readAs,
    words: countedWords(words.join('\n')),
  }
}

function classOf(shape: Xml): string {
  return attributeOf(shape, 'presentation:class') ?? ''
}

function plainWords(shape: Xml): string {
  return wordsIn(shape).replace(/\s+/g, ' ').trim()
}

/** Whether the pages of a style are hidden. */
function hiddenPages(root: Xml): (style: string | undefined) => boolean {
  const hidden = allBelow(root, 'style')
    .filter((style) =>
      childrenOf(style).some(
        (each) =>
          nameOf(each) === 'drawing-page-properties' &&
          attributeOf(each, 'presentation:visibility') === 'hidden',
      ),
    )
    .map((style) => attributeOf(style, 'name'))
  return (style) => hidden.includes(style)
}
