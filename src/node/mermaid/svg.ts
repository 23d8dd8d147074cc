/** The outer element of every drawing. */
import { DRAWING_ID } from '../../core/diagram/index.ts'

interface Frame {
  readonly title: string
  readonly description: string
  /** Whether it holds links: an image has no parts, so one with links is a group. */
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
  const attributes = [
    ['class', classes],
    ['viewBox', viewBox],
    ['width', String(width)],
    ['height', String(height)],
    // On a slide it hangs on the left edge, like all else.
    ['preserveAspectRatio', 'xMinYMin meet'],
    ['role', linked ? 'group' : 'img'],
    ...(title ? [['aria-labelledby', `${DRAWING_ID}-title`] as const] : []),
    ...(description ? [['aria-describedby', `${DRAWING_ID}-desc`] as const] : []),
    ...looks,
  ] as const
  const head = attributes.map(([name, value]) => `${name}="${escapeMarkup(value)}"`).join(' ')
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${head}>`,
    title && `<title id="${DRAWING_ID}-title">${escapeMarkup(title)}</title>`,
    description && `<desc id="${DRAWING_ID}-desc">${escapeMarkup(description)}</desc>`,
    `${inner}</svg>`,
  ].join('')
}

/** Text as markup, for content and quoted attributes. */
export function escapeMarkup(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
