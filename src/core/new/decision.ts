/** Where a new decision goes: into its sprint, behind the last one there and what it rests on. */

import type { Section } from '../model/case.ts'
import { isNumber } from '../model/ids.ts'
import { isLike, type KindTable, rowOf } from '../model/kinds.ts'
import type { HeadingBlock } from '../syntax/conventions/index.ts'
import type { CaseSpots, ItemSpot } from './case-spots.ts'
import { type Insertion, isTightBelow, type Refusal } from './insertion.ts'
import { type LabelStyle, labelStyle, plainLabel } from './label.ts'
import type { Known } from './number.ts'
import { nextNumber } from './number.ts'
import { besides, type Spot } from './spot.ts'
import { insertBlock, insertEntry, isTightItem, type NewEntry } from './write.ts'

/**
 * Plans a new decision.
 * @param sprint its number; the latest sprint where none is given
 */
export function placeDecision(
  known: Known,
  { text, sprint }: { readonly text: string; readonly sprint?: string },
  spots: CaseSpots,
): Insertion | Refusal {
  const section = findSprint(known, sprint)
  if (section && 'why' in section) return section
  const words: NewEntry = { kind: 'decision', number: nextNumber(known, 'decision'), text }
  const decisions = known.graph.case.items.filter(({ id }) => isNumber(id))
  const there = decisions.findLast((item) => !section || item.sprint === section.sprint)
  const last = there && spots.itemOf(there.key)
  if (last) return behindDecision(last, words, { known, spots })
  const heading = section && spots.headingOf(section.key)
  if (!heading) return { why: NO_PLACE }
  const example =
    decisions.findLast(({ place }) => isBefore(place.file, heading, known)) ?? decisions[0]
  const style = exampleStyle(example && spots.itemOf(example.key), heading, { known, spots })
  const around = spots.inFileOf(heading)
  const after = lastOf(heading, besides(heading, around), ENDS_SECTION)
  const isTight = after === heading && isTightBelow(around)
  return insertBlock(after, words, { style, isTight })
}

const NO_PLACE =
  'Unexpected new decision in a case without sprints and decisions, expected a heading to put it under: write "## Sprint 1" where decisions are told'

/** The section of a sprint: the one asked for, or the latest; `undefined` in a case without any. */
function findSprint({ graph }: Known, sprint: string | undefined): Section | Refusal | undefined {
  const sprints = graph.case.sections.filter((section) => section.sprint !== undefined)
  const wanted = sprint ?? String(Math.max(...sprints.map((section) => Number(section.sprint))))
  const found = sprints.findLast((section) => section.sprint === wanted)
  if (found || (sprint === undefined && sprints.length === 0)) return found
  const names = sprints.map((section) => section.sprint).join(', ')
  const expected = names === '' ? 'none, since the case has no sprints' : `one of ${names}`
  const why = `Unexpected sprint ${wanted}, expected ${expected}`
  if (names === '') return { why: `${why}; write a heading "## Sprint 1"` }
  return { why: `${why}; to start the next`, command: 'new sprint' }
}

interface CaseContext {
  readonly known: Known
  readonly spots: CaseSpots
}

function behindDecision(last: ItemSpot, words: NewEntry, { known, spots }: CaseContext): Insertion {
  const { kinds } = known.graph
  const row = rowOf('decision', kinds)
  const style = labelStyle(last, row) ?? plainLabel(row)
  if (last.block.how === 'entry') return insertEntry(last, words, { spots, style })
  const after = lastOf(last, besides(last, spots.inFileOf(last)), endsDecision(kinds))
  return insertBlock(after, words, { style, isTight: after === last && isTightItem(last, spots) })
}

type Ends = (spot: Spot) => boolean

const ENDS_SECTION: Ends = ({ block }) =>
  block.type === 'heading' ||
  block.type === 'rule' ||
  (block.type === 'item' && block.how === 'heading')
const endsDecision =
  (kinds: KindTable): Ends =>
  ({ block }) =>
    block.type === 'heading' ||
    block.type === 'rule' ||
    (block.type === 'item' && !isLike(block.kind, 'evidence', kinds))

/** The last spot before one that ends the stretch. */
function lastOf(first: Spot, next: readonly Spot[], ends: Ends): Spot {
  const end = next.findIndex(ends)
  return (end < 0 ? next : next.slice(0, end)).at(-1) ?? first
}

/** As decisions look elsewhere; a heading as deep below its sprint as there. */
function exampleStyle(
  example: ItemSpot | undefined,
  heading: Spot,
  { known, spots }: CaseContext,
): LabelStyle {
  const row = rowOf('decision', known.graph.kinds)
  const style = example && labelStyle(example, row)
  if (!style) return plainLabel(row)
  if (!style.marker.startsWith('#')) return { ...style, marker: '' }
  const over = spots.headingOf(known.graph.within.get(example.block.at) ?? '')
  const depth = (example.block.level ?? 0) - levelOf(over) + levelOf(heading)
  return { ...style, marker: `${'#'.repeat(Math.min(6, Math.max(1, depth)))} ` }
}

function levelOf(heading: Spot | undefined): number {
  // Spots of headings hold heading blocks.
  return (heading?.block as HeadingBlock | undefined)?.level ?? 0
}

function isBefore(file: string, heading: Spot, { sources }: Known): boolean {
  const order = sources.map((source) => source.file)
  return order.indexOf(file) <= order.indexOf(heading.source.file)
}
