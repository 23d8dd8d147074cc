/** In the browser: has Mermaid draw a text. */

export async function draw(text, config) {
  const mermaid = /** @type {any} */ (globalThis).mermaid
  mermaid.initialize(config)
  const { svg } = await mermaid.render('drawn', text).catch((error) => {
    // Its errors hold whole syntax trees, which can't leave the page.
    throw new Error(error instanceof Error ? error.message : String(error))
  })
  document.body.innerHTML = svg
  return /** @type {SVGSVGElement} */ (document.body.querySelector('svg'))
}

/** Addresses of pages and mail, and places on this page; nothing that could run. */
export function linkOf(anchor) {
  const href = anchor?.getAttribute('href') ?? anchor?.getAttribute('xlink:href') ?? ''
  return /^(https?:|mailto:|#|\.{0,2}\/)/i.test(href) ? href : undefined
}
