/** A list tells readers how many entries it has and where each begins, if its tags are right. */
import type { StructureElement } from '../read/tree.ts'
import { failureAt, type PdfFailure, type PdfRule } from './rule.ts'

export const lists: PdfRule = {
  id: 'lists',
  demand: 'Lists hold entries, and entries hold a label, a body or both',
  source: 'ISO 14289-1, 7.6; ISO 32000-1, 14.8.4.3.3; Matterhorn 09-005',
  needsTags: true,
  run: ({ elements }) => elements.flatMap(faultsOf),
}

function faultsOf(element: StructureElement): readonly PdfFailure[] {
  const { role, parent } = element
  if (role === 'L') return strangersIn(element, ['LI', 'L', 'Caption'], 'entries (LI)')
  if (role === 'LI') return entryFaults(element)
  if (role === 'LBody' && parent?.role !== 'LI') return [outside(element, 'an entry (LI)')]
  return []
}

function entryFaults(entry: StructureElement): readonly PdfFailure[] {
  if (entry.parent?.role !== 'L') return [outside(entry, 'a list (L)')]
  const strangers = strangersIn(entry, ['Lbl', 'LBody'], 'a label (Lbl) and a body (LBody)')
  if (strangers.length > 0) return strangers
  return ['Lbl', 'LBody'].flatMap((role) => {
    const count = entry.elements.filter((each) => each.role === role).length
    return count > 1
      ? [failureAt(entry, `Unexpected entry with ${count} ${role}, expected one`)]
      : []
  })
}

function strangersIn(
  element: StructureElement,
  allowed: readonly string[],
  expected: string,
): readonly PdfFailure[] {
  const found = new Set(element.elements.map(({ role }) => role))
  for (const role of allowed) found.delete(role)
  const bare = element.contents.length > 0 ? ['bare content'] : []
  const strangers = [...found, ...bare]
  if (strangers.length === 0 && element.elements.length > 0) return []
  const what = strangers.length === 0 ? 'nothing' : strangers.join(', ')
  return [failureAt(element, `Unexpected ${what} in ${element.role}, expected ${expected}`)]
}

function outside(element: StructureElement, expected: string): PdfFailure {
  const { role, parent } = element
  return failureAt(
    element,
    `Unexpected ${role} in ${parent?.role ?? 'no tag'}, expected ${expected}`,
  )
}
