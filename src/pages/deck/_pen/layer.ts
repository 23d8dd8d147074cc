/** The strokes of a slide, over it. */

import { pathOf } from '../../../core/ink/outline.ts'
import type { Stroke } from '../../../core/ink/strokes.ts'

const SVG = 'http://www.w3.org/2000/svg'

/** Shows strokes on a slide. Those of a step that has not come yet wait for it. */
export function showInk(slide: HTMLElement, strokes: readonly Stroke[], step: number): void {
  const layer = layerOf(slide)
  const before = new Map(
    [...layer.querySelectorAll<SVGGElement>('[data-id]')].map((one) => [one.dataset.id, one]),
  )
  for (const stroke of strokes) {
    const { id, version, tool, colour } = stroke
    const line = before.get(id) ?? lineOf(tool)
    before.delete(id)
    line.classList.toggle('ink-later', stroke.step > step)
    if (line.dataset.version === `${version}`) continue
    line.dataset.id = id
    line.dataset.version = `${version}`
    line.dataset.colour = colour
    for (const path of line.children) path.setAttribute('d', pathOf(stroke))
    if (!line.parentNode) layer.querySelector(`.ink-${tool}`)?.append(line)
  }
  for (const gone of before.values()) gone.remove()
  if (strokes.length === 0) layer.remove()
}

/** A line; what is highlighted is seen through, and has an edge below it. */
function lineOf(tool: Stroke['tool']): SVGGElement {
  const line = make('g')
  const edge = make('path')
  edge.setAttribute('class', 'ink-edge')
  line.append(...(tool === 'marker' ? [edge] : []), make('path'))
  return line
}

function layerOf(slide: HTMLElement): SVGElement {
  const known = slide.querySelector<SVGElement>(':scope > .ink')
  if (known) return known
  const layer = make('svg')
  layer.setAttribute('class', 'ink screen-only')
  layer.setAttribute('viewBox', '0 0 1280 720')
  layer.setAttribute('role', 'img')
  layer.setAttribute('aria-label', 'Drawn by hand on this slide')
  for (const tool of ['marker', 'pen'] as const) {
    const group = make('g')
    group.setAttribute('class', `ink-${tool}`)
    layer.append(group)
  }
  slide.append(layer)
  return layer
}

function make<Name extends keyof SVGElementTagNameMap>(name: Name): SVGElementTagNameMap[Name] {
  return document.createElementNS(SVG, name)
}
