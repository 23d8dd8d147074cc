/** The strokes of a slide, over it. */

import { pathOf } from '../../../core/ink/outline.ts'
import type { Stroke } from '../../../core/ink/strokes.ts'

const SVG = 'http://www.w3.org/2000/svg'

/** Shows strokes on a slide. Those of a step that has not come yet wait for it. */
export function showInk(slide: HTMLElement, strokes: readonly Stroke[], step: number): void {
  const layer = layerOf(slide)
  const before = new Map(
    [...layer.querySelectorAll<SVGPathElement>('path')].map((path) => [path.dataset.id, path]),
  )
  for (const stroke of strokes) {
    const { id, version, tool, colour } = stroke
    const path = before.get(id) ?? make('path')
    before.delete(id)
    path.classList.toggle('ink-later', stroke.step > step)
    if (path.dataset.version === `${version}`) continue
    path.dataset.id = id
    path.dataset.version = `${version}`
    path.dataset.colour = colour
    path.setAttribute('d', pathOf(stroke))
    if (!path.parentNode) layer.querySelector(`.ink-${tool}`)?.append(path)
  }
  for (const gone of before.values()) gone.remove()
  if (strokes.length === 0) layer.remove()
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
