/** Ids that could mean several items: two documents have them, and none is nearer. */
import { scopeAmong } from '../graph/scopes.ts'
import type { Item } from '../model/case.ts'
import { nameInText, oneOf, spell } from '../text/phrases.ts'
import type { Check } from './shared/check.ts'

export const ambiguousCitation: Check = ({ graph }) =>
  graph.unclear.map(({ kind, id, among, place }) => ({
    message: `Unexpected ${nameInText({ kind, id }, graph.kinds)}, which could mean ${among.length} items, expected ${oneOf(among.map((item) => nameAmong(item, among)))}`,
    place,
    related: among.map((item) => item.place),
  }))

/** `(payments: R1)`, `(RFC 5)`, and where it stands. */
function nameAmong({ id, place }: Item, among: readonly Item[]): string {
  const others = among.map((item) => item.place.file).filter((file) => file !== place.file)
  const scope = others.length === 0 ? '' : `${scopeAmong(place.file, others)}: `
  return `(${scope}${id}) for ${spell(place)}`
}
