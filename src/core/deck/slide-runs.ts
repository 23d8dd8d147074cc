/** Slides that belong together, since what stands on one flows onto the next: "2 of 3". */
import type { Slide } from './slide.ts'

/** The slides in order, those of one run together. */
export function runsIn(slides: readonly Slide[]): readonly (readonly Slide[])[] {
  const runs: Slide[][] = []
  for (const slide of slides) {
    const last = runs.at(-1)
    if (last && isContinued(slide)) last.push(slide)
    else runs.push([slide])
  }
  return runs
}

/** Whether a slide goes on with what the one before began. */
export function isContinued({ part }: Slide): boolean {
  return (part?.n ?? 1) > 1
}
