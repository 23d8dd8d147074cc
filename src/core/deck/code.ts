/** Code on slides: as large as its lines allow, and cut where it has an empty line. */
import { withoutEmoji } from '../text/emoji.ts'
import type { Measure } from '../text/measure.ts'
import { atAnySize, canvas, firstFit, flow, highest } from './canvas.ts'
import { continued, headHeight } from './fit.ts'
import type { Piece } from './piece.ts'
import type { Slide } from './slide.ts'
import { belowHead, withHead } from './type-scale.ts'

const SIZES = [30, 28, 26, 24] as const
/** Where no line has to be broken. */
const LARGE_SIZES = [88, 80, 72, 64, 56, 50, 46, 42, 36, ...SIZES] as const
/** Where one has to be at any size. */
const WRAPPED_SIZES = [40, 36, ...SIZES] as const
const CONTINUED_SIZE = 24
/** Below it nobody reads along. A stretch that is longer than a slide at this size is cut anywhere. */
const SMALLEST_CODE = 20

/** Width of a letter, of the size: a little more than that of any usual font for code. */
const LETTER = 0.61
/** As layouts/figure.css sets it: the height of a line, of the size; padding, px. */
const LEADING = 1.4
const PADDING = { across: 56, down: 48 } as const
const ABOVE = 32
/** Signs that a tab takes, as the style sheet says. */
const TAB = '  '

/** The slides of a block of code. */
export function fitCode(measure: Measure, slide: Slide, code: Code): readonly Slide[] {
  return withHead(measure, slide, (set) => fitBelow(measure, set, code))
}

function fitBelow(measure: Measure, slide: Slide, code: Code): readonly Slide[] {
  const room = canvas.height - headHeight(measure, slide) - ABOVE - PADDING.down
  const fits = (size: number): boolean => codeHeight(code.text, size) <= room
  const isWhole = (size: number): boolean => fits(size) && !wraps(code.text, size)
  const isAlwaysWrapped = wraps(code.text, SIZES[SIZES.length - 1] ?? SMALLEST_CODE)
  const whole =
    belowHead(LARGE_SIZES, slide).find(isWhole) ??
    (isAlwaysWrapped ? WRAPPED_SIZES : SIZES).find(fits)
  if (whole) return [{ ...slide, body: [codePiece(code, code.text, 0)], bodySize: whole }]
  const blocks = code.text.split(RE_EMPTY_LINE)
  const tallest = (size: number): number => highest(blocks.map((block) => codeHeight(block, size)))
  const size = firstFit([CONTINUED_SIZE, 22, SMALLEST_CODE], room, tallest)
  // Every cut but the last is followed by the empty line that it stood at.
  const height = (text: string): number => codeHeight(text, size) + size * LEADING
  const runs = flow(
    blocks.flatMap((block) => cutLines(block, size, room)),
    room + size * LEADING,
    height,
  )
  const bodies = runs.map((run, index) => [codePiece(code, run.join('\n\n'), index)])
  return continued({ ...slide, bodySize: size }, bodies)
}

// Matches the empty lines between two stretches of code.
const RE_EMPTY_LINE = /\n(?:[^\S\n]*\n)+/

interface Code {
  readonly at: string
  readonly text: string
}

/** A stretch of code. No module renders it: its words are the code. */
function codePiece({ at }: Code, text: string, n: number): Piece {
  return { type: 'code', at, n, text }
}

function wraps(text: string, size: number): boolean {
  return text.split('\n').some((line) => lettersIn(line.replaceAll('\t', TAB)) > lettersAt(size))
}

/** Letters of one width; an emoji, of however many signs, takes two. */
function lettersIn(text: string): number {
  const { rest, emoji } = withoutEmoji(text)
  return rest.length + 2 * emoji
}

/** Letters that a line holds. */
function lettersAt(size: number, width: number = canvas.width): number {
  return Math.floor((width - PADDING.across) / (size * LETTER))
}

/** Height of code, px, with long lines wrapped. */
function codeHeight(text: string, size: number): number {
  const lines = text.split('\n').map((line) => line.replaceAll('\t', TAB))
  return atAnySize({ size, width: canvas.width }, ({ size, width }) => {
    const letters = lettersAt(size, width)
    return lines.reduce((sum, line) => sum + rowsOf(line, letters), 0) * size * LEADING
  })
}

/** Rows that a line takes: what is too long for the rest of a row goes to the next, and is cut only if longer than that. */
function rowsOf(line: string, letters: number): number {
  let [rows, used] = [1, 0]
  for (const [part, word = ''] of line.matchAll(/(\S*)\s*/g)) {
    if (used > 0 && used + lettersIn(word) > letters) [rows, used] = [rows + 1, 0]
    used += lettersIn(part)
    // Spaces at the end of a row take none.
    const more = Math.ceil((used - lettersIn(part) + lettersIn(word)) / letters) - 1
    if (more > 0) [rows, used] = [rows + more, used - more * letters]
  }
  return rows
}

/** A stretch that is too long for a slide, in as many as it takes. */
function cutLines(text: string, size: number, room: number): readonly string[] {
  if (codeHeight(text, size) <= room) return [text]
  const runs = flow(text.split('\n'), room, (line) => codeHeight(line, size))
  return runs.map((run) => run.join('\n'))
}
