/** Diagrams of the case: from the graph to Mermaid text and the same graph as a nested list. */

import type { KindTable } from '../model/kinds.ts'
import { edgesIn, nodesIn, outlineOf } from './branch.ts'
import { type Drawable, groupsOf } from './groups.ts'
import { toMermaid } from './mermaid.ts'
import { withRoomyLabels } from './room.ts'
import type { Diagram, DiagramOf, Fit } from './shape.ts'
import { LIMITS, splitBranches } from './split.ts'
import {
  type DiagramView,
  neighbourhoodView,
  objectivesView,
  servedView,
  sprintView,
} from './views.ts'

export type * from './shape.ts'
export { DRAWING_ID, LABEL_SIZE, SLIDE_ROOM } from './shape.ts'

/** Diagrams which the case has without anyone asking, and where they stand. */
export interface Placed {
  /** Key of the section at whose end they stand. */
  readonly after: string
  readonly of: DiagramOf
  /** One, or several where one would hold too much. */
  readonly diagrams: readonly Diagram[]
  /** Set where it would take too many slides: a list says what is joined to what, and there are no diagrams. */
  readonly isCrowded?: true
}

/** Said of a diagram with dashed lines. */
export const DRAFTS = 'Dashed lines are the team’s draft, to be confirmed.'

/** So many slides of objectives and what measures them can be followed by those who listen. */
const MOST_SLIDES = 4

/** A sprint of fewer decisions is read faster than its diagram. */
const FEWEST_DECISIONS = 3

/**
 * The diagrams of one view, in reading order; several where one would hold too much. Empty where
 * the case has nothing of the sort, and for an `of` that names nothing in it.
 */
export function diagramsOf(graph: Drawable, of: DiagramOf, fit: Fit = 'page'): readonly Diagram[] {
  return viewsOf(graph, of).flatMap((view) => diagramsOfView(view, { fit, kinds: graph.kinds }))
}

/** The whole case in pictures, in reading order; parts that would be empty are left out. */
export function mapDiagrams(graph: Drawable): readonly Diagram[] {
  const { ofKind } = groupsOf(graph)
  const meet = ofKind('objective').length > 0 && ofKind('success-factor').length > 0
  return [...(meet ? ['objectives'] : []), 'served', 'decisions'].flatMap((of) =>
    diagramsOf(graph, of),
  )
}

/**
 * The one place that says which diagrams are made: objectives with their success factors after the later of
 * the two lists, and decisions with their evidence for each sprint of three or more decisions.
 */
export function placedDiagrams(graph: Drawable, fit: Fit = 'page'): readonly Placed[] {
  const places = [
    { of: 'objectives', after: afterObjectives(graph) },
    ...afterSprints(graph).map(({ sprint, after }) => ({ of: `sprint ${sprint}`, after })),
  ]
  return places.flatMap(({ of, after }) => {
    const diagrams = after === undefined ? [] : diagramsOf(graph, of, fit)
    if (after === undefined || diagrams.length === 0) return []
    const isCrowded = fit === 'slide' && of === 'objectives' && diagrams.length > MOST_SLIDES
    return [isCrowded ? { after, of, diagrams: [], isCrowded } : { after, of, diagrams }]
  })
}

function viewsOf(graph: Drawable, of: DiagramOf): readonly DiagramView[] {
  const { sprints, byId } = groupsOf(graph)
  if (of === 'objectives') return [objectivesView(graph)]
  if (of === 'served') return [servedView(graph)]
  if (of === 'decisions') return sprints.map((sprint) => sprintView(graph, sprint))
  const sprint = RE_SPRINT.exec(of)?.[1]
  if (sprint !== undefined) return [sprintView(graph, sprint)]
  const item = byId.get(of)
  return item ? [neighbourhoodView(graph, item)] : []
}

/** `sprint 2`, `Sprint 2b` */
const RE_SPRINT = /^sprint (\S+)$/i

function diagramsOfView(
  view: DiagramView,
  { fit, kinds }: { readonly fit: Fit; readonly kinds: KindTable },
): readonly Diagram[] {
  // Boxes without a line are a list, which stands in the text already.
  if (view.needsLines && edgesIn(view.branches).length === 0) return []
  const parts = splitBranches(view.branches, LIMITS[fit])
  return parts.map((part, index) => {
    const branches = withRoomyLabels(part, LIMITS[fit])
    const number = parts.length === 1 ? undefined : index + 1
    const nodes = nodesIn(branches)
    const edges = edgesIn(branches)
    const sentences = view.describe(branches)
    const title = number ? `${view.title}, ${number} of ${parts.length}` : view.title
    const description = edges.some(({ draft }) => draft) ? `${sentences} ${DRAFTS}` : sentences
    return {
      id: number ? `${view.id}-part-${number}` : view.id,
      title,
      description,
      mermaid: toMermaid({ title, description, nodes, edges }, kinds),
      nodes,
      edges,
      outline: outlineOf(branches),
    }
  })
}

/** The later section of the two lists; undefined unless the case has both. */
function afterObjectives(graph: Drawable): string | undefined {
  const { ofKind } = groupsOf(graph)
  const { sections } = graph.case
  const found = [ofKind('objective')[0], ofKind('success-factor')[0]]
  const indexes = found.map((item) => sections.findIndex(({ key }) => key === item?.section))
  return indexes.includes(-1) ? undefined : sections[Math.max(...indexes)]?.key
}

/** Sprints of enough decisions, and the section that opens each. */
function afterSprints(
  graph: Drawable,
): readonly { readonly sprint: string; readonly after: string | undefined }[] {
  const { sprints, decisionsIn } = groupsOf(graph)
  const headings = Map.groupBy(graph.case.sections, ({ sprint }) => sprint)
  return sprints.flatMap((sprint) => {
    const decisions = decisionsIn(sprint)
    if (sprint === undefined || decisions.length < FEWEST_DECISIONS) return []
    return [{ sprint, after: headings.get(sprint)?.[0]?.key ?? decisions.at(-1)?.section }]
  })
}
