/** A text with the edits made to it, each of which knows its place in the original text. */
import { lastAt } from '../text/lines.ts'

/** Replaces the text from `start` to `end` (0-based offsets, `end` excluded). */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
  /** An explanation for the author, where the change does not explain itself. */
  readonly note?: string
  /** Set where the author is not told, because another edit tells it. */
  readonly quiet?: true
}

/** One change, as it is reported to the author. */
export interface Mend {
  /** 1-based line in the original file. */
  readonly line: number
  readonly column: number
  /** The original text; `''` where something was added. */
  readonly found: string
  /** The new text; `''` where something was taken out. */
  readonly made: string
  readonly note?: string
}

/** A text that is being imported, with all changes made so far. */
export interface ImportDraft {
  readonly source: string
  readonly text: string
  /**
   * Offset in `text` → offset in `source`. Inside inserted text, it is the start of the replaced
   * words, or with `isEnd` their end.
   */
  readonly sourceOffset: (offset: number, isEnd?: boolean) => number
  readonly mends: readonly Mend[]
}

/** A draft without any edits. */
export function newDraft(source: string): ImportDraft {
  return { source, text: source, sourceOffset: (offset) => offset, mends: [] }
}

/** Applies edits in the order of the text. Ignores an edit that starts inside another one. */
export function applyEdits(draft: ImportDraft, edits: readonly Edit[]): ImportDraft {
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
  const sourceOffset = (offset: number, isEnd = false): number => {
    const index = lastAt(starts, offset, ({ to }) => to)
    const { to, from } = starts[index] ?? { to: 0, from: 0 }
    if (!isMade(index)) return draft.sourceOffset(from + offset - to, isEnd)
    return draft.sourceOffset(
      isEnd && offset > to ? (starts[index + 1]?.from ?? from) : from,
      isEnd,
    )
  }
  const mends = used.flatMap((edit) => (edit.quiet ? [] : [mendOf(draft, edit)]))
  return {
    source: draft.source,
    text: pieces.join(''),
    sourceOffset,
    mends: [...draft.mends, ...mends],
  }
}

function withoutOverlaps(edits: readonly Edit[]): readonly Edit[] {
  const sorted = edits.toSorted((a, b) => a.start - b.start || b.end - a.end)
  const used: Edit[] = []
  for (const edit of sorted) {
    if (edit.start >= (used.at(-1)?.end ?? 0)) used.push(edit)
  }
  return used
}

function mendOf(draft: ImportDraft, { start, end, text, note }: Edit): Mend {
  const from = draft.sourceOffset(start)
  const before = draft.source.slice(0, from)
  const lineStart = before.lastIndexOf('\n') + 1
  return {
    line: before.split('\n').length,
    column: before.length - lineStart + 1,
    found: draft.source.slice(from, draft.sourceOffset(end, true)),
    made: text,
    ...(note === undefined ? {} : { note }),
  }
}
