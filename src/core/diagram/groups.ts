/** A case grouped once, so that many views of a large one cost no more than the case is long. */

import type { Graph } from '../graph/index.ts'
import { isOfEvidence } from '../graph/reasoning.ts'
import type { Case, Item, Link } from '../model/case.ts'
import { type BuiltInKind, type Role, rowOf } from '../model/kinds.ts'
import { edgesOf } from './branch.ts'
import type { DiagramEdge } from './shape.ts'

/** What the views look up. */
export interface Groups {
  readonly byKey: ReadonlyMap<string, Item>
  /** The first item of an id. */
  readonly byId: ReadonlyMap<string, Item>
  /** The items of a kind, and of those like it. */
  readonly ofKind: (like: BuiltInKind) => readonly Item[]
  /** Links of one role, each pair of ends once. */
  readonly ofRole: (role: Role) => readonly DiagramEdge[]
  /** The links of evidence for and against a decision. */
  readonly supporting: (decision: string) => readonly DiagramEdge[]
  /** The decisions of a sprint; undefined: those outside sprints. */
  readonly decisionsIn: (sprint: string | undefined) => readonly Item[]
  /** Evidence of a sprint that speaks for or against nothing. */
  readonly aloneIn: (sprint: string | undefined) => readonly Item[]
  /** The sprints that have decisions, in document order; undefined for decisions outside sprints. */
  readonly sprints: readonly (string | undefined)[]
  /** Links of all roles that start or end at an item, each pair of ends once. */
  readonly touching: (key: string) => readonly DiagramEdge[]
}

/** Groups of a case are the same whenever it is asked, so they last as long as the case does. */
const known = new WeakMap<Case, Groups>()

/** What is drawn. */
export type Drawable = Pick<Graph, 'case' | 'kinds' | 'code'>

/** The groups of a case, made the first time. */
export function groupsOf(graph: Drawable): Groups {
  const groups = known.get(graph.case) ?? group(graph)
  known.set(graph.case, groups)
  return groups
}

function group({ case: { items, links }, kinds }: Drawable): Groups {
  const byLike = Map.groupBy(items, ({ kind }) => rowOf(kind, kinds).like)
  const ofKind = (like: BuiltInKind): readonly Item[] => byLike.get(like) ?? []
  const roles = Map.groupBy(links, ({ role }) => role)
  const supports = edgesOf(links.filter(isOfEvidence))
  const supporting = Map.groupBy(supports, ({ to }) => to)
  const used = new Set(supports.map(({ from }) => from))
  const decisions = Map.groupBy(ofKind('decision'), ({ sprint }) => sprint)
  const alone = Map.groupBy(
    ofKind('evidence').filter(({ key }) => !used.has(key)),
    ({ sprint }) => sprint,
  )
  const ends = new Map<string, Link[]>()
  for (const link of links) {
    for (const key of new Set([link.from, link.to])) {
      const own = ends.get(key)
      if (own) own.push(link)
      else ends.set(key, [link])
    }
  }
  return {
    byKey: new Map(items.map((item) => [item.key, item])),
    byId: new Map(items.toReversed().map((item) => [item.id, item])),
    ofKind,
    ofRole: (role) => edgesOf(roles.get(role) ?? []),
    supporting: (decision) => supporting.get(decision) ?? [],
    decisionsIn: (sprint) => decisions.get(sprint) ?? [],
    aloneIn: (sprint) => alone.get(sprint) ?? [],
    sprints: [...decisions.keys()],
    touching: (key) => edgesOf(ends.get(key) ?? []),
  }
}
