/** The scale of type on a slide: its headline is the largest text, and grows with the words below it. */

import type { Measure } from '../text/measure.ts'
import { canvas, heightOf, keepsWords } from './canvas.ts'
import type { Slide } from './slide.ts'

/** No words below a headline are larger than so much of it. */
const BELOW_HEAD = 0.93

/** Of headlines above few words, px. */
const LARGE_HEADS = [60, 66, 72, 80, 88, 96] as const

/** What a larger headline may take, px: two lines, or one of the largest. */
const LARGE_HEAD_HEIGHT = 170

/** The sizes of a ladder that words below a slide's headline may have, px. */
export function belowHead(
  ladder: readonly number[],
  { headSize }: Pick<Slide, 'headSize'>,
): readonly number[] {
  return ladder.filter((size) => size <= headSize * BELOW_HEAD)
}

/**
 * Sets a slide below the smallest headline that leaves its words as large as they can be.
 * @param set sets it below its headline as that is, by `belowHead`
 */
export function withHead(
  measure: Measure,
  slide: Slide,
  set: (slide: Slide) => readonly Slide[],
): readonly Slide[] {
  const text = slide.head?.text ?? slide.title
  const of = { width: canvas.width, as: 'head' } as const
  const hasRoom = (size: number): boolean =>
    keepsWords(measure, text, { size, ...of }) &&
    heightOf(measure, text, { size, ...of }) <= LARGE_HEAD_HEIGHT
  const sizeOf = ([first]: readonly Slide[]): number => first?.bodySize ?? 0
  let best = set(slide)
  // What has no room for words as large as they might be gains nothing by a larger headline.
  if (sizeOf(best) < slide.headSize * 0.8) return best
  for (const headSize of LARGE_HEADS.filter((size) => size > slide.headSize && hasRoom(size))) {
    const larger = set({ ...slide, headSize })
    if (larger.length === best.length && sizeOf(larger) > sizeOf(best)) best = larger
  }
  return best
}
