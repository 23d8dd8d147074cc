/** The outer element of every drawing. */
import { DRAWING_ID } from '../../core/diagram/index.ts'
import { el, escapeXml } from '../../core/text/xml.ts'

interface Frame {
  readonly title: string
  readonly description: string
  /** Whether it has links in it: then it is a group, since an image has no parts. */
  readonly linked: boolean
  readonly width: number
  readonly height: number
  readonly viewBox: string
  readonly classes: string
  readonly looks: readonly (readonly [string, string])[]
  /** Markup that is safe already. */
  readonly inner: string
}

/** One `<svg>`, named and described by its own title and description where it has them. */
export function svgElement(frame: Frame): string {
  const { title, description, linked, width, height, viewBox, classes, looks, inner } = frame
  return el(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: classes,
      viewBox,
      width,
      height,
      // On a slide it starts at the left edge, like all else.
      preserveAspectRatio: 'xMinYMin meet',
      role: linked ? 'group' : 'img',
      ...(title && { 'aria-labelledby': `${DRAWING_ID}-title` }),
      ...(description && { 'aria-describedby': `${DRAWING_ID}-desc` }),
      ...Object.fromEntries(looks),
    },
    title && el('title', { id: `${DRAWING_ID}-title` }, escapeXml(title)),
    description && el('desc', { id: `${DRAWING_ID}-desc` }, escapeXml(description)),
    inner,
  )
}
