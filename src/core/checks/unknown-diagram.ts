/** `<Diagram of="…">` of something that the case does not have. */

import { diagramsOf } from '../diagram/index.ts'
import { allBlocks } from '../syntax/conventions/index.ts'
import { nearest } from '../text/nearest.ts'
import { oneOf } from '../text/phrases.ts'
import type { Check } from './shared/check.ts'

const VIEWS = ['objectives', 'decisions', 'served'] as const

export const unknownDiagram: Check = ({ documents, graph }) => {
  const sprints = graph.case.sections.flatMap(({ sprint }) => (sprint ? [`sprint ${sprint}`] : []))
  const views = VIEWS.filter((of) => diagramsOf(graph, of).length > 0)
  const unlinked = new Set<string>(VIEWS.filter((of) => !views.includes(of)))
  const known = [...views, ...sprints, ...graph.case.items.map(({ id }) => id)]
  return documents
    .flatMap(({ blocks }) => [...allBlocks(blocks)])
    .flatMap((block) => {
      if (block.type !== 'element' || block.name !== 'Diagram') return []
      const of = block.attributes['of'] ?? 'objectives'
      if (diagramsOf(graph, of).length > 0) return []
      const message = unlinked.has(of)
        ? `Unexpected diagram of "${of}" of which none is joined to another, expected some that cite others, such as "Success factor 1: … (O1)"`
        : `Unexpected diagram of "${of}", expected ${oneOf(nearest(of, known))}`
      return [{ message, place: block.place }]
    })
}
