/** Names that a map of YAML has twice: which of the two is meant, nobody can say. */
import { type Document, isScalar, visit } from 'yaml'

/** Where a name stands that its map has already; `undefined` where there is none. */
export function repeatedIn(document: Document): number | undefined {
  let found: number | undefined
  visit(document, {
    Map: (_, { items }) => {
      const names = new Set<unknown>()
      for (const { key } of items) {
        if (!isScalar(key) || key.value === '<<') continue
        if (names.has(key.value)) {
          found = key.range?.[0] ?? 0
          return visit.BREAK
        }
        names.add(key.value)
      }
      return undefined
    },
  })
  return found
}
