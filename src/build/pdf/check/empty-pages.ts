/** An empty page makes readers think that something failed. */
import { isArtifact, type Piece } from '../read/content.ts'
import type { PdfRule } from './rule.ts'

export const emptyPages: PdfRule = {
  id: 'empty-pages',
  demand: 'No page is empty but for decoration and running heads',
  source: 'our own',
  run: ({ contents }) =>
    contents.flatMap((pieces, index) =>
      pieces.some(saysSomething)
        ? []
        : [{ message: 'Unexpected empty page, expected words or a picture', page: index + 1 }],
    ),
}

/** A tagged graphic alone is a picture; one that nobody tagged is a background. */
function saysSomething(piece: Piece): boolean {
  if (isArtifact(piece)) return false
  if (piece.kind === 'text') return piece.text.trim() !== ''
  return piece.kind === 'image' || piece.marks.some(({ mcid }) => mcid !== undefined)
}
