/** Bare numbers in brackets that lead to no decision. */
import type { Graph, UndefinedId } from '../graph/index.ts'
import { isNumber } from '../model/ids.ts'
import { oneOf } from '../text/phrases.ts'
import type { Check } from './shared/check.ts'

export const missingDecision: Check = ({ graph }) => {
  const numbers = graph.case.items.flatMap(({ id }) => (isNumber(id) ? [Number(id)] : []))
  const highest = numbers.reduce((most, number) => Math.max(most, number), -1)
  return graph.undefinedIds
    .filter((missing) => isMeant(missing, highest, graph))
    .map((missing) => ({
      message: `Unexpected citation of missing decision ${missing.id}, expected ${oneOf(closest(Number(missing.id), numbers))}; write \\( where the number is meant`,
      place: missing.citation.place,
    }))
}

/** A number above the highest decision counts beside ids that are defined: `(12, 90)`. */
function isMeant({ id, citation }: UndefinedId, highest: number, graph: Graph): boolean {
  if (!isNumber(id)) return false
  return Number(id) < highest || (graph.cited.get(citation.at) ?? []).length > 0
}

/** The two numbers next to this one, in their own order. */
function closest(number: number, numbers: readonly number[]): readonly string[] {
  return [...numbers]
    .sort((a, b) => Math.abs(a - number) - Math.abs(b - number) || a - b)
    .slice(0, 2)
    .sort((a, b) => a - b)
    .map(String)
}
