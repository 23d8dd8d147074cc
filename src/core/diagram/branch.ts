/** Boxes with what hangs on them: the one shape from which picture and nested list are made. */
import type { Item, Link } from '../model/case.ts'
import { boxText } from './label.ts'
import {
  columns,
  type DiagramColumn,
  type DiagramEdge,
  type DiagramNode,
  type OutlineEntry,
} from './shape.ts'

/** A box, and the boxes joined to it. Without a box: what is joined to nothing. */
export interface Branch {
  readonly leaf?: Leaf
  readonly joined: readonly Joined[]
}

/** A box and its words in full. */
export interface Leaf {
  readonly node: DiagramNode
  readonly text: string
}

/** A box at the other end of a line; no line: it stands alone. */
export interface Joined extends Leaf {
  readonly edge?: DiagramEdge
}

/** The box of an item. */
export function leafOf({ key, id, kind, text }: Item, column: DiagramColumn): Leaf {
  return { node: { key, id, kind, label: boxText({ id, text }), column, target: key }, text }
}

/** The box that says which evidence a decision lacks. */
export function noEvidence({ key: target }: Item): Joined {
  const key = `no-evidence-${target}`
  const text = 'No evidence yet'
  return {
    node: { key, id: '', kind: 'gap', label: text, column: 'right', target },
    text,
    edge: { from: key, to: target, role: 'supports' },
  }
}

/** Of several links between the same two items the confirmed one counts. */
export function edgesOf(links: readonly Link[]): readonly DiagramEdge[] {
  const byEnds = Map.groupBy(links, ({ from, to }) => `${from} ${to}`)
  return [...byEnds.values()].flatMap((same) => {
    const link = same.find(({ draft }) => !draft) ?? same[0]
    if (!link) return []
    const { from, to, role, draft } = link
    return [{ from, to, role, ...(draft && { draft }) }]
  })
}

/** The lines of some branches. */
export function edgesIn(branches: readonly Branch[]): readonly DiagramEdge[] {
  return branches.flatMap(({ joined }) => joined.flatMap(({ edge }) => edge ?? []))
}

/** Every box with its words, once for each box that it is joined to. */
export function leavesIn(branches: readonly Branch[]): readonly Leaf[] {
  return branches.flatMap(({ leaf, joined }) => (leaf ? [leaf, ...joined] : joined))
}

/**
 * The boxes of some branches, each once, column by column. In a column they are sorted by the mean
 * place of what they are joined to, so that few lines cross; those that stand alone come last.
 */
export function nodesIn(branches: readonly Branch[]): readonly DiagramNode[] {
  const nodes = new Map(leavesIn(branches).map(({ node }) => [node.key, node]))
  const places = new Map<string, number[]>()
  for (const [index, { leaf, joined }] of branches.entries()) {
    if (leaf) places.set(leaf.node.key, [index])
    for (const { node } of joined) places.set(node.key, [...(places.get(node.key) ?? []), index])
  }
  const mean = ({ key }: DiagramNode): number => {
    const own = places.get(key) ?? []
    return own.reduce((sum, at) => sum + at, 0) / own.length
  }
  return [...nodes.values()].toSorted(
    (a, b) => columns.indexOf(a.column) - columns.indexOf(b.column) || mean(a) - mean(b),
  )
}

/** The branches as a nested list; a box joined to several stands under each of them. */
export function outlineOf(branches: readonly Branch[]): readonly OutlineEntry[] {
  const said = new Set<string>()
  const entryOf = ({ node, text, edge }: Joined): Omit<OutlineEntry, 'children'> => {
    const { key, id, kind } = node
    const again = said.has(key)
    said.add(key)
    return {
      key,
      id,
      kind,
      text,
      ...(edge && { role: edge.role }),
      ...(edge?.draft && { draft: edge.draft }),
      ...(again && { again }),
    }
  }
  return branches.flatMap(({ leaf, joined }) => {
    const own = leaf && entryOf(leaf)
    const children = joined.map((one) => ({ ...entryOf(one), children: [] }))
    return own ? [{ ...own, children }] : children
  })
}
