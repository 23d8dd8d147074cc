/** How soon a slide is told where time is short: what front matter says of its item, section or file. */
import { enclosingKeys, type KeyPosition } from '../graph/around.ts'
import type { Assembled } from '../model/assembled.ts'

type PrioritySource = Pick<Assembled, 'documents' | 'graph'>

/**
 * Gives the priority of what stands somewhere, 1 for the first; undefined where nothing is said. The nearest wins:
 * its item, its section, the section around that, each by key or by its file.
 */
export function priorityFinder({
  documents,
  graph,
}: PrioritySource): (where: KeyPosition) => number | undefined {
  const byKey = new Map<string, number>()
  const byFile = new Map<string, number>()
  for (const { file, priority } of documents) {
    if (typeof priority === 'number') byFile.set(file, priority)
    else for (const [key, number] of Object.entries(priority ?? {})) byKey.set(key, number)
  }
  const numberOf = (key: string): number | undefined => {
    const file = (graph.items.get(key) ?? graph.sections.get(key))?.place.file
    return byKey.get(key) ?? byFile.get(file ?? '')
  }
  return (where) =>
    enclosingKeys(where, graph)
      .map(numberOf)
      .find((number) => number !== undefined)
}
