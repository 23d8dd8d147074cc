/** What stands at the end of each line of a chart: its name and its last number, none on another. */
import type { ChartPlan } from '../../core/chart/index.ts'
import { type ChartLabel, INK, LEADING, labels, QUIET, type Room, rules, wrap } from './paper.ts'

/** The words at the end of a line. Lengths are px. */
interface LineEnd {
  readonly at: number
  readonly last: ChartPlan['series'][number]['values'][number]
  /** The row of that value. */
  readonly row: number
  /** The lines of its name; none where the chart has one line alone. */
  readonly lines: readonly string[]
  /** How far behind the start of its name the number stands; 0 where it stands below. */
  readonly behind: number
  readonly height: number
}

/** The ends of all lines, before anyone knows where the lines are. */
export interface LineEnds {
  readonly ends: readonly LineEnd[]
  /** The room for thin lines that lead from ends to their names; 0 where these need none. */
  readonly lead: number
  /** The room that all of it takes on the right. */
  readonly right: number
}

/**
 * Measures the ends of all lines.
 * @param height of the whole picture
 */
export function lineEndsOf(
  { rows, series, scale }: ChartPlan,
  room: Room,
  height: number,
): LineEnds {
  const { width, size, small, measure } = room
  const most = width * (series.length > 1 ? 0.3 : 0.22)
  const ends = series.map(({ name, values }, at): LineEnd => {
    const last = values.findLast((value) => value !== undefined)
    const lines = series.length > 1 ? wrap(name, most, { size, measure, bold: true }) : []
    // The number stands behind a name that leaves room for it, else below.
    const behind = lines.length === 1 ? measure(`${name} `, size, 700) : 0
    const isOneLine = behind > 0 && behind + measure(last?.text ?? '', size, 700) <= most
    return {
      ...{ at, last, lines, row: values.lastIndexOf(last) },
      behind: isOneLine ? behind : 0,
      height: (isOneLine ? 1 : lines.length + 1) * size * LEADING,
    }
  })
  // Close ends push their names apart: thin lines lead from each to its own.
  const perPx = (scale.high - scale.low) / Math.max(1, height - size * 3)
  const lead = crowds(ends, perPx) ? size * 1.3 : 0
  const widths = ends.flatMap(({ last, lines, behind }) =>
    [...lines, last ? last.text : ''].map((line) => behind + measure(line, size, 700)),
  )
  const right = Math.max(measure(rows.at(-1) ?? '', small, 400) / 2, ...widths)
  return { ends, lead, right: right + size * 0.9 + lead }
}

/** Where lines end, by row and by amount, and the bounds within which their names may stand. */
interface EndPlaces {
  readonly place: (row: number) => number
  readonly y: (amount: number) => number
  readonly top: number
  readonly bottom: number
  readonly strokeOf: (series: number) => string
}

/** The names and numbers at the ends of lines; what leads to them stands apart, since it lies below the lines. */
export function endMarks(
  { ends, lead }: LineEnds,
  size: number,
  { place, y, top, bottom, strokeOf }: EndPlaces,
) {
  const placed = apart(
    ends.flatMap(({ last: value, ...end }) =>
      value ? [{ ...end, value, y: y(value.value), from: y(value.value) }] : [],
    ),
    top,
    bottom,
  )
  const leaders = placed.map(({ row, y: y2, from: y1 }) => ({
    ...{ x1: place(row) + size * 0.5, x2: place(row) + size * 0.6 + lead, y1, y2 },
  }))
  const words = placed.flatMap(
    ({ at, value, lines, row, y: middle, height, behind }): readonly ChartLabel[] => {
      const x = place(row) + size * 0.7 + lead
      const above = middle - height / 2
      const name = { text: lines.join('\n'), bold: true, fill: strokeOf(at) }
      const isNamed = lines.length > 0
      return [
        ...(isNamed ? [{ x, y: above, size, line: 'top' as const, ...name }] : []),
        {
          x: x + behind,
          y: behind > 0 ? above : above + lines.length * size * LEADING,
          ...{ text: value.text, size, bold: !isNamed, fill: isNamed ? QUIET : INK, line: 'top' },
        },
      ]
    },
  )
  return {
    leaders: lead > 0 && leaders.length > 0 ? [rules(leaders, QUIET)] : [],
    words: labels(words),
  }
}

/** Whether labels that stand where their lines end would stand on each other; `perPx` of the scale is a px high. */
function crowds(ends: readonly LineEnd[], perPx: number): boolean {
  const sorted = ends
    .flatMap(({ last, height: own }) => (last ? [{ value: last.value, own }] : []))
    .toSorted((a, b) => a.value - b.value)
  return sorted.some(({ value, own }, index) => {
    const next = sorted[index + 1]
    return next !== undefined && (next.value - value) / perPx < (own + next.own) / 2
  })
}

/** Labels, moved so that none stands on another: what is crowded spreads from its middle, within the bounds. */
function apart<Placed extends { readonly y: number; readonly height: number }>(
  placed: readonly Placed[],
  top: number,
  bottom: number,
): readonly Placed[] {
  const heightOf = (group: readonly Placed[]): number =>
    group.reduce((sum, { height }) => sum + height, 0)
  /** The top of a group: its labels lie around the middle of where they would be. */
  const topOf = (group: readonly Placed[]): number => {
    const middle = group.reduce((sum, { y }) => sum + y, 0) / group.length
    const own = heightOf(group)
    return Math.max(top, Math.min(middle - own / 2, bottom - own))
  }
  const groups: Placed[][] = []
  for (const one of placed.toSorted((a, b) => a.y - b.y)) {
    groups.push([one])
    for (;;) {
      const [before, last] = groups.slice(-2)
      if (!before || !last || topOf(before) + heightOf(before) <= topOf(last)) break
      groups.splice(-2, 2, [...before, ...last])
    }
  }
  return groups.flatMap((group) => {
    let above = topOf(group)
    return group.map((one) => {
      const y = above + one.height / 2
      above += one.height
      return { ...one, y }
    })
  })
}
