/** Where a slide is, and how large, when one zooms in. Loaded once somebody does. */

/** What can be looked at alone: a line, a box of a diagram, a picture. */
const PARTS =
  'li, p, h1, h2, h3, tr, dl > div, figure, img, pre, blockquote, .large, .rest, .running, svg .box, svg'

/** How much larger things become, at least and at most. */
const LEAST = 1.5
const MOST = 3

/** px of the window. */
interface Point {
  readonly x: number
  readonly y: number
}

/** The transform that makes large what lies at a point of a slide. */
export function zoomedTo(at: Point, slide: HTMLElement): string {
  return transformTo(boxAt(at, slide))
}

/** What lies at a point of a slide; the point alone where nothing does, or too much. */
function boxAt({ x, y }: Point, slide: HTMLElement): DOMRect {
  const part = document.elementFromPoint(x, y)?.closest(PARTS)
  const box = part && slide.contains(part) ? part.getBoundingClientRect() : undefined
  const fits = box && box.width * LEAST <= innerWidth && box.height * LEAST <= innerHeight
  return fits ? box : new DOMRect(x, y, 0, 0)
}

/** Makes a box as large as it fits, in the middle; never shows what lies beyond the slide. */
function transformTo({ x, y, width, height }: DOMRect): string {
  const fit = Math.min(innerWidth / width, innerHeight / height) * 0.9
  const scale = width + height === 0 ? 2 : Math.min(MOST, Math.max(LEAST, fit))
  const shift = (middle: number, whole: number): number =>
    Math.min(0, Math.max(whole - whole * scale, whole / 2 - middle * scale))
  const across = shift(x + width / 2, innerWidth)
  const down = shift(y + height / 2, innerHeight)
  return `translate(${across}px, ${down}px) scale(${scale})`
}
