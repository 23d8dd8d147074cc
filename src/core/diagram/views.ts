/** The views of a case that can be drawn: which boxes, which lines, in whose words. */

import type { Case, Item } from '../model/case.ts'
import { type Kind, kinds } from '../model/kinds.ts'
import { type Branch, edgesOf, type Joined, leafOf, noEvidence } from './branch.ts'
import { type Groups, groupsOf } from './groups.ts'
import type { DiagramEdge } from './shape.ts'

/** A view before it is split into pictures. */
export interface View {
  readonly id: string
  readonly title: string
  readonly branches: readonly Branch[]
  /** One sentence on what is joined to what in a picture of these branches. */
  readonly describe: (branches: readonly Branch[]) => string
}

/** Objectives, and the success factors that measure them. */
export function objectivesView(theCase: Case): View {
  const { ofKind, ofRole } = groupsOf(theCase)
  return {
    id: 'diagram-objectives',
    title: 'Objectives and success factors',
    branches: branchesOf(ofKind('objective'), ofKind('success-factor'), ofRole('measures')),
    describe: (branches) =>
      `${counts(branches, 'objective', 'success-factor')}. ` +
      'Each success factor is joined to the objectives that it measures.',
  }
}

/**
 * Objectives and success factors with what serves them: whatever cites one of them, and the benefits
 * and options that cite none.
 */
export function servedView(theCase: Case): View {
  const { byKey } = groupsOf(theCase)
  const served = withFactors(groupsOf(theCase))
  const isServed = new Set(served.map(({ key }) => key))
  const links = theCase.links.filter(({ from, to }) => isServed.has(to) && !isServed.has(from))
  const edges = edgesOf(links.filter(({ from }) => byKey.has(from)))
  const hit = new Set(edges.map(({ to }) => to))
  const used = new Set(edges.map(({ from }) => from))
  const due = new Set<Kind>(['benefit', 'option'])
  return {
    id: 'diagram-served',
    title: 'What serves objectives and success factors',
    branches: branchesOf(
      served.filter(({ key }) => hit.has(key)),
      theCase.items.filter(({ key, kind }) => used.has(key) || (hit.size > 0 && due.has(kind))),
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

/** The decisions of one sprint, and the evidence that supports them, wherever that stands. */
export function sprintView(theCase: Case, sprint: string | undefined): View {
  const { byKey, decisionsIn, aloneIn, supporting } = groupsOf(theCase)
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
    branches: branches.map((branch) => {
      const owner = owners.get(branch.leaf?.node.key ?? '')
      return owner && branch.joined.length === 0
        ? { ...branch, joined: [noEvidence(owner)] }
        : branch
    }),
    describe: (parts) =>
      `${counts(parts, 'decision', 'evidence')}. ` +
      'Each decision is joined to the evidence that supports it.',
  }
}

/** An item in the middle; on its left what it rests on or serves, on its right what rests on it. */
export function neighbourhoodView(theCase: Case, item: Item): View {
  const { byKey, touching } = groupsOf(theCase)
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
  const bare = item.kind === 'decision' && !rights.some(({ node }) => node.kind === 'evidence')
  const joined = [...lefts, ...rights, ...(bare ? [noEvidence(item)] : [])]
  const name = `${kinds[item.kind].label} ${item.id}`
  return {
    id: `diagram-${item.key}`,
    title: `${name} and what it is joined to`,
    branches: [{ leaf: leafOf(item, 'middle'), joined }],
    describe: ([branch]) => sentenceOn(name, branch?.joined ?? []),
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

/** `3 objectives on the left, 6 success factors on the right`. */
function counts(branches: readonly Branch[], left: Kind, right: Kind): string {
  const kindsIn = branches.flatMap(({ leaf, joined }) => [...(leaf ? [leaf] : []), ...joined])
  const keys = new Map(kindsIn.map(({ node }) => [node.key, node.kind]))
  const count = (kind: Kind): string => {
    const number = [...keys.values()].filter((one) => one === kind).length
    if (kind === 'evidence')
      return number === 1 ? '1 piece of evidence' : `${number} pieces of evidence`
    return `${number} ${(number === 1 ? kinds[kind].label : kinds[kind].plural).toLowerCase()}`
  }
  return `${count(left)} on the left, ${count(right)} on the right`
}

/** `Decision 3 is joined to evidence 3a and evidence 10a.` */
function sentenceOn(name: string, joined: readonly Joined[]): string {
  const names = joined.flatMap(({ node: { kind, id } }) =>
    kind === 'gap' ? [] : `${kinds[kind].label.toLowerCase()} ${id}`,
  )
  if (names.length === 0) return `${name} is joined to nothing yet.`
  return `${name} is joined to ${new Intl.ListFormat('en-GB').format([...new Set(names)])}.`
}
