/** Draws charts from their plans: static SVG in the colours of the page that it stands on. */
import { type ChartPlan, chartInWords } from '../../core/chart/index.ts'
import type { Measure } from '../../core/text/measure.ts'
import type { DrawnChart, Room } from './paper.ts'
import { drawRows } from './rows.ts'
import { drawColumns, drawLines } from './upright.ts'

export type { DrawnChart } from './paper.ts'

/** Where a chart stands. */
export type ChartPlace = 'phone' | 'page' | 'slide'

/** Width, height and size of letters, px. A phone of 320 px has letters of 14 px. */
const ROOMS: Readonly<Record<ChartPlace, Omit<Room, 'measure'>>> = {
  phone: { width: 288, size: 15 },
  page: { width: 704, size: 17 },
  slide: { width: 1032, height: 400, size: 24 },
}

/** Draws a plan for a place. */
export function drawChart(plan: ChartPlan, place: ChartPlace, measure: Measure): DrawnChart {
  const name = chartInWords(plan)
  const rooms = sizesOf(ROOMS[place]).map((room) => ({ ...room, measure }))
  const drawings = rooms.map((room) => () => drawIn(plan, room, name))
  const most = ROOMS[place].height
  // Where it is too high, smaller letters come first; what is still too high is scaled.
  for (const draw of drawings.slice(0, -1)) {
    const drawn = draw()
    if (most === undefined || drawn.height <= most) return drawn
  }
  return (drawings.at(-1) as () => DrawnChart)() // there is one
}

function drawIn(plan: ChartPlan, room: Room, name: string): DrawnChart {
  if (plan.form === 'lines') return drawLines(plan, room, name)
  const columns = plan.form === 'columns' ? drawColumns(plan, room, name) : undefined
  return columns ?? drawRows(plan, room, name)
}

function sizesOf(room: Omit<Room, 'measure'>): readonly Omit<Room, 'measure'>[] {
  if (room.height === undefined) return [room]
  return [room.size, room.size - 2, room.size - 4].map((size) => ({ ...room, size }))
}
