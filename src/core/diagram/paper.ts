/** How a diagram of the author's own stands on paper: whole, turned, or in several pictures. */
import type { DiagramPicture, Drawn } from './shape.ts'

type Drawing = Extract<Drawn, { ok: true }>

/** What a drawing has on a sheet, px: below a heading, and across a sheet that is turned. */
const UPRIGHT = { width: 627, height: 699 }
const TURNED = { width: 945, height: 567 }

/** Smallest label that is printed: 9 pt, in px. */
const LEAST = 12

/**
 * `upright` if its words are then large enough; else `turned` if they are large enough on a turned sheet;
 * else `parts`. A drawing that can't be cut is shown as large as it can be.
 */
export function onPaper(drawing: Drawing): 'upright' | 'turned' | 'parts' {
  const { width, height } = drawing
  const upright = labelIn(UPRIGHT, drawing)
  if (upright >= LEAST) return 'upright'
  if (drawing.parts && labelIn(TURNED, drawing) < LEAST) return 'parts'
  // Where words are small as they are drawn, no sheet makes them larger.
  const isLarger = labelIn(TURNED, drawing) > upright
  return isLarger && width > 1.4 * height ? 'turned' : 'upright'
}

/** The picture on a slide: a part of it, or all of it as it is read there. */
export function onSlide(drawing: Drawing, part?: number): DiagramPicture {
  const { parts = [], one } = drawing
  if (part !== undefined) return parts[part - 1] ?? drawing
  // One picture of several rows has larger words on a slide than the whole in one.
  return (parts.length === 1 ? parts[0] : one) ?? drawing
}

function labelIn(room: typeof UPRIGHT, { width, height, labelSize }: Drawing): number {
  return labelSize * Math.min(1, room.width / width, room.height / height)
}
