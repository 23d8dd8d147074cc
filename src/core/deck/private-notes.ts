/** Which slide each `<Notes>` belongs to: that of what stands before it, else the first of its section. */
import { type Block, privateNotesIn } from '../syntax/conventions/index.ts'
import type { Origin } from './piece.ts'
import type { Slide } from './slide.ts'

/** A block with the slides that it makes. */
export interface BlockSlides {
  readonly block: Block
  readonly slides: readonly Slide[]
}

/** The slides of a section with their private notes; `otherwise` makes them where no block does. */
export function withPrivateNotes(
  blocks: readonly BlockSlides[],
  otherwise: () => readonly Slide[],
): readonly Slide[] {
  const slides: Slide[] = []
  const early: Origin[] = []
  // What flows on over several slides is told on the first of them.
  let last: number | undefined
  for (const { block, slides: own } of blocks) {
    if (own.length > 0) last = slides.length
    for (const slide of own) slides.push(slide)
    const notes = notesIn([block])
    if (last === undefined) early.push(...notes)
    else slides[last] = withNotes(slides[last] as Slide, notes) // it was pushed above
  }
  const [first, ...others] = slides.length > 0 ? slides : otherwise()
  if (!first) return []
  const { privateNotes = [], ...bare } = first
  return [withNotes(bare, [...early, ...privateNotes]), ...others]
}

/** Slides, of which the last one is given more private notes. */
export function notesOnLast(slides: readonly Slide[], notes: readonly Origin[]): readonly Slide[] {
  return slides.map((slide, index) =>
    index === slides.length - 1 ? withNotes(slide, notes) : slide,
  )
}

/** The private notes in blocks, in order. */
export function notesIn(blocks: readonly Block[]): readonly Origin[] {
  return blocks.flatMap(privateNotesIn).map(({ at }) => ({ type: 'notes', at }))
}

function withNotes(slide: Slide, notes: readonly Origin[]): Slide {
  if (notes.length === 0) return slide
  return { ...slide, privateNotes: [...(slide.privateNotes ?? []), ...notes] }
}
