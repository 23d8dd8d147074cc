/** What words from outside the texts name: `R1`, `payments: R1`, `Option 2`. */
import type { Item } from '../model/case.ts'
import { codeIn, keyOf, keysOfId, kindOfId } from '../model/ids.ts'
import { readLabel } from '../syntax/conventions/label.ts'
import { itemsMeant, type Namesakes, scopedId } from './scopes.ts'

/** Key of the one item that words name; `undefined` where they name none, or could name several. */
export function keyNamed(words: string, graph: Namesakes): string | undefined {
  const [only, ...others] = itemsNamed(words, graph)
  return others.length > 0 ? undefined : only?.key
}

/** The items that words may name: one, several, or none. Those are meant that are the nearest to a file. */
export function itemsNamed(words: string, graph: Namesakes, file?: string): readonly Item[] {
  const { byBase, kinds } = graph
  const { id, scope } = scopedId(words)
  const label = readLabel(id, kinds, true)
  const written = [id, id.toUpperCase(), id.toLowerCase()].find(
    (one) => kindOfId(one, kinds) !== undefined || codeIn(one) !== undefined,
  )
  const bases = label ? [keyOf(label.kind, label.id, kinds)] : keysOfId(id, kinds)
  for (const base of bases) {
    const [first] = byBase.get(base) ?? []
    if (!first) continue
    const found = itemsMeant(
      { kind: first.kind, id: label?.id ?? written ?? id },
      { file, scope },
      graph,
    )
    if (found.length > 0) return found
  }
  return []
}
