/** The views of a case that can be drawn: which boxes, which lines, in whose words. */

import type { Item } from '../model/case.ts'
import { nameWithId } from '../model/ids.ts'
import { type BuiltInKind, countOf, has, isLike, type KindTable } from '../model/kinds.ts'
import { listed } from '../text/listed.ts'
import { nameInText } from '../text/phrases.ts'
import { type Branch, edgesOf, type Joined, leafOf, noEvidence } from './branch.ts'
import { type Drawable, type Groups, groupsOf } from './groups.ts'
import type { DiagramEdge } from './shape.ts'

/** A view before it is split into pictures. */
export interface DiagramView {
  readonly id: string
  readonly title: string
  readonly branches: readonly Branch[]
  /** Whether it says nothing where no box is joined to another. */
  readonly needsLines: boolean
  /** One sentence on what is joined to what in a picture of these branches. */
  readonly describe: (branches: readonly Branch[]) => string
}

/** What the picture and the matrix of objectives and success factors are called. */
export const OBJECTIVES = 'Objectives and success factors'

/** Objectives, and the success factors that measure them. */
export function objectivesView(graph: Drawable): DiagramView {
  const { ofKind, ofRole } = groupsOf(graph)
  return {
    id: 'diagram-objectives',
    title: OBJECTIVES,
    needsLines: true,
    branches: branchesOf(ofKind('objective'), ofKind('success-factor'), ofRole('measures')),
    describe: (branches) =>
      `${counts(branches, ['objective', 'success-factor'], graph.kinds)}. ` +
      'Each success factor is joined to the objectives that it measures.',
  }
}

/**
 * Objectives and success factors with what serves them: whatever cites one of them, and the benefits
 * and options that cite none.
 */
export function servedView(graph: Drawable): DiagramView {
  const { byKey } = groupsOf(graph)
  const served = withFactors(groupsOf(graph))
  const isServed = new Set(served.map(({ key }) => key))
  const links = graph.case.links.filter(({ from, to }) => isServed.has(to) && !isServed.has(from))
  const edges = edgesOf(links.filter(({ from }) => byKey.has(from)))
  const hit = new Set(edges.map(({ to }) => to))
  const used = new Set(edges.map(({ from }) => from))
  const isDue = ({ kind }: Item) => hit.size > 0 && has(kind, 'due', graph.kinds)
  return {
    id: 'diagram-served',
    title: 'What serves objectives and success factors',
    needsLines: true,
    branches: branchesOf(
      served.filter(({ key }) => hit.has(key)),
      graph.case.items.filter((item) => used.has(item.key) || isDue(item)),
      edges,
    ),
    describe: () =>
      'On the left objectives and success factors. ' +
      'On the right the benefits, options, decisions and others that cite them.',
  }
}

/** Each objective with the success factors that measure it first, so that few lines cross. */
function withFactors({ byKey, ofKind, ofRole }: Groups): readonly Item[] {
  const measuring = Map.groupBy(ofRole('measures'), ({ to }) => to)
  const ordered = ofKind('objective').flatMap((objective) => [
    objective,
    ...(measuring.get(objective.key) ?? []).flatMap(({ from }) => byKey.get(from) ?? []),
  ])
  return [...new Set([...ordered, ...ofKind('success-factor')])]
}

/** The decisions of one sprint, and the evidence for and against them, wherever that stands. */
export function sprintView(graph: Drawable, sprint: string | undefined): DiagramView {
  const { byKey, decisionsIn, aloneIn, supporting } = groupsOf(graph)
  const decisions = decisionsIn(sprint)
  const edges = decisions.flatMap(({ key }) => supporting(key))
  const used = new Set(edges.map(({ from }) => from))
  const evidence = [...used].flatMap((key) => byKey.get(key) ?? [])
  const branches = branchesOf(decisions, [...evidence, ...aloneIn(sprint)], edges)
  const owners = new Map(decisions.map((decision) => [decision.key, decision]))
  return {
    id: sprint === undefined ? 'diagram-decisions' : `diagram-sprint-${sprint}`,
    title:
      sprint === undefined ? 'Decisions and evidence' : `Sprint ${sprint}: decisions and evidence`,
    needsLines: true,
    branches: branches.map((branch) => {
      const owner = owners.get(branch.leaf?.node.key ?? '')
      return owner && !isSupported(branch.joined)
        ? { ...branch, joined: [...branch.joined, noEvidence(owner)] }
        : branch
    }),
    describe: (parts) =>
      `${counts(parts, ['decision', 'evidence'], graph.kinds)}. ` +
      `Each decision is joined to the evidence that supports it${edges.some(({ role }) => role === 'opposes') ? ', and by a dotted line to what speaks against it' : ''}.`,
  }
}

/** An item in the middle; on its left what it rests on or serves, on its right what rests on it. */
export function neighbourhoodView(graph: Drawable, item: Item): DiagramView {
  const { byKey, touching } = groupsOf(graph)
  const edges = touching(item.key)
  const end = (key: string, column: 'left' | 'right', edge: DiagramEdge): readonly Joined[] => {
    const other = byKey.get(key)
    return other && other.key !== item.key ? [{ ...leafOf(other, column), edge }] : []
  }
  const lefts = edges.flatMap((edge) => (edge.from === item.key ? end(edge.to, 'left', edge) : []))
  const taken = new Set(lefts.map(({ node }) => node.key))
  const rights = edges.flatMap((edge) =>
    edge.to === item.key ? end(edge.from, taken.has(edge.from) ? 'left' : 'right', edge) : [],
  )
  const { kinds } = graph
  const bare = isLike(item.kind, 'decision', kinds) && !isSupported(rights)
  const joined = [...lefts, ...rights, ...(bare ? [noEvidence(item)] : [])]
  const name = nameWithId(item, kinds)
  return {
    id: `diagram-${item.key}`,
    title: `${name} and what it is joined to`,
    needsLines: false,
    branches: [{ leaf: leafOf(item, 'middle'), joined }],
    describe: ([branch]) => sentenceOn(name, branch?.joined ?? [], kinds),
  }
}

/** Lefts in document order, each with its rights; what is joined to nothing comes last. */
function branchesOf(
  lefts: readonly Item[],
  rights: readonly Item[],
  edges: readonly DiagramEdge[],
): readonly Branch[] {
  const leaves = new Map(rights.map((right) => [right.key, leafOf(right, 'right')]))
  const byLeft = Map.groupBy(edges, ({ to }) => to)
  const branches = lefts.map((left) => ({
    leaf: leafOf(left, 'left'),
    joined: (byLeft.get(left.key) ?? []).flatMap((edge) => {
      const leaf = leaves.get(edge.from)
      return leaf ? [{ ...leaf, edge }] : []
    }),
  }))
  const used = new Set(branches.flatMap(({ joined }) => joined.map(({ node }) => node.key)))
  const alone = rights.filter(({ key }) => !used.has(key))
  return [...branches, ...alone.map((right) => ({ joined: [leafOf(right, 'right')] }))]
}

function isSupported(joined: readonly Joined[]): boolean {
  return joined.some(({ edge }) => edge?.role === 'supports')
}

/** `3 objectives on the left, 6 success factors on the right`. */
function counts(
  branches: readonly Branch[],
  [left, right]: readonly [left: BuiltInKind, right: BuiltInKind],
  kinds: KindTable,
): string {
  const leaves = branches.flatMap(({ leaf, joined }) => [...(leaf ? [leaf] : []), ...joined])
  const keys = new Map(leaves.map(({ node }) => [node.key, node.kind]))
  const count = (like: BuiltInKind): string => {
    // Those of a kind that the case brings are told apart from those that it is like.
    const others = [...keys.values()].filter((kind) => kind !== 'gap')
    const own = [...kinds].flatMap(([kind, row]) => {
      const { length } = others.filter((one) => one === kind)
      return kind === like || (row.like === like && length > 0)
        ? [countOf(kind, length, kinds)]
        : []
    })
    return listed(own)
  }
  return `${count(left)} on the left, ${count(right)} on the right`
}

/** `Decision 3 is joined to evidence 3a and evidence 10a.` */
function sentenceOn(name: string, joined: readonly Joined[], kinds: KindTable): string {
  const names = joined.flatMap(({ node: { kind, id } }) =>
    kind === 'gap' ? [] : nameInText({ kind, id }, kinds),
  )
  if (names.length === 0) return `${name} is joined to nothing yet.`
  return `${name} is joined to ${listed([...new Set(names)])}.`
}
