/** The views of a case that can be drawn: which boxes, which lines, in whose words. */
import { type Kind, kinds } from '../kinds.ts'
import type { Case, Item, Link } from '../model.ts'
import { type Branch, edgesOf, type Joined, leafOf, noEvidence } from './branch.ts'
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
export function objectivesView({ items, links }: Case): View {
  const objectives = items.filter(({ kind }) => kind === 'objective')
  const factors = items.filter(({ kind }) => kind === 'success-factor')
  return {
    id: 'diagram-objectives',
    title: 'Objectives and success factors',
    branches: branchesOf(objectives, factors, linked(links, 'measures')),
    describe: (branches) =>
      `${counts(branches, 'objective', 'success-factor')}. ` +
      'Each success factor is joined to the objectives that it measures.',
  }
}

/** The sprints that have decisions, in document order; undefined for decisions outside sprints. */
export function sprintsOf({ items }: Case): readonly (string | undefined)[] {
  const decisions = items.filter(({ kind }) => kind === 'decision')
  return [...new Set(decisions.map(({ sprint }) => sprint))]
}

/** The decisions of one sprint, and the evidence that supports them, wherever that stands. */
export function sprintView({ items, links }: Case, sprint: string | undefined): View {
  const decisions = items.filter((item) => item.kind === 'decision' && item.sprint === sprint)
  const supports = linked(links, 'supports')
  const here = new Set(decisions.map(({ key }) => key))
  const supporting = new Set(supports.map(({ from }) => from))
  const supportingHere = new Set(supports.flatMap(({ from, to }) => (here.has(to) ? from : [])))
  const evidence = items.filter(
    ({ kind, key, sprint: own }) =>
      kind === 'evidence' && (supportingHere.has(key) || (own === sprint && !supporting.has(key))),
  )
  const branches = branchesOf(decisions, evidence, supports)
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
export function neighbourhoodView({ items, links }: Case, item: Item): View {
  const byKey = new Map(items.map((one) => [one.key, one]))
  const edges = edgesOf(links)
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

function linked(links: readonly Link[], role: Link['role']): readonly DiagramEdge[] {
  return edgesOf(links.filter((link) => link.role === role))
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
