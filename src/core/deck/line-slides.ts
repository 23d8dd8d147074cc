/** What is joined to what, in lines: where diagrams of it would take too many slides. */
import type { Lines } from '../diagram/index.ts'
import type { Measure } from '../text/measure.ts'
import { shorten } from '../text/phrases.ts'
import { fitList, headSize } from './fit.ts'
import { textPiece } from './piece.ts'
import { newSlide, type Slide } from './slide.ts'

/** Letters of a line's item: its own slide, or its list, has all of them. */
const LETTERS = 60

/** The slides below a section, of a line for each item; drafts are called so. */
export function lineSlides(
  { id, title, rows }: Lines,
  section: string,
  measure: Measure,
): readonly Slide[] {
  const body = rows.map(({ id, text, joined }) => {
    const drafts = joined.filter(({ draft }) => draft).map(({ id }) => `${id} (draft)`)
    const ids = [...joined.filter(({ draft }) => !draft).map(({ id }) => id), ...drafts]
    return textPiece(`${id} ${shorten(text, LETTERS)}: ${ids.join(', ') || 'nothing yet'}`)
  })
  return fitList(measure, {
    ...newSlide({ id, layout: 'list', title, section }),
    headSize: headSize(measure, title),
    body,
  })
}
