/** Reads OpenDocument text: `content.xml` as HTML, and what people put beside it. */
import { countedWords, type ForeignDocument, type ReadPart } from '../document.ts'
import type { EmbeddedPictures } from '../embedded-pictures.ts'
import { aroundPages, CONTENTS_LIST } from '../not-taken.ts'
import { allBelow, childrenOf } from '../xml.ts'
import { openOdf } from './odf-parts.ts'
import { wordsIn } from './odt-words.ts'

/** Reads an `.odt`. @throws RefusedDocument where it is none */
export function readOdt(part: ReadPart, pictures: EmbeddedPictures): ForeignDocument {
  const { body, reader, title, edges, around } = openOdf(part, 'text', pictures)
  const html = reader.blocks(childrenOf(body))
  const isContents = allBelow(body, 'table-of-content').length > 0
  return {
    html: html + reader.notes(),
    ...(title ? { title } : {}),
    pictures: pictures.shown,
    comments: reader.review.comments,
    changes: reader.review.changes,
    around,
    notTaken: [
      ...edges.flatMap(({ type, words }) => aroundPages(type, words)),
      ...(isContents ? [CONTENTS_LIST] : []),
      ...reader.notTaken,
    ],
    words: countedWords(wordsIn(body)),
  }
}
