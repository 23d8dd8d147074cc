/** Addresses of the room as codes, to be read by a phone's camera. */
import { qrCodeOf, withoutScheme } from '../../../core/publish/qr-code.ts'

const SVG = 'http://www.w3.org/2000/svg'

/** A code with its address in words, which can be copied. */
export function codeOf(address: string, label: string): HTMLElement {
  const figure = document.createElement('figure')
  figure.className = 'room-code'
  const code = qrCodeOf(address)
  if (code) {
    const svg = document.createElementNS(SVG, 'svg')
    svg.setAttribute('viewBox', `0 0 ${code.size} ${code.size}`)
    svg.setAttribute('role', 'img')
    svg.setAttribute('aria-label', label)
    svg.setAttribute('shape-rendering', 'crispEdges')
    svg.append(shape('rect', { width: `${code.size}`, height: `${code.size}`, fill: '#fff' }))
    svg.append(shape('path', { d: code.path, fill: '#000' }))
    figure.append(svg)
  }
  const words = document.createElement('figcaption')
  const link = document.createElement('a')
  link.href = address
  link.textContent = withoutScheme(address)
  words.append(link)
  figure.append(words)
  return figure
}

function shape(name: string, attributes: Readonly<Record<string, string>>): SVGElement {
  const made = document.createElementNS(SVG, name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  return made
}
