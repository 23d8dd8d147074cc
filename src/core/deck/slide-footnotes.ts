/** Which footnotes a slide leads to: they stand in its notes, since a slide has no room for them. */
import { type FootnoteIndex, footnotesOf, type NumberedFootnote } from '../graph/footnotes.ts'
import { type Document, footnoteMarksIn } from '../syntax/conventions/index.ts'
import type { Node } from '../syntax/tree.ts'
import { keyOf } from './piece.ts'
import { piecesOf } from './piece-nodes.ts'
import { originsOn, type Slide } from './slide.ts'

/** The same slides, each with the footnotes of what stands on it and in its notes. */
export function withFootnotes(
  slides: readonly Slide[],
  documents: readonly Document[],
): readonly Slide[] {
  const footnotes = footnotesOf(documents)
  if (footnotes.list.length === 0) return slides
  const pieces = piecesOf(documents)
  const noted = (slide: Slide): Slide => {
    const own = footnotesOn(slide, pieces, footnotes)
    const below = slide.below.map(noted)
    return { ...slide, below, ...(own.length > 0 ? { footnotes: own } : {}) }
  }
  return slides.map(noted)
}

function footnotesOn(
  slide: Slide,
  pieces: ReadonlyMap<string, Node>,
  { leads }: FootnoteIndex,
): readonly NumberedFootnote[] {
  const found = originsOn(slide)
    .flatMap((origin) => pieces.get(keyOf(origin)) ?? [])
    .flatMap(footnoteMarksIn)
    .flatMap((at) => leads.get(at)?.footnote ?? [])
  return [...new Set(found)].toSorted((a, b) => a.number - b.number)
}
