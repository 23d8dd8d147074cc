/** What becomes of slides whose reader spaces text out. Runs in the page: see `seen.ts`. */

/**
 * Which of some slides are too full, also with smaller words, with the text spacing that WCAG 1.4.12 asks a page to bear.
 * Drawings stay as they are: their words are placed, not set.
 */
export function fullWhenSpaced(places: readonly number[]): readonly boolean[] {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(
    '.canvas :not(svg, svg *) { line-height: 1.5 !important; letter-spacing: 0.12em !important;' +
      ' word-spacing: 0.16em !important } .canvas p { margin-block-end: 2em !important }',
  )
  // The page's own list changes with it.
  const usual = [...document.adoptedStyleSheets]
  document.adoptedStyleSheets = [...usual, sheet]
  const slides = fit.slidesAt(places)
  const styleOf = (slide: Element) => slide.querySelector<HTMLElement>('.canvas')?.style
  let full = slides
  // The deck sets words smaller before it gives up. All slides are set before one is measured: else each is laid out alone.
  for (const size of ['1', '0.9', '0.8', '0.7', '0.6']) {
    for (const slide of full)
      styleOf(slide)?.setProperty('--type', `calc(var(--unit) * var(--text) * ${size})`)
    full = full.filter((slide) => fit.boxFaults(slide).length > 0)
  }
  for (const slide of slides) styleOf(slide)?.removeProperty('--type')
  document.adoptedStyleSheets = usual
  return slides.map((slide) => full.includes(slide))
}
