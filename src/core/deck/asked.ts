/** The slide of what a meeting asked, and what became of it, where `case.yaml` says since when. */
import { stateOf } from '../feedback/in-words.ts'
import type { Assembled, Outside } from '../model/assembled.ts'
import type { Measure } from '../text/measure.ts'
import { shorten } from '../text/phrases.ts'
import { fitList, headSize } from './fit.ts'
import { textPiece } from './piece.ts'
import { newSlide, type Slide } from './slide.ts'

/** So many questions are told on one slide, those that most asked; the narrative has all. */
const SHOWN = 4
/** Letters of a line: two lines of a slide. */
const LENGTH = 110

/** What was asked in a room since then, a line each; `[]` where nobody asked, or no day is known. */
export function askedSlides(
  since: Outside['since'],
  feedback: Assembled['feedback'] | undefined,
  measure: Measure,
): readonly Slide[] {
  if (since?.day === undefined || !feedback) return []
  const { day } = since
  const all = [...feedback.about.values(), feedback.general]
    .flat()
    .filter(({ asked, opened }) => asked && opened !== undefined && opened >= day)
    .toSorted((a, b) => (b.asked?.same ?? 0) - (a.asked?.same ?? 0))
  if (all.length === 0) return []
  const title = 'You asked'
  const isAll = all.length <= SHOWN + 1
  const shown = isAll ? all : all.slice(0, SHOWN)
  const more = isAll ? [] : [`And ${all.length - SHOWN} more questions`]
  return fitList(measure, {
    ...newSlide({ id: 'you-asked', layout: 'list', title, byAuthor: true }),
    headSize: headSize(measure, title),
    body: [...shown.map((one) => askedLine(one.words, stateOf(one))), ...more].map(textPiece),
  })
}

/** So many letters of a question, however much is said of it. */
const LEAST = 30

/** A question and what became of it: `“What about Scotland?” Answered: see evidence 3b`. */
export function askedLine(words: string, state: string): string {
  const said = state.replace(/\.$/, '')
  return `“${shorten(words, Math.max(LEAST, LENGTH - said.length))}” ${said}`
}
