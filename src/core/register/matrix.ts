/** Objectives × success factors: who measures what, and where nobody does. */
import type { Graph } from '../graph/index.ts'
import { itemsLike } from '../graph/items.ts'
import type { Item, Link } from '../model/case.ts'

/** What a cell says; a draft is to be confirmed by the team. */
export type MatrixCell = 'measures' | 'draft'

/** One objective, and a cell for each success factor. */
interface MatrixRow {
  readonly objective: Item
  /** In the order of the columns; absent where there is no link. */
  readonly cells: readonly (MatrixCell | undefined)[]
  /** Set where no success factor measures it. */
  readonly gap?: true
}

/** One success factor. */
interface MatrixColumn {
  readonly factor: Item
  /** Set where it measures no objective. */
  readonly gap?: true
}

/** Rows and columns in document order. */
export interface Matrix {
  readonly rows: readonly MatrixRow[]
  readonly columns: readonly MatrixColumn[]
}

/** The matrix of a case. Without items of one of the kinds it has no rows, or no columns. */
export function matrixOf(graph: Pick<Graph, 'case' | 'kinds'>): Matrix {
  const cells = cellsOf(graph.case.links)
  const factors = itemsLike('success-factor', graph)
  const rows = itemsLike('objective', graph).map((objective) => {
    const own = factors.map(({ key }) => cells.get(`${key} ${objective.key}`))
    return { objective, cells: own, ...(own.every(isBare) ? { gap: true as const } : {}) }
  })
  const columns = factors.map((factor, index) => ({
    factor,
    ...(rows.every((row) => isBare(row.cells[index])) ? { gap: true as const } : {}),
  }))
  return { rows, columns }
}

function isBare(cell: MatrixCell | undefined): boolean {
  return cell === undefined
}

/** `success-factor-1 objective-2` → what the link says; a confirmed one wins over a draft. */
function cellsOf(links: readonly Link[]): ReadonlyMap<string, MatrixCell> {
  const cells = new Map<string, MatrixCell>()
  for (const { from, to, role, draft } of links) {
    const ends = `${from} ${to}`
    if (role === 'measures' && cells.get(ends) !== 'measures')
      cells.set(ends, draft ? 'draft' : 'measures')
  }
  return cells
}
