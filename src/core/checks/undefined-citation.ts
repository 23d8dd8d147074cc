/** Citations of items that nobody wrote. */
import type { Graph, UndefinedId } from '../graph/index.ts'
import { citedAs } from '../graph/scopes.ts'
import { isNumber, numberOf } from '../model/ids.ts'
import { nearest } from '../text/nearest.ts'
import { nameInText, oneOf } from '../text/phrases.ts'
import type { Check } from './shared/check.ts'

/** Bare numbers are the business of `missing-decision`. */
export const undefinedCitation: Check = ({ graph }) =>
  graph.undefinedIds
    .filter(({ id }) => !isNumber(id))
    .map((missing) => ({
      message: `Unexpected citation of undefined ${nameInText(missing, graph.kinds)}, expected ${oneOf(candidatesFor(missing, graph))}`,
      place: missing.citation.place,
    }))

/** Evidence of the same decision is what the author meant, where there is any. */
function candidatesFor({ id, kind }: UndefinedId, graph: Graph): readonly string[] {
  const ids = graph.case.items.filter((item) => item.kind === kind).map(citedAs)
  const number = numberOf(id)
  const siblings = ids.filter((other) => number !== '' && numberOf(other) === number)
  return nearest(id, siblings.length > 0 ? siblings : ids)
}
