/** Slides that a long deck leaves out: they wait with the slide that counts them. */
import type { Slide } from './slide.ts'

/** All slides that are left out of a deck, in order. */
export function leftOutOf(slides: readonly Slide[]): readonly Slide[] {
  return slides.flatMap(({ leftOut = [], below }) => [...leftOut, ...leftOutOf(below)])
}

/** The first slides of what flows on over several: the last of them says how much of it there is. */
export function cutRun(run: readonly Slide[], most: number): readonly Slide[] {
  const shown = run.slice(0, most)
  const leftOut = run.slice(most)
  if (leftOut.length === 0) return shown
  const cut = { shown: countEntries(shown), of: countEntries(run) }
  return shown.map((slide, index) => {
    const part = { n: index + 1, of: shown.length }
    if (index < shown.length - 1) return { ...slide, part }
    const before = slide.leftOut ?? []
    const below = run.at(-1)?.below ?? []
    return { ...slide, part: { ...part, cut }, leftOut: [...before, ...leftOut], below }
  })
}

/** Entries, or rows without their header; as many as there were, where some were left out before. */
function countEntries(slides: readonly Slide[]): number {
  const known = slides.at(-1)?.part?.cut?.of
  if (known !== undefined) return known
  const entries = slides.flatMap(({ body }) => body)
  return entries.filter((piece) => piece.type !== 'row' || piece.n > 0).length
}
