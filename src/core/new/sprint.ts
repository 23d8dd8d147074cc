/** Where a new sprint goes: behind the latest one and all that is in it, with a heading like it. */
import type { HeadingBlock } from '../syntax/conventions/index.ts'
import type { CaseSpots } from './case-spots.ts'
import { type Insertion, indentOf, insertAfter, insertBefore, type Refusal } from './insertion.ts'
import type { Known } from './number.ts'
import { besides, type Spot } from './spot.ts'

/** The number of the next sprint. */
export function nextSprint({ graph }: Known): string {
  const numbers = graph.case.sections.map(({ sprint }) => Number(sprint ?? -1))
  return String(Math.max(0, ...numbers.map((number) => number + 1)))
}

export function placeSprint(known: Known, spots: CaseSpots): Insertion | Refusal {
  const sprints = known.graph.case.sections.filter(({ sprint }) => sprint !== undefined)
  const latest = sprints.findLast(({ sprint }) => sprint === String(Number(nextSprint(known)) - 1))
  const heading = latest && spots.headingOf(latest.key)
  if (!latest || heading?.block.type !== 'heading') {
    return {
      why: 'Unexpected new sprint in a case without one, expected a first one by hand: write "## Sprint 1" where decisions are told',
    }
  }
  const words = /^[a-z]+/i.exec(latest.title)?.[0] ?? 'Sprint'
  const marker = '#'.repeat(heading.block.level)
  const line = `${indentOf(heading)}${marker} ${words} ${nextSprint(known)}`
  // Some teams tell the latest sprint first.
  if (sprints.length > 1 && sprints[0] === latest) return insertBefore(heading, line)
  return insertAfter(lastOf(heading, heading.block, spots), line, false)
}

/** The last block of the section, in the file in which it ends. */
function lastOf(heading: Spot, { level }: HeadingBlock, spots: CaseSpots): Spot {
  const next = besides(heading, spots.inFileOf(heading))
  const end = next.findIndex(({ block }) => block.type === 'heading' && block.level <= level)
  return (end < 0 ? next : next.slice(0, end)).at(-1) ?? heading
}
