/** An empty page makes readers think that something failed. */
import { isArtifact, type PaintedPiece } from '../read/content.ts'
import type { PdfRule } from './rule.ts'

/**
 * A slide that comes step by step has a page for each state, and only the last one is read aloud. A
 * page before it does not count as empty: all that it shows is also on that last one.
 */
export const emptyPages: PdfRule = {
  id: 'empty-pages',
  demand: 'No page is empty but for decoration and running heads',
  source: 'our own',
  run: ({ contents }) =>
    contents.flatMap((pieces, index) => {
      const next = contents.slice(index).find((each) => each.some(saysSomething))
      return next && isShownOf(pieces, next)
        ? []
        : [{ message: 'Unexpected empty page, expected words or a picture', page: index + 1 }]
    }),
}

/** Whether a page says something, or shows a state of the page that does. */
function isShownOf(pieces: readonly PaintedPiece[], next: readonly PaintedPiece[]): boolean {
  if (pieces === next) return true
  const shown = pieces.map(lettersOf).filter((letters) => letters !== '')
  const heard = next
    .filter((piece) => !isArtifact(piece))
    .map(lettersOf)
    .join('')
  return shown.length > 0 && shown.every((letters) => heard.includes(letters))
}

function lettersOf({ text }: PaintedPiece): string {
  return text.replaceAll(/\s+/g, '')
}

/** A tagged graphic alone is a picture; one that nobody tagged is a background. */
function saysSomething(piece: PaintedPiece): boolean {
  if (isArtifact(piece)) return false
  if (piece.kind === 'text') return piece.text.trim() !== ''
  return piece.kind === 'image' || piece.marks.some(({ mcid }) => mcid !== undefined)
}
