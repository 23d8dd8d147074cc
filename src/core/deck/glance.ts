/** What an overview says of slides besides their numbers and titles. */
import { states, statesOf } from '../register/state.ts'
import { agendaOf } from './agenda.ts'
import { type FootSource, footOf } from './foot.ts'
import { flatten } from './index.ts'
import type { Slide } from './slide.ts'

/** Said of one slide. */
export interface Glance {
  /** The name of the chapter that it opens. */
  readonly chapter?: string | undefined
  /** How far what it tells is, in words; absent where nothing is missing. */
  readonly known?: string | undefined
}

/** Id of each slide, those below others too → what is said of it. */
export function glancesOf(
  slides: readonly Slide[],
  source: FootSource,
): ReadonlyMap<string, Glance> {
  const stateOf = statesOf(source.graph, source.outside.stale)
  const names = new Map(agendaOf(slides, []).map(({ title, slides: [id] }) => [id, title]))
  return new Map(
    flatten(slides).map((slide) => {
      const isDraft = slide.matrix?.rows.some(({ cells }) => cells.includes('draft'))
      const state = isDraft ? 'draft' : (stateOf.get(slide.item ?? '') ?? 'complete')
      const own = state === 'complete' ? [] : [states[state].label]
      const known = [...new Set([...own, ...footOf(slide, source).marks])].join(' · ')
      return [slide.id, { chapter: names.get(slide.id), known: known || undefined }]
    }),
  )
}
