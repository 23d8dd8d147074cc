/** A line of a source with a place marked below it, as wide as a terminal. */
import type { Place } from '../../core/model/case.ts'
import { cellsOf, type Grapheme, printable } from './width.ts'

/** What is shown, and what stands under it: `^~~~`; no mark where the place has no column. */
interface Excerpt {
  readonly shown: string
  readonly mark?: string
}

/**
 * Cuts a line around a place, with … where something is left out.
 * @param line Without its line break.
 * @param room Columns that the line may take; at least 10.
 */
export function excerpt(line: string, { column, length }: Place, room: number): Excerpt {
  const cells = cellsOf(line.trimEnd())
  const total = endOf(cells.at(-1))
  const marked = column === undefined ? NOTHING : markedIn(cells, line, { column, length })
  const window = windowAround(marked, total, room)
  const visible = cells.filter((cell) => cell.at >= window.from && endOf(cell) <= window.to)
  const [before, after] = [window.from > 0 ? '…' : '', window.to < total ? '…' : '']
  const shown = printable(before + visible.map(({ text }) => text).join('') + after)
  if (column === undefined) return { shown }
  const indent = marked.at - (visible[0]?.at ?? 0) + before.length
  const width = Math.max(1, Math.min(marked.width, window.to - marked.at))
  return { shown, mark: `${' '.repeat(indent)}^${'~'.repeat(width - 1)}` }
}

/** The number of columns before something, and of the thing itself. */
interface MarkedColumns {
  readonly at: number
  readonly width: number
}

const NOTHING: MarkedColumns = { at: 0, width: 0 }

// Matches the word at the start of a text, a bracket, or a run of one sign: "Decision", "(12c)", "##".
const RE_WORD = /^(?:\([^()]*\)|[\p{L}\p{M}\p{N}_]+(?:['’-][\p{L}\p{M}\p{N}_]+)*|(\S)\1*)/u

/**
 * The marked part: as many characters as the place says, else the word there. A place behind the
 * end of the line is one column.
 */
function markedIn(
  cells: readonly Grapheme[],
  line: string,
  { column, length }: { readonly column: number; readonly length: number | undefined },
): MarkedColumns {
  const from = column - 1
  const to = from + Math.max(1, length ?? RE_WORD.exec(line.slice(from))?.[0].length ?? 1)
  const meant = cells.filter((cell) => cell.offset < to && cell.offset + cell.length > from)
  const at = meant[0]?.at ?? endOf(cells.at(-1))
  return { at, width: Math.max(1, endOf(meant.at(-1)) - at) }
}

/** The columns of a line that are shown: all of it, or the marked part with what is around it. */
function windowAround(
  { at, width }: MarkedColumns,
  total: number,
  room: number,
): { readonly from: number; readonly to: number } {
  if (total <= room) return { from: 0, to: Math.max(total, at + width) }
  const inner = room - 2
  const lead = Math.max(0, Math.floor((inner - width) / 2))
  const from = Math.max(0, Math.min(at - lead, total - inner))
  return { from, to: from + inner }
}

function endOf(cell: Grapheme | undefined): number {
  return cell ? cell.at + cell.width : 0
}
