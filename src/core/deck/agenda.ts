/** The chapters of a talk, with what each may take. */
import { isDivider, roleOf } from './layouts.ts'
import { leftOutOf } from './left-out.ts'
import type { Slide } from './slide.ts'

/** A part of the talk. */
export interface Chapter {
  readonly title: string
  /** Ids of the slides that run right in it; never empty. */
  readonly slides: readonly string[]
  /** Planned, s. */
  readonly seconds: number
  /** What the deck has no room for. */
  readonly leftOut: readonly Slide[]
}

/**
 * The deck cut at its chapters' dividers: what is before the first opens, the two last slides close.
 *
 * @param seconds those of `planTimes`, one for each slide
 */
export function agendaOf(slides: readonly Slide[], seconds: readonly number[]): readonly Chapter[] {
  type Open = { title: string; slides: string[]; seconds: number; leftOut: Slide[] }
  const chapters: Open[] = []
  const open = (title: string) => chapters.push({ title, slides: [], seconds: 0, leftOut: [] })
  let closed = false
  for (const [index, slide] of slides.entries()) {
    const { id, title } = slide
    const closes = roleOf(slide) === 'closes'
    if (isDivider(slide)) open(title)
    else if (closes && !closed) open('Closing')
    else if (chapters.length === 0) open('Opening')
    closed = closes
    const chapter = chapters.at(-1)
    if (!chapter) continue
    chapter.slides.push(id)
    chapter.seconds += seconds[index] ?? 0
    chapter.leftOut.push(...leftOutOf([slide]))
  }
  return chapters
}
