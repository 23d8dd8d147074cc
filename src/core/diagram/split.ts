/** Divides what is too much for one picture. */
import { type Branch, edgesIn, nodesIn } from './branch.ts'
import type { BoxWidth } from './mermaid.ts'
import {
  columns,
  type DiagramColumn,
  type DiagramEdge,
  type DiagramNode,
  type Fit,
  SLIDE_ROOM,
} from './shape.ts'

/** What one picture holds. */
export interface Limit {
  /** Boxes in one picture. */
  readonly boxes: number
  /** Boxes in one column. */
  readonly rows: number
  /** Boxes in one column where several pictures say more: with fewer, nobody sees what belongs together. */
  readonly fewest: number
  /** Places where lines cross: where there are more, no eye follows one. */
  readonly crossings: number
  /** How wide boxes may be: as a rule, and where that says more or leaves the whole larger. */
  readonly widths: readonly [BoxWidth, ...BoxWidth[]]
  /** The room in which the whole is scaled, px; a page has any height. */
  readonly room?: { readonly width: number; readonly height: number }
}

/**
 * 14 rows of two lines stand below a heading on one sheet of paper, at more than 9 pt, and nobody can
 * read more than 60 boxes; 6 rows fill a slide at 20 px.
 */
export const LIMITS: Readonly<Record<Fit, Limit>> = {
  page: { boxes: 60, rows: 14, fewest: 7, crossings: 32, widths: ['usual', 'uneven'] },
  slide: {
    ...{
      boxes: 18,
      rows: 6,
      fewest: 3,
      crossings: 16,
      widths: ['usual', 'wide', 'uneven', 'close', 'narrow'],
    },
    room: { width: SLIDE_ROOM.width, height: 440 },
  },
}

/** The same picture on a canvas that is higher than wide: it is shown smaller, and has more height. */
export const UPRIGHT: Limit = {
  ...LIMITS.slide,
  ...{ rows: 8, widths: ['narrow', 'close', 'usual', 'uneven', 'below'] },
  room: { width: SLIDE_ROOM.width, height: 940 },
}

/**
 * Runs of branches, in order, each within the limit. A branch that alone is over it is divided, and
 * its own box then stands in each part.
 */
export function splitBranches(
  branches: readonly Branch[],
  limit: Limit,
): readonly (readonly Branch[])[] {
  const fewest = fill(branches, limit)
  if (fewest.length === 1) return fewest
  // As few pictures as can be, each as short as that allows: no last one with a single box. The
  // tallest column divided evenly is as low as it can go.
  for (
    let rows = Math.ceil(tallest(nodesIn(branches)) / fewest.length);
    rows < limit.rows;
    rows += 1
  ) {
    const even = fill(branches, { ...limit, rows })
    if (even.length === fewest.length) return even
  }
  return fewest
}

function fill(branches: readonly Branch[], limit: Limit): readonly (readonly Branch[])[] {
  const parts: Branch[][] = []
  for (const branch of branches.flatMap((whole) => divide(whole, limit))) {
    const last = parts.at(-1)
    if (last && fits([...last, branch], limit)) last.push(branch)
    else parts.push([branch])
  }
  return parts
}

function fits(branches: readonly Branch[], limit: Limit): boolean {
  const nodes = nodesIn(branches)
  return (
    nodes.length <= limit.boxes &&
    tallest(nodes) <= limit.rows &&
    columnsOf(branches).length <= MOST_COLUMNS &&
    crossings(nodes, edgesIn(branches)) <= limit.crossings
  )
}

/** As many fill a slide and a sheet of paper; with three, words are too small to read. */
const MOST_COLUMNS = 2

function columnsOf(branches: readonly Branch[]): readonly DiagramColumn[] {
  const nodes = nodesIn(branches)
  return columns.filter((column) => nodes.some((node) => node.column === column))
}

/** How often two lines cross, if each column keeps the order of its boxes. */
export function crossings(nodes: readonly DiagramNode[], edges: readonly DiagramEdge[]): number {
  const places = new Map(nodes.map(({ key }, index) => [key, index]))
  const ends = edges.map(({ from, to }) => [places.get(to) ?? 0, places.get(from) ?? 0] as const)
  return ends.reduce((sum, [left, right], index) => {
    const later = ends.slice(index + 1)
    return sum + later.filter(([a, b]) => (left - a) * (right - b) < 0).length
  }, 0)
}

/** Boxes in the column that has most. */
function tallest(nodes: readonly DiagramNode[]): number {
  const heights = columns.map((column) => nodes.filter((node) => node.column === column).length)
  return Math.max(...heights)
}

/** By column where boxes stand on both sides of it; else parts of even length, so that none is left with one box. */
function divide(branch: Branch, limit: Limit): readonly Branch[] {
  if (fits([branch], limit)) return [branch]
  const sides = Map.groupBy(branch.joined, ({ node }) => node.column)
  if (sides.size >= MOST_COLUMNS) {
    return [...sides.values()].flatMap((joined) => divide({ ...branch, joined }, limit))
  }
  const most = Math.min(limit.rows, limit.boxes - 1)
  const count = Math.ceil(branch.joined.length / most)
  const size = Math.ceil(branch.joined.length / count)
  return Array.from({ length: count }, (_, index) => ({
    ...branch,
    joined: branch.joined.slice(index * size, (index + 1) * size),
  }))
}
