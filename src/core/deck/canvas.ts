/** The slide canvas and how much of it text takes. All lengths in px on 1280×720. */
import { linesOf, type Measure } from '../text/measure.ts'

/** Between the margins; _slides/slide.css sets the same. */
export const canvas = { width: 1032, height: 540 } as const

/**
 * Text as large as the audience may set it, and what then gives way: the margins shrink, and lines
 * stand closer. _slides/slide.css sets the same.
 */
export const larger = { text: 1.2, width: 1088, height: 612, leading: 0.95 } as const

/** How each kind of text is set. */
export const type = {
  head: { weight: 750, leading: 1.1, spacing: -0.02 },
  statement: { weight: 700, leading: 1.18, spacing: -0.02 },
  body: { weight: 400, leading: 1.28, spacing: 0 },
  columns: { weight: 700, leading: 1.28, spacing: 0 },
} as const

/** The name of a setting of type. */
export type TypeName = keyof typeof type

/** How a paragraph is set: size and width in px. */
interface ParagraphSetting {
  readonly size: number
  readonly width: number
  readonly as: TypeName
}

/**
 * Height of one paragraph, so that it fits with larger text too: that takes more lines, of which a
 * px is a smaller part of the canvas.
 */
export function heightOf(measure: Measure, text: string, set: ParagraphSetting): number {
  const height = ({ size, width }: Pick<ParagraphSetting, 'size' | 'width'>): number =>
    plainHeight(measure, text, { ...set, size, width })
  return atAnySize(set, height, larger.leading)
}

/**
 * What takes more of the canvas: text as it is, or larger.
 * @param closer by how much lines of larger text stand closer
 */
export function atAnySize(
  { size, width }: Pick<ParagraphSetting, 'size' | 'width'>,
  height: (set: Pick<ParagraphSetting, 'size' | 'width'>) => number,
  closer = 1,
): number {
  const wide = (width * larger.width) / canvas.width
  const grown = height({ size: size * larger.text, width: wide }) * closer
  return Math.max(height({ size, width }), (grown * canvas.height) / larger.height)
}

/** Whether no word is wider than a line, with larger text too. */
export function keepsWords(measure: Measure, text: string, set: ParagraphSetting): boolean {
  const { size, width, as } = set
  const { weight, spacing } = type[as]
  const grown = size * larger.text
  const wide = (width * larger.width) / canvas.width
  return text
    .split(RE_BREAKS)
    .every((word) => measure(word, grown, weight) + spacing * grown * word.length <= wide)
}

/** Where a line may end: at spaces, and between the letters of scripts that have none. */
const RE_BREAKS =
  /\s+|(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/u

/** Height of one paragraph of a drawing, whose words do not grow with larger text. */
export function plainHeight(
  measure: Measure,
  text: string,
  { size, width, as }: ParagraphSetting,
): number {
  const { weight, leading, spacing } = type[as]
  const style = { size, weight, width, letterSpacing: spacing * size }
  return linesOf(measure, text, style) * size * leading
}

/** The first size of a ladder at which a height fits the room; the last one where none does. */
export function firstFit(
  ladder: readonly number[],
  room: number,
  height: (size: number) => number,
): number {
  return ladder.find((size) => height(size) <= room) ?? ladder.at(-1) ?? 28
}

/** Cuts entries into as few runs as fit the room, and evens them out. Every entry is in one run. */
export function flow<Entry>(
  entries: readonly Entry[],
  room: number,
  measured: (entry: Entry) => number,
): readonly (readonly Entry[])[] {
  const height = memoised(measured)
  const heights = entries.map(height)
  const total = sum(heights)
  const fewest = fill(entries, room, height).length
  // Runs of even height read better than a full one and a remainder.
  const even = fill(entries, Math.min(room, total / fewest + highest(heights) / 2), height)
  return even.length === fewest ? even : fill(entries, room, height)
}

/** All of them together; 0 of none. */
export function sum(lengths: readonly number[]): number {
  return lengths.reduce((all, length) => all + length, 0)
}

/** The highest of very many, which no call could take as its arguments; 0 of none. */
export function highest(heights: readonly number[]): number {
  return heights.reduce((most, one) => Math.max(most, one), 0)
}

/** A function that makes each value once. */
export function memoised<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new Map<Key, Value>()
  return (key) => {
    const known = made.get(key) ?? make(key)
    made.set(key, known)
    return known
  }
}

function fill<Entry>(
  entries: readonly Entry[],
  room: number,
  height: (entry: Entry) => number,
): readonly (readonly Entry[])[] {
  const runs: Entry[][] = []
  let left = 0
  for (const entry of entries) {
    const needs = height(entry)
    if (runs.length === 0 || needs > left) {
      runs.push([])
      left = room
    }
    runs.at(-1)?.push(entry)
    left -= needs
  }
  return runs
}
