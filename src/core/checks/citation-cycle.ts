/** Claims that rest on each other, or on themselves. */
import { cyclesOf } from '../graph/cycles.ts'
import { stepsOf } from '../graph/reasoning.ts'
import type { Checkable } from '../model/assembled.ts'
import type { Found } from '../model/finding.ts'
import type { Role } from '../model/kinds.ts'
import { nameInText } from '../text/phrases.ts'
import type { Check } from './shared/check.ts'

/** Roles that say what something is for, and not what it rests on. */
const NO_GROUND: ReadonlySet<Role> = new Set(['measures', 'serves', 'meets'])

/** A decision that cites its own evidence makes no cycle: both say the same step. */
export const citationCycle: Check = (checked) => [...cycles(checked), ...selfCitations(checked)]

function cycles({ graph }: Checkable): readonly Found[] {
  const steps = stepsOf(graph.case.links.filter(({ role }) => !NO_GROUND.has(role)))
  const nameOf = (key: string): string => {
    const item = graph.items.get(key)
    return item ? nameInText(item, graph.kinds) : key
  }
  return cyclesOf(steps).map((cycle) => {
    const links = cycle.map(({ link }) => link)
    const path = [...cycle.map(({ claim }) => claim), cycle[0].claim].map(nameOf)
    return {
      message: `Unexpected circle ${path.join(' → ')}, expected claims that end in evidence: take out one of these citations`,
      place: (links.at(-1) ?? cycle[0].link).place,
      related: links.slice(0, -1).map(({ place }) => place),
    }
  })
}

function selfCitations({ graph }: Checkable): readonly Found[] {
  return graph.selfCitations.flatMap(({ key, citation }) => {
    const item = graph.items.get(key)
    if (!item) return []
    return [
      {
        message: `Unexpected citation of ${nameInText(item, graph.kinds)} in itself, expected what it rests on: mend the id or take it out`,
        place: { ...citation.place, length: citation.raw.length },
      },
    ]
  })
}
