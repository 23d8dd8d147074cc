/** What a cut is, and what it takes to make one. */
import type { Readers } from '../model/audience.ts'
import type { Place } from '../model/case.ts'
import type { Source } from '../model/source.ts'
import type { Node, Point } from '../syntax/tree.ts'
import { lineStarts } from '../text/lines.ts'

/** A part of the text, as offsets, and what takes its place. */
export interface Cut {
  readonly start: number
  readonly end: number
  readonly instead: string
  readonly place: Place
  /** Absent where only the sign that says "internal" is cut, and the words stay. */
  readonly why?: 'internal' | 'withdrawn' | 'private'
}

/** A file, for whom it is read, and where its lines begin. */
export interface Cutter {
  readonly tree: Node
  readonly source: Source
  readonly readers: Readers
  readonly offsetOf: (point: Point) => number
}

export function placeOf({ line, column }: Point, { file }: Source): Place {
  return { file, line, column }
}

/** Where a place of a tree stands in its text. */
export function offsetsIn(text: string): (point: Point) => number {
  const lines = lineStarts(text)
  return ({ line, column }) => (lines[line - 1] ?? 0) + column - 1
}
