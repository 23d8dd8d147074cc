/** Words fit their field, also in the font that stands in for ours. */
import { describe, expect, it } from 'vitest'
import { sizeOf } from '../../../src/node/export/deck/fit.ts'
import { layoutOf } from '../../../src/node/export/deck/layouts.ts'
import { placePictures } from '../../../src/node/export/deck/place.ts'
import { plain } from '../../../src/node/export/text.ts'
import { fontMeasure } from '../../../src/node/read/measure.ts'
import { inThread } from '../../store.ts'

const measure = fontMeasure(inThread)
const { body, title } = layoutOf('text').fields
if (!body) throw new Error('Expected a field for text')
const words = (n: number) => [plain('Words that go on. '.repeat(n))]

describe('the size of words', () => {
  it('is the one of the layout where they fit, and no larger than the deck has it', () => {
    expect(sizeOf(measure, words(1), { field: body })).toBe(body.size)
    expect(sizeOf(measure, words(1), { field: body, most: 28 })).toBe(28)
  })

  it('shrinks with more words, to a smallest one', () => {
    const sizes = [1, 25, 60, 900].map((n) => sizeOf(measure, words(n), { field: body }))
    expect(sizes).toEqual(sizes.toSorted((one, other) => other - one))
    expect(new Set(sizes).size).toBe(4)
    expect(sizes.at(-1)).toBe(18)
  })

  it('leaves room for a wider font', () => {
    // As wide as the field in our font: in another one it would break.
    let line = 'Why'
    while (measure(line, title.size, 700) * 0.98 < title.w) line += ' i'
    const long = [plain(`${line} ${line}`)]
    expect(sizeOf(measure, long, { field: { ...title, h: 125 } })).toBeLessThan(title.size)
  })
})

describe('pictures', () => {
  const stage = { x: 100, y: 50, w: 400, h: 200 }

  it('keep their proportions, and stay on the stage', () => {
    expect(placePictures([{ width: 800, height: 100 }], stage)).toEqual([
      { x: 100, y: 125, w: 400, h: 50 },
    ])
    for (const box of placePictures(
      [
        { width: 10, height: 900 },
        { width: 900, height: 900 },
      ],
      stage,
    )) {
      expect(box.x).toBeGreaterThanOrEqual(stage.x)
      expect(box.x + box.w).toBeLessThanOrEqual(stage.x + stage.w)
      expect(box.h).toBeLessThanOrEqual(stage.h)
    }
  })

  it('are not blown up until they are coarse', () => {
    expect(placePictures([{ width: 20, height: 10 }], stage)[0]?.w).toBe(32)
  })
})
