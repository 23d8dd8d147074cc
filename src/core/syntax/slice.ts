/** Parts of a text by line and column, as the Markdown engine counts them. */
import type { Point } from './tree.ts'

/** Gives the text between two places. It looks for the lines when it is first asked. */
export function slicerOf(written: string): (start: Point, end: Point) => string {
  // The engine does not count a byte order mark.
  const text = written.replace(/^\uFEFF/, '')
  let starts: readonly number[] | undefined
  const offsetOf = ({ line, column }: Point): number => {
    starts ??= [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map((end) => end.index + end[0].length)]
    return (starts[line - 1] ?? text.length) + column - 1
  }
  return (start, end) => text.slice(offsetOf(start), offsetOf(end))
}
