/** Document order of what has a place. */
import type { Place } from '../model/case.ts'

/** Compares by file in reading order, then line, then column; for `sort`. */
export function byPlace(
  files: readonly string[],
): (a: { readonly place: Place }, b: { readonly place: Place }) => number {
  const order = new Map(files.map((file, index) => [file, index + 1]))
  return ({ place: a }, { place: b }) =>
    (order.get(a.file) ?? 0) - (order.get(b.file) ?? 0) ||
    (a.line ?? 0) - (b.line ?? 0) ||
    (a.column ?? 0) - (b.column ?? 0)
}
