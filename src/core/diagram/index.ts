/** Diagrams of the case: from the graph to Mermaid text and the same graph as a nested list. */

import { type Branch, edgesIn, nodesIn, outlineOf } from './branch.ts'
import { type Drawable, groupsOf } from './groups.ts'
import { toMermaid } from './mermaid.ts'
import { cutLabels, type RoomyPart, withRoomyLabels } from './room.ts'
import type { Diagram, DiagramOf, Fit } from './shape.ts'
import { crossings, LIMITS, type Limit, splitBranches, UPRIGHT } from './split.ts'
import {
  type DiagramView,
  neighbourhoodView,
  objectivesView,
  servedView,
  sprintView,
} from './views.ts'

export type * from './shape.ts'
export { DRAWING_ID, LABEL_SIZE, SLIDE_ROOM } from './shape.ts'
export { crossings }

/** Diagrams which the case has without anyone asking, and where they stand. */
export interface Placed {
  /** Key of the section at whose end they stand. */
  readonly after: string
  readonly of: DiagramOf
  /** One, or several where one would hold too much. */
  readonly diagrams: readonly Diagram[]
  /** Set where these would take too many slides, and so are none. */
  readonly lines?: Lines
}

/** What is joined to what, in words. */
export interface Lines {
  readonly id: string
  readonly title: string
  /** What stands on the left, in document order, and what is joined to it. */
  readonly rows: readonly {
    readonly id: string
    readonly text: string
    readonly joined: readonly { readonly id: string; readonly draft?: true }[]
  }[]
}

/** Said of a diagram with dashed lines. */
export const DRAFTS = 'Dashed lines are the team’s draft, to be confirmed.'

/** So many slides of one view can be followed by those who listen. */
const MOST_SLIDES = 4

/** A sprint of fewer decisions is read faster than its diagram. */
const FEWEST_DECISIONS = 3

/**
 * The diagrams of one view, in reading order; several where one would hold too much. Empty where
 * the case has nothing of the sort, and for an `of` that names nothing in it.
 */
export function diagramsOf(graph: Drawable, of: DiagramOf, fit: Fit = 'page'): readonly Diagram[] {
  return viewsOf(graph, of).flatMap((view) => diagramsOfView(view, { fit, graph }))
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
    const isCrowded = fit === 'slide' && diagrams.length > MOST_SLIDES
    return [
      { after, of, ...(isCrowded ? { diagrams: [], lines: linesOf(diagrams) } : { diagrams }) },
    ]
  })
}

/** Of all pictures of a view: what stands on the left of two has one row. */
function linesOf(diagrams: readonly Diagram[]): Lines {
  const [first] = diagrams
  const rows = new Map<string, Lines['rows'][number]>()
  for (const { key, id, text, children } of diagrams.flatMap(({ outline }) => outline)) {
    const joined = children.flatMap((child) =>
      child.kind === 'gap' ? [] : [{ id: child.id, ...(child.draft && { draft: child.draft }) }],
    )
    // What is joined to nothing stands on the right.
    if (first?.nodes.some((node) => node.key === key && node.column === 'right')) continue
    rows.set(key, { id, text, joined: [...(rows.get(key)?.joined ?? []), ...joined] })
  }
  return {
    id: first?.id.replace(/-part-1$/, '') ?? '',
    title: first?.title.replace(/, 1 of \d+$/, '') ?? '',
    rows: [...rows.values()],
  }
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
  { fit, graph }: { readonly fit: Fit; readonly graph: Drawable },
): readonly Diagram[] {
  // Boxes without a line are a list, which stands in the text already.
  if (view.needsLines && edgesIn(view.branches).length === 0) return []
  const parts = partsOf(view.branches, { limit: LIMITS[fit], code: graph.code })
  return parts.map(({ branches, width }, index) => {
    const number = parts.length === 1 ? undefined : index + 1
    const nodes = nodesIn(branches)
    const edges = edgesIn(branches)
    const upright = fit === 'slide' && withRoomyLabels(branches, UPRIGHT, graph.code)
    const sentences = view.describe(branches)
    const title = number ? `${view.title}, ${number} of ${parts.length}` : view.title
    const description = edges.some(({ draft }) => draft) ? `${sentences} ${DRAFTS}` : sentences
    return {
      id: number ? `${view.id}-part-${number}` : view.id,
      title,
      description,
      mermaid: toMermaid({ title, description, nodes, edges, width }, graph.kinds),
      ...(upright && {
        upright: toMermaid(
          { title, description, nodes: nodesIn(upright.branches), edges, width: upright.width },
          graph.kinds,
        ),
      }),
      nodes,
      edges,
      outline: outlineOf(branches),
    }
  })
}

/**
 * What one picture shows, or several: as many as say the most labels whole, and of these the fewest.
 */
function partsOf(
  branches: readonly Branch[],
  { limit, code }: { readonly limit: Limit; readonly code: readonly string[] },
): readonly RoomyPart[] {
  const inRows = (rows: number): readonly RoomyPart[] =>
    splitBranches(branches, { ...limit, rows }).map((part) => withRoomyLabels(part, limit, code))
  const cutIn = (parts: readonly RoomyPart[]): number =>
    parts.reduce((sum, part) => sum + cutLabels(part.branches), 0)
  let best = inRows(limit.rows)
  for (let rows = limit.rows - 1; rows >= limit.fewest && cutIn(best) > 0; rows -= 1) {
    const parts = inRows(rows)
    if (parts.length <= MOST_SLIDES && cutIn(parts) < cutIn(best)) best = parts
  }
  return best
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
