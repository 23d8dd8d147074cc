/** Two texts side by side: which words are the same, which came, which went. */
import { diffArrays } from 'diff'
import { isMend, type Token, tokensOf } from './typing.ts'

/** A run of words. All runs that are not removed, joined, are the text as it is now. */
export interface DiffRun {
  readonly text: string
  readonly mark: 'same' | 'added' | 'removed'
}

/** Texts with more changed words are told as one taken out and one put in; bounds the time. */
const FARTHEST = 500

/** The runs from one text to the other; `undefined` where a reader sees no other words. */
export function compareWords(before: string, after: string): readonly DiffRun[] | undefined {
  if (before === after) return undefined
  const [from, to] = [tokensOf(before), tokensOf(after)]
  if (isSame(from, to)) return undefined
  const pieces = withMends(piecesOf(from, to))
  if (pieces.every(({ isChange }) => !isChange)) return undefined
  return apart(mergeShortRuns(pieces).flatMap(runsOf))
}

/** Words of the earlier text and the words in their place in the later one. */
interface Piece {
  readonly isChange: boolean
  readonly before: readonly Token[]
  readonly after: readonly Token[]
}

function isSame(from: readonly Token[], to: readonly Token[]): boolean {
  return from.length === to.length && from.every(({ key }, index) => key === to[index]?.key)
}

function piecesOf(from: readonly Token[], to: readonly Token[]): readonly Piece[] {
  const steps = diffArrays(keysOf(from), keysOf(to), { maxEditLength: FARTHEST })
  if (!steps) return [{ isChange: true, before: from, after: to }]
  const pieces: Piece[] = []
  let [left, right] = [0, 0]
  for (const { count, added, removed } of steps) {
    const before = added ? [] : from.slice(left, left + count)
    const after = removed ? [] : to.slice(right, right + count)
    left += before.length
    right += after.length
    pieces.push({ isChange: added || removed, before, after })
  }
  return joined(pieces)
}

function keysOf(tokens: readonly Token[]): string[] {
  return tokens.map(({ key }) => key)
}

/** Slips that were mended are no change. */
function withMends(pieces: readonly Piece[]): readonly Piece[] {
  const isMended = ({ before, after }: Piece): boolean =>
    before.length === after.length &&
    before.every(({ key }, index) => isMend(key, after[index]?.key ?? ''))
  return joined(
    pieces.map((piece) =>
      piece.isChange && isMended(piece) ? { ...piece, isChange: false } : piece,
    ),
  )
}

/** Takes one or two words between longer changes into these: many small marks are hard to read. */
function mergeShortRuns(pieces: readonly Piece[]): readonly Piece[] {
  return joined(
    pieces.map((piece, index) => {
      const [left, right] = [pieces[index - 1], pieces[index + 1]]
      if (piece.isChange || !left || !right || piece.after.length > 2) return piece
      const around = sizeOf(left) + sizeOf(right)
      return around > 2 * piece.after.length + 2 ? { ...piece, isChange: true } : piece
    }),
  )
}

function sizeOf({ before, after }: Piece): number {
  return Math.max(before.length, after.length)
}

/** Joins neighbours that are both changes, or both none. */
function joined(pieces: readonly Piece[]): readonly Piece[] {
  const result: Piece[] = []
  for (const piece of pieces) {
    const last = result.at(-1)
    if (last?.isChange !== piece.isChange) result.push(piece)
    else {
      const before = [...last.before, ...piece.before]
      result.splice(-1, 1, { ...piece, before, after: [...last.after, ...piece.after] })
    }
  }
  return result
}

function runsOf({ isChange, before, after }: Piece): readonly DiffRun[] {
  const [removed, added] = [before, after].map((tokens) => tokens.map(({ text }) => text).join(''))
  if (!isChange) return [{ text: added ?? '', mark: 'same' }]
  return [
    ...(removed ? [{ text: removed, mark: 'removed' } as const] : []),
    ...(added ? [{ text: added, mark: 'added' } as const] : []),
  ]
}

/** Puts a space before words removed at the end, which would touch the text's last word. */
function apart(runs: readonly DiffRun[]): readonly DiffRun[] {
  const [last, end] = runs.slice(-2)
  if (end?.mark !== 'removed' || /\s$/.test(last?.text ?? '')) return runs
  return [...runs.slice(0, -1), { ...end, text: ` ${end.text}` }]
}
