/** Marks what of a slide comes step by step. */
import { traitsOf } from './layouts.ts'
import type { Slide } from './slide.ts'

/** The slides of a block that stands in `<Step>`. A header is there from the start. */
export function inSteps(slides: readonly Slide[]): readonly Slide[] {
  return slides.map((slide) => {
    const { header, asWritten } = traitsOf(slide.layout)
    // There the marks of its own words say what comes.
    if (asWritten) return slide
    const isHeader = (index: number): boolean =>
      header === true && index === 0 && slide.body.length > 1
    const body = slide.body.map((piece, index) =>
      isHeader(index) ? piece : { ...piece, step: true as const },
    )
    return { ...slide, body }
  })
}
