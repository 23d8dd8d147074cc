/** Columns by year, what comes above the line and what goes below it. */
import { type ChartPlan, tickText } from '../../core/chart/index.ts'
import { keyOf, namesAlong } from './names.ts'
import {
  boxes,
  type ChartBar,
  type ChartLabel,
  type DrawnChart,
  INK,
  labels,
  lookOf,
  picture,
  QUIET,
  type Room,
  rules,
  scaleOf,
} from './paper.ts'

/** Draws such columns; the numbers are read from the lines behind, and stand in the table beside. */
export function drawFlows(plan: ChartPlan, room: Room, name: string): DrawnChart {
  const { width, size, small, measure } = room
  const { rows, series, scale, unit } = plan
  const height = room.height ?? Math.min(440, Math.max(280, width * 0.5))
  const ticks = scale.ticks.map((tick) => ({ tick, text: tickText(tick, unit) }))
  const left = Math.max(...ticks.map(({ text }) => measure(text, small, 400))) + size * 0.6
  const [top, bottom] = [size * 2.6, height - size * 2]
  const y = scaleOf([scale.low, scale.high], [bottom, top])
  const pitch = (width - left) / rows.length
  const half = Math.min(pitch * 0.36, size * 1.6)
  const middle = (row: number) => left + pitch * (row + 0.5)
  const bars = rows.flatMap((_, row) => {
    // Above the line and below it, each stands on what is there already.
    const sums = { above: 0, below: 0 }
    return series.flatMap(({ values }, at): readonly ChartBar[] => {
      const { value = 0 } = values[row] ?? {}
      if (value === 0) return []
      const side = value > 0 ? 'above' : 'below'
      const from = sums[side]
      sums[side] += value
      const [y1, y2] = [y(Math.max(from, sums[side])), y(Math.min(from, sums[side]))]
      return [{ x1: middle(row) - half, x2: middle(row) + half, y1, y2, look: lookOf(at) }]
    })
  })
  const names = namesAlong(
    rows.map((text, row) => ({ text, x: middle(row) })),
    { ...room, size: small },
  )
  const along = names.map(({ text, x: at }): ChartLabel => {
    const own = measure(text, small, 400) / 2
    const place = Math.min(width - own, at)
    return {
      ...{ x: place, y: bottom + size * 0.6, text, size: small },
      ...{ fill: QUIET, anchor: 'middle', line: 'top' },
    }
  })
  const beside = ticks.map(
    ({ tick, text }): ChartLabel => ({
      ...{ x: left - size * 0.4, y: y(tick), text, size: small },
      ...{ fill: QUIET, anchor: 'end' },
    }),
  )
  const across = (at: number) => ({ x1: left, x2: width, y1: y(at), y2: y(at) })
  return picture(
    [
      rules(scale.ticks.map(across)),
      ...boxes(bars),
      rules([across(0)], INK, 1.5),
      ...labels([...beside, ...along]),
      ...keyOf(plan, room),
    ],
    { width, height, name },
  )
}
