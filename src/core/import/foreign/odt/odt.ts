/** Reads OpenDocument text: `content.xml` as HTML, and what people put beside it. */
import { countedWords, type ForeignDocument, type ReadPart } from '../document.ts'
import type { EmbeddedPictures } from '../embedded-pictures.ts'
import { aroundPages, CONTENTS_LIST } from '../not-taken.ts'
import { allBelow, childrenOf, nameOf, textIn, xmlAt } from '../xml.ts'
import { openOdf } from './odf-parts.ts'
import { wordsIn } from './odt-words.ts'

/** Reads an `.odt`. @throws RefusedDocument where it is none */
export function readOdt(part: ReadPart, pictures: EmbeddedPictures): ForeignDocument {
  const { body, shared, reader } = openOdf(part, 'text', pictures)
  const html = reader.blocks(childrenOf(body))
  const meta = xmlAt(part, 'meta.xml')
  const title = allBelow(meta, 'title')[0]?.text.trim()
  const edges = allBelow(shared, 'header', 'footer').map((each) => ({
    type: nameOf(each) === 'header' ? ('header' as const) : ('footer' as const),
    words: textIn(each).replace(/\s+/g, ' ').trim(),
  }))
  const properties = childrenOf(childOf(meta, 'meta')).map(textIn)
  const isContents = allBelow(body, 'table-of-content').length > 0
  return {
    html: html + reader.notes(),
    ...(title ? { title } : {}),
    pictures: pictures.shown,
    comments: reader.review.comments,
    changes: reader.review.changes,
    around: [...edges.map(({ words }) => words), ...properties],
    notTaken: [
      ...edges.flatMap(({ type, words }) => aroundPages(type, words)),
      ...(isContents ? [CONTENTS_LIST] : []),
      ...reader.notTaken,
    ],
    words: countedWords(wordsIn(body)),
  }
}
