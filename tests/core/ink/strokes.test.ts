/** What is drawn on slides, as strokes of which the latest version counts. */
import { describe, expect, it } from 'vitest'
import {
  changed,
  extended,
  type Ink,
  isFull,
  isTouched,
  MOST_STROKES,
  readStrokes,
  type Stroke,
  strokesOn,
  withStroke,
} from '../../../src/core/ink/strokes.ts'
import { INK_CANVAS, MOST_POINTS } from '../../../src/core/room/messages.ts'

const stroke: Stroke = {
  id: 'stroke-1',
  slide: 'decision-2',
  step: 0,
  tool: 'pen',
  colour: 'accent',
  points: [0, 0, 0, INK_CANVAS.x, INK_CANVAS.y, 100],
  version: 1,
}

const put = (...all: readonly Stroke[]) => all.reduce(withStroke, new Map() as Ink)
const another = (id: string, version = 1): Stroke => ({ ...stroke, id, version })

describe('what is drawn', () => {
  it('of a browser is none where it keeps anything else', () => {
    for (const text of [null, '', 'x', '{}', 'null', '7', '[null, 1, []]'])
      expect(readStrokes(text)).toEqual([])
    const many = JSON.stringify(new Array(MOST_STROKES + 5).fill(stroke))
    expect(readStrokes(many)).toHaveLength(MOST_STROKES)
  })

  it('is as its latest version says, in whatever order they come; erased, it stays erased', () => {
    const [longer, gone] = [{ ...stroke, version: 2 }, changed({ ...stroke, version: 2 }, [])]
    for (const all of [
      [stroke, longer, gone],
      [gone, longer, stroke],
    ])
      expect([...put(...all).values()]).toEqual([gone])
    expect(strokesOn(put(stroke, gone), stroke.slide)).toEqual([])
    expect(strokesOn(put(stroke), stroke.slide)).toEqual([stroke])
    expect(strokesOn(put(stroke), 'decision-3')).toEqual([])
  })

  it('has a limit, within which what is known still changes', () => {
    const full = put(...Array.from({ length: MOST_STROKES }, (_, at) => another(`stroke-${at}`)))
    expect(withStroke(full, another('one-more'))).toBe(full)
    expect(withStroke(full, another('stroke-1', 2)).get('stroke-1')?.version).toBe(2)
  })

  it('grows by points that are apart, and no further than a message holds', () => {
    const start = extended({ ...stroke, points: [] }, [10, 10, 0], 5)
    expect(start.points).toEqual([10, 10, 0])
    expect(extended(start, [12, 10, 0], 5)).toBe(start)
    expect(extended(start, [20, 10, 50], 5).points).toEqual([10, 10, 0, 20, 10, 50])
    const full = { ...stroke, points: new Array(MOST_POINTS * 3).fill(0) }
    expect([isFull(full), isFull(start), extended(full, [500, 500, 0], 5)]).toEqual([
      true,
      false,
      full,
    ])
  })

  it('is touched on its line, between its points too, and not beside it', () => {
    const line = { ...stroke, points: [0, 0, 0, 1000, 0, 0] }
    expect(isTouched(line, [500, 20], 24)).toBe(true)
    expect(isTouched(line, [500, 30], 24)).toBe(false)
    expect(isTouched(line, [1020, 0], 24)).toBe(true)
    expect(isTouched(line, [1030, 0], 24)).toBe(false)
    expect(isTouched({ ...stroke, points: [7, 7, 0] }, [8, 8], 5)).toBe(true)
    expect(isTouched(changed(line, []), [0, 0], 24)).toBe(false)
  })
})
