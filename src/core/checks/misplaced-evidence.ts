/**
 * Evidence that stands under another decision than its number says. Other ids say nothing of a
 * decision: their items cite it.
 */

import { isWithin } from '../graph/around.ts'
import type { Graph } from '../graph/index.ts'
import type { Item } from '../model/case.ts'
import type { Found } from '../model/finding.ts'
import { isNumber, numberOf } from '../model/ids.ts'
import { spell } from '../text/phrases.ts'
import type { Check } from './shared/check.ts'
import { freeId } from './shared/free-id.ts'

/** Evidence that is gathered behind several decisions, or in a section of its own, is left alone. */
export const misplacedEvidence: Check = ({ graph }) => {
  const groups = groupsOf(graph)
  return [...groups.flatMap((group) => misplaced(group, graph)), ...needless(groups, graph)]
}

/** Decisions that follow each other, and the evidence behind the last of them in one section. */
interface Group {
  readonly decisions: readonly [Item, ...Item[]]
  readonly evidence: readonly Item[]
}

function groupsOf({ case: { items }, sections }: Graph): readonly Group[] {
  const groups: { decisions: [Item, ...Item[]]; evidence: Item[] }[] = []
  let run: [Item, ...Item[]] | undefined
  let isClosed = true
  for (const item of items) {
    const last = run?.at(-1)
    if (last && !isWithin(item.section, last.section, sections)) run = undefined
    if (isNumber(item.id)) {
      run = run && !isClosed && last?.section === item.section ? [...run, item] : [item]
      isClosed = false
    } else if (numberOf(item.id) !== '' && run) {
      isClosed = true
      const group = groups.at(-1)
      const isSame = group?.decisions === run && group.evidence.at(-1)?.section === item.section
      if (group && isSame) group.evidence.push(item)
      else groups.push({ decisions: run, evidence: [item] })
    }
  }
  return groups
}

function misplaced({ decisions, evidence }: Group, graph: Graph): readonly Found[] {
  const under = decisions.at(-1) ?? decisions[0]
  const numbers = new Set(evidence.map(({ id }) => numberOf(id)))
  const isGathered = numbers.size > 1
  if (isGathered && evidence[0]?.section !== under.section) return []
  const own = new Set((isGathered ? decisions : [under]).map(({ id }) => id))
  return evidence.flatMap((item) => {
    const other = graph.items.get(graph.homes.get(item.key) ?? '')
    if (own.has(numberOf(item.id)) || !other) return []
    const free = freeId({ kind: 'evidence', id: `${under.id}a` }, graph)
    return [
      {
        message: `Unexpected evidence ${item.id} under decision ${under.id}, expected evidence ${free}, or its place under decision ${other.id} (${spell(other.place)}): mend the number or move it`,
        place: item.place,
        related: [other.place],
      },
    ]
  })
}

/** Re-uses under the decision to which the evidence belongs, where it stands there already. */
function needless(groups: readonly Group[], graph: Graph): readonly Found[] {
  const standing = new Map(
    groups.flatMap(({ decisions, evidence }) =>
      evidence.map((item) => [item.key, { item, under: decisions.map(({ key }) => key) }] as const),
    ),
  )
  return [...graph.reuses.values()].flatMap(({ key, id, decision, place }) => {
    const found = standing.get(key)
    const own = numberOf(id)
    if (
      !found ||
      decision === undefined ||
      decision !== graph.homes.get(key) ||
      !found.under.includes(decision)
    )
      return []
    return [
      {
        message: `Unexpected re-use of evidence ${id} under decision ${own}, which has it at ${spell(found.item.place)}, expected it under another decision: move it or delete it`,
        place,
        related: [found.item.place],
      },
    ]
  })
}
