/** What `new` writes: the right file, the next free id, the file's own style. Pure. */

import type { Item, Place, Section } from '../model/case.ts'
import { nameOf } from '../model/ids.ts'
import { rowOf, withinSentence } from '../model/kinds.ts'
import { caseSpots } from './case-spots.ts'
import { placeDecision } from './decision.ts'
import { placeEvidence } from './evidence.ts'
import { type Insertion, lineOf, type Refusal } from './insertion.ts'
import { placeListed } from './listed.ts'
import type { Known } from './number.ts'
import type { Addition } from './order.ts'
import { type After, prove } from './proof.ts'
import { nextSprint, placeSprint } from './sprint.ts'
import { escapeText } from './text.ts'

export type { Addition, Refusal }

/** What would be written, proved to be read as meant. */
export interface Plan {
  /** Relative to the case folder. */
  readonly file: string
  /** 0-based offset in the file's text, a byte order mark not counted. */
  readonly offset: number
  /** What goes in there. */
  readonly text: string
  /** 1-based line on which the new words start. */
  readonly line: number
  /** `Decision 5`, `Sprint 5`. */
  readonly name: string
  readonly item?: Item
  readonly section?: Section
  /** `To be written` that stands beside it, as places in the new text. */
  readonly gaps: readonly Place[]
}

/** Plans one addition to a case that can be read; writes nothing. */
export function planNew(known: Known, order: Addition): Plan | Refusal {
  const ordered = order.what === 'item' ? { ...order, text: escapeText(order.text) } : order
  if (ordered.what === 'item' && ordered.text === '') {
    const label = withinSentence(rowOf(ordered.kind, known.graph.kinds).label)
    return { why: `Unexpected ${label} without text, expected its words in quotes` }
  }
  const insertion = place(known, ordered)
  if ('why' in insertion) return insertion
  const after = prove(known, insertion, ordered)
  return 'why' in after ? after : planOf(known, insertion, after)
}

function place(known: Known, order: Addition): Insertion | Refusal {
  const spots = caseSpots(known)
  if (order.what === 'sprint') return placeSprint(known, spots)
  if ('decision' in order) return placeEvidence(known, order, spots)
  if (order.kind === 'decision') return placeDecision(known, order, spots)
  return placeListed(known, order, spots)
}

function planOf(known: Known, insertion: Insertion, { graph, item, section }: After): Plan {
  const { source, offset, text } = insertion
  const within = item?.section
  return {
    file: source.file,
    offset,
    text,
    line: lineOf(insertion),
    name: item ? nameOf(item, graph.kinds) : `Sprint ${section?.sprint ?? nextSprint(known)}`,
    ...(item ? { item } : {}),
    ...(section ? { section } : {}),
    gaps: graph.case.gaps
      .filter((gap) => gap.section === within && gap.item === undefined && gap.text !== undefined)
      .map((gap) => gap.place),
  }
}
