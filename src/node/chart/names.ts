/** The names of series and of times, where charts have room for them. */
import type { ChartPlan } from '../../core/chart/index.ts'
import { boxes, labels, lookOf, type Room } from './paper.ts'

/** The names of series beside their marks, in one line. */
export function keyOf({ series }: ChartPlan, { size, small, measure }: Room) {
  let x = 0
  const placed = series.map(({ name }, at) => {
    const own = x
    x += measure(name, small, 400) + size * 2.4
    return { name, at, x: own }
  })
  const y = size * 0.75
  return [
    ...boxes(
      placed.map((one) => ({
        x1: one.x,
        x2: one.x + size * 0.85,
        y1: y - size * 0.42,
        y2: y + size * 0.42,
        look: lookOf(one.at),
      })),
    ),
    ...labels(placed.map((one) => ({ x: one.x + size * 1.15, y, text: one.name, size: small }))),
  ]
}

interface NameAt {
  readonly text: string
  readonly x: number
}

/** As many names as have room, evenly chosen, the last one among them. */
export function namesAlong(
  names: readonly NameAt[],
  { size, measure, width }: Room,
): readonly NameAt[] {
  const widest = Math.max(...names.map(({ text }) => measure(text, size, 400))) + size * 0.9
  const [first, last] = [names[0], names.at(-1)]
  const span = (last?.x ?? width) - (first?.x ?? 0)
  const every = Math.max(1, Math.ceil((widest * (names.length - 1)) / Math.max(1, span)))
  return names.filter((_, index) => (names.length - 1 - index) % every === 0)
}
