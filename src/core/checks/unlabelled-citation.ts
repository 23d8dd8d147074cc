/** Citations of items whose number comes from their order. */
import type { Place } from '../model/case.ts'
import { nameOf } from '../model/ids.ts'
import type { Check } from './shared/check.ts'

export const unlabelledCitation: Check = ({ documents, graph }) => {
  const first = new Map<string, Place>()
  for (const { at, place } of documents.flatMap(({ citations }) => citations)) {
    for (const key of graph.cited.get(at) ?? []) if (!first.has(key)) first.set(key, place)
  }
  return graph.case.items.flatMap((item) => {
    const { key, id, byOrder, place } = item
    const citation = first.get(key)
    if (!byOrder || !citation) return []
    const label = `${nameOf(item, graph.kinds)}: …`
    return [
      {
        message: `Unexpected citation of ${id}, whose number comes by order, expected a label that keeps it: "${label}"`,
        place,
        related: [citation],
      },
    ]
  })
}
