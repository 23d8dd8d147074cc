/** List entries that are longer than a slide, cut between sentences and between nested entries. */
import type { Piece } from './piece.ts'

/**
 * Cuts every entry that is higher than the room, so that what it says can flow onto several slides.
 * Its mark stays with the first part. What can't be cut stays whole, and the browser reports it.
 */
export function cutLong(
  entries: readonly Piece[],
  room: number,
  height: (entry: Piece) => number,
): readonly Piece[] {
  return entries.flatMap((entry) => {
    if (height(entry) <= room || !entry.parts) return [entry]
    const own = entry.parts.filter(({ nested }) => !nested)
    const nested = entry.parts.filter(({ nested }) => nested)
    const cuts = runs(own, (run) => height(joined(entry, run)) <= room).map((run, index) => {
      const { item, number, ...rest } = joined(entry, run)
      if (index > 0) return rest
      return {
        ...rest,
        ...(item === undefined ? {} : { item }),
        ...(number === undefined ? {} : { number }),
      }
    })
    return [...cuts, ...cutLong(nested, room, height)]
  })
}

/** As few runs of sentences as fit; a sentence that fits nowhere has a run of its own. */
function runs(
  parts: readonly Piece[],
  fits: (run: readonly Piece[]) => boolean,
): readonly (readonly Piece[])[] {
  const runs: Piece[][] = []
  for (const part of parts) {
    const last = runs.at(-1)
    if (last && fits([...last, part])) last.push(part)
    else runs.push([part])
  }
  return runs
}

function joined(entry: Piece, parts: readonly Piece[]): Piece {
  return { ...entry, parts, cut: true, text: parts.map(({ text }) => text).join(' ') }
}
