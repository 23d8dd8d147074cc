/** After which block of the narrative each generated diagram stands. Pure. */
import type { Assembled } from '../model/assembled.ts'
import { type Diagram, placedDiagrams } from './index.ts'

/**
 * Diagrams by the `at` of the block before them. Objectives and success factors meet after the later
 * list; a sprint's diagram opens the sprint.
 */
export function diagramsAfter({
  documents,
  graph,
}: Pick<Assembled, 'documents' | 'graph'>): ReadonlyMap<string, readonly Diagram[]> {
  const blocks = Map.groupBy(
    documents.flatMap((document) => document.blocks),
    ({ at }) => graph.within.get(at),
  )
  const places = new Map<string, readonly Diagram[]>()
  for (const { after, diagrams } of placedDiagrams(graph, 'page')) {
    const own = blocks.get(after) ?? []
    const list = own.filter((block) => block.type === 'list').at(-1)
    const heading = own.find((block) => block.type === 'heading')
    const block = graph.sections.get(after)?.sprint === undefined ? (list ?? heading) : heading
    if (block) places.set(block.at, [...(places.get(block.at) ?? []), ...diagrams])
  }
  return places
}
