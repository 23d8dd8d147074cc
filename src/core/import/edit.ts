/** Changes to a text that can say where in the first text they stand. */

/** Replaces what stands from `start` to `end` (0-based offsets, `end` not included). */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
  /** What the change alone does not say. */
  readonly note?: string
  /** Set where it belongs to another edit, which says it all. */
  readonly quiet?: true
}

/** One change as told to the author. */
export interface Mend {
  /** 1-based, in the file as it was read. */
  readonly line: number
  readonly column: number
  /** As written; `''` for what was added. */
  readonly found: string
  /** What stands there now; `''` for what was taken out. */
  readonly made: string
  readonly note?: string
}

/** A text on its way, with everything done to it so far. */
export interface Draft {
  readonly source: string
  readonly text: string
  /**
   * Offset in `text` → offset in `source`. Inside what an edit put there, it is where the replaced
   * words start, or with `isEnd` where they end.
   */
  readonly back: (offset: number, isEnd?: boolean) => number
  readonly mends: readonly Mend[]
}

/** A text to which nothing has been done. */
export function draftOf(source: string): Draft {
  return { source, text: source, back: (offset) => offset, mends: [] }
}

/** The draft with edits applied, in the order of the text; one that starts inside another is left out. */
export function edited(draft: Draft, edits: readonly Edit[]): Draft {
  if (edits.length === 0) return draft
  const used = withoutOverlaps(edits)
  const pieces: string[] = []
  const starts: { readonly to: number; readonly from: number }[] = [{ to: 0, from: 0 }]
  let done = 0
  let length = 0
  for (const { start, end, text } of used) {
    pieces.push(draft.text.slice(done, start), text)
    length += start - done
    starts.push({ to: length, from: start })
    length += text.length
    starts.push({ to: length, from: end })
    done = end
  }
  pieces.push(draft.text.slice(done))
  const isMade = (index: number): boolean => index % 2 === 1
  const back = (offset: number, isEnd = false): number => {
    const index = lastAt(starts, offset)
    const { to, from } = starts[index] ?? { to: 0, from: 0 }
    if (!isMade(index)) return draft.back(from + offset - to, isEnd)
    return draft.back(isEnd && offset > to ? (starts[index + 1]?.from ?? from) : from, isEnd)
  }
  const mends = used.flatMap((edit) => (edit.quiet ? [] : [mendOf(draft, edit)]))
  return { source: draft.source, text: pieces.join(''), back, mends: [...draft.mends, ...mends] }
}

function withoutOverlaps(edits: readonly Edit[]): readonly Edit[] {
  const sorted = edits.toSorted((a, b) => a.start - b.start || b.end - a.end)
  const used: Edit[] = []
  for (const edit of sorted) {
    if (edit.start >= (used.at(-1)?.end ?? 0)) used.push(edit)
  }
  return used
}

/** Index of the last start at or before an offset. */
function lastAt(starts: readonly { readonly to: number }[], offset: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((starts[middle]?.to ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}

function mendOf(draft: Draft, { start, end, text, note }: Edit): Mend {
  const from = draft.back(start)
  const before = draft.source.slice(0, from)
  const lineStart = before.lastIndexOf('\n') + 1
  return {
    line: before.split('\n').length,
    column: before.length - lineStart + 1,
    found: draft.source.slice(from, draft.back(end, true)),
    made: text,
    ...(note === undefined ? {} : { note }),
  }
}
