/** An item's links out and back, as outputs tell them. */
import type { Checkable } from '../model/assembled.ts'
import type { Link } from '../model/case.ts'
import { nameOf } from '../model/ids.ts'
import type { Kind } from '../model/kinds.ts'
import type { LinkedText } from '../text/linked-text.ts'
import { type LinkSide, traceLines, traceSentence } from './links-in-words.ts'
import type { Lookup } from './lookup.ts'

type TraceLookup = Lookup<Pick<Checkable, 'documents' | 'graph' | 'settings'>>

/**
 * The links of an item in sentences; `[]` where there are none.
 *
 * @param inPlace whether it is told where the item itself stands: evidence right below its decision
 * needs no link to it
 */
export function traceOf(
  key: string,
  { linksFrom, linksTo, standsUnder, assembled }: TraceLookup,
  inPlace = false,
): readonly (readonly LinkedText[])[] {
  const isShown = ({ role, from, to }: Link): boolean =>
    !inPlace || role !== 'supports' || standsUnder.get(from) !== to
  const lines = traceLines(
    (linksFrom.get(key) ?? []).filter(isShown),
    (linksTo.get(key) ?? []).filter(isShown),
  )
  return lines.map((line) => traceSentence(line, assembled.graph))
}

/** What an item rests on, and what rests on it; a side without links is left out. */
export type Neighbourhood = readonly {
  readonly side: LinkSide
  readonly lines: readonly { readonly words: string; readonly to: readonly Neighbour[] }[]
}[]

/** An item or section at the other end of a link. */
interface Neighbour {
  readonly key: string
  /** Absent for a section. */
  readonly kind?: Kind
  /** `Decision 5`, or the title of a section. */
  readonly name: string
  readonly draft?: true
}

/** The neighbourhood of an item; `[]` where all of it stands right beside the item. */
export function neighbourhoodOf(
  key: string,
  { linksFrom, linksTo, standsUnder, assembled }: TraceLookup,
): Neighbourhood {
  const from = linksFrom.get(key) ?? []
  const to = linksTo.get(key) ?? []
  const own = standsUnder.get(key)
  const isSeen = ({ role, to }: Link): boolean => role === 'supports' && to === own
  if (own !== undefined && to.length === 0 && from.every(isSeen)) return []
  const lines = traceLines(from, to).map(({ words, side, to }) => ({
    ...{ words, side },
    to: to.map((end) => ({ ...end, ...calledIn(end.key, assembled.graph) })),
  }))
  const sides = ['grounds', 'claims'] as const
  return sides
    .map((side) => ({ side, lines: lines.filter((line) => line.side === side) }))
    .filter(({ lines }) => lines.length > 0)
}

function calledIn(
  key: string,
  { items, sections, kinds }: Checkable['graph'],
): Pick<Neighbour, 'kind' | 'name'> {
  const item = items.get(key)
  if (!item) return { name: sections.get(key)?.title ?? key }
  return { kind: item.kind, name: nameOf(item, kinds) }
}
