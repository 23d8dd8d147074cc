/** What moves the value of the preferred option most, and what it costs and brings by year, in a few lines. */
import { shortened, tornadoChart } from '../appraisal/charts.ts'
import type { OptionComparison } from '../appraisal/comparison.ts'
import type { ChartPlan, Quantity } from '../chart/index.ts'
import { formatRange } from '../estimates/format.ts'

/** A bar with its words. */
interface SmallBar {
  readonly key: string
  /** `10% to 30% of EST3 no longer arises (EST6)` */
  readonly text: string
  /** The value at both ends: `−£1.2 to £14 million`. */
  readonly told: string
  /** Where it begins and ends, in parts of the width, from 0 to 1. */
  readonly from: number
  readonly to: number
}

/** Both charts, small; each is absent where there is nothing to draw. */
export interface SmallCharts {
  readonly moves?: {
    readonly caption: string
    readonly bars: readonly SmallBar[]
    /** Where the central value lies, from 0 to 1. */
    readonly centre: number
  }
  readonly years?: {
    /** `Undiscounted, by year; highest costs £1.3 million (2027), benefits £3.5 million (2028)` */
    readonly words: string
    /** By year, in parts of the height: above the line, and below it. */
    readonly columns: readonly { readonly above: number; readonly below: number }[]
    /** How high the line lies, from 0 at the top to 1. */
    readonly line: number
  }
}

/** Said where there is no room for them. */
export const NOT_DRAWN =
  'What moves it most, and costs and benefits by year, stand with the figures.'

/** So many bars, and letters beside each. */
const [MOST, LONGEST] = [3, 48]

/** What the two say of this option: at most three bars, the one that moves it most first. */
export function smallChartsOf({ ledger, charts }: OptionComparison): SmallCharts {
  const moves = movesOf(ledger, tornadoChart(ledger, MOST))
  const years = charts.flows && yearsOf(charts.flows)
  return { ...(moves ? { moves } : {}), ...(years ? { years } : {}) }
}

function movesOf(
  { tornado, estimates, basis }: OptionComparison['ledger'],
  plan: ChartPlan | undefined,
): SmallCharts['moves'] {
  if (!plan || plan.rows.length === 0) return undefined
  const bars = tornado.slice(0, plan.rows.length)
  const values = [...bars.flatMap(({ atLow, atHigh }) => [atLow, atHigh]), plan.from ?? 0]
  const [least, most] = [Math.min(...values), Math.max(...values)]
  const at = (value: number) => (most > least ? (value - least) / (most - least) : 0)
  return {
    caption: 'What moves it most, when one number goes from its low to its high end:',
    centre: at(plan.from ?? 0),
    bars: bars.flatMap(({ estimate, input, atLow, atHigh }) => {
      const entry = estimates.find(({ key }) => key === estimate)
      if (!entry) return []
      const isOne = entry.inputs.filter(({ curve }) => curve !== 'fixed').length === 1
      const which = isOne ? '' : `, ${entry.inputs[input]?.text ?? ''}`
      const [low, high] = [Math.min(atLow, atHigh), Math.max(atLow, atHigh)]
      return [
        {
          key: entry.key,
          text: `${shortened(entry.text, LONGEST)} (${entry.id})${which}`,
          told: formatRange(low, high, basis.currency, 2),
          from: at(low),
          to: at(high),
        },
      ]
    }),
  }
}

function yearsOf({ rows, series: [benefits, costs] }: ChartPlan): SmallCharts['years'] {
  const up = (benefits?.values ?? []).map((one) => one?.value ?? 0)
  const down = (costs?.values ?? []).map((one) => one?.value ?? 0)
  // What a disbenefit takes lies below the line too.
  const above = up.map((value, at) => Math.max(0, value) + Math.max(0, down[at] ?? 0))
  const below = up.map((value, at) => -Math.min(0, value) - Math.min(0, down[at] ?? 0))
  const [highest, lowest] = [Math.max(0, ...above), Math.max(0, ...below)]
  const span = highest + lowest
  if (span === 0) return undefined
  const told = [
    mostOf('costs', costs?.values ?? [], rows, -1),
    mostOf('benefits', benefits?.values ?? [], rows, 1),
  ].filter(Boolean)
  return {
    words: `Undiscounted, by year; highest ${told.join(', ')}`,
    columns: above.map((one, at) => ({ above: one / span, below: (below[at] ?? 0) / span })),
    line: highest / span,
  }
}

/** `costs £1.3 million (2027)`; `''` where there are none. */
function mostOf(
  words: string,
  values: readonly (Quantity | undefined)[],
  rows: readonly string[],
  sign: 1 | -1,
): string {
  const sizes = values.map((one) => (one?.value ?? 0) * sign)
  const most = Math.max(0, ...sizes)
  const at = sizes.indexOf(most)
  return most > 0 ? `${words} ${values[at]?.text.replace(/^−/, '')} (${rows[at]})` : ''
}
