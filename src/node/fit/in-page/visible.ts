/** What is visible of a slide. Runs in the page: these functions call others only as `fit.…`. */

/** Whether someone who looks at the slide sees an element's box or words, now. */
export function isVisible(element: Element, slide: Element): boolean {
  if (element.closest('.notes, [popover], defs, marker, clipPath, title, desc')) return false
  // A formula is one thing, whose parts stand as it sets them.
  if (element.parentElement?.closest('math')) return false
  return (
    element.checkVisibility({ visibilityProperty: true }) &&
    !fit.isForScreenReadersOnly(element, slide)
  )
}

/** Text for screen readers is clipped to a pixel on purpose. */
export function isForScreenReadersOnly(element: Element, slide: Element): boolean {
  for (let at: Element | null = element; at && at !== slide; at = at.parentElement) {
    const { clipPath, position } = getComputedStyle(at)
    if (position !== 'absolute' || clipPath === 'none') continue
    if (at instanceof HTMLElement && at.offsetWidth <= 1 && at.offsetHeight <= 1) return true
  }
  return false
}

/** The lines of an element's own text. */
export function textBoxes(element: Element): readonly DOMRect[] {
  return [...element.childNodes]
    .filter((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim())
    .flatMap((node) => {
      const range = document.createRange()
      range.selectNodeContents(node)
      return [...range.getClientRects()]
    })
}

/** The scale at which the page shows the canvas. */
export function scaleOf(slide: Element): number {
  const canvas = slide.querySelector<HTMLElement>('.canvas')
  if (!canvas || canvas.offsetWidth === 0) return 1
  return canvas.getBoundingClientRect().width / canvas.offsetWidth
}

/** A name by which a person finds an element: `div.free "First words"`. */
export function nameOf(element: Element): string {
  const id = element.id ? `#${element.id}` : ''
  const classes = (element.getAttribute('class') ?? '').trim().replaceAll(/\s+/g, '.')
  const words = element.textContent?.trim().replaceAll(/\s+/g, ' ').slice(0, 30)
  return `${element.localName}${id}${classes && `.${classes}`} "${words}"`
}
