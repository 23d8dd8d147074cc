/**
 * Runs in the browser beside Mermaid: draws a text, and hands back what is used of the drawing.
 * Plain JavaScript, since it is loaded as it stands.
 */

const SVG = 'http://www.w3.org/2000/svg'

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

/** Looks, read as computed and written where they differ from what is inherited: all at the root. */
const INHERITED =
  'fill fill-opacity stroke stroke-width stroke-dasharray stroke-linecap stroke-linejoin stroke-opacity font-size font-weight font-style text-anchor dominant-baseline visibility marker-start marker-mid marker-end'.split(
    ' ',
  )

/** Looks that are not inherited, with what they are unless something says otherwise. */
const OWN = [
  ['opacity', '1'],
  ['alignment-baseline', 'auto'],
  ['baseline-shift', '0px'],
  ['clip-path', 'none'],
  ['mask', 'none'],
  ['stop-color', 'rgb(0, 0, 0)'],
  ['stop-opacity', '1'],
]

/**
 * Draws, and reads the boxes and lines of the drawing.
 * @param {string} text Mermaid.
 * @param {object} config Mermaid's.
 */
async function traceDrawing(text, config) {
  const svg = await draw(text, config)
  const nodes = [...svg.querySelectorAll('g.node')].map((node) => {
    const rows = [...node.querySelectorAll('text .row')].filter((row) => row.textContent.trim())
    return {
      name: node.id.replace(/^.*-flowchart-(.*)-\d+$/, '$1'),
      place: Number(node.id.replace(/^.*-/, '')),
      classes: [...node.classList],
      lines: rows.map((row) => row.textContent.trim()),
      textWidth: Math.max(0, ...rows.map((row) => row.getComputedTextLength())),
      href: linkOf(node.closest('a')),
    }
  })
  const edges = [...svg.querySelectorAll('path[data-edge]')].map((edge) => ({
    name: edge.getAttribute('data-id') ?? '',
    classes: [...edge.classList],
  }))
  return {
    title: svg.querySelector('title')?.textContent ?? '',
    description: svg.querySelector('desc')?.textContent ?? '',
    nodes,
    edges,
  }
}

/**
 * Draws, and gives the drawing with its looks as attributes and without anything that could run,
 * load or style.
 * @param {string} text Mermaid.
 * @param {object} config Mermaid's.
 * @param {string} id Start of every id in the result.
 */
async function stripDrawing(text, config, id) {
  const svg = await draw(text, config)
  const { width, height } = sizeOf(svg)
  for (const either of svg.querySelectorAll('switch')) takeFirst(either)
  for (const foreign of svg.querySelectorAll('foreignObject')) setAsText(foreign)
  const labelSize = smallestLabel(svg)
  const copy = /** @type {Element} */ (strip(svg, undefined, id))
  copy.setAttribute('width', String(width))
  copy.setAttribute('height', String(height))
  dropUnused(copy)
  const titles = { title: takeText(copy, 'title'), description: takeText(copy, 'desc') }
  return {
    inner: [...copy.childNodes].map(serialise).join(''),
    width,
    height,
    labelSize,
    ...titles,
    ...frame(copy),
  }
}

async function draw(text, config) {
  const mermaid = /** @type {any} */ (globalThis).mermaid
  mermaid.initialize(config)
  const { svg } = await mermaid.render('drawn', text).catch((error) => {
    // Its errors hold whole syntax trees, which can't leave the page.
    throw new Error(error instanceof Error ? error.message : String(error))
  })
  document.body.innerHTML = svg
  return /** @type {SVGSVGElement} */ (document.body.querySelector('svg'))
}

function frame(copy) {
  const viewBox = copy.getAttribute('viewBox')
  const looks = [...copy.attributes].filter(({ name }) => INHERITED.includes(name))
  return {
    viewBox: viewBox ?? `0 0 ${copy.getAttribute('width')} ${copy.getAttribute('height')}`,
    looks: looks.map(({ name, value }) => [name, value]),
  }
}

function sizeOf(svg) {
  const { width, height } = svg.viewBox.baseVal ?? {}
  if (width && height) return { width: Math.ceil(width), height: Math.ceil(height) }
  const box = svg.getBoundingClientRect()
  return { width: Math.ceil(box.width), height: Math.ceil(box.height) }
}

/** Mermaid defines every marker and gradient that it knows. */
function dropUnused(copy) {
  const markup = serialise(copy)
  for (const defined of copy.querySelectorAll('marker, linearGradient')) {
    if (!markup.includes(`#${defined.id})`)) defined.remove()
  }
  for (const used of copy.querySelectorAll('[id]')) {
    if (!markup.includes(`#${used.id})`) && !markup.includes(`"#${used.id}"`))
      used.removeAttribute('id')
  }
}

function takeText(copy, name) {
  const found = copy.querySelector(`:scope > ${name}`)
  found?.remove()
  return found?.textContent ?? ''
}

function serialise(node) {
  return new XMLSerializer().serializeToString(node).replaceAll(` xmlns="${SVG}"`, '')
}

/** A copy of what is allowed, with looks as attributes; undefined for what is not. */
function strip(element, inherited, id) {
  if (!ELEMENTS.has(element.localName)) return undefined
  const style = getComputedStyle(element)
  if (style.display === 'none' && element.localName !== 'title' && element.localName !== 'desc') {
    return undefined
  }
  const copy = document.createElementNS(SVG, element.localName)
  for (const { name, value } of element.attributes) {
    if (ATTRIBUTES.has(name))
      copy.setAttribute(name, name === 'id' ? `${id}-${value}` : rounded(value))
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

/** Addresses of pages and mail, and places on this page; nothing that could run. */
function linkOf(anchor) {
  const href = anchor?.getAttribute('href') ?? anchor?.getAttribute('xlink:href') ?? ''
  return /^(https?:|mailto:|#|\.{0,2}\/)/i.test(href) ? href : undefined
}

/** Browsers show the first child of a `switch` that they can; here they can show all. */
function takeFirst(either) {
  const group = document.createElementNS(SVG, 'g')
  if (either.firstElementChild) group.append(either.firstElementChild)
  either.replaceWith(group)
}

/** In px at the intrinsic size; that of running text where there are no labels. */
function smallestLabel(svg) {
  const labels = [...svg.querySelectorAll('text, text tspan')].filter(
    (text) => text.textContent.trim() && text.getBoundingClientRect().width > 0,
  )
  const leaves = labels.filter((text) => !text.firstElementChild)
  const sizes = leaves.map((text) => Number.parseFloat(getComputedStyle(text).fontSize))
  return sizes.length === 0 ? 16 : Math.min(...sizes)
}

/** HTML inside a drawing becomes lines of text at the same places. */
function setAsText(foreign) {
  const toLocal = foreign.getScreenCTM()?.inverse()
  const walker = document.createTreeWalker(foreign, NodeFilter.SHOW_TEXT)
  const group = document.createElementNS(SVG, 'g')
  while (toLocal && walker.nextNode()) {
    const node = walker.currentNode
    const style = getComputedStyle(node.parentElement)
    for (const { words, box } of linesOf(node)) {
      const at = new DOMPoint(box.left + box.width / 2, box.top + box.height / 2)
      const { x, y } = at.matrixTransform(toLocal)
      const line = document.createElementNS(SVG, 'text')
      line.textContent = words
      line.setAttribute('x', x.toFixed(1))
      line.setAttribute('y', y.toFixed(1))
      line.setAttribute(
        'style',
        `fill:${style.color};font-size:${style.fontSize};font-weight:${style.fontWeight};` +
          'text-anchor:middle;dominant-baseline:central;stroke:none',
      )
      group.append(line)
    }
  }
  foreign.replaceWith(group)
}

/** The words of a text node as they were set into lines. */
function linesOf(node) {
  const lines = []
  for (const { 0: word, index } of node.textContent.matchAll(/\S+/g)) {
    const range = document.createRange()
    range.setStart(node, index)
    range.setEnd(node, index + word.length)
    const box = range.getBoundingClientRect()
    const last = lines.at(-1)
    if (last && Math.abs(last.box.top - box.top) < box.height / 2) {
      last.words += ` ${word}`
      last.box = new DOMRect(last.box.left, last.box.top, box.right - last.box.left, box.height)
    } else if (box.width > 0) {
      lines.push({ words: word, box })
    }
  }
  return lines
}

Object.assign(globalThis, { traceDrawing, stripDrawing })
