/** How large the words of a slide are, and how they stand out. Runs in the page: see `seen.ts`. */

/** A piece of text as it is seen. */
export interface VisibleText {
  readonly text: string
  /** Its size, px on the canvas. */
  readonly px: number
  /** Set where it is the headline of its slide, or a part of it. */
  readonly isHead?: true
  /** Contrast to what lies behind it; absent where that is a picture. */
  readonly ratio?: number
  /** The contrast that WCAG 2.2 AA asks of text of this size and weight. */
  readonly needed: number
}

/** Every piece of text that is seen on a slide now. */
export function wordsOf(slide: Element): readonly VisibleText[] {
  const scale = fit.scaleOf(slide)
  const canvas = slide.querySelector('.canvas') ?? slide
  const elements = [...canvas.querySelectorAll('*')].filter(
    (element) => fit.textBoxes(element).length > 0 && fit.isVisible(element, slide),
  )
  return elements.map((element) => {
    const style = getComputedStyle(element)
    const drawn = element instanceof SVGGraphicsElement ? element.getScreenCTM() : undefined
    const px =
      Number.parseFloat(style.fontSize) * (drawn ? Math.hypot(drawn.a, drawn.b) / scale : 1)
    // 18 pt, or 14 pt and bold, are large.
    const isLarge = px >= 24 || (px >= 18.66 && Number(style.fontWeight) >= 700)
    const text = (element.textContent ?? '').trim().replaceAll(/\s+/g, ' ').slice(0, 40)
    const ratio = fit.contrastOf(element)
    return {
      ...{ text, px, needed: isLarge ? 3 : 4.5 },
      ...(ratio !== undefined && { ratio }),
      ...(element.closest('.headline') && { isHead: true as const }),
    }
  })
}

/** Contrast of an element's text to what lies behind it, from 1 to 21. */
export function contrastOf(element: Element): number | undefined {
  const behind = fit.paperBehind(element)
  if (!behind) return undefined
  const style = getComputedStyle(element)
  const colour = element instanceof SVGElement ? style.fill : style.color
  const [r, g, b, alpha] = fit.readColour(colour)
  let faint = alpha
  for (let at: Element | null = element; at; at = at.parentElement)
    faint *= Number(getComputedStyle(at).opacity)
  const ink = fit.over([r, g, b, faint], behind)
  const [dark = 0, light = 0] = [fit.luminance(ink), fit.luminance(behind)].toSorted(
    (a, b) => a - b,
  )
  return (light + 0.05) / (dark + 0.05)
}

/** The colour behind an element's text; undefined where a picture lies there. */
export function paperBehind(element: Element): Colour | undefined {
  const layers: Colour[] = []
  const shape = element instanceof SVGElement ? fit.shapeBehind(element) : undefined
  if (shape) layers.push(fit.readColour(getComputedStyle(shape).fill))
  for (let at: Element | null = element; at; at = at.parentElement) {
    if (layers.at(-1)?.[3] === 1) break
    const { backgroundColor, backgroundImage } = getComputedStyle(at)
    if (backgroundImage !== 'none') return undefined
    layers.push(fit.readColour(backgroundColor))
  }
  return layers.reduceRight<Colour>((below, layer) => fit.over(layer, below), [255, 255, 255, 1])
}

/** The last shape of a drawing that was painted before a text and lies under its middle. */
export function shapeBehind(text: SVGElement): Element | undefined {
  const box = text.getBoundingClientRect()
  const shapes = text
    .closest('.drawing, svg:not(svg svg)')
    ?.querySelectorAll<SVGGeometryElement>('rect, path, circle, ellipse, polygon')
  return [...(shapes ?? [])].findLast((shape) => {
    const isBefore = shape.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING
    const { fill } = getComputedStyle(shape)
    if (!isBefore || shape.closest('defs, marker, clipPath')) return false
    if (fill === 'none' || fill.startsWith('url') || fit.readColour(fill)[3] === 0) return false
    const to = shape.getScreenCTM()?.inverse()
    const middle = new DOMPoint(box.x + box.width / 2, box.y + box.height / 2).matrixTransform(to)
    return to !== undefined && shape.isPointInFill(middle)
  })
}

/** Red, green and blue from 0 to 255, and alpha from 0 to 1. */
export type Colour = readonly [number, number, number, number]

/** Reads any colour as CSS computes it, by painting it. */
export function readColour(css: string): Colour {
  const known = fit.colours.get(css)
  if (known) return known
  fit.brush ??= new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })
  const brush = fit.brush as OffscreenCanvasRenderingContext2D // always there for '2d'
  brush.clearRect(0, 0, 1, 1)
  brush.fillStyle = css
  brush.fillRect(0, 0, 1, 1)
  const [r = 0, g = 0, b = 0, a = 0] = brush.getImageData(0, 0, 1, 1).data
  const colour: Colour = [r, g, b, a / 255]
  fit.colours.set(css, colour)
  return colour
}

/** A colour laid over an opaque one. */
export function over([r, g, b, alpha]: Colour, below: Colour): Colour {
  const mix = (top: number, under: number): number => top * alpha + under * (1 - alpha)
  return [mix(r, below[0]), mix(g, below[1]), mix(b, below[2]), 1]
}

/** Relative luminance as WCAG 2.2 defines it, from 0 to 1. */
export function luminance([r, g, b]: Colour): number {
  const linear = (part: number): number => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
}
