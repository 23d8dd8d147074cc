/** How much room text takes: the measure, and how a browser would break a paragraph into lines. */
import { remember } from './remember.ts'

export interface Measure {
  /**
   * The width of one unbroken line of text, in px, without letter-spacing.
   * `size` is in px, `weight` a CSS font weight (200 to 800).
   */
  (text: string, size: number, weight: number): number
  /**
   * How many pictures an author's diagram takes on slides with so much height for it, px; where this is absent,
   * one.
   */
  readonly pictures?: (mermaid: string, height: number) => number
}

/** A guess for where no font is at hand: letters half as wide as high. */
export const guessedMeasure: Measure = (text, size) => text.length * size * 0.5

/** How a paragraph is set. */
interface LineStyle {
  /** Font size, px. */
  readonly size: number
  /** CSS font weight. */
  readonly weight: number
  /** Room for a line, px. */
  readonly width: number
  /** Added after every character, px. */
  readonly letterSpacing?: number
}

/**
 * The number of lines that a paragraph takes, filled greedily as a browser does: breaks at spaces
 * and after hyphens and dashes, and within a word that is wider than a line. Blank text takes 0.
 */
export function linesOf(measure: Measure, text: string, style: LineStyle): number {
  const widthOf = widthIn(measure, style)
  const space = widthOf(' ')
  let lines = 0
  let used = 0
  for (const { piece, spaced } of piecesOf(text)) {
    const gap = spaced ? space : 0
    const width = widthOf(piece)
    if (lines > 0 && used + gap + width <= style.width) {
      used += gap + width
      continue
    }
    const broken = breakWord(piece, style.width, widthOf)
    lines += broken.lines
    used = broken.used
  }
  return lines
}

/** Text without a place to break, and whether a space stands before it. */
interface Piece {
  readonly piece: string
  readonly spaced: boolean
}

/** Spaces that collapse and break; a non-breaking space does neither. */
const RE_SPACES = /[ \t\r\n]+/

/** Between `cross-` and `government`, but not in `-5` or `10-12`. */
const RE_AFTER_HYPHEN = /(?<=[\p{L}\p{N}][-‐–—])(?=\p{L})/u

const piecesOf = remember((text): readonly Piece[] => {
  const words = text.split(RE_SPACES).filter((word) => word !== '')
  return words.flatMap((word) =>
    word.split(RE_AFTER_HYPHEN).map((piece, index) => ({ piece, spaced: index === 0 })),
  )
})

function widthIn(measure: Measure, style: LineStyle): (text: string) => number {
  const { size, weight, letterSpacing = 0 } = style
  if (letterSpacing === 0) return (text) => measure(text, size, weight)
  return (text) => measure(text, size, weight) + letterSpacing * [...text].length
}

/** Sets a piece on lines of its own, and says how much of the last one it takes. */
function breakWord(
  piece: string,
  room: number,
  widthOf: (text: string) => number,
): { readonly lines: number; readonly used: number } {
  const whole = widthOf(piece)
  if (whole <= room) return { lines: 1, used: whole }
  let lines = 1
  let used = 0
  for (const letter of piece) {
    const width = widthOf(letter)
    if (used > 0 && used + width > room) {
      lines += 1
      used = 0
    }
    used += width
  }
  return { lines, used }
}
