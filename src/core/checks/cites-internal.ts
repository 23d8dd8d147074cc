/** Public text that cites what stays inside. */
import type { Checkable } from '../model/assembled.ts'
import type { Found } from '../model/finding.ts'
import { numberOf } from '../model/ids.ts'
import { nameInText } from '../text/phrases.ts'
import type { Check } from './shared/check.ts'
import { passagesOf, placeIn } from './shared/passage.ts'

export const citesInternal: Check = (checked) => [
  ...citations(checked),
  ...links(checked),
  ...evidence(checked),
  ...sums(checked),
]

/** Estimates whose sums name one that stays inside. */
function sums({ graph }: Checkable): readonly Found[] {
  return [...graph.estimates.keys()].flatMap((key) => {
    const item = graph.items.get(key)
    const inside = (graph.hidden.partOf.get(key) ?? []).filter((one) => one.key !== key)
    return item && 'fault' in (graph.estimates.get(key) ?? {})
      ? inside.map(({ id }) => ({
          message: `Unexpected ${id} in the sum of ${item.id} in public text, expected none, ${MEND}put ${item.id} inside too`,
          place: item.place,
        }))
      : []
  })
}

const MEND = 'since it stays inside: '

function citations({ inside, graph }: Checkable): readonly Found[] {
  return inside.citations.map(({ citation, ...item }) => ({
    message: `Unexpected citation of ${nameInText(item, graph.kinds)} in public text, expected none, ${MEND}cite something else, or put this into <Internal> too`,
    place: citation.place,
  }))
}

// Matches "](#decision-4" in "[so](#decision-4)".
const RE_LINK = /(?<=\]\()#([^\s()"]+)/g

function links(checked: Checkable): readonly Found[] {
  const { inside } = checked
  if (inside.names.size === 0) return []
  return passagesOf(checked).flatMap((passage) =>
    [...passage.written.matchAll(RE_LINK)].flatMap(({ index, 0: link, 1: key = '' }) =>
      inside.names.has(key)
        ? [
            {
              message: `Unexpected link to ${link} in public text, expected none, ${MEND}link to something else, or put this into <Internal> too`,
              place: placeIn(passage, index, link.length),
            },
          ]
        : [],
    ),
  )
}

/** Evidence by its number, and evidence that is used again. */
function evidence({ graph, inside }: Checkable): readonly Found[] {
  const supports = graph.case.items
    .filter(({ key }) => inside.names.has(graph.homes.get(key) ?? ''))
    .map(({ id, place }) => ({
      message: `Unexpected evidence ${id} in public text for decision ${numberOf(id)}, expected it inside too, since the decision is: "Evidence ${id} (internal): …"`,
      place,
    }))
  const reuses = [...graph.reuses.values()]
    .filter(({ key }) => inside.names.has(key))
    .map((reuse) => ({
      message: `Unexpected re-use of ${nameInText(reuse, graph.kinds)} in public text, expected none, ${MEND}use other evidence, or put this into <Internal> too`,
      place: reuse.place,
    }))
  return [...supports, ...reuses]
}
