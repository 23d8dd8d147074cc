/** Draws charts from their plans: static SVG in the colours of the page that it stands on. */
import { type ChartPlan, chartInWords } from '../../core/chart/index.ts'
import type { Measure } from '../../core/text/measure.ts'
import { drawColumns } from './columns.ts'
import { drawFlows } from './flows.ts'
import { drawLines } from './lines.ts'
import type { DrawnChart, Room } from './paper.ts'
import { drawRows } from './rows.ts'

export type { DrawnChart } from './paper.ts'

/** Where a chart stands; on a slide there is so much height for it, px; `upright` is one higher than wide. */
export type ChartPlace = 'phone' | 'page' | 'upright' | { readonly height: number }

/** A page of 288 px is one on a phone of 320; wider ones of up to 560 px show it larger. */
const PHONE = { width: 288, size: 15, small: 14 }
const PAGE = { width: 704, size: 17, small: 15.5 }
const SLIDE = 1032

/** Of letters on a slide, px: none is smaller than 20. An upright canvas is shown smaller, with more height. */
const SIZES = [26, 24, 22, 20]
const UPRIGHT = { height: 940, sizes: [40, 36, 32, 28] }

/** Draws a plan for a place. */
export function drawChart(plan: ChartPlan, place: ChartPlace, measure: Measure): DrawnChart {
  const name = chartInWords(plan)
  if (place === 'phone') return drawIn(plan, { ...PHONE, measure }, name)
  if (place === 'page') return drawIn(plan, { ...PAGE, measure }, name)
  const { height, sizes } = place === 'upright' ? UPRIGHT : { ...place, sizes: SIZES }
  const draw = (size: number, tight: Pick<Room, 'isTight' | 'isStacked'> = {}) => {
    const small = Math.max(20, size * 0.88)
    return drawIn(plan, { width: SLIDE, height, size, small, measure, ...tight }, name)
  }
  // Where it is too high, smaller letters come first; what is still too high is scaled.
  const fits = (drawn: DrawnChart) => drawn.height <= height && !drawn.isTooWide
  for (const size of sizes.slice(0, -1)) {
    const drawn = draw(size)
    if (fits(drawn)) return drawn
  }
  const last = draw(sizes.at(-1) ?? 20, { isTight: true })
  if (!last.isTooWide) return last
  // Where words need all of the width, names stand above their rows.
  const stacked = sizes.map((size) => draw(size, { isTight: true, isStacked: true }))
  return stacked.find(fits) ?? stacked.at(-1) ?? last
}

function drawIn(plan: ChartPlan, room: Room, name: string): DrawnChart {
  if (plan.form === 'flows') return drawFlows(plan, room, name)
  if (plan.form === 'lines') return drawLines(plan, room, name)
  const columns = plan.form === 'columns' ? drawColumns(plan, room, name) : undefined
  return columns ?? drawRows(plan, room, name)
}
