/** The slide of what changed since a meeting, where `case.yaml` asks for one. */

import { type Change, isOfChallenge } from '../changes/change.ts'
import { changeSentence } from '../changes/change-sentence.ts'
import { passagesOf } from '../changes/format.ts'
import { titleSince } from '../changes/names.ts'
import type { Outside } from '../model/assembled.ts'
import type { Measure } from '../text/measure.ts'
import { shorten } from '../text/phrases.ts'
import { askedLine } from './asked.ts'
import { fitList, headSize } from './fit.ts'
import { textPiece } from './piece.ts'
import { newSlide, type Slide } from './slide.ts'

/** So many changes are told, the most telling, on one slide; the page of changes has all. */
const SHOWN = 4

/** Letters of a line: two lines of a slide. */
const LENGTH = 110

/** So many letters of what a change says, however long its sentence is. */
const LEAST = 30

/** The most telling changes, a line each; `[]` where nobody asks, or nothing changed. */
export function changedSlides(since: Outside['since'], measure: Measure): readonly Slide[] {
  if (!since || since.changes.length === 0) return []
  const title = titleSince(since.name)
  const own = since.changes.filter((change) => !isOnOwnSlide(change, since.day))
  if (own.length === 0) return []
  // Another number alone tells a room nothing.
  const news = own.filter(({ what }) => what !== 'renumbered')
  const changes = news.length > 0 ? news : own
  const isAll = changes.length <= SHOWN + 1
  const shown = isAll ? changes : changes.slice(0, SHOWN)
  const more = isAll ? [] : [`And ${changes.length - SHOWN} more changes`]
  return fitList(measure, {
    ...newSlide({ id: 'what-changed', layout: 'list', title, byAuthor: true }),
    headSize: headSize(measure, title),
    body: [...shown.map(lineOf), ...more].map(textPiece),
  })
}

/** Whether the slide of what was asked since tells it: a question of a room, where the day is known. */
function isOnOwnSlide(change: Change, day: string | undefined): boolean {
  if (!isOfChallenge(change) || change.what !== 'asked' || day === undefined) return false
  const { sort, opened = '' } = change.challenge
  return sort === 'question' && opened >= day
}

/** `Decision 4 added, with evidence 4a: We publish every week`: a name alone tells a room nothing. */
function lineOf(change: Change): string {
  if (isOfChallenge(change)) return askedLine(change.challenge.words, change.challenge.state)
  const sentence = changeSentence(change).slice(0, -1)
  const words = wordsOf(change).replace(/\s+/g, ' ').trim().replace(/\.$/, '')
  if (words === '') return shorten(sentence, LENGTH)
  const cut = shorten(words, Math.max(LEAST, LENGTH - sentence.length))
  return `${sentence}: ${change.what === 'removed' ? `“${cut}”` : cut}`
}

/** What came or went; of what was reworded the first passage, as it is now. */
function wordsOf(change: Change): string {
  if (change.what === 'removed') return change.text
  if (change.what === 'added') return change.gap ? '' : change.text
  if (change.what === 'opened' || change.what === 'reassigned') return ''
  const [first = []] = passagesOf(change)
  return first.flatMap(({ text, mark }) => (mark === 'removed' ? [] : [text])).join('')
}
