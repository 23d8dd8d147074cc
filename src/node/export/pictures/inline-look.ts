/** Runs in the page: gives a drawing the colours that the style sheets give it, as attributes. */

/**
 * Writes the look of the one drawing on the sheet into it, and takes classes and links out, since
 * office programs know neither.
 *
 * @param fonts a CSS font family, with what stands in for it
 * @returns its size in px
 */
export function inlineLook(fonts: string): { width: number; height: number } {
  const svg = document.querySelector('#sheet > svg')
  if (!(svg instanceof SVGSVGElement)) throw new Error('No drawing on the sheet')
  const { width, height } = svg.getBoundingClientRect()

  const setPaint = (element: Element, name: 'fill' | 'stroke', style: CSSStyleDeclaration) => {
    const value = style.getPropertyValue(name)
    const parts = /^rgba?\(([\d.]+), ([\d.]+), ([\d.]+)(?:, ([\d.]+))?\)$/.exec(value)
    if (!parts) {
      element.setAttribute(name, value)
      return
    }
    const hex = parts.slice(1, 4).map((part) => Number(part).toString(16).padStart(2, '0'))
    element.setAttribute(name, Number(parts[4] ?? 1) === 0 ? 'none' : `#${hex.join('')}`)
    const opacity = Number(parts[4] ?? 1) * Number(style.getPropertyValue(`${name}-opacity`))
    if (opacity < 1) element.setAttribute(`${name}-opacity`, String(opacity))
    else element.removeAttribute(`${name}-opacity`)
  }
  const copied = [
    ...['stroke-width', 'stroke-dasharray', 'stroke-linecap', 'stroke-linejoin', 'opacity'],
    ...['font-size', 'font-weight', 'font-style', 'text-anchor', 'dominant-baseline'],
  ]
  const usual: Record<string, string> = {
    'stroke-dasharray': 'none',
    'stroke-linecap': 'butt',
    'stroke-linejoin': 'miter',
    opacity: '1',
    'font-style': 'normal',
    'dominant-baseline': 'auto',
  }
  const paint = (element: Element) => {
    const style = getComputedStyle(element)
    if (style.display === 'none' || style.visibility === 'hidden') return element.remove()
    const isText = element.matches('text, tspan')
    if (!isText && !element.matches('path, rect, circle, ellipse, line, polyline, polygon')) return
    setPaint(element, 'fill', style)
    setPaint(element, 'stroke', style)
    for (const name of copied) {
      const value = style.getPropertyValue(name)
      if (/^(?:font|text|dominant)/.test(name) && !isText) continue
      if (name.startsWith('stroke') && style.stroke === 'none') element.removeAttribute(name)
      else if (value === '' || value === usual[name]) element.removeAttribute(name)
      else element.setAttribute(name, value.replace(/px/g, ''))
    }
    if (isText) element.setAttribute('font-family', fonts)
  }
  const own = svg.classList.contains('own-colours')
  // A definition is painted where it is used.
  for (const element of svg.querySelectorAll('*:not(title, desc)')) paint(element)
  for (const link of svg.querySelectorAll('a')) link.replaceWith(...link.childNodes)
  for (const element of [svg, ...svg.querySelectorAll('*')]) {
    for (const { name } of [...element.attributes]) {
      if (/^(?:class|style|role|tabindex|focusable|data-.*|aria-.*)$/.test(name))
        element.removeAttribute(name)
    }
  }
  svg.setAttribute('width', String(width))
  svg.setAttribute('height', String(height))
  if (own) {
    const paper = document.createElementNS('http://www.w3.org/2000/svg', 'rect')
    const box = svg.viewBox.baseVal
    const sides = { x: box.x, y: box.y, width: box.width, height: box.height, fill: '#ffffff' }
    for (const [name, value] of Object.entries(sides)) paper.setAttribute(name, String(value))
    svg.prepend(paper)
  }
  return { width, height }
}
