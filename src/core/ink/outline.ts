/** The outline of a stroke, as `perfect-freehand` makes it: wider where a pen is pressed. */
import { getStroke, type StrokeOptions } from 'perfect-freehand'
import type { Stroke } from './strokes.ts'

/** Sizes are px of the slide, as wide as can be seen from the back of a room. */
const LOOKS: Readonly<Record<Stroke['tool'], StrokeOptions>> = {
  pen: { size: 7, thinning: 0.45, streamline: 0.4, smoothing: 0.6 },
  marker: { size: 30, thinning: 0, streamline: 0.5, smoothing: 0.6 },
}

/** Data of an SVG path, in px of the slide; empty where nothing is drawn. */
export function pathOf({ tool, points }: Stroke): string {
  const all: [number, number, number][] = []
  for (let at = 0; at + 2 < points.length; at += 3) {
    const [x = 0, y = 0, pressure = 0] = points.slice(at, at + 3)
    all.push([x / 2, y / 2, pressure / 100])
  }
  const simulatePressure = all.every(([, , pressure]) => pressure === 0)
  const outline = getStroke(all, { ...LOOKS[tool], simulatePressure, last: true })
  // Curves from the middle of one edge to that of the next.
  const middles = outline.map(([x = 0, y = 0], at) => {
    const [nextX = 0, nextY = 0] = outline[(at + 1) % outline.length] ?? []
    return `${round(x)} ${round(y)} ${round((x + nextX) / 2)} ${round((y + nextY) / 2)}`
  })
  const [startX = 0, startY = 0] = outline[0] ?? []
  return middles.length === 0 ? '' : `M${round(startX)} ${round(startY)}Q${middles.join(' ')}Z`
}

function round(length: number): number {
  return Math.round(length * 10) / 10
}
