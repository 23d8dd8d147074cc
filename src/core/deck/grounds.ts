/** The rhythm of grounds: of neighbours that would stand on the accent, every other one stands on paper. */
import { groundOf } from './layouts.ts'
import type { Slide } from './slide.ts'
import { runsIn } from './slide-runs.ts'

/** The same slides. The last of each row keeps the accent, as what closes a case does; what goes on has one ground. */
export function withGrounds(slides: readonly Slide[]): readonly Slide[] {
  const grounded: (readonly Slide[])[] = []
  let isNextOnAccent = false
  for (const run of runsIn(slides).toReversed()) {
    const isOnAccent = run.every((slide) => groundOf(slide) === 'accent')
    const isOnPaper: boolean = isOnAccent && isNextOnAccent
    isNextOnAccent = isOnAccent && !isOnPaper
    grounded.push(isOnPaper ? run.map((slide) => ({ ...slide, onPaper: true })) : run)
  }
  return grounded.toReversed().flat()
}
