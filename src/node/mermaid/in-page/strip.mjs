/** In the browser: copies a drawing, its looks as attributes, without what could run or load. */
import { linkOf } from './draw.mjs'

export const SVG = 'http://www.w3.org/2000/svg'

/** Everything else is left out: scripts, styles, images, foreign content, animation. */
const ELEMENTS = new Set(
  'svg g a path rect circle ellipse line polyline polygon text tspan textPath defs marker linearGradient radialGradient stop clipPath mask pattern symbol use title desc'.split(
    ' ',
  ),
)

/** Geometry and what it refers to; never `style`, never a handler. */
const ATTRIBUTES = new Set(
  'id d x y x1 y1 x2 y2 cx cy r rx ry width height points transform viewBox preserveAspectRatio dx dy rotate textLength lengthAdjust markerWidth markerHeight refX refY orient markerUnits gradientUnits gradientTransform offset clipPathUnits maskUnits patternUnits patternTransform startOffset spreadMethod fx fy'.split(
    ' ',
  ),
)

/**
 * Looks that are inherited. They are read as computed, and written where they differ from the
 * parent's; all of them on the root.
 */
export const INHERITED =
  'fill fill-opacity stroke stroke-width stroke-dasharray stroke-linecap stroke-linejoin stroke-opacity font-size font-weight font-style text-anchor dominant-baseline visibility paint-order marker-start marker-mid marker-end'.split(
    ' ',
  )

/** Looks that are not inherited, with their defaults. */
const OWN = [
  ['opacity', '1'],
  ['alignment-baseline', 'auto'],
  ['baseline-shift', '0px'],
  ['clip-path', 'none'],
  ['mask', 'none'],
  ['stop-color', 'rgb(0, 0, 0)'],
  ['stop-opacity', '1'],
]

/** A copy of what is allowed, with looks as attributes; undefined for what is not. */
export function strip(element, inherited, id) {
  if (!ELEMENTS.has(element.localName)) return undefined
  const style = getComputedStyle(element)
  if (style.display === 'none' && element.localName !== 'title' && element.localName !== 'desc') {
    return undefined
  }
  if (isUnseen(element, style)) return undefined
  const copy = document.createElementNS(SVG, element.localName)
  for (const { name, value } of element.attributes) {
    if (ATTRIBUTES.has(name))
      copy.setAttribute(name, name === 'id' ? `${id}-${value}` : rounded(value))
  }
  const step = element.getAttribute('data-step')
  if (step !== null) {
    copy.setAttribute('class', 'step')
    copy.setAttribute('data-fragment-index', step)
  }
  const link = element.localName === 'a' ? linkOf(element) : undefined
  if (link) copy.setAttribute('href', link)
  const used = element.localName === 'use' ? (element.href.baseVal ?? '') : ''
  if (used.startsWith('#')) copy.setAttribute('href', `#${id}-${used.slice(1)}`)
  const looks = setLooks(copy, style, inherited, id)
  for (const child of element.childNodes) {
    const stripped =
      child.nodeType === Node.TEXT_NODE
        ? document.createTextNode(child.textContent)
        : child instanceof Element
          ? strip(child, looks, id)
          : undefined
    if (stripped) copy.append(stripped)
  }
  return copy
}

/** Words that a style hides are not published either. */
function isUnseen(element, style) {
  if (element.localName !== 'text' && element.localName !== 'tspan') return false
  const isClear = /^(?:transparent|rgba\(.*, 0\))$/.test(style.fill) || style.fillOpacity === '0'
  return style.visibility !== 'visible' || isClear || Number.parseFloat(style.fontSize) === 0
}

function setLooks(copy, style, inherited, id) {
  const looks = {}
  if (copy.localName === 'title' || copy.localName === 'desc') return looks
  const set = (name, value) => {
    const own = value.replace(/url\("?#([^")]+)"?\)/g, `url(#${id}-$1)`)
    if (/url\((?!#)/.test(own)) return
    copy.setAttribute(name, hex(own).replace(/px\b/g, ''))
  }
  for (const name of INHERITED) {
    looks[name] = style.getPropertyValue(name)
    if (looks[name] !== inherited?.[name]) set(name, looks[name])
  }
  for (const [name, initial] of OWN) {
    const value = style.getPropertyValue(name)
    if (value && value !== initial) set(name, value)
  }
  return looks
}

/** `12.345678` → `12.35`: no eye sees more, and drawings shrink by half. */
function rounded(value) {
  return value.replace(/-?\d+\.\d{3,}(?:e-\d+)?/g, (number) =>
    String(Number(Number(number).toFixed(2))),
  )
}

/** `rgb(22, 24, 29)` → `#16181d`, black → ink; whatever else stays. */
function hex(value) {
  return value
    .replace('rgb(0, 0, 0)', 'rgb(22, 24, 29)')
    .replace('rgba(0, 0, 0, 0)', 'none')
    .replace(
      /rgb\((\d+), (\d+), (\d+)\)/g,
      (_, ...parts) =>
        `#${parts
          .slice(0, 3)
          .map((part) => Number(part).toString(16).padStart(2, '0'))
          .join('')}`,
    )
}
