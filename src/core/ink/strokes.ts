/** What is drawn on slides: strokes, which the latest version of each is, and what an eraser touches. Pure. */
import { MOST_POINTS, type Said, saidOf } from '../room/messages.ts'

/** A stroke. One that is erased has no points, and stays, so that nothing older brings it back. */
export type Stroke = Said<'ink'>

/** By their ids, in the order in which they came. */
export type Ink = ReadonlyMap<string, Stroke>

/** Strokes of a talk, erased ones counted: those who come late get all of them at once. */
export const MOST_STROKES = 1000

/** Takes a stroke; what is older than what is known, or beyond the limit, changes nothing. */
export function withStroke(ink: Ink, stroke: Stroke): Ink {
  const known = ink.get(stroke.id)
  if (known ? known.version >= stroke.version : ink.size >= MOST_STROKES) return ink
  return new Map(ink).set(stroke.id, stroke)
}

/** What is seen on a slide. */
export function strokesOn(ink: Ink, slide: string): readonly Stroke[] {
  return [...ink.values()].filter((one) => one.slide === slide && one.points.length > 0)
}

/** The next version of a stroke, with other points: none erase it. */
export function changed(stroke: Stroke, points: readonly number[]): Stroke {
  return { ...stroke, points, version: stroke.version + 1 }
}

/** Adds a point, if it is `least` half px from the last one, and the stroke has room. */
export function extended(stroke: Stroke, point: readonly [number, number, number], least: number) {
  const [x, y] = stroke.points.slice(-3)
  const isNear = x !== undefined && Math.hypot(point[0] - x, point[1] - (y ?? 0)) < least
  return isNear || isFull(stroke) ? stroke : { ...stroke, points: [...stroke.points, ...point] }
}

/** Whether a line that goes on needs another stroke. */
export function isFull({ points }: Stroke): boolean {
  return points.length >= MOST_POINTS * 3
}

/** Whether a stroke comes as near as `reach` to a place; all in half px. */
export function isTouched({ points }: Stroke, [x, y]: readonly number[], reach: number): boolean {
  for (let at = 0; at < points.length; at += 3) {
    const [ax = 0, ay = 0, , bx = ax, by = ay] = points.slice(at, at + 5)
    const [dx, dy] = [bx - ax, by - ay]
    const along = ((x ?? 0) - ax) * dx + ((y ?? 0) - ay) * dy
    const share = Math.min(1, Math.max(0, along / (dx * dx + dy * dy || 1)))
    if (Math.hypot(ax + share * dx - (x ?? 0), ay + share * dy - (y ?? 0)) <= reach) return true
  }
  return false
}

/** The strokes that a text has, as a browser or a page keeps them; what is not right is none. */
export function readStrokes(text: string | null): readonly Stroke[] {
  try {
    const found: unknown = JSON.parse(text ?? '[]')
    const all = Array.isArray(found) ? found.slice(0, MOST_STROKES) : []
    return all.flatMap((one) => saidOf('ink', one) ?? [])
  } catch {
    return []
  }
}
