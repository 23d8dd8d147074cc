/** Lines of a text: where they are, and all of them as one. */

/** The index of each line's first character. */
export function lineStarts(text: string): readonly number[] {
  return [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map((end) => end.index + end[0].length)]
}

/** The 0-based line in which an index lies. */
export function lineAt(starts: readonly number[], index: number): number {
  return lastAt(starts, index, (start) => start)
}

/** The index of the last entry that starts at or before an index, by halves; 0 where none does. */
export function lastAt<Entry>(
  entries: readonly Entry[],
  index: number,
  startOf: (entry: Entry) => number,
): number {
  let low = 0
  let high = entries.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (startOf(entries[middle] as Entry) <= index)
      low = middle // within its bounds
    else high = middle - 1
  }
  return low
}

/** Its lines as one, with a space for each break and the spaces around it. */
export function oneLineOf(text: string): string {
  // A pattern such as /\s*\n\s*/ would look from each of many spaces at all that follow.
  const [first = '', ...rest] = text.split('\n')
  const last = rest.pop()
  if (last === undefined) return text
  const between = rest.map((line) => line.trim()).filter((line) => line !== '')
  return [first.trimEnd(), ...between, last.trimStart()].join(' ')
}
