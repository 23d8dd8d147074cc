/** Two definitions of one id. */
import type { Item } from '../model/case.ts'
import { nameInText, spell } from '../text/phrases.ts'
import type { Check } from './shared/check.ts'
import { freeId } from './shared/free-id.ts'

/**
 * Reason: a citation of an id that means two things proves neither.
 *
 * Wrong: `Evidence 3a: Users are stuck.` and later `Evidence 3a: Offices are full.`
 *
 * Right: `Evidence 3b: Offices are full.`, or `Evidence 3a: See above` to use the first one again.
 */
export const duplicateId: Check = {
  id: 'duplicate-id',
  severity: 'error',
  rule: 'An id is defined once, so that a citation means one thing.',
  run: ({ graph }) =>
    graph.duplicates.map(({ item, first }) => ({
      message: `Unexpected second definition of ${nameInText(item)}, expected ${nameInText({ kind: item.kind, id: freeId(item, graph) })}${again(item)}: ${item.id} is defined at ${spell(first.place)}`,
      place: item.place,
      related: [first.place],
    })),
}

function again({ kind }: Item): string {
  return kind === 'evidence' ? ' or the words "See above"' : ''
}
