/** Sizes at which words fit their field, with room for the font that stands in for ours. */
import { heightOf, type TypeName, type } from '../../../core/deck/canvas.ts'
import type { Measure } from '../../../core/text/measure.ts'
import { type Paragraph, wordsOf } from '../text.ts'
import type { LayoutField } from './layouts.ts'

/** px. What is longer than the smallest of these fits is shrunk by the program that opens it. */
const LADDER = [
  112, 104, 96, 88, 86, 80, 72, 66, 60, 54, 48, 44, 40, 36, 34, 32, 30, 28, 26, 24, 22, 20, 18,
]

/** Arial is so much wider, and its lines so much higher. */
const WIDER = 1.08
const HIGHER = 1.1

/** The size of words in a list, as a part of those around it, by how deep they stand. */
export const DEEPER = 0.85
/** Between paragraphs, of the size. */
const BETWEEN = 0.5

/** The largest size up to `most` at which paragraphs fit their field, px. */
export function sizeOf(
  measure: Measure,
  paragraphs: readonly Paragraph[],
  { field, most = field.size }: { readonly field: LayoutField; readonly most?: number | undefined },
): number {
  const as: TypeName = field.bold ? 'statement' : 'body'
  const height = (size: number): number =>
    paragraphs.reduce((sum, { runs, level }) => {
      const scale = Math.max(1, ...runs.map((run) => run.scale ?? 1))
      // A large figure was made to fit its line.
      if (scale > 1) return sum + size * (scale * type[as].leading + BETWEEN)
      const own = size * (level > 0 ? DEEPER : 1)
      const width = (field.w - (field.hang ?? 0) - level * size) / WIDER
      return sum + heightOf(measure, wordsOf(runs), { size: own, width, as }) + size * BETWEEN
    }, -size * BETWEEN)
  const [largest = 0] = LADDER
  const ladder = field.size > largest ? [field.size, ...LADDER] : LADDER
  const sizes = ladder.filter((size) => size <= most)
  return sizes.find((size) => height(size) * HIGHER <= field.h) ?? LADDER.at(-1) ?? 18
}
