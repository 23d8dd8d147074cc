/** In the browser: has Mermaid draw a text, the same drawing each time. */

export async function draw(text, config) {
  Math.random = numbersFrom(SEED)
  const mermaid = /** @type {any} */ (globalThis).mermaid
  mermaid.initialize(config)
  // Copies of the earlier drawing have its id.
  document.body.replaceChildren()
  const { svg } = await mermaid.render('drawn', text).catch((error) => {
    // Its errors hold whole syntax trees, which can't leave the page.
    throw new Error(error instanceof Error ? error.message : String(error))
  })
  document.body.innerHTML = svg
  return /** @type {SVGSVGElement} */ (document.body.querySelector('svg'))
}

/** Any number will do. */
const SEED = 1

/**
 * Takes the place of random numbers, by which Mermaid names commits and sketches lines: the same
 * numbers for each text, whatever was drawn before. The generator is Park and Miller's "minimal
 * standard".
 */
function numbersFrom(seed) {
  let state = seed
  return () => {
    state = (state * 48271) % 2147483647
    return state / 2147483647
  }
}

/** The address of a link: of a page, of mail, or of a place on this page; nothing that could run. */
export function linkOf(anchor) {
  const href = anchor?.getAttribute('href') ?? anchor?.getAttribute('xlink:href') ?? ''
  return /^(https?:|mailto:|#|\.{0,2}\/)/i.test(href) ? href : undefined
}
