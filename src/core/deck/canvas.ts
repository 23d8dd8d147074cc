/** The slide canvas and how much of it text takes. All lengths in px on 1280×720. */
import { linesOf, type Measure } from '../measure.ts'

/** Between the margins; ui/deck.css sets the same. */
export const canvas = { width: 1032, height: 540 } as const

/** How each kind of text is set. */
export const type = {
  head: { weight: 750, leading: 1.1, spacing: -0.02 },
  statement: { weight: 700, leading: 1.18, spacing: -0.02 },
  body: { weight: 400, leading: 1.28, spacing: 0 },
} as const

export type TypeName = keyof typeof type

/** Height of one paragraph. */
export function heightOf(
  measure: Measure,
  text: string,
  set: { size: number; width: number; as: TypeName },
): number {
  const { weight, leading, spacing } = type[set.as]
  const style = { size: set.size, weight, width: set.width, letterSpacing: spacing * set.size }
  return linesOf(measure, text, style) * set.size * leading
}

/** The first size of a ladder at which a height fits the room; the last one where none does. */
export function firstFit(
  ladder: readonly number[],
  room: number,
  height: (size: number) => number,
): number {
  return ladder.find((size) => height(size) <= room) ?? ladder.at(-1) ?? 28
}

/** Cuts entries into as few runs as fit the room, and evens them out. Every entry is in one run. */
export function flow<Entry>(
  entries: readonly Entry[],
  room: number,
  height: (entry: Entry) => number,
): readonly (readonly Entry[])[] {
  const total = entries.reduce((sum, entry) => sum + height(entry), 0)
  const fewest = fill(entries, room, height).length
  // Runs of even height read better than a full one and a remainder.
  const even = fill(
    entries,
    Math.min(room, total / fewest + Math.max(0, ...entries.map(height)) / 2),
    height,
  )
  return even.length === fewest ? even : fill(entries, room, height)
}

function fill<Entry>(
  entries: readonly Entry[],
  room: number,
  height: (entry: Entry) => number,
): readonly (readonly Entry[])[] {
  const runs: Entry[][] = []
  let left = 0
  for (const entry of entries) {
    const needs = height(entry)
    if (runs.length === 0 || needs > left) {
      runs.push([])
      left = room
    }
    runs.at(-1)?.push(entry)
    left -= needs
  }
  return runs
}
