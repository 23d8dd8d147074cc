/** The slide of what changed since a meeting, where `case.yaml` asks for one. */
import type { Outside } from '../assemble.ts'
import { sayChange } from '../changes/say.ts'
import { shorten } from '../checks/phrase.ts'
import type { Measure } from '../measure.ts'
import { fitList, headSize } from './fit.ts'
import { textPiece } from './planning.ts'
import { newSlide, type Slide } from './slide.ts'

/** So many changes are told, the most telling; the page of changes has all. */
const TOLD = 6

/** Letters of a line: two lines of a slide. */
const LENGTH = 110

/** The most telling changes, a line each; `[]` where nobody asks, or nothing changed. */
export function changedSlides(since: Outside['since'], measure: Measure): readonly Slide[] {
  if (!since || since.changes.length === 0) return []
  const title = `What changed since ${since.name}`
  const sentences = since.changes.map((change) => sayChange(change).replace(/\.$/, ''))
  const isAll = sentences.length <= TOLD + 1
  const told = isAll ? sentences : sentences.slice(0, TOLD)
  const more = isAll ? [] : [`And ${sentences.length - TOLD} more changes`]
  return fitList(measure, {
    ...newSlide({ id: 'what-changed', layout: 'list', title }),
    headSize: headSize(measure, title),
    body: [...told.map((words) => shorten(words, LENGTH)), ...more].map(textPiece),
  })
}
