/** Divides what is too much for one picture. */
import { type Branch, nodesIn } from './branch.ts'
import { columns, type DiagramNode, type Fit } from './shape.ts'

interface Limit {
  /** Boxes in one picture. */
  readonly boxes: number
  /** Boxes in one column. */
  readonly rows: number
}

/**
 * 14 rows of two lines stand below a heading on one sheet of paper, at more than 9 pt, and nobody can
 * read more than 60 boxes; 6 rows fill a slide at 20 px.
 */
export const LIMITS: Readonly<Record<Fit, Limit>> = {
  page: { boxes: 60, rows: 14 },
  slide: { boxes: 18, rows: 6 },
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

function fits(branches: readonly Branch[], { boxes, rows }: Limit): boolean {
  const nodes = nodesIn(branches)
  return nodes.length <= boxes && tallest(nodes) <= rows
}

/** Boxes in the column that has most. */
function tallest(nodes: readonly DiagramNode[]): number {
  const heights = columns.map((column) => nodes.filter((node) => node.column === column).length)
  return Math.max(...heights)
}

/** Parts of even length, so that no picture is left with one box. */
function divide(branch: Branch, limit: Limit): readonly Branch[] {
  if (fits([branch], limit)) return [branch]
  const most = Math.min(limit.rows, limit.boxes - 1)
  const count = Math.ceil(branch.joined.length / most)
  const size = Math.ceil(branch.joined.length / count)
  return Array.from({ length: count }, (_, index) => ({
    ...branch,
    joined: branch.joined.slice(index * size, (index + 1) * size),
  }))
}
