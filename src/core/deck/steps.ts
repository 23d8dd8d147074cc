/** Marks what of a slide comes step by step. */
import type { Slide } from './slide.ts'

/** Layouts whose pieces come one at a time; of the others all comes at once. */
const ONE_BY_ONE = new Set(['list', 'table', 'comparison'])

/** The slides of a block that stands in `<Step>`. The header of a table is there from the start. */
export function inSteps(slides: readonly Slide[]): readonly Slide[] {
  return slides.map((slide) => {
    const hasHeader = slide.layout !== 'list' && ONE_BY_ONE.has(slide.layout)
    const body = slide.body.map((piece, index) =>
      hasHeader && index === 0 && slide.body.length > 1 ? piece : { ...piece, step: true as const },
    )
    return { ...slide, body }
  })
}
